package data

import (
	"slices"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
)

// rows is a table's DataRowCollection.
type rows struct{ of *table }

// Type is System.Data.DataRowCollection.
func (rows) Type() *objects.Type { return RowsType }

// Enumerate gives the rows.
func (r rows) Enumerate(yield func(value) error) error { return r.of.Enumerate(yield) }

// Item is the row at a place.
func (r rows) Item(tt *objects.TypeTable, index []value) (value, bool, error) {
	i, err := tt.Convert(index[0], objects.Int32Type)
	if err != nil {
		return objects.Null, false, err
	}
	if at := int(i.Int64()); at >= 0 && at < len(r.of.rows) {
		return objects.Of(r.of.rows[at]), true, nil
	}
	return objects.Null, false, noRow(int(i.Int64()))
}

// SetItem fails: rows are added by Add.
func (rows) SetItem(*objects.TypeTable, []value, value) error { return readOnlyCollection() }

func readOnlyCollection() error {
	return objects.NewException(objects.NotSupportedException, "Collection is read-only.")
}

func noRow(at int) error {
	return objects.NewException(objects.IndexOutOfRangeException, "There is no row at position "+strconv.Itoa(at)+".")
}

func rowsDeclaration() *objects.Declaration {
	of := func(v value) *table { r, _ := objects.As[rows](v); return r.of }
	find := func(c *call) (value, error) {
		keys := c.Args
		if a, ok := objects.As[*objects.Array](c.Args[0]); ok {
			keys = a.Items()
		}
		r, err := of(c.This).find(keys)
		if r == nil {
			return objects.Null, err
		}
		return objects.Of(r), nil
	}
	return &objects.Declaration{
		Type:       RowsType,
		Properties: []objects.Property{reads("int Count {get;}", func(v value) value { return objects.Int(len(of(v).rows)) })},
		Methods: []objects.Method{
			does("void Add(System.Data.DataRow row)", func(c *call) error { return of(c.This).insert(rowOf(c.Args[0]), len(of(c.This).rows)) }),
			partial("System.Data.DataRow Add(Params System.Object[] values)", func(c *call) (value, error) { return of(c.This).fill(c.Items(0)) }),
			does("void Clear()", func(c *call) error { of(c.This).rows = nil; return nil }),
			partial("System.Data.DataRow Find(System.Object key)", find),
			partial("System.Data.DataRow Find(System.Object[] keys)", find),
			partial("bool Contains(System.Object key)", func(c *call) (value, error) {
				v, err := find(c)
				return truth(!v.IsNull()), err
			}),
			total("int IndexOf(System.Data.DataRow row)", func(c *call) value { return objects.Int(slices.Index(of(c.This).rows, rowOf(c.Args[0]))) }),
			does("void InsertAt(System.Data.DataRow row, int pos)", func(c *call) error {
				if c.Int(1) < 0 {
					return objects.NewException(objects.IndexOutOfRangeException, "The row insert position "+strconv.Itoa(c.Int(1))+" is invalid.")
				}
				return of(c.This).insert(rowOf(c.Args[0]), c.Int(1))
			}),
			does("void Remove(System.Data.DataRow row)", func(c *call) error {
				t, r := of(c.This), rowOf(c.Args[0])
				t.rows = slices.DeleteFunc(t.rows, func(x *row) bool { return x == r })
				r.state = detached
				return nil
			}),
			does("void RemoveAt(int index)", func(c *call) error {
				t := of(c.This)
				if c.Int(0) < 0 || c.Int(0) >= len(t.rows) {
					return noRow(c.Int(0))
				}
				t.rows[c.Int(0)].state = detached
				t.rows = slices.Delete(t.rows, c.Int(0), c.Int(0)+1)
				return nil
			}),
		},
	}
}

// columns is a table's DataColumnCollection.
type columns struct{ of *table }

// Type is System.Data.DataColumnCollection.
func (columns) Type() *objects.Type { return ColumnsType }

