package data

import (
	"slices"
	"strconv"

	"github.com/csshell/csshell/objects"
)

// view is a System.Data.DataView: the rows of a table that pass a filter, in an
// order of their own.
type view struct {
	table  *table
	filter string
	order  string
}

// Type is System.Data.DataView.
func (*view) Type() *objects.Type { return ViewType }

// rowView is a row seen through a view (System.Data.DataRowView).
type rowView struct{ *row }

// Type is System.Data.DataRowView.
func (*rowView) Type() *objects.Type { return RowViewType }

// Enumerate gives the rows of the view.
func (v *view) Enumerate(yield func(value) error) error {
	found, err := v.table.query(v.filter, v.order)
	if err != nil {
		return err
	}
	for _, r := range found {
		if err := yield(objects.Of(&rowView{r})); err != nil {
			return err
		}
	}
	return nil
}

// Item is the row at a place.
func (v *view) Item(tt *objects.TypeTable, index []value) (value, bool, error) {
	i, err := tt.Convert(index[0], objects.Int32Type)
	if err != nil {
		return objects.Null, false, err
	}
	found, err := v.table.query(v.filter, v.order)
	if err != nil {
		return objects.Null, false, err
	}
	if at := int(i.Int64()); at >= 0 && at < len(found) {
		return objects.Of(&rowView{found[at]}), true, nil
	}
	return objects.Null, false, objects.NewException(objects.IndexOutOfRangeException, "Index "+strconv.FormatInt(i.Int64(), 10)+" is either negative or above rows count.")
}

// SetItem fails: a view's rows are those of its table.
func (*view) SetItem(*objects.TypeTable, []value, value) error { return readOnlyCollection() }

func viewOf(v value) *view {
	if x, ok := objects.As[*view](v); ok {
		return x
	}
	return &view{table: &table{}}
}

func viewDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: ViewType,
		Constructors: []objects.Method{
			total("new(System.Data.DataTable table)", func(c *call) value { return objects.Of(&view{table: tableOf(c.Args[0])}) }),
			total("new(System.Data.DataTable table, string RowFilter, string Sort, System.Object RowState)", func(c *call) value {
				return objects.Of(&view{tableOf(c.Args[0]), c.Str(1), c.Str(2)})
			}),
		},
		Properties: []objects.Property{
			{Signature: "int Count {get;}", Get: func(v value) (value, error) {
				x := viewOf(v)
				found, err := x.table.query(x.filter, "")
				return objects.Int(len(found)), err
			}},
			{
				Signature: "string RowFilter {get;set;}",
				Get:       func(v value) (value, error) { return text(viewOf(v).filter), nil },
				Set: func(this, v value) error {
					x := viewOf(this)
					s, _ := v.Str()
					if _, err := x.table.query(s, ""); err != nil {
						return err
					}
					x.filter = s
					return nil
				},
			},
			{
				Signature: "string Sort {get;set;}",
				Get:       func(v value) (value, error) { return text(viewOf(v).order), nil },
				Set: func(this, v value) error {
					x := viewOf(this)
					s, _ := v.Str()
					if _, err := x.table.sortKeys(s); err != nil {
						return err
					}
					x.order = s
					return nil
				},
			},
			reads("System.Data.DataTable Table {get;}", func(v value) value { return objects.Of(viewOf(v).table) }),
		},
		Methods: []objects.Method{
			partial("System.Data.DataTable ToTable()", toTable),
			partial("System.Data.DataTable ToTable(bool distinct, Params string[] columnNames)", toTable),
		},
	}
}

// toTable is a new table of the view's rows, of some columns, without rows
// that came before where asked.
func toTable(c *call) (value, error) {
	v := viewOf(c.This)
	made := v.table.clone()
	distinct := len(c.Args) > 0 && c.Bool(0)
	if len(c.Args) > 1 && len(c.Items(1)) > 0 {
		made.columns, made.keys = nil, nil
		for _, name := range c.Items(1) {
			s, _ := name.Str()
			at := v.table.place(s)
			if at < 0 {
				return objects.Null, objects.NewException(objects.ArgumentException, "Column '"+s+"' does not belong to underlying table '"+tableTitle(v.table)+"'.")
			}
			if err := made.addColumn(v.table.columns[at].copy()); err != nil {
				return objects.Null, err
			}
		}
	}
	found, err := v.table.query(v.filter, v.order)
	if err != nil {
		return objects.Null, err
	}
	for _, r := range found {
		if err := made.merge([]*row{r}); err != nil {
			return objects.Null, err
		}
		last := made.rows[len(made.rows)-1]
		if distinct && slices.ContainsFunc(made.rows[:len(made.rows)-1], func(x *row) bool { return sameCells(made, x, last) }) {
			made.rows = made.rows[:len(made.rows)-1]
		}
	}
	return objects.Of(made), nil
}

func sameCells(t *table, a, b *row) bool {
	for i := range t.columns {
		if n, err := compareValues(t.types, a.get(i), b.get(i)); err != nil || n != 0 {
			return false
		}
	}
	return true
}

func rowViewDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: RowViewType,
		Properties: []objects.Property{
			reads("System.Data.DataRow Row {get;}", func(v value) value { return objects.Of(rowOf(v)) }),
		},
		Methods: []objects.Method{
			does("void Delete()", func(c *call) error { rowOf(c.This).delete(); return nil }),
			partial("System.Object Item(int ndx) {get;set;}", item), partial("System.Object Item(string property) {get;set;}", item),
		},
	}
}
