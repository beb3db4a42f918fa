package format

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/view"
	"github.com/csshell/csshell/runtime"
)

// settings are what views ask of a session.
func settings(s *runtime.Session, views *view.Set) *view.Settings {
	return &view.Settings{
		Context: view.Context{
			Types: s.Types, Context: s.Context(), Limit: enumerationLimit(s), Location: s.Location,
			ErrorText: func(v objects.Value) (string, error) { return errorText(s, v) },
		},
		Views:       views,
		SplitWords:  splitsWords(s.Types.Culture().ISO2()),
		Failed:      func(err error, _ string, _ objects.Value) error { return s.Overlook(err) },
		ErrorRecord: expressionError,
	}
}

// errorText is an error as the prompt shows it.
func errorText(s *runtime.Session, v objects.Value) (string, error) {
	if r, ok := objects.As[*runtime.ErrorRecord](v); ok {
		return s.RenderError(r), nil
	}
	return s.Types.Text(v, " ")
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

// style is what $PSStyle says of formatted output; the zero Style where the
// place written to takes no colours.
func style(s *runtime.Session, coloured bool) view.Style {
	v, _ := s.Global().Get("PSStyle")
	switch enumText(s, property(s, v, "OutputRendering")) {
	case "PlainText":
		return view.Style{}
	case "Ansi":
	default:
		if !coloured {
			return view.Style{}
		}
	}
	formatting := property(s, v, "Formatting")
	return view.Style{
		Header:      sequence(s, formatting, "TableHeader", "\x1b[32;1m"),
		OwnHeader:   sequence(s, formatting, "CustomTableHeaderLabel", "\x1b[32;1;3m"),
		Accent:      sequence(s, formatting, "FormatAccent", "\x1b[32;1m"),
		Reset:       "\x1b[0m",
		Decorations: true,
	}
}

func property(s *runtime.Session, v objects.Value, name string) objects.Value {
	value, _, _ := s.Types.GetProperty(v, name)
	return value
}

func enumText(s *runtime.Session, v objects.Value) string {
	text, _ := s.Types.Text(v, " ")
	return text
}

// sequence is a style of $PSStyle.Formatting, or PowerShell's own where there
// is none.
func sequence(s *runtime.Session, formatting objects.Value, name, otherwise string) string {
	if text, ok := property(s, formatting, name).Str(); ok {
		return text
	}
	return otherwise
}
