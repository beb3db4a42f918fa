package format

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/style"
	"github.com/csshell/csshell/objects/view"
	"github.com/csshell/csshell/runtime"
)

// settings are what views ask of a session; coloured says that errors are shown
// in colours.
func settings(s *runtime.Session, views *view.Set, coloured bool) *view.Settings {
	return &view.Settings{
		Context: view.Context{
			Types: s.Types, Context: s.Context(), Limit: enumerationLimit(s), Location: s.Location,
			ErrorText:    func(v objects.Value) (string, error) { return errorText(s, v, coloured) },
			ErrorDetails: func(v objects.Value) string { return s.RenderDetails(v, coloured) },
		},
		Views:       views,
		SplitWords:  splitsWords(s.Types.Culture().ISO2()),
		Failed:      func(err error, _ string, _ objects.Value) error { return s.Overlook(err) },
		ErrorRecord: expressionError,
	}
}

// errorText is an error as the prompt shows it. Among other output, one that is
// shown with its place, and one of syntax, ends with an empty line.
func errorText(s *runtime.Session, v objects.Value, coloured bool) (string, error) {
	r, ok := objects.As[*runtime.ErrorRecord](v)
	if !ok {
		return s.Types.Text(v, " ")
	}
	scope := s.RenderScope(coloured)
	text := s.RenderError(r, scope, coloured)
	if r.Category.Category == runtime.ParserError && s.ErrorView(scope) == "conciseview" || strings.Contains(text, "Line |\n") {
		text += "\n"
	}
	return text, nil
}

// defaultLimit is $FormatEnumerationLimit where it is not set, or no Int32.
const defaultLimit = 4

// enumerationLimit is $FormatEnumerationLimit of the global scope.
func enumerationLimit(s *runtime.Session) int {
	v, ok := s.Global().Get("FormatEnumerationLimit")
	if v = v.Base(); !ok || v.Kind() != objects.KindInt32 {
		return defaultLimit
	}
	return int(v.Int64())
}

// splitsWords reports whether lines are broken between words in a language, by
// its two letters; that of the invariant culture (iv) does not.
func splitsWords(language string) bool {
	switch language {
	case "en", "fr", "de", "it", "pt", "es":
		return true
	}
	return false
}

// expressionError is the record that -ShowError writes for an expression.
func expressionError(err error, expression string, v objects.Value) objects.Value {
	r := runtime.NewErrorRecord(err, "PSPropertyExpressionError", runtime.InvalidArgument, v)
	r.Details = &runtime.ErrorDetails{Message: `Failed to evaluate expression "` + expression + `".`}
	return objects.Of(r)
}

// pageStyle is what $PSStyle says of formatted output; the zero Style where the
// place written to takes no colours.
func pageStyle(s *runtime.Session, coloured bool) view.Style {
	if s.Style.Rendering == style.PlainText || s.Style.Rendering == style.Host && !coloured {
		return view.Style{}
	}
	return view.Style{
		Header:      s.Style.Formatting("TableHeader"),
		OwnHeader:   s.Style.Formatting("CustomTableHeaderLabel"),
		Accent:      s.Style.Formatting("FormatAccent"),
		Reset:       "\x1b[0m",
		Decorations: true,
	}
}
