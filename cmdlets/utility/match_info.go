package utility

import (
	"path/filepath"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/regex"
	"github.com/csshell/csshell/objects/text"
	"github.com/csshell/csshell/objects/utf16"
)

// MatchInfo is a line that Select-String found
// (Microsoft.PowerShell.Commands.MatchInfo).
type MatchInfo struct {
	line    string
	number  uint64
	path    string // inputStream for lines of the pipeline
	pattern string
	ignore  bool
	matches []*regex.Match
	context *matchContext // nil without -Context
	// emphasis are the parts of the line that are shown in negative, as UTF-16
	// offsets; nil for none.
	emphasis [][2]int
}

// matchContext are the lines around a match.
type matchContext struct{ before, after []string }

// inputStream stands for the file of lines that came through the pipeline.
const inputStream = "InputStream"

var (
	matchInfoType    = &objects.Type{FullName: "Microsoft.PowerShell.Commands.MatchInfo", Kind: objects.KindObject}
	matchContextType = &objects.Type{FullName: "Microsoft.PowerShell.Commands.MatchInfoContext", Kind: objects.KindObject, Attributes: objects.SealedAttr}
)

// Type is MatchInfo.
func (*MatchInfo) Type() *objects.Type { return matchInfoType }

// Type is MatchInfoContext.
func (*matchContext) Type() *objects.Type { return matchContextType }

// Text is the line with its place before it.
func (m *MatchInfo) Text() (string, error) { return m.show(m.path, m.line), nil }

// show writes the line and those around it as they stand in path.
func (m *MatchInfo) show(path, line string) string {
	if m.context == nil {
		return m.place(path, m.number) + line
	}
	var b strings.Builder
	first := m.number - uint64(len(m.context.before))
	for i, s := range m.context.before {
		b.WriteString("  " + m.place(path, first+uint64(i)) + s + "\n")
	}
	b.WriteString("> " + m.place(path, m.number) + line)
	for i, s := range m.context.after {
		b.WriteString("\n  " + m.place(path, m.number+uint64(i)+1) + s)
	}
	return b.String()
}

func (m *MatchInfo) place(path string, number uint64) string {
	if m.path == inputStream {
		return ""
	}
	return path + ":" + strconv.FormatUint(number, 10) + ":"
}

// relative is the path as seen from a folder, where it is inside.
func (m *MatchInfo) relative(folder string) string {
	if m.path == inputStream || folder == "" {
		return m.path
	}
	if rest, ok := strings.CutPrefix(m.path, strings.TrimSuffix(folder, "/")+"/"); ok {
		return rest
	}
	return m.path
}

// emphasized is the line with the matches in negative.
func (m *MatchInfo) emphasized() string {
	if len(m.emphasis) == 0 {
		return m.line
	}
	const negative, normal = "\x1b[7m", "\x1b[0m"
	var b strings.Builder
	at := 0
	for _, e := range m.emphasis {
		b.WriteString(utf16.Slice(m.line, at, e[0]-at))
		b.WriteString(negative + utf16.Slice(m.line, e[0], e[1]) + normal)
		at = e[0] + e[1]
	}
	b.WriteString(utf16.Slice(m.line, at, utf16.Len(m.line)-at))
	return b.String()
}

func (m *MatchInfo) fileName() string {
	if m.path == inputStream {
		return m.path
	}
	return filepath.Base(m.path)
}

func declareMatchInfo() *objects.Declaration {
	return &objects.Declaration{
		Type: matchInfoType,
		Properties: []objects.Property{
			property("bool IgnoreCase {get;set;}", func(m *MatchInfo) objects.Value { return objects.Bool(m.ignore) }),
			property("ulong LineNumber {get;set;}", func(m *MatchInfo) objects.Value { return objects.UInt64(m.number) }),
			property("string Line {get;set;}", func(m *MatchInfo) objects.Value { return objects.String(m.line) }),
			property("string Filename {get;}", func(m *MatchInfo) objects.Value { return objects.String(m.fileName()) }),
			property("string Path {get;set;}", func(m *MatchInfo) objects.Value { return objects.String(m.path) }),
			property("string Pattern {get;set;}", func(m *MatchInfo) objects.Value { return objects.String(m.pattern) }),
			property("Microsoft.PowerShell.Commands.MatchInfoContext Context {get;set;}", func(m *MatchInfo) objects.Value {
				if m.context == nil {
					return objects.Null
				}
				return objects.Of(m.context)
			}),
			property("System.Text.RegularExpressions.Match[] Matches {get;set;}", func(m *MatchInfo) objects.Value {
				list := make([]objects.Value, len(m.matches))
				for i, match := range m.matches {
					list[i] = objects.Of(text.NewMatch(match))
				}
				return objects.Of(objects.NewArray(text.MatchType, list))
			}),
		},
		Methods: []objects.Method{
			matchMethod("string ToString()", func(m *MatchInfo, _ string) string { return m.show(m.path, m.line) }),
			matchMethod("string ToString(string directory)", func(m *MatchInfo, dir string) string { return m.show(m.relative(dir), m.line) }),
			matchMethod("string ToEmphasizedString(string directory)", func(m *MatchInfo, dir string) string { return m.show(m.relative(dir), m.emphasized()) }),
			matchMethod("string RelativePath(string directory)", (*MatchInfo).relative),
		},
	}
}

// matchMethod is a method of a match that takes a folder, or nothing.
func matchMethod(signature string, call func(m *MatchInfo, folder string) string) objects.Method {
	return objects.Method{Signature: signature, Call: func(c *objects.Call) (objects.Value, error) {
		m, _ := objects.As[*MatchInfo](c.This)
		folder := ""
		if len(c.Args) > 0 {
			folder = c.Str(0)
		}
		return objects.String(call(m, folder)), nil
	}}
}

func declareMatchContext() *objects.Declaration {
	lines := func(name string, get func(*matchContext) []string) objects.Property {
		return property("string[] "+name+" {get;set;}", func(c *matchContext) objects.Value { return objects.Of(objects.Strings(get(c))) })
	}
	before := func(c *matchContext) []string { return c.before }
	after := func(c *matchContext) []string { return c.after }
	return &objects.Declaration{Type: matchContextType, Properties: []objects.Property{
		lines("PreContext", before), lines("PostContext", after), lines("DisplayPreContext", before), lines("DisplayPostContext", after),
	}}
}
