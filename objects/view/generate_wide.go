package view

import (
	"github.com/csshell/csshell/objects"
)

// wideGenerator shows one property of each object: the one asked for, else
// the one that names the object, else the first.
type wideGenerator struct {
	*evaluator
	field *field
}

func (w *wideGenerator) start(objects.Value) (*FormatStart, error) {
	return w.wideStart(w.request.AutoSize.or(false), 0), nil
}

func (e *evaluator) wideStart(autoSize bool, columns int) *FormatStart {
	start := &FormatStart{shape: WideShape, autoSize: autoSize}
	if !autoSize {
		start.perLine = columns
		if e.request.Columns > 0 {
			start.perLine = e.request.Columns
		}
	}
	return start
}

func (w *wideGenerator) entry(v objects.Value) (*FormatEntry, error) {
	if w.field == nil {
		w.field = w.choose(v)
	}
	if w.field == nil {
		return &FormatEntry{cells: []string{""}}, nil
	}
	return w.wide(w.field, v)
}

func (w *wideGenerator) choose(v objects.Value) *field {
	tt := w.s.Types
	fields := resolve(tt, w.request.Properties, v, false)
	if len(w.request.Properties) == 0 {
		if name := displayProperty(tt, v); name != "" {
			return &field{label: name, name: name}
		}
		fields = defaultFields(tt, v)
	}
	if len(fields) == 0 {
		return nil
	}
	return fields[0]
}

func (e *evaluator) wide(f *field, v objects.Value) (*FormatEntry, error) {
	s, err := e.text(f, v)
	if err != nil {
		return nil, err
	}
	return &FormatEntry{cells: []string{s}}, nil
}

// wideView shows objects as a view says.
type wideView struct {
	*evaluator
	body  Wide
	field *field
}

func newWideView(e *evaluator, body Wide) *wideView {
	return &wideView{e, body, &field{label: body.Property, name: body.Property, value: body.Value, format: body.Format}}
}

func (w *wideView) start(objects.Value) (*FormatStart, error) {
	return w.wideStart(w.request.AutoSize.or(w.body.AutoSize), w.body.Columns), nil
}

func (w *wideView) entry(v objects.Value) (*FormatEntry, error) { return w.wide(w.field, v) }
