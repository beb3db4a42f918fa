package runtime

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/parser"
)

// maxParseMessages is how many mistakes the message of a ParseException names.
const maxParseMessages = 10

// parseMessage is the message of a ParseException: place, line, marker and
// sentence of each mistake.
func parseMessage(source *parser.Source, errs []parser.ParseError) string {
	var b strings.Builder
	for i, e := range errs {
		if i == maxParseMessages {
			b.WriteString("\n\nNot all parse errors were reported.  Correct the reported errors and try again.")
			break
		}
		if i > 0 {
			b.WriteString("\n\n")
		}
		b.WriteString(positionMessage(&ScriptExtent{source, e.Extent}))
		b.WriteByte('\n')
		b.WriteString(e.Message)
	}
	return b.String()
}

// positionMessage is "At line:1 char:5" with the line and a marker below.
func positionMessage(at *ScriptExtent) string {
	start := at.Source.Position(at.Start)
	place := "line"
	if at.Source.File != "" {
		place = at.Source.File
	}
	line, marker := markedLine(at)
	line = strings.TrimRight(line, " \t\r")
	return "At " + place + ":" + strconv.Itoa(start.Line) + " char:" + strconv.Itoa(start.Column) + "\n+ " + line + "\n+ " + marker
}

// markedLine is the line of a place, cut to the part around it, and the ~~~
// below the place.
func markedLine(at *ScriptExtent) (line, marker string) {
	start, end := at.Source.Position(at.Start), at.Source.Position(at.End)
	text := []rune(at.Source.Line(start.Line))
	from := start.Column - 1
	length := len(text) - from
	if end.Line == start.Line {
		length = end.Column - start.Column
	}
	before, after := "", ""
	if len(text) > 69 {
		text, from, before, after = cutLine(text, from)
	}
	length = max(1, min(length, len(text)-from))
	return before + string(text) + after, strings.Repeat(" ", len(before)+max(from, 0)) + strings.Repeat("~", length)
}

// cutLine keeps what surrounds a column of a long line.
func cutLine(text []rune, from int) (cut []rune, column int, before, after string) {
	const around = 69
	first := 0
	if from > around/2 {
		first = from - around/2
		before = "… "
	}
	last := min(len(text), first+around)
	if last < len(text) {
		after = " …"
	}
	return text[first:last], from - first, before, after
}
