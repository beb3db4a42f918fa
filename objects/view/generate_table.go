package view

import (
	"github.com/csshell/csshell/objects"
)

// maxColumns is the number of columns of a table that nobody named the
// properties of.
const maxColumns = 10

// tableGenerator shows objects as rows of their properties.
type tableGenerator struct {
	*evaluator
	fields []*field
	cells  []string // room for the rows to come
}

func (t *tableGenerator) start(v objects.Value) (*FormatStart, error) {
	if len(t.request.Properties) > 0 {
		t.fields = resolve(t.s.Types, t.request.Properties, v, true)
	} else {
		t.fields = defaultFields(t.s.Types, v)
		t.fields = t.fields[:min(len(t.fields), maxColumns)]
	}
	r := t.request
	start := &FormatStart{
		shape: TableShape, autoSize: r.AutoSize.or(false), hide: r.HideHeaders, repeat: r.RepeatHeader,
		columns: make([]tableColumn, len(t.fields)),
	}
	for i, f := range t.fields {
		f.table = f.format == ""
		align := f.align
		if align == Undefined {
			var err error
			if align, err = t.alignment(f, v); err != nil {
				return nil, err
			}
		}
		start.columns[i] = tableColumn{label: f.label, width: f.width, align: align}
	}
	return start, nil
}

// alignment is that of a column by its first value: numbers, Booleans and
// enums stand at the right.
func (t *tableGenerator) alignment(f *field, v objects.Value) (Align, error) {
	value, ok, err := t.value(f, v)
	if err != nil || !ok || value.IsNull() {
		return Left, err
	}
	names := objects.TypeNames(value)
	if isScalar(names) && names[0] != "System.String" {
		return Right, nil
	}
	return Left, nil
}

func (t *tableGenerator) entry(v objects.Value) (*FormatEntry, error) {
	cells, err := t.row(t.fields, v, &t.cells)
	if err != nil {
		return nil, err
	}
	return &FormatEntry{cells: cells, multiLine: t.request.Wrap.or(false)}, nil
}

// rowsAtOnce is the number of rows whose cells are allocated together.
const rowsAtOnce = 64

// row evaluates the fields of v, into cells cut from room.
func (e *evaluator) row(fields []*field, v objects.Value, room *[]string) ([]string, error) {
	n := len(fields)
	if len(*room) < n {
		*room = make([]string, n*rowsAtOnce)
	}
	cells := (*room)[:n:n]
	*room = (*room)[n:]
	for i, f := range fields {
		var err error
		if cells[i], err = e.text(f, v); err != nil {
			return nil, err
		}
	}
	return cells, nil
}

// tableView shows objects as rows of a view.
type tableView struct {
	tableGenerator
	body Table
}

func newTableView(e *evaluator, body Table) *tableView {
	t := &tableView{tableGenerator{evaluator: e, fields: make([]*field, len(body.Columns))}, body}
	for i, c := range body.Columns {
		t.fields[i] = &field{label: c.Label, name: c.Property, value: c.Value, format: c.Format, width: c.Width, align: c.Align}
	}
	return t
}

func (t *tableView) start(v objects.Value) (*FormatStart, error) {
	r := t.request
	start := &FormatStart{
		shape: TableShape, autoSize: r.AutoSize.or(t.body.AutoSize), hide: r.HideHeaders || t.body.HideHeaders,
		repeat: r.RepeatHeader, columns: make([]tableColumn, len(t.fields)),
	}
	for i, f := range t.fields {
		c := tableColumn{label: f.label, width: f.width, align: f.align}
		if c.label == "" {
			c.label = f.name
		} else {
			_, has, _ := t.s.Types.GetProperty(v, c.label)
			c.own = !has
		}
		start.columns[i] = c
	}
	return start, nil
}

func (t *tableView) entry(v objects.Value) (*FormatEntry, error) {
	cells, err := t.row(t.fields, v, &t.cells)
	if err != nil {
		return nil, err
	}
	return &FormatEntry{cells: cells, multiLine: t.request.Wrap.or(t.body.Wrap)}, nil
}
