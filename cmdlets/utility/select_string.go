package utility

import (
	"bufio"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"

	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/regex"
	"github.com/csshell/csshell/runtime"
)

// SelectString finds lines of files, or texts of objects, that match patterns.
type SelectString struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=File"`

	Culture       string                  `param:"" validate:"NotNull" help:"The culture of -SimpleMatch; also Ordinal, Invariant and Current."`
	InputObject   objects.Value           `param:"ParameterSetName=Object,Mandatory,ValueFromPipeline;ParameterSetName=ObjectRaw,Mandatory,ValueFromPipeline" type:"psobject" allow:"Null,EmptyString"`
	Pattern       []string                `param:"Position=0,Mandatory"`
	Path          []string                `param:"ParameterSetName=File,Position=1,Mandatory,ValueFromPipelineByPropertyName;ParameterSetName=FileRaw,Position=1,Mandatory,ValueFromPipelineByPropertyName"`
	LiteralPath   []string                `param:"ParameterSetName=LiteralFile,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP;ParameterSetName=LiteralFileRaw,Mandatory,ValueFromPipelineByPropertyName"`
	Raw           runtime.SwitchParameter `param:"ParameterSetName=ObjectRaw,Mandatory;ParameterSetName=FileRaw,Mandatory;ParameterSetName=LiteralFileRaw,Mandatory"`
	SimpleMatch   runtime.SwitchParameter `param:""`
	CaseSensitive runtime.SwitchParameter `param:""`
	Quiet         runtime.SwitchParameter `param:"ParameterSetName=File;ParameterSetName=Object;ParameterSetName=LiteralFile"`
	List          runtime.SwitchParameter `param:""`
	NoEmphasis    runtime.SwitchParameter `param:""`
	Include       []string                `param:"" validate:"NotNullOrEmpty"`
	Exclude       []string                `param:"" validate:"NotNullOrEmpty"`
	NotMatch      runtime.SwitchParameter `param:""`
	AllMatches    runtime.SwitchParameter `param:""`
	Encoding      argument.Encoding       `param:"" type:"System.Text.Encoding"`
	Context       []int                   `param:"" validate:"NotNullOrEmpty,Count=1:2,Range=0:2147483647"`

	patterns []*regex.Regex
	pick     selection
	inWords  func(line, pattern string) bool // -SimpleMatch with -Culture
	objects  lineSearch
	done     bool // -Quiet has its answer
}

// lineSearch is the search through one file, or through the pipeline.
type lineSearch struct {
	path    string
	number  uint64
	before  []string     // the last lines, for contexts
	waiting []*MatchInfo // found, with lines after them still to come
}

// BeginProcessing compiles the patterns.
func (c *SelectString) BeginProcessing(rt *runtime.CommandRuntime) (err error) {
	c.objects.path = inputStream
	if rt.IsBound("Culture") {
		if err := c.setCulture(rt); err != nil {
			return err
		}
	}
	if c.pick, err = newSelection(c.Include, c.Exclude); err != nil || bool(c.SimpleMatch) {
		return err
	}
	options := regex.Options(0)
	if !c.CaseSensitive {
		options = regex.IgnoreCase
	}
	for _, p := range c.Pattern {
		r, err := rt.Types().Regexes().Compile(p, options)
		if err != nil {
			e := objects.NewException(objects.ArgumentException, "The string "+p+" is not a valid regular expression: "+err.Error())
			return runtime.NewErrorRecord(e, "InvalidRegex", runtime.InvalidArgument, objects.Null)
		}
		c.patterns = append(c.patterns, r)
	}
	return nil
}

// ProcessRecord searches one object, or the files.
func (c *SelectString) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.done {
		return nil
	}
	if !strings.HasPrefix(rt.ParameterSet(), "Object") {
		return c.searchFiles(rt)
	}
	if found, ok := objects.As[*MatchInfo](c.InputObject); ok {
		_, err := c.line(rt, &lineSearch{path: found.path, number: found.number - 1}, found.line)
		return err
	}
	s, err := rt.Types().Text(c.InputObject, " ")
	if err == nil {
		_, err = c.line(rt, &c.objects, s)
	}
	return err
}

// EndProcessing writes the matches that still wait for lines after them.
func (c *SelectString) EndProcessing(rt *runtime.CommandRuntime) error {
	return c.flush(rt, &c.objects, true)
}

func (c *SelectString) searchFiles(rt *runtime.CommandRuntime) error {
	for i, path := range append(append([]string(nil), c.Path...), c.LiteralPath...) {
		files, err := argument.Files(rt, path, i >= len(c.Path))
		if err := rt.WriteProviderError(err); err != nil {
			return err
		}
		for _, file := range files {
			if err := c.searchFile(rt, file); err != nil {
				return err
			}
		}
	}
	if bool(c.Quiet) && !c.done && !bool(c.List) {
		return rt.WriteObject(objects.Bool(false))
	}
	return nil
}

func (c *SelectString) searchFile(rt *runtime.CommandRuntime, path string) error {
	if c.done || !c.pick.takes(filepath.Base(path)) {
		return nil
	}
	info, err := os.Stat(path)
	if err == nil && info.IsDir() {
		return nil
	}
	file, err := os.Open(path)
	if err != nil {
		return pathError(path, err)
	}
	defer file.Close()
	decoded, err := c.Encoding.Reader(file)
	if err != nil {
		return err
	}
	reader := bufio.NewReader(decoded)
	s := &lineSearch{path: path}
	for {
		text, err := reader.ReadString('\n')
		if err != nil && !errors.Is(err, io.EOF) {
			return err
		}
		if err != nil && text == "" {
			break
		}
		again, failed := c.line(rt, s, strings.TrimSuffix(strings.TrimSuffix(text, "\n"), "\r"))
		if failed != nil {
			return failed
		}
		if !again {
			break
		}
	}
	return c.flush(rt, s, true)
}

