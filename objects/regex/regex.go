// Package regex is System.Text.RegularExpressions on top of regexp2: .NET's
// options, error messages, groups, replacement patterns and splitting, with
// positions in UTF-16 units and matches that can be cancelled.
//
// regexp2 follows .NET's engine closely but accepts more than .NET does and
// says less about what is wrong, so a pattern is checked here first.
package regex

import (
	"slices"
	"strconv"
	"sync"
	"sync/atomic"
	"time"

	"github.com/dlclark/regexp2/v2"
	"github.com/dlclark/regexp2/v2/syntax"

	"github.com/csshell/csshell/objects/fault"
)

// Options are the flags of RegexOptions, with .NET's values.
type Options uint16

// The members of RegexOptions.
const (
	IgnoreCase              Options = 1
	Multiline               Options = 2
	ExplicitCapture         Options = 4
	Compiled                Options = 8
	Singleline              Options = 16
	IgnorePatternWhitespace Options = 32
	RightToLeft             Options = 64
	ECMAScript              Options = 256
	CultureInvariant        Options = 512
	NonBacktracking         Options = 1024

	known  = Options(2047) &^ 128
	engine = IgnoreCase | Multiline | ExplicitCapture | Singleline | IgnorePatternWhitespace | RightToLeft | ECMAScript
)

// Regex is a compiled regular expression, safe for concurrent use.
type Regex struct {
	pattern string
	options Options
	timeout time.Duration                   // 0 for none
	source  string                          // what the engine is given
	engine  func() (*regexp2.Regexp, error) // made when it is first needed

	numbers []int
	names   []string

	program   *program // nil where only the engine will do
	abandoned atomic.Bool
	spare     atomic.Pointer[machine] // of the latest run of the program

	template atomic.Pointer[Template] // see [Regex.LatestTemplate]

	slow     sync.Mutex // guards variants
	variants map[time.Duration]*regexp2.Regexp
}

// stackLimit bounds the backtracking of a match, in integers.
const stackLimit = 16 << 20

// Compile checks and compiles a pattern. It fails with a [ParseError], or with
// [fault.OutOfRange] for options that do not go together.
func Compile(pattern string, options Options) (*Regex, error) {
	if err := options.check(); err != nil {
		return nil, err
	}
	source, err := translate(pattern, options)
	if err != nil {
		return nil, err
	}
	r := &Regex{pattern: pattern, options: options, source: source}
	tree, err := syntax.Parse(source, syntax.ParseOptions{RegexOptions: syntax.RegexOptions(options & engine)})
	if err != nil {
		return nil, &ParseError{Pattern: pattern, Offset: unitLen(pattern), Code: "Unknown", Detail: err.Error()}
	}
	r.nameGroups(tree)
	r.program = newProgram(tree, r.numbers)
	r.engine = sync.OnceValues(func() (*regexp2.Regexp, error) { return r.compile(firstSlice) })
	return r, nil
}

// nameGroups numbers and names the groups as the tree has them.
func (r *Regex) nameGroups(tree *syntax.RegexTree) {
	if tree.Capnumlist == nil || tree.Captop == len(tree.Capnumlist) {
		for n := range tree.Captop {
			r.numbers = append(r.numbers, n)
		}
	} else {
		r.numbers = slices.Clone(tree.Capnumlist)
	}
	r.names = make([]string, len(r.numbers))
	for i, n := range r.numbers {
		switch {
		case tree.Caplist == nil:
			r.names[i] = strconv.Itoa(n)
		case i < len(tree.Caplist):
			r.names[i] = tree.Caplist[i]
		}
	}
}

func (o Options) check() error {
	const withECMA = IgnoreCase | Multiline | Compiled | CultureInvariant
	if o&^known != 0 || o&ECMAScript != 0 && o&^(ECMAScript|withECMA) != 0 || o&NonBacktracking != 0 && o&(RightToLeft|ECMAScript) != 0 {
		return fault.WithParam(fault.OutOfRange, "Specified argument was out of the range of valid values.", "options")
	}
	return nil
}

// compile makes an engine whose matches give up after a time.
func (r *Regex) compile(limit time.Duration) (*regexp2.Regexp, error) {
	re, err := regexp2.Compile(r.source, regexp2.RegexOptions(r.options&engine), regexp2.OptionMaxBacktrackingStackSize(stackLimit))
	if err != nil {
		return nil, err
	}
	re.MatchTimeout = limit
	return re, nil
}

// WithTimeout returns the expression with a time limit for each match; a match
// that exceeds it fails with [fault.RegexTimedOut].
func (r *Regex) WithTimeout(limit time.Duration) *Regex {
	return &Regex{
		pattern: r.pattern, options: r.options, timeout: limit, engine: r.engine, source: r.source, numbers: r.numbers, names: r.names, program: r.program,
	}
}

// String returns the pattern.
func (r *Regex) String() string { return r.pattern }

// Options returns the options that r was compiled with.
func (r *Regex) Options() Options { return r.options }

// Timeout returns the time limit of a match, 0 for none.
func (r *Regex) Timeout() time.Duration { return r.timeout }

// RightToLeft reports whether matching runs from the end of the text.
func (r *Regex) RightToLeft() bool { return r.options&RightToLeft != 0 }

// GroupNumbers returns the numbers of the groups, 0 being the whole match. The
// caller must not change it.
func (r *Regex) GroupNumbers() []int { return r.numbers }

// GroupNames returns the names of the groups in the order of their numbers; a
// group without a name is named after its number. The caller must not change it.
func (r *Regex) GroupNames() []string { return r.names }

// GroupNumber returns the number of a named group, or -1.
func (r *Regex) GroupNumber(name string) int {
	for i, n := range r.names {
		if n == name {
			return r.numbers[i]
		}
	}
	return -1
}

// place is the place of a group that exists in [Regex.GroupNumbers].
func (r *Regex) place(number int) int { return slices.Index(r.numbers, number) }

// GroupName returns the name of a numbered group, or "".
func (r *Regex) GroupName(number int) string {
	for i, n := range r.numbers {
		if n == number {
			return r.names[i]
		}
	}
	return ""
}
