package view

import (
	"bytes"
	"strings"
)

// pageMargin are the lines of a page that -RepeatHeader leaves free.
const pageMargin = 2

// tableWriter lays out a group as rows below headers.
type tableWriter struct {
	r       *Renderer
	columns []tableColumn
	widths  []int // -1 for a column that is not shown
	last    int   // the last column that is shown; -1 for none
	rows    int   // since the headers
	headers int   // lines that the headers take
	row     bytes.Buffer
	cells   [][]string // lines of each cell of a row of several lines
}

func newTableWriter(r *Renderer) *tableWriter {
	t := &tableWriter{r: r, columns: r.start.columns, last: -1}
	t.widths = make([]int, len(t.columns))
	for i, c := range t.columns {
		t.widths[i] = c.width
	}
	copy(t.widths, r.queue.widths)
	if r.page.TableWidth < minScreen {
		return t
	}
	fitColumns(t.widths, r.page.TableWidth)
	for i, w := range t.widths {
		if w >= minColumn {
			t.last = i
		}
	}
	return t
}

func (t *tableWriter) open(headed bool) error {
	if !headed {
		if err := t.r.line(""); err != nil {
			return err
		}
	}
	return t.writeHeaders()
}

func (t *tableWriter) close() error { return nil }

func (t *tableWriter) entry(e *FormatEntry) error {
	if t.last < 0 {
		return nil
	}
	if t.r.start.repeat && t.rows > 0 && t.rows+t.headers+pageMargin >= t.r.page.Height {
		if err := t.writeHeaders(); err != nil {
			return err
		}
	}
	t.rows++
	if e.multiLine {
		return t.writeRows(e.cells, nil)
	}
	return t.writeRow(e.cells)
}

func (t *tableWriter) writeHeaders() error {
	t.rows, t.headers = 0, 0
	if t.last < 0 || t.r.start.hide {
		return nil
	}
	labels := make([]string, len(t.columns))
	styles := make([]string, len(t.columns))
	for i, c := range t.columns {
		labels[i] = c.label
		styles[i] = t.r.page.Style.Header
		if c.own && t.r.page.Style.OwnHeader != "" {
			styles[i] = t.r.page.Style.OwnHeader
		}
	}
	if err := t.writeRows(labels, styles); err != nil {
		return err
	}
	return t.writeRule(labels, styles)
}

// writeRule writes the dashes below the headers, as long as each label.
func (t *tableWriter) writeRule(labels, styles []string) error {
	var b strings.Builder
	for i, w := range t.widths {
		if w <= 0 {
			continue
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		n := w
		if labels[i] != "" {
			n = min(n, cellWidth(labels[i]))
		}
		dashes := place(strings.Repeat("-", n), w, t.columns[i].align, i < len(t.widths)-1)
		b.WriteString(t.r.styled(styles[i], dashes))
	}
	t.headers++
	return t.r.line(b.String())
}

// writeRow writes a row of one line. Only the last column of the view, shown
// or not, is spared the blanks behind a text at the left.
func (t *tableWriter) writeRow(cells []string) error {
	b := &t.row
	b.Reset()
	for i, w := range t.widths {
		if w <= 0 {
			continue
		}
		if i > 0 {
			b.WriteByte(' ')
		}
		cell := ""
		if i < len(cells) {
			cell = cells[i]
		}
		t.writeCell(b, cell, w, t.columns[i].align, i < len(t.widths)-1)
	}
	return t.r.line(b.String())
}

// writeCell writes the first line of a cell, cut to its width.
func (t *tableWriter) writeCell(b *bytes.Buffer, s string, width int, align Align, pad bool) {
	s = firstLine(s)
	n := cellWidth(s)
	if n > width {
		s = shorten(s, width, align)
		n = cellWidth(s)
	}
	left, right := 0, width-n
	switch align {
	case Right:
		left, right = width-n, 0
	case Center:
		left = (width - n) / 2
		right = width - n - left
	}
	b.WriteString(blanks(left))
	b.WriteString(s)
	if pad {
		b.WriteString(blanks(right))
	}
	if t.r.page.Style.Decorations && strings.IndexByte(s, escapeByte) >= 0 {
		b.WriteString(t.r.page.Style.Reset)
	}
}

// writeRows writes a row whose cells go on over several lines. styles, where
// given, are those of its cells: headers. Other rows have no blanks at the ends
// of their lines.
func (t *tableWriter) writeRows(cells, styles []string) error {
	height := t.breakCells(cells)
	for row := range height {
		b := &t.row
		b.Reset()
		last := t.lastWithLine(row)
		for i := 0; i <= last; i++ {
			if t.widths[i] > 0 {
				t.writePiece(b, i, row, styles)
			}
		}
		line := b.String()
		if styles == nil {
			line = strings.TrimRight(line, " ")
		}
		if err := t.r.line(line); err != nil {
			return err
		}
	}
	if styles != nil {
		t.headers += height
	}
	return nil
}

// breakCells breaks each cell to its column and returns the height of the row.
func (t *tableWriter) breakCells(cells []string) (height int) {
	if t.cells == nil {
		t.cells = make([][]string, len(t.widths))
	}
	for i, w := range t.widths {
		t.cells[i] = t.cells[i][:0]
		if w <= 0 {
			continue
		}
		cell := ""
		if i < len(cells) {
			cell = cells[i]
		}
		t.cells[i] = append(t.cells[i], t.r.wrapper.wrap(cell, w)...)
		height = max(height, len(t.cells[i]))
	}
	return height
}

// lastWithLine is the last column that has text in a line of the row: nothing
// is written behind it.
func (t *tableWriter) lastWithLine(row int) int {
	for i := t.last; i > 0; i-- {
		if len(t.cells[i]) > row {
			return i
		}
	}
	return 0
}

// writePiece writes what column i has in a line of a row, with the blank before.
func (t *tableWriter) writePiece(b *bytes.Buffer, i, row int, styles []string) {
	w, align := t.widths[i], t.columns[i].align
	before := ""
	if i > 0 {
		before = " "
	}
	if row >= len(t.cells[i]) {
		b.WriteString(before)
		b.WriteString(blanks(w))
		return
	}
	piece := t.cells[i][row]
	if i < t.last || align == Right || align == Center {
		piece = place(piece, w, align, i < t.last && !(row > 0 && i == t.lastWithLine(row)))
	}
	if styles == nil {
		b.WriteString(before)
		b.WriteString(piece)
		return
	}
	b.WriteString(t.r.styled(styles[i], before+piece))
}

// place puts s, which fits, into a column.
func place(s string, width int, align Align, pad bool) string {
	n := cellWidth(s)
	if n >= width {
		return s
	}
	left, right := 0, width-n
	switch align {
	case Right:
		left, right = width-n, 0
	case Center:
		left = (width - n) / 2
		right = width - n - left
	}
	if !pad {
		right = 0
	}
	return blanks(left) + s + blanks(right)
}

// firstLine is s up to its first line end, with an ellipsis for the rest.
func firstLine(s string) string {
	end := strings.IndexByte(s, '\n')
	if i := strings.IndexByte(s, '\r'); i >= 0 && (end < 0 || i < end) {
		end = i
	}
	if end < 0 {
		return s
	}
	return s[:end] + ellipsis
}

// shorten cuts s to the width with an ellipsis, at its beginning where it
// stands at the right.
func shorten(s string, width int, align Align) string {
	if width <= 1 {
		if align == Right {
			return cutTail(s, width)
		}
		return cutHead(s, width)
	}
	if align == Right {
		return ellipsis + cutTail(s, width-1)
	}
	return cutHead(s, width-1) + ellipsis
}
