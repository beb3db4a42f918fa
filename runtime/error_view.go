package runtime

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
)

// RenderError is the text of an error as $ErrorView wants it: ConciseView,
// NormalView or CategoryView ("about_Preference_Variables").
func (s *Session) RenderError(r *ErrorRecord) string {
	if r.native {
		return r.Exception.Message + "\n"
	}
	v, _ := s.current.Get("ErrorView")
	name, _ := s.Types.Text(v, " ")
	switch fold(name) {
	case "categoryview":
		return r.categoryMessage() + "\n"
	case "normalview":
		return s.normalView(r)
	}
	return s.conciseView(r)
}

// ShowError writes an error that nothing has caught to the host and to $Error.
func (s *Session) ShowError(err error) error {
	r := asRecord(err, nil)
	s.remember(r)
	return s.errorOutput(s.RenderError(r))
}

// categoryMessage is CategoryInfo.GetMessage().
func (r *ErrorRecord) categoryMessage() string {
	c := r.categoryInfo()
	return categoryName(c.Category) + ": (" + c.TargetName + ":" + c.TargetType + ") [" + c.Activity + "], " + c.Reason
}

// conciseView shows a command's error in one line at the prompt, and with the
// place in the source in a script.
func (s *Session) conciseView(r *ErrorRecord) string {
	if !s.showsPlace(r) {
		return r.subject() + ": " + r.messageText() + "\n"
	}
	width, _ := s.Host.Size()
	start := r.Extent.Source.Position(r.Extent.Start)
	number := strconv.Itoa(start.Line)
	var b strings.Builder
	b.WriteString(r.subject() + ": ")
	if r.Extent.Source.File != "" {
		b.WriteString(r.Extent.Source.File + ":" + number)
	}
	header := strings.Repeat(" ", max(0, len(number)-4))
	b.WriteString("\n" + header + "Line |\n")
	line, marker := markedLine(r.Extent)
	b.WriteString(strings.Repeat(" ", max(0, 4-len(number))) + number + " |  " + line + "\n")
	prefix := header + "     | "
	b.WriteString(prefix + " " + marker + "\n")
	b.WriteString(prefix + wrapMessage(prefix, flatMessage(r.messageText()), width))
	b.WriteByte('\n')
	return b.String()
}

// showsPlace reports whether an error is shown with its line: in script files
// and for syntax errors.
func (s *Session) showsPlace(r *ErrorRecord) bool {
	if r.Extent == nil {
		return false
	}
	return r.Extent.Source.File != "" || r.Category.Category == ParserError && r.Invocation == nil || r.Extent.Source.Position(r.Extent.Start).Line > 1
}

// subject is what the text begins with: the command, or the kind of error.
func (r *ErrorRecord) subject() string {
	c := r.categoryInfo()
	switch {
	case c.Category == ParserError && (r.Invocation == nil || r.Extent.Source.File != ""):
		return "ParserError"
	case r.Invocation != nil && r.Invocation.Command != nil:
		return r.Invocation.InvocationName
	case r.Exception.Type() == objects.CommandNotFoundException:
		text, _ := r.Exception.Fields["CommandName"].Str()
		return text
	case c.Activity != "":
		return c.Activity
	case c.Category != NotSpecified:
		return categoryName(c.Category)
	}
	return c.Reason
}

// messageText is the message; that of a syntax error without the place that
// comes before it.
func (r *ErrorRecord) messageText() string {
	if r.parse != nil {
		return r.parse.errs[0].Message
	}
	return r.Error()
}

func flatMessage(text string) string {
	return strings.NewReplacer("\r\n", " ", "\n", " ", "\t", " ").Replace(text)
}

// wrapMessage breaks a message between words so that it fits behind the
// prefix, which begins each further line.
func wrapMessage(prefix, text string, width int) string {
	room := width - len(prefix)
	var b strings.Builder
	for runeCount(text) >= room && room > 0 {
		cut := breakAt(text, room)
		b.WriteString(strings.TrimSpace(text[:cut]) + "\n" + prefix)
		text = strings.TrimSpace(text[cut:])
	}
	b.WriteString(text)
	return b.String()
}

func runeCount(s string) int { return len([]rune(s)) }

// breakAt is where to cut a text that is too long: at the last blank that
// fits, else in the middle of a word.
func breakAt(text string, room int) int {
	n, last := 0, 0
	for i, c := range text {
		if n == room {
			if last > 0 {
				return last
			}
			return i
		}
		if c == ' ' {
			last = i
		}
		n++
	}
	return len(text)
}

// normalView is the view of Windows PowerShell.
func (s *Session) normalView(r *ErrorRecord) string {
	var b strings.Builder
	if r.Invocation != nil && r.Invocation.Command != nil {
		b.WriteString(r.Invocation.InvocationName + " : ")
	}
	b.WriteString(r.Error())
	if r.Extent != nil {
		b.WriteString("\n" + positionMessage(r.Extent))
	}
	b.WriteString("\n    + CategoryInfo          : " + r.categoryMessage())
	b.WriteString("\n    + FullyQualifiedErrorId : " + r.FullyQualifiedErrorID() + "\n")
	return b.String()
}

// categoryInfo fills in what the error itself leaves open: the reason is the
// exception's type, the target's name and type come from the target.
func (r *ErrorRecord) categoryInfo() CategoryInfo {
	c := r.Category
	if c.Reason == "" {
		c.Reason = r.Exception.Type().Name()
	}
	if c.Activity == "" && r.Invocation != nil && r.Invocation.Command != nil {
		c.Activity = r.Invocation.Command.Name()
	}
	if !r.Target.IsNull() {
		if c.TargetName == "" {
			c.TargetName = shortText(r.Target)
		}
		if c.TargetType == "" {
			c.TargetType = r.Target.Type().Name()
		}
	}
	return c
}

// shortText is a target's text, cut in the middle to 40 characters
// (ErrorCategoryInfo.Ellipsize).
func shortText(v objects.Value) string {
	text, ok := v.Str()
	if !ok {
		if s, is := v.Base().Ref().(objects.Stringer); is {
			text, _ = s.Text()
		} else {
			text = keyText(v)
		}
	}
	runes := []rune(text)
	if len(runes) <= 40 {
		return text
	}
	return string(runes[:15]) + "..." + string(runes[len(runes)-15:])
}
