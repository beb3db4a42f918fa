package data

import (
	"slices"
	"strconv"

	"github.com/csshell/csshell/objects"
)

// The states of a row (DataRowState).
const (
	detached  = 1
	unchanged = 2
	added     = 4
	deleted   = 8
	modified  = 16
)

// row is a System.Data.DataRow: its columns are its properties.
type row struct {
	table  *table
	values []value
	state  uint64
	failed value // RowError
}

// Type is System.Data.DataRow.
func (*row) Type() *objects.Type { return RowType }

// get is a cell; a computed column's is worked out.
func (r *row) get(at int) value {
	c := r.table.columns[at]
	if c.compiled == nil {
		return r.values[at]
	}
	v, err := scope{r.table, r, r.table.rows}.eval(c.compiled)
	if err == nil && !isDBNull(v) {
		v, err = r.table.types.Convert(v, c.valueType())
	}
	if err != nil {
		return null()
	}
	return v
}

// set changes a cell, converted to the column's type.
func (r *row) set(at int, v value) error {
	c := r.table.columns[at]
	v = v.Base()
	switch {
	case c.readOnly.Bool() || c.compiled != nil:
		return objects.NewException(readOnlyType, "Column '"+c.title()+"' is read only.")
	case v.IsNull() && c.valueType().Is(objects.ValueTypeAttr):
		return objects.NewException(objects.ArgumentException, "Cannot set Column '"+c.title()+"' to be null. Please use DBNull instead.")
	case isDBNull(v):
		v = null()
	default:
		converted, err := r.table.types.Convert(v, c.valueType())
		if err != nil {
			shown, _ := r.table.types.Text(v, " ")
			return objects.NewException(objects.ArgumentException, err.Error()+"Couldn't store <"+shown+"> in "+c.title()+" Column.  Expected type is "+c.valueType().Name()+".").Because(err)
		}
		v = converted
	}
	r.values[at] = v
	if r.state == unchanged {
		r.state = modified
	}
	return nil
}

var readOnlyType = &objects.Type{FullName: "System.Data.ReadOnlyException", Base: DataExceptionType, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}

// AdaptedProperty is the cell of a column.
func (r *row) AdaptedProperty(name string) (value, bool) {
	if at := r.table.place(name); at >= 0 && at < len(r.values) {
		return r.get(at), true
	}
	return objects.Null, false
}

// SetAdaptedProperty changes the cell of a column.
func (r *row) SetAdaptedProperty(name string, v value) (bool, error) {
	at := r.table.place(name)
	if at < 0 {
		return false, nil
	}
	return true, r.set(at, v)
}

// AdaptedMembers are the columns.
func (r *row) AdaptedMembers() []objects.Member {
	members := make([]objects.Member, len(r.table.columns))
	for i, c := range r.table.columns {
		members[i] = objects.Member{Name: c.title(), Kind: objects.PropertyMember, Definition: r.table.types.DisplayName(c.valueType()) + " " + c.title() + " {get;set;}"}
	}
	return members
}

// place is the column that an index names: a name, a place or the column.
func (r *row) place(tt *objects.TypeTable, index value) (int, error) {
	if c, ok := objects.As[*dataColumn](index); ok {
		if at := slices.Index(r.table.columns, c); at >= 0 {
			return at, nil
		}
		return 0, objects.NewException(objects.ArgumentException, "Column '"+c.title()+"' does not belong to table "+tableTitle(r.table)+".")
	}
	if name, ok := index.Str(); ok {
		if at := r.table.place(name); at >= 0 {
			return at, nil
		}
		return 0, objects.NewException(objects.ArgumentException, "Column '"+name+"' does not belong to table "+tableTitle(r.table)+".")
	}
	i, err := tt.Convert(index, objects.Int32Type)
	if at := int(i.Int64()); err != nil || at >= 0 && at < len(r.values) {
		return at, err
	}
	return 0, objects.NewException(objects.IndexOutOfRangeException, "Cannot find column "+strconv.FormatInt(i.Int64(), 10)+".")
}

func tableTitle(t *table) string { s, _ := t.name.Str(); return s }

// Item is the cell that an index names.
func (r *row) Item(tt *objects.TypeTable, index []value) (value, bool, error) {
	at, err := r.place(tt, index[0])
	if err != nil {
		return objects.Null, false, err
	}
	return r.get(at), true, nil
}

// SetItem changes the cell that an index names.
func (r *row) SetItem(tt *objects.TypeTable, index []value, to value) error {
	at, err := r.place(tt, index[0])
	if err != nil {
		return err
	}
	return r.set(at, to)
}

func rowOf(v value) *row {
	switch r := v.Base().Ref().(type) {
	case *row:
		return r
	case *rowView:
		return r.row
	}
	return &row{table: &table{}}
}

func (r *row) delete() {
	if r.state == added {
		r.table.rows = slices.DeleteFunc(r.table.rows, func(x *row) bool { return x == r })
		r.state = detached
		return
	}
	r.state = deleted
}

func rowDeclaration() *objects.Declaration {
	isNull := func(c *call) (value, error) {
		r := rowOf(c.This)
		at, err := r.place(c.Types, c.Args[0])
		if err != nil {
			return objects.Null, err
		}
		return truth(isDBNull(r.get(at))), nil
	}
	return &objects.Declaration{
		Type: RowType,
		Properties: []objects.Property{
			reads("bool HasErrors {get;}", func(v value) value { return truth(!rowOf(v).failed.IsNull()) }),
			{
				Signature: "System.Object[] ItemArray {get;set;}",
				Get: func(v value) (value, error) {
					r := rowOf(v)
					items := make([]value, len(r.values))
					for i := range items {
						items[i] = r.get(i)
					}
					return objects.ArrayValue(items), nil
				},
				Set: func(this, v value) error {
					r := rowOf(this)
					a, _ := objects.As[*objects.Array](v)
					if a == nil || a.Len() > len(r.values) {
						return objects.NewException(objects.ArgumentException, "Input array is longer than the number of columns in this table.")
					}
					for i, x := range a.Items() {
						if err := r.set(i, x); err != nil {
							return err
						}
					}
					return nil
				},
			},
			objects.Slot("string RowError {get;set;}", func(r *row) *value { return &r.failed }),
			reads("System.Data.DataRowState RowState {get;}", func(v value) value { return objects.Word(rowStateType, rowOf(v).state) }),
			reads("System.Data.DataTable Table {get;}", func(v value) value { return objects.Of(rowOf(v).table) }),
		},
		Methods: []objects.Method{
			does("void AcceptChanges()", func(c *call) error { rowOf(c.This).accept(); return nil }),
			does("void BeginEdit()", func(*call) error { return nil }),
			does("void EndEdit()", func(*call) error { return nil }),
			does("void Delete()", func(c *call) error { rowOf(c.This).delete(); return nil }),
			partial("bool IsNull(int columnIndex)", isNull), partial("bool IsNull(string columnName)", isNull),
			partial("bool IsNull(System.Data.DataColumn column)", isNull),
			partial("System.Object Item(int columnIndex) {get;set;}", item), partial("System.Object Item(string columnName) {get;set;}", item),
			partial("System.Object Item(System.Data.DataColumn column) {get;set;}", item),
		},
	}
}

func item(c *call) (value, error) {
	v, _, err := rowOf(c.This).Item(c.Types, c.Args)
	return v, err
}

func (r *row) accept() {
	if r.state == deleted {
		r.table.rows = slices.DeleteFunc(r.table.rows, func(x *row) bool { return x == r })
		r.state = detached
	} else if r.state != detached {
		r.state = unchanged
	}
}
