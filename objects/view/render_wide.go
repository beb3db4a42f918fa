package view

// wideWriter lays out a group as several objects a line.
type wideWriter struct {
	table   *tableWriter
	waiting []string // the cells of a line that is not full
}

func newWideWriter(r *Renderer) *wideWriter {
	n := 2
	switch start := r.start; {
	case start.perLine > 0:
		n = start.perLine
	case r.queue.widest > 0:
		n = perLine(r.queue.widest, r.page.TableWidth)
	}
	t := &tableWriter{r: r, columns: make([]tableColumn, n), widths: make([]int, n), last: -1}
	if r.page.TableWidth >= minScreen {
		fitColumns(t.widths, r.page.TableWidth)
		t.last = 0
	}
	return &wideWriter{table: t, waiting: make([]string, 0, n)}
}

func (w *wideWriter) open(headed bool) error {
	if headed {
		return nil
	}
	return w.table.r.line("")
}

func (w *wideWriter) entry(e *FormatEntry) error {
	w.waiting = append(w.waiting, e.cells[0])
	if len(w.waiting) < cap(w.waiting) {
		return nil
	}
	return w.flush()
}

func (w *wideWriter) flush() error {
	if len(w.waiting) == 0 || w.table.last < 0 {
		return nil
	}
	err := w.table.writeRow(w.waiting)
	w.waiting = w.waiting[:0]
	return err
}

func (w *wideWriter) close() error { return w.flush() }
