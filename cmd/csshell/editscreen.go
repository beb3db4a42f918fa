package main

import (
	"fmt"
	"io"
	"strings"

	"github.com/csshell/csshell/objects/style"
)

// cell is a place on the screen: a character with what combines with it.
type cell struct {
	text  string
	style string
	width int
}

// picture is what the editor wants to be seen: rows of cells and the cursor.
type picture struct {
	rows        [][]cell
	row, column int
}

// styledRune is a character with its colour.
type styledRune struct {
	r     rune
	style string
}

// drawer lays text out and writes what has changed since the last picture, and
// nothing else.
type drawer struct {
	out    io.Writer
	width  int
	offset int // the cells of the prompt's last line
	shown  picture
	wire   strings.Builder
}

// begin writes the prompt from a column on; the text follows it on the same line.
func (d *drawer) begin(column int, prompt string, width int) error {
	d.width = max(width, 2)
	last := prompt
	if i := strings.LastIndexByte(prompt, '\n'); i >= 0 {
		last, column = prompt[i+1:], 0
	}
	d.offset = (column + stringCells(style.Plain(last))) % d.width
	d.shown = picture{rows: [][]cell{nil}, column: d.offset}
	_, err := io.WriteString(d.out, strings.ReplaceAll(prompt, "\n", "\r\n"))
	return err
}

// layout breaks text into rows; at is the place of the cursor in it. Lines after
// the first begin with the continuation.
func (d *drawer) layout(text []styledRune, at int) picture {
	p := picture{rows: [][]cell{nil}}
	column := d.offset
	add := func(c cell) {
		if column+c.width > d.width {
			p.rows, column = append(p.rows, nil), 0
		}
		p.rows[len(p.rows)-1] = append(p.rows[len(p.rows)-1], c)
		column += c.width
	}
	for i, s := range text {
		if i == at {
			p.row, p.column = len(p.rows)-1, column
		}
		switch w := runeCells(s.r); {
		case s.r == '\n':
			p.rows, column = append(p.rows, nil), 0
			for _, r := range continuation {
				add(cell{text: string(r), width: 1})
			}
		case s.r == '\t':
			add(cell{text: " ", width: 1})
		case s.r < ' ' || s.r == 0x7f:
			add(cell{text: "^", style: s.style, width: 1})
			add(cell{text: string(s.r ^ 0x40), style: s.style, width: 1})
		case w == 0 && len(p.rows[len(p.rows)-1]) > 0:
			row := p.rows[len(p.rows)-1]
			row[len(row)-1].text += string(s.r)
		default:
			add(cell{text: string(s.r), style: s.style, width: max(w, 1)})
		}
	}
	if at >= len(text) {
		p.row, p.column = len(p.rows)-1, column
	}
	if p.column >= d.width {
		if p.row+1 == len(p.rows) {
			p.rows = append(p.rows, nil)
		}
		p.row, p.column = p.row+1, 0
	}
	return p
}

// note adds rows of plain text below the picture.
func (d *drawer) note(p *picture, lines []styledLine) {
	for _, l := range lines {
		var row []cell
		column := 0
		for _, r := range l.text {
			w := max(runeCells(r), 1)
			if column+w >= d.width {
				break
			}
			row = append(row, cell{text: string(r), style: l.style, width: w})
			column += w
		}
		p.rows = append(p.rows, row)
	}
}

// styledLine is a line below the text.
type styledLine struct{ text, style string }

// draw writes the difference to the last picture.
func (d *drawer) draw(p picture) error {
	d.wire.Reset()
	row, column := d.shown.row, d.shown.column
	for r := 0; r < max(len(p.rows), len(d.shown.rows)); r++ {
		var before, after []cell
		if r < len(d.shown.rows) {
			before = d.shown.rows[r]
		}
		if r < len(p.rows) {
			after = p.rows[r]
		}
		same := 0
		for same < len(before) && same < len(after) && before[same] == after[same] {
			same++
		}
		if same == len(before) && same == len(after) && r < len(d.shown.rows) {
			continue
		}
		start := d.columnOf(r, after, same)
		row, _ = d.move(row, column, r, start)
		d.write(after[same:])
		column = start + widthOf(after[same:])
		if widthOf(before) > widthOf(after) {
			d.wire.WriteString("\x1b[K")
		}
	}
	d.move(row, min(column, d.width-1), p.row, p.column)
	rows := max(len(p.rows), len(d.shown.rows))
	d.shown = p
	for len(d.shown.rows) < rows { // rows that were drawn stay part of the screen
		d.shown.rows = append(d.shown.rows, nil)
	}
	if d.wire.Len() == 0 {
		return nil
	}
	_, err := io.WriteString(d.out, d.wire.String())
	return err
}

func (d *drawer) columnOf(row int, cells []cell, n int) int {
	column := widthOf(cells[:n])
	if row == 0 {
		column += d.offset
	}
	return column
}

func widthOf(cells []cell) int {
	n := 0
	for _, c := range cells {
		n += c.width
	}
	return n
}

func (d *drawer) write(cells []cell) {
	now := ""
	for _, c := range cells {
		if c.style != now {
			if now != "" {
				d.wire.WriteString("\x1b[0m")
			}
			d.wire.WriteString(c.style)
			now = c.style
		}
		d.wire.WriteString(c.text)
	}
	if now != "" {
		d.wire.WriteString("\x1b[0m")
	}
}

// move goes to a row and column of the picture; rows below all others are made.
func (d *drawer) move(row, column, toRow, toColumn int) (int, int) {
	if row == toRow && column == toColumn {
		return row, column
	}
	switch {
	case toRow < row:
		fmt.Fprintf(&d.wire, "\x1b[%dA", row-toRow)
	case toRow > row:
		d.wire.WriteString("\r" + strings.Repeat("\n", toRow-row))
		column = 0
	}
	if column != toColumn || toRow < row {
		if toColumn == 0 {
			d.wire.WriteString("\r")
		} else {
			fmt.Fprintf(&d.wire, "\x1b[%dG", toColumn+1)
		}
	}
	return toRow, toColumn
}

// end leaves the picture: the cursor goes to the line below it.
func (d *drawer) end() error {
	d.wire.Reset()
	last := len(d.shown.rows) - 1
	for last > d.shown.row && len(d.shown.rows[last]) == 0 {
		last--
	}
	d.move(d.shown.row, d.shown.column, last, 0)
	_, err := io.WriteString(d.out, d.wire.String()+"\r\n")
	return err
}
