package runtime

import (
	"strconv"
	"strings"
	"unicode"

	"github.com/csshell/csshell/objects/style"
)

// conciseView shows an error in one line at the prompt, and with the place in the
// source in a script.
func (s *Session) conciseView(r *ErrorRecord, scope *Scope, c errorColours) string {
	var b strings.Builder
	b.WriteString(c.text + s.subject(r, scope) + ": ")
	prefix := ""
	at := r.place()
	if r.showsPlace(at) {
		prefix = writePlace(&b, at, c)
	}
	b.WriteString(c.text)
	message := prefix + r.shownMessage()
	if at != nil && at.Source.File != "" || r.Category.Category == ParserError {
		width, _ := s.Host.Size()
		message = wrapMessage(oneLine(message), prefix, width)
	}
	b.WriteString(message)
	if d := r.Details; d != nil && strings.TrimSpace(d.RecommendedAction) != "" {
		b.WriteString("\n" + c.text + "  Recommendation: " + d.RecommendedAction)
	}
	b.WriteString(c.reset + "\n")
	return b.String()
}

// showsPlace reports whether an error is shown with its line: in script files but
// not in modules, in later lines of what was typed, and for syntax errors there.
func (r *ErrorRecord) showsPlace(at *ScriptExtent) bool {
	if at == nil || strings.HasSuffix(strings.ToLower(at.Source.File), ".psm1") {
		return false
	}
	return at.Source.File != "" || r.parse != nil && r.Invocation == nil || at.Source.Position(at.Start).Line > 1
}

// writePlace writes the name of the file, the number and text of the line, and the
// marker; it gives what the lines of the message begin with.
func writePlace(b *strings.Builder, at *ScriptExtent, c errorColours) (prefix string) {
	number := strconv.Itoa(at.Source.Position(at.Start).Line)
	if at.Source.File != "" {
		b.WriteString(c.reset + at.Source.File + ":" + number)
	}
	margin := strings.Repeat(" ", max(0, len(number)-4))
	line, marker := markedLine(at)
	from := strings.IndexByte(marker, '~')
	b.WriteString("\n" + c.accent + margin + "Line |\n")
	b.WriteString(c.accent + strings.Repeat(" ", max(0, 4-len(number))) + number + " | " + c.reset + " ")
	b.WriteString(accented([]rune(line), from, len(marker)-from, c) + "\n")
	prefix = c.accent + margin + "     | " + c.text
	b.WriteString(prefix + " " + marker + "\n")
	return prefix
}

// accented puts the colours of the place into its line, unless all of the line is
// the place.
func accented(line []rune, from, length int, c errorColours) string {
	from, end := min(from, len(line)), min(from+length, len(line))
	return string(line[:from]) + c.accent + string(line[from:end]) + c.reset + string(line[end:])
}

// subject is what the text begins with: the command, or the kind of error.
func (s *Session) subject(r *ErrorRecord, scope *Scope) string {
	c, i := r.categoryInfo(), r.Invocation
	named := i != nil && i.Command != nil && i.Command.Name() != ""
	switch {
	case r.Exception.Thrown:
		return "Exception"
	case named && s.FindCommand(scope, i.Command.Name()) != nil:
		return i.Command.Name()
	case c.Activity != "":
		return c.Activity
	case i != nil && i.Command != nil:
		return i.Command.Name() // a block has none
	case i != nil && i.InvocationName != "":
		return i.InvocationName
	case c.Category != NotSpecified:
		return categoryName(c.Category)
	}
	return c.Reason
}

// shownMessage is the message; that of a syntax error without the place that
// comes before it and the mistakes that follow.
func (r *ErrorRecord) shownMessage() string {
	text := r.Error()
	if r.Category.Category != ParserError || r.Details != nil {
		return text
	}
	if _, message, ok := strings.Cut(text, "~\n"); ok {
		message, _, _ = strings.Cut(message, "\n\n")
		message, _, _ = strings.Cut(message, "~\n")
		return message
	}
	return text
}

func oneLine(text string) string {
	return strings.NewReplacer("\r\n", " ", "\n", " ", "\t", " ").Replace(text)
}

// wrapMessage breaks a message that is wider than the window between words; the
// prefix, with which it begins, begins each further line as well.
func wrapMessage(message, prefix string, width int) string {
	hidden := len(prefix) - runeCount(style.Plain(prefix))
	if width <= 0 || runeCount(message)-hidden <= width {
		return message
	}
	var b strings.Builder
	text := []rune(message)
	cut := lastBlank(text, width+hidden)
	b.WriteString(string(text[:cut]) + "\n")
	rest := strings.TrimSpace(string(text[cut:]))
	for start := len(prefix); runeCount(rest)+start-hidden > width; {
		text = []rune(prefix + rest)
		if cut = lastBlank(text, width+hidden); cut <= start {
			break
		}
		b.WriteString(string(text[:cut]) + "\n")
		rest = strings.TrimSpace(string(text[cut:]))
	}
	b.WriteString(prefix + rest)
	return b.String()
}

// lastBlank is where to cut a text so that the first part has no more than length
// characters: at its last blank, if there is one.
func lastBlank(text []rune, length int) int {
	if len(text) <= length {
		return len(text)
	}
	for i := length - 1; i > 0; i-- {
		if unicode.IsSpace(text[i]) {
			return i
		}
	}
	return length
}