// Enumerate gives the columns.
func (c columns) Enumerate(yield func(value) error) error {
	for _, x := range slices.Clone(c.of.columns) {
		if err := yield(objects.Of(x)); err != nil {
			return err
		}
	}
	return nil
}

// Item is the column of a name or a place; $null for another name.
func (c columns) Item(tt *objects.TypeTable, index []value) (value, bool, error) {
	at := -1
	if name, ok := index[0].Str(); ok {
		at = c.of.place(name)
	} else {
		i, err := tt.Convert(index[0], objects.Int32Type)
		if err != nil {
			return objects.Null, false, err
		}
		if at = int(i.Int64()); at < 0 || at >= len(c.of.columns) {
			return objects.Null, false, objects.NewException(objects.IndexOutOfRangeException, "Cannot find column "+strconv.Itoa(at)+".")
		}
	}
	if at < 0 {
		return objects.Null, false, nil
	}
	return objects.Of(c.of.columns[at]), true, nil
}

// SetItem fails: columns are added by Add.
func (columns) SetItem(*objects.TypeTable, []value, value) error { return readOnlyCollection() }

func columnsDeclaration() *objects.Declaration {
	of := func(v value) *table { c, _ := objects.As[columns](v); return c.of }
	add := func(c *call) (value, error) {
		made := makeColumn(c)
		x, _ := objects.As[*dataColumn](made)
		return made, of(c.This).addColumn(x)
	}
	remove := func(c *call, at int) error {
		if at < 0 || at >= len(of(c.This).columns) {
			return objects.NewException(objects.ArgumentException, "Cannot remove a column that doesn't belong to this table.")
		}
		of(c.This).removeColumn(at)
		return nil
	}
	return &objects.Declaration{
		Type:       ColumnsType,
		Properties: []objects.Property{reads("int Count {get;}", func(v value) value { return objects.Int(len(of(v).columns)) })},
		Methods: []objects.Method{
			partial("System.Data.DataColumn Add()", add), partial("System.Data.DataColumn Add(string columnName)", add),
			partial("System.Data.DataColumn Add(string columnName, type type)", add),
			partial("System.Data.DataColumn Add(string columnName, type type, string expression)", add),
			does("void Add(System.Data.DataColumn column)", func(c *call) error {
				x, ok := objects.As[*dataColumn](c.Args[0])
				if !ok {
					return objects.NullArgument("column")
				}
				return of(c.This).addColumn(x)
			}),
			does("void AddRange(System.Data.DataColumn[] columns)", func(c *call) error {
				for _, v := range c.Items(0) {
					if x, ok := objects.As[*dataColumn](v); ok {
						if err := of(c.This).addColumn(x); err != nil {
							return err
						}
					}
				}
				return nil
			}),
			total("bool Contains(string name)", func(c *call) value { return truth(of(c.This).place(c.Str(0)) >= 0) }),
			total("int IndexOf(string columnName)", func(c *call) value { return objects.Int(of(c.This).place(c.Str(0))) }),
			does("void Remove(string name)", func(c *call) error { return remove(c, of(c.This).place(c.Str(0))) }),
			does("void Remove(System.Data.DataColumn column)", func(c *call) error {
				x, _ := objects.As[*dataColumn](c.Args[0])
				return remove(c, slices.Index(of(c.This).columns, x))
			}),
			does("void RemoveAt(int index)", func(c *call) error { return remove(c, c.Int(0)) }),
			does("void Clear()", func(c *call) error {
				for t := of(c.This); len(t.columns) > 0; {
					t.removeColumn(0)
				}
				return nil
			}),
		},
	}
}

// dataSet is a System.Data.DataSet.
type dataSet struct {
	types  *objects.TypeTable
	name   value
	tables []*table
}

// Type is System.Data.DataSet.
func (*dataSet) Type() *objects.Type { return SetType }

func (s *dataSet) place(name string) int {
	return slices.IndexFunc(s.tables, func(t *table) bool { return strings.EqualFold(tableTitle(t), name) })
}

