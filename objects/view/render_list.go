package view

// listWriter lays out a group as lists.
type listWriter struct{ r *Renderer }

func (l *listWriter) open(headed bool) error {
	if headed {
		return nil
	}
	return l.r.line("")
}

func (l *listWriter) entry(e *FormatEntry) error {
	if err := l.r.list(e.fields); err != nil {
		return err
	}
	return l.r.line("")
}

func (l *listWriter) close() error { return nil }

const labelEnd = " : "

// list writes the lines of one object, the labels as wide as the longest.
func (r *Renderer) list(fields []listField) error {
	room := r.page.Width - len(labelEnd) - minColumn
	if len(fields) == 0 || room < minColumn {
		return nil
	}
	widest := 0
	for _, f := range fields {
		widest = max(widest, cellWidth(f.label))
	}
	widest = min(widest, room)
	indent := widest + len(labelEnd)
	for _, f := range fields {
		label := place(cutHead(f.label, widest), widest, Left, true) + labelEnd
		before := r.styled(r.page.Style.Accent, label)
		for _, line := range r.wrapper.wrap(f.text, r.page.Width-indent) {
			if err := r.line(before + line); err != nil {
				return err
			}
			before = blanks(indent)
		}
	}
	return nil
}
