package runtime

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/style"
)

// errorColours are the sequences that an error is shown with; all empty for
// plain text.
type errorColours struct{ text, accent, reset string }

// errorColours are $PSStyle.Formatting.Error and ErrorAccent.
func (s *Session) errorColours() errorColours {
	return errorColours{s.Style.Formatting("Error"), s.Style.Formatting("ErrorAccent"), "\x1b[0m"}
}

// RenderError is the text of an error as $ErrorView wants it: ConciseView,
// NormalView, CategoryView or DetailedView ("about_Preference_Variables").
// The variable and the commands that it names are those of the scope.
func (s *Session) RenderError(r *ErrorRecord, scope *Scope, coloured bool) string {
	var c errorColours
	if coloured {
		c = s.errorColours()
	}
	if r.native {
		return c.text + r.Exception.Message + c.reset + "\n"
	}
	switch s.ErrorView(scope) {
	case "categoryview":
		return c.text + r.categoryMessage() + c.reset + "\n"
	case "normalview":
		return c.text + r.normalView() + c.reset + "\n"
	case "detailedview":
		return c.text + s.detailedView(r, coloured) + c.reset
	}
	return s.conciseView(r, scope, c)
}

// ErrorView is $ErrorView as a scope sees it, in lower case.
func (s *Session) ErrorView(scope *Scope) string {
	v, _ := scope.Get("ErrorView")
	name, _ := s.Types.Text(v, " ")
	return fold(name)
}

// ShowError writes an error that nothing has caught to the host and to $Error.
func (s *Session) ShowError(err error) error {
	r := asRecord(err, nil)
	s.remember(r)
	return s.presentError(r, false)
}

// RenderScope is where the views of errors look variables and commands up: for the
// host in the outermost scope, else in the code that runs.
func (s *Session) RenderScope(host bool) *Scope {
	if host {
		return s.global
	}
	return s.current
}

// hostError is the text of an error for the host, in its colours.
func (s *Session) hostError(r *ErrorRecord) string {
	_, coloured := s.Host.Colors()
	return s.RenderError(r, s.global, coloured && s.Style.Rendering != style.PlainText)
}

// categoryMessage is CategoryInfo.GetMessage().
func (r *ErrorRecord) categoryMessage() string {
	c := r.categoryInfo()
	return categoryName(c.Category) + ": (" + c.TargetName + ":" + c.TargetType + ") [" + c.Activity + "], " + c.Reason
}

// normalView is the view of Windows PowerShell.
func (r *ErrorRecord) normalView() string {
	var b strings.Builder
	if i := r.Invocation; i != nil && i.InvocationName != "" {
		b.WriteString(r.normalSubject() + " : ")
	}
	b.WriteString(r.Error())
	if position := positionMessage(r.place()); position != "" && (r.Invocation != nil || r.parse == nil) {
		b.WriteString("\n" + position)
	}
	b.WriteString("\n+ CategoryInfo          : " + r.categoryMessage())
	b.WriteString("\n+ FullyQualifiedErrorId : " + r.FullyQualifiedErrorID())
	return b.String()
}

// normalSubject is the command as it was called; a script by its path, a block by
// its text.
func (r *ErrorRecord) normalSubject() string {
	i := r.Invocation
	switch c := i.Command.(type) {
	case *Script:
		return c.Path
	case *Function:
		if c.anonymous {
			return (&ScriptBlock{code: c.code}).Source()
		}
	}
	return i.InvocationName
}

// categoryInfo fills in what the error itself leaves open: the reason is the
// exception's type, the target's name and type come from the target.
func (r *ErrorRecord) categoryInfo() CategoryInfo {
	c := r.Category
	if c.Reason == "" {
		c.Reason = r.Exception.Type().Name()
		if r.parse != nil && r.Invocation == nil {
			c.Reason = objects.ParentContainsErrorRecord.Name()
		}
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

func runeCount(s string) int { return len([]rune(s)) }