func (s *dataSet) add(t *table) error {
	for n := len(s.tables) + 1; tableTitle(t) == ""; n++ {
		if s.place("Table"+strconv.Itoa(n)) < 0 {
			t.name = text("Table" + strconv.Itoa(n))
		}
	}
	switch {
	case t.set == s:
		return objects.NewException(objects.ArgumentException, "DataTable already belongs to this DataSet.")
	case t.set != nil:
		return objects.NewException(objects.ArgumentException, "DataTable already belongs to another DataSet.")
	case s.place(tableTitle(t)) >= 0:
		return objects.NewException(DuplicateNameType, "A DataTable named '"+tableTitle(t)+"' already belongs to this DataSet.")
	}
	t.set = s
	s.tables = append(s.tables, t)
	return nil
}

func setDeclaration() *objects.Declaration {
	create := func(c *call) value {
		name := text("NewDataSet")
		if len(c.Args) > 0 {
			name = c.Args[0]
		}
		return objects.Of(&dataSet{types: c.Types, name: name})
	}
	return &objects.Declaration{
		Type:         SetType,
		Constructors: []objects.Method{total("new()", create), total("new(string dataSetName)", create)},
		Properties: []objects.Property{
			objects.Slot("string DataSetName {get;set;}", func(s *dataSet) *value { return &s.name }),
			reads("System.Data.DataTableCollection Tables {get;}", func(v value) value {
				s, _ := objects.As[*dataSet](v)
				return objects.Of(tables{s})
			}),
		},
		Methods: []objects.Method{does("void Dispose()", func(*call) error { return nil })},
	}
}

// tables is a set's DataTableCollection.
type tables struct{ of *dataSet }

// Type is System.Data.DataTableCollection.
func (tables) Type() *objects.Type { return TablesType }

// Enumerate gives the tables.
func (t tables) Enumerate(yield func(value) error) error {
	for _, x := range slices.Clone(t.of.tables) {
		if err := yield(objects.Of(x)); err != nil {
			return err
		}
	}
	return nil
}

// Item is the table of a name or a place; $null for another name.
func (t tables) Item(tt *objects.TypeTable, index []value) (value, bool, error) {
	at := -1
	if name, ok := index[0].Str(); ok {
		at = t.of.place(name)
	} else {
		i, err := tt.Convert(index[0], objects.Int32Type)
		if err != nil {
			return objects.Null, false, err
		}
		if at = int(i.Int64()); at < 0 || at >= len(t.of.tables) {
			return objects.Null, false, objects.NewException(objects.IndexOutOfRangeException, "Cannot find table "+strconv.Itoa(at)+".")
		}
	}
	if at < 0 {
		return objects.Null, false, nil
	}
	return objects.Of(t.of.tables[at]), true, nil
}

// SetItem fails: tables are added by Add.
func (tables) SetItem(*objects.TypeTable, []value, value) error { return readOnlyCollection() }

func tablesDeclaration() *objects.Declaration {
	of := func(v value) *dataSet { t, _ := objects.As[tables](v); return t.of }
	add := func(c *call) (value, error) {
		t := newTable(c.Types, objects.Null)
		if len(c.Args) > 0 {
			t.name = c.Args[0]
		}
		return objects.Of(t), of(c.This).add(t)
	}
	return &objects.Declaration{
		Type:       TablesType,
		Properties: []objects.Property{reads("int Count {get;}", func(v value) value { return objects.Int(len(of(v).tables)) })},
		Methods: []objects.Method{
			partial("System.Data.DataTable Add()", add), partial("System.Data.DataTable Add(string name)", add),
			does("void Add(System.Data.DataTable table)", func(c *call) error { return of(c.This).add(tableOf(c.Args[0])) }),
			total("bool Contains(string name)", func(c *call) value { return truth(of(c.This).place(c.Str(0)) >= 0) }),
			does("void Remove(string name)", func(c *call) error {
				s := of(c.This)
				if at := s.place(c.Str(0)); at >= 0 {
					s.tables[at].set = nil
					s.tables = slices.Delete(s.tables, at, at+1)
				}
				return nil
			}),
			does("void Clear()", func(c *call) error { of(c.This).tables = nil; return nil }),
		},
	}
}
