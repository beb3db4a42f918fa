package view

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// styleViews show $PSStyle and its parts: each sequence as text, in its own
// style.
func styleViews() []View {
	const style = automation + "PSStyle"
	colours := strings.Fields("Black BrightBlack White BrightWhite Red BrightRed Magenta BrightMagenta " +
		"Blue BrightBlue Cyan BrightCyan Green BrightGreen Yellow BrightYellow")
	formatting := strings.Fields("FormatAccent ErrorAccent Error Warning Verbose Debug TableHeader " +
		"CustomTableHeaderLabel FeedbackName FeedbackText FeedbackAction")
	return []View{
		{Types: of(style), Body: List{Items: styleItems(colours, formatting)}},
		{Types: of(style + "+FormattingData"), Body: List{Items: sequenceItems("", formatting)}},
		{Types: of(style + "+ProgressConfiguration"), Body: List{Items: append(sequenceItems("", []string{"Style"}),
			listItems("MaxWidth", "View", "UseOSCIndicator")...)}},
		{Types: of(style + "+ForegroundColor"), Body: List{Items: sequenceItems("", colours)}},
		{Types: of(style + "+BackgroundColor"), Body: List{Items: sequenceItems("", colours)}},
	}
}

func styleItems(colours, formatting []string) []Item {
	items := sequenceItems("", strings.Fields("Reset BlinkOff Blink BoldOff Bold DimOff Dim Hidden HiddenOff Reverse "+
		"ReverseOff ItalicOff Italic UnderlineOff Underline StrikethroughOff Strikethrough"))
	items = append(items, Item{Property: "OutputRendering"})
	items = append(items, sequenceItems("Formatting", formatting)...)
	items = append(items, sequenceItems("Progress", []string{"Style"})...)
	for _, name := range [...]string{"MaxWidth", "View", "UseOSCIndicator"} {
		items = append(items, Item{Label: "Progress." + name, Value: pathOf("Progress", name)})
	}
	items = append(items, sequenceItems("FileInfo", []string{"Directory", "SymbolicLink", "Executable"})...)
	items = append(items, Item{Label: "FileInfo.Extension", Value: extensions})
	items = append(items, sequenceItems("Foreground", colours)...)
	return append(items, sequenceItems("Background", colours)...)
}

// sequenceItems are lines that show sequences, those of a part of $PSStyle
// where part is not "".
func sequenceItems(part string, names []string) []Item {
	items := make([]Item, len(names))
	for i, name := range names {
		path, label := []string{name}, name
		if part != "" {
			path, label = []string{part, name}, part+"."+name
		}
		items[i] = Item{Label: label, Value: sequence(path)}
	}
	return items
}

// sequence is an escape sequence followed by itself in writing.
func sequence(path []string) Expression {
	return func(c *Context, v objects.Value) (objects.Value, error) {
		value, err := c.Path(v, path...)
		s, _ := value.Str()
		return objects.String(s + strings.ReplaceAll(s, "\x1b", "`e") + "\x1b[0m"), err
	}
}

// extensions are the file name extensions that have a style.
func extensions(c *Context, v objects.Value) (objects.Value, error) {
	value, err := c.Path(v, "FileInfo", "Extension", "Keys")
	if err != nil {
		return objects.Null, err
	}
	s, err := c.Types.Text(value, ",")
	return objects.String(s), err
}
