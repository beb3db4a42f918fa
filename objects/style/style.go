// Package style holds $PSStyle: the escape sequences that text is decorated
// with, and where they are written ("about_ANSI_Terminals").
package style

import (
	"strconv"
	"sync"

	"github.com/csshell/csshell/objects"
)

// Rendering says where escape sequences are written (OutputRendering).
type Rendering uint8

// The renderings: on terminals alone, nowhere, everywhere.
const (
	Host Rendering = iota
	PlainText
	Ansi
)

// Style is $PSStyle of a session (System.Management.Automation.PSStyle).
type Style struct {
	Rendering  Rendering
	formatting *part
	fileInfo   *part
	foreground *part
	background *part
	progress   *Progress
	extensions func() *objects.Hashtable
}

// Progress is $PSStyle.Progress.
type Progress struct {
	Style           string
	MaxWidth        int
	Classic         bool // the view of Windows PowerShell
	UseOSCIndicator bool
}

// part is a part of $PSStyle that consists of sequences.
type part struct {
	typ    *objects.Type
	values func() []string // in the order of its entries
}

// Type is the part's own type.
func (p *part) Type() *objects.Type { return p.typ }

// entry is a sequence with its name.
type entry struct{ name, sequence string }

// New makes the styles that a session begins with. Plain text is for
// terminals without colours: NO_COLOR is set, or TERM is dumb.
func New(plain bool) *Style {
	s := &Style{
		formatting: newPart(formattingType, formattings), fileInfo: newPart(fileInfoType, fileInfos),
		foreground: newPart(foregroundType, textColours), background: newPart(backgroundType, backColours),
		progress: &Progress{Style: "\x1b[33;1m", MaxWidth: 120}, extensions: sync.OnceValue(newExtensions),
	}
	if plain {
		s.Rendering = PlainText
	}
	return s
}

func newExtensions() *objects.Hashtable {
	extensions := objects.NewDictionary(extensionsType, true)
	for _, e := range [...]string{".zip", ".tgz", ".gz", ".tar", ".nupkg", ".cab", ".7z"} {
		extensions.Set(objects.String(e), objects.String("\x1b[31;1m"))
	}
	for _, e := range [...]string{".ps1", ".psd1", ".psm1", ".ps1xml"} {
		extensions.Set(objects.String(e), objects.String("\x1b[33;1m"))
	}
	return extensions
}

// newPart makes a part whose sequences are copied when one is first asked for.
func newPart(t *objects.Type, entries func() []entry) *part {
	return &part{typ: t, values: sync.OnceValue(func() []string {
		all := entries()
		values := make([]string, len(all))
		for i, e := range all {
			values[i] = e.sequence
		}
		return values
	})}
}

// Type is System.Management.Automation.PSStyle.
func (*Style) Type() *objects.Type { return Type }

// Formatting is an entry of $PSStyle.Formatting, such as "Error"; "" for a name
// that is none.
func (s *Style) Formatting(name string) string { return s.formatting.get(formattings(), name) }

// FileInfo is "Directory", "SymbolicLink" or "Executable" of $PSStyle.FileInfo.
func (s *Style) FileInfo(name string) string { return s.fileInfo.get(fileInfos(), name) }

// Extension is the style of files with a name's extension; "" for none.
func (s *Style) Extension(extension string) string {
	v, _ := s.extensions().GetString(extension)
	text, _ := v.Str()
	return text
}

// Progress is $PSStyle.Progress.
func (s *Style) Progress() *Progress { return s.progress }

func (p *part) get(entries []entry, name string) string {
	for i, e := range entries {
		if e.name == name {
			return p.values()[i]
		}
	}
	return ""
}

func formattings() []entry {
	return []entry{
		{"FormatAccent", "\x1b[32;1m"}, {"TableHeader", "\x1b[32;1m"}, {"CustomTableHeaderLabel", "\x1b[32;1;3m"},
		{"ErrorAccent", "\x1b[36;1m"}, {"Error", "\x1b[31;1m"}, {"Warning", "\x1b[33;1m"}, {"Verbose", "\x1b[33;1m"},
		{"Debug", "\x1b[33;1m"}, {"FeedbackName", "\x1b[33m"}, {"FeedbackText", "\x1b[96m"}, {"FeedbackAction", "\x1b[97m"},
	}
}

func fileInfos() []entry {
	return []entry{{"Directory", "\x1b[44;1m"}, {"SymbolicLink", "\x1b[36;1m"}, {"Executable", "\x1b[32;1m"}}
}

// colours are the sixteen colours from a number of SGR on: 30 for the text, 40
// for what is behind it; the bright ones stand 60 above.
func colours(first int) []entry {
	entries := make([]entry, 0, 16)
	for i, name := range [...]string{"Black", "Red", "Green", "Yellow", "Blue", "Magenta", "Cyan", "White"} {
		entries = append(entries, entry{name, sgr(first + i)}, entry{"Bright" + name, sgr(first + 60 + i)})
	}
	return entries
}

func sgr(n int) string { return "\x1b[" + strconv.Itoa(n) + "m" }

func textColours() []entry { return colours(30) }
func backColours() []entry { return colours(40) }

// attributes are the properties of $PSStyle itself that are sequences.
func attributes() []entry {
	return []entry{
		{"Reset", sgr(0)}, {"BlinkOff", sgr(25)}, {"Blink", sgr(5)}, {"BoldOff", sgr(22)}, {"Bold", sgr(1)},
		{"DimOff", sgr(22)}, {"Dim", sgr(2)}, {"Hidden", sgr(8)}, {"HiddenOff", sgr(28)}, {"Reverse", sgr(7)},
		{"ReverseOff", sgr(27)}, {"ItalicOff", sgr(23)}, {"Italic", sgr(3)}, {"UnderlineOff", sgr(24)},
		{"Underline", sgr(4)}, {"StrikethroughOff", sgr(29)}, {"Strikethrough", sgr(9)},
	}
}
