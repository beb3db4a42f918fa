package runtime

import (
	"strconv"
	"strings"
)

// The part of a long line that a position shows: so many characters in all,
// with so many before the place and behind it, if that leaves room.
const (
	shownLine   = 69
	shownBefore = 12
	shownAfter  = 8
)

// positionMessage is InvocationInfo.PositionMessage: "At line:1 char:5" with the
// line and a marker below; "" for no place.
func positionMessage(at *ScriptExtent) string {
	if at == nil {
		return ""
	}
	start := at.Source.Position(at.Start)
	place := "line"
	if at.Source.File != "" {
		place = at.Source.File
	}
	line, marker := markedLine(at)
	return "At " + place + ":" + strconv.Itoa(start.Line) + " char:" + strconv.Itoa(start.Column) + "\n+ " + line + "\n+ " + marker
}

// markedLine is the line of a place, cut to the part around it, and the ~~~
// below the place. Tabs are shown as four blanks.
func markedLine(at *ScriptExtent) (line, marker string) {
	start, end := at.Source.Position(at.Start), at.Source.Position(at.End)
	text := []rune(strings.TrimRight(at.Source.Line(start.Line), " \t\r"))
	column := start.Column - 1
	behind := max(0, column-len(text)) // blanks between the end of the line and the place
	column -= behind
	length := len(text) - column
	if end.Line == start.Line && behind == 0 && end.Column <= len(text)+1 {
		length = end.Column - start.Column
	}
	before, place := withoutTabs(text[:column]), withoutTabs(text[column:column+length])
	text = []rune(before + place + withoutTabs(text[column+length:]))
	column, length = runeCount(before), max(1, runeCount(place))
	first, last := 0, len(text)
	if len(text) > shownLine {
		first, last, length = window(len(text), column, length)
	}
	shown := string(text[first:last])
	column -= first
	if first > 0 {
		shown = "… " + shown
		column += 2
	}
	if last < len(text) {
		shown += " …"
	}
	return shown, strings.Repeat(" ", column+behind) + strings.Repeat("~", length)
}

// window is the part of a long line that shows a place: some of what stands
// before it, as much of the place as there is room for, some of what follows,
// and then more of what stands before.
func window(line, column, length int) (first, last, shown int) {
	before := min(column, shownBefore)
	length = min(length, shownLine-before)
	after := min(line-column-length, shownAfter, shownLine-before-length)
	first = column - min(column, shownLine-length-after)
	return first, min(line, first+shownLine), length
}

func withoutTabs(text []rune) string { return strings.ReplaceAll(string(text), "\t", "    ") }