// pathError is the error of a file that cannot be read.
func pathError(path string, err error) error {
	if os.IsNotExist(err) {
		e := objects.NewException(objects.ItemNotFoundException, "Cannot find path '"+path+"' because it does not exist.")
		return runtime.NewErrorRecord(e, "PathNotFound", runtime.ObjectNotFound, objects.String(path))
	}
	e := objects.NewException(objects.IOException, "The file "+path+" cannot be read: "+err.Error())
	return runtime.NewErrorRecord(e, "ProcessingFile", runtime.NotSpecified, objects.Null)
}

// line looks at the next line; again is false where the file has no more to
// tell.
func (c *SelectString) line(rt *runtime.CommandRuntime, s *lineSearch, line string) (again bool, err error) {
	s.number++
	for _, m := range s.waiting {
		m.context.after = append(m.context.after, line)
	}
	if err := c.flush(rt, s, false); err != nil {
		return false, err
	}
	m, err := c.match(rt, line)
	if err != nil {
		return false, err
	}
	if m == nil {
		s.remember(line, c.contextBefore())
		return true, nil
	}
	if c.Quiet {
		c.done = true
		return false, rt.WriteObject(objects.Bool(true))
	}
	m.line, m.number, m.path, m.ignore = line, s.number, s.path, !bool(c.CaseSensitive)
	if c.Context != nil {
		m.context = &matchContext{before: append([]string(nil), s.before...)}
	}
	s.waiting = append(s.waiting, m)
	s.before = nil
	return !bool(c.List) || s.path == inputStream, c.flush(rt, s, false)
}

// remember keeps a line for the context of later matches.
func (s *lineSearch) remember(line string, limit int) {
	if limit == 0 {
		return
	}
	if len(s.before) >= limit {
		s.before = s.before[1:]
	}
	s.before = append(s.before, line)
}

func (c *SelectString) contextBefore() int {
	if len(c.Context) == 0 {
		return 0
	}
	return c.Context[0]
}

func (c *SelectString) contextAfter() int {
	if len(c.Context) == 0 {
		return 0
	}
	return c.Context[len(c.Context)-1]
}

// flush writes the matches whose context is complete, or all.
func (c *SelectString) flush(rt *runtime.CommandRuntime, s *lineSearch, all bool) error {
	for len(s.waiting) > 0 {
		m := s.waiting[0]
		if !all && m.context != nil && len(m.context.after) < c.contextAfter() {
			return nil
		}
		s.waiting = s.waiting[1:]
		v := objects.Of(m)
		if c.Raw {
			v = objects.String(m.line)
		}
		if err := rt.WriteObject(v); err != nil {
			return err
		}
	}
	return nil
}

// match tries the patterns on a line; nil where it is not one to be written.
func (c *SelectString) match(rt *runtime.CommandRuntime, line string) (*MatchInfo, error) {
	m := &MatchInfo{}
	found := false
	for i, pattern := range c.Pattern {
		var err error
		if c.SimpleMatch {
			found = c.contains(line, pattern)
		} else {
			found, err = c.matchRegex(rt, m, line, i)
		}
		if err != nil {
			return nil, err
		}
		if found {
			m.pattern = pattern
			break
		}
	}
	if found == bool(c.NotMatch) {
		return nil, nil
	}
	if c.NotMatch {
		m.pattern, m.matches, m.emphasis = c.Pattern[0], nil, nil
	}
	if bool(c.NoEmphasis) || bool(c.Raw) {
		m.emphasis = nil
	}
	return m, nil
}

func (c *SelectString) matchRegex(rt *runtime.CommandRuntime, m *MatchInfo, line string, i int) (bool, error) {
	limit := 1
	if bool(c.AllMatches) && !bool(c.NotMatch) {
		limit = -1
	}
	for match, err := range c.patterns[i].FindAll(rt.Context(), line, limit) {
		if err != nil {
			return false, err
		}
		m.matches = append(m.matches, match)
		if colours, _ := rt.Host().Colors(); colours {
			m.emphasis = append(m.emphasis, [2]int{match.Index(), match.Length()})
		}
	}
	return len(m.matches) > 0, nil
}

// setCulture chooses the rules by which plain text is found.
func (c *SelectString) setCulture(rt *runtime.CommandRuntime) (err error) {
	if !c.SimpleMatch {
		e := objects.NewException(objects.InvalidOperationException, "The Culture parameter is valid together with the SimpleMatch parameter alone.")
		return runtime.NewErrorRecord(e, "CannotSpecifyCultureWithoutSimpleMatch", runtime.InvalidArgument, objects.Null)
	}
	rules, options := rt.Types().Culture(), culture.IgnoreCase
	switch strings.ToLower(c.Culture) {
	case "ordinal":
		options = culture.OrdinalIgnoreCase
	case "invariant":
		rules = culture.Invariant()
	case "current":
	default:
		rules, err = culture.Get(c.Culture)
	}
	switch {
	case bool(c.CaseSensitive) && options == culture.OrdinalIgnoreCase:
		options = culture.Ordinal
	case bool(c.CaseSensitive):
		options = 0
	}
	c.inWords = func(line, pattern string) bool {
		at, _ := rules.Index(line, pattern, options)
		return at >= 0
	}
	return err
}

// contains looks for plain text.
func (c *SelectString) contains(line, pattern string) bool {
	if c.inWords != nil {
		return c.inWords(line, pattern)
	}
	if c.CaseSensitive {
		return strings.Contains(line, pattern)
	}
	return strings.Contains(culture.ToUpper(line), culture.ToUpper(pattern))
}
