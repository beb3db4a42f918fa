package data

import (
	"slices"

	"github.com/csshell/csshell/objects"
)

func makeTable(c *call) value {
	name := objects.Null
	if len(c.Args) > 0 {
		name = c.Args[0]
	}
	return objects.Of(newTable(c.Types, name))
}

func rowArray(rows []*row) value {
	items := make([]value, len(rows))
	for i, r := range rows {
		items[i] = objects.Of(r)
	}
	return objects.Of(objects.NewArray(RowType, items))
}

func tableDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type:         TableType,
		Constructors: []objects.Method{total("new()", makeTable), total("new(string tableName)", makeTable), total("new(string tableName, string tableNamespace)", makeTable)},
		Properties: []objects.Property{
			reads("System.Data.DataColumnCollection Columns {get;}", func(v value) value { return objects.Of(columns{tableOf(v)}) }),
			reads("System.Data.DataSet DataSet {get;}", func(v value) value {
				if s := tableOf(v).set; s != nil {
					return objects.Of(s)
				}
				return objects.Null
			}),
			reads("System.Data.DataView DefaultView {get;}", func(v value) value {
				t := tableOf(v)
				if t.view == nil {
					t.view = &view{table: t}
				}
				return objects.Of(t.view)
			}),
			reads("bool HasErrors {get;}", func(v value) value {
				return truth(slices.ContainsFunc(tableOf(v).rows, func(r *row) bool { return !r.failed.IsNull() }))
			}),
			{
				Signature: "System.Data.DataColumn[] PrimaryKey {get;set;}",
				Get:       func(v value) (value, error) { return columnArray(tableOf(v).keys), nil },
				Set: func(this, v value) error {
					t := tableOf(this)
					t.keys = nil
					if a, ok := objects.As[*objects.Array](v); ok {
						for _, x := range a.Items() {
							if c, ok := objects.As[*dataColumn](x); ok {
								t.keys = append(t.keys, c)
							}
						}
					}
					return nil
				},
			},
			reads("System.Data.DataRowCollection Rows {get;}", func(v value) value { return objects.Of(rows{tableOf(v)}) }),
			objects.Slot("string TableName {get;set;}", func(t *table) *value { return &t.name }),
		},
		Methods: append(tableQueries(), tableChanges()...),
	}
}

func tableQueries() []objects.Method {
	query := func(c *call) (value, error) {
		filter, order := "", ""
		if len(c.Args) > 0 {
			filter = c.Str(0)
		}
		if len(c.Args) > 1 {
			order = c.Str(1)
		}
		found, err := tableOf(c.This).selected(filter, order)
		return rowArray(found), err
	}
	return []objects.Method{
		partial("System.Data.DataRow[] Select()", query), partial("System.Data.DataRow[] Select(string filterExpression)", query),
		partial("System.Data.DataRow[] Select(string filterExpression, string sort)", query),
		partial("System.Object Compute(string expression, string filter)", func(c *call) (value, error) {
			t := tableOf(c.This)
			e, err := parseFilter(t.types, c.Str(0))
			if err != nil {
				return objects.Null, err
			}
			found, err := t.query(c.Str(1), "")
			if err != nil {
				return objects.Null, err
			}
			return scope{t, nil, found}.eval(e)
		}),
	}
}

func tableChanges() []objects.Method {
	return []objects.Method{
		total("System.Data.DataRow NewRow()", func(c *call) value { return objects.Of(tableOf(c.This).newRow()) }),
		does("void Clear()", func(c *call) error { tableOf(c.This).rows = nil; return nil }),
		does("void AcceptChanges()", func(c *call) error {
			for _, r := range slices.Clone(tableOf(c.This).rows) {
				r.accept()
			}
			return nil
		}),
		does("void ImportRow(System.Data.DataRow row)", func(c *call) error {
			_, err := tableOf(c.This).fill(rowOf(c.Args[0]).values)
			return err
		}),
		total("System.Data.DataTable Clone()", func(c *call) value { return objects.Of(tableOf(c.This).clone()) }),
		partial("System.Data.DataTable Copy()", func(c *call) (value, error) {
			t := tableOf(c.This)
			made := t.clone()
			return objects.Of(made), made.merge(t.rows)
		}),
		does("void Merge(System.Data.DataTable table)", func(c *call) error {
			t, other := tableOf(c.This), tableOf(c.Args[0])
			for _, x := range other.columns {
				if t.place(x.title()) < 0 {
					if err := t.addColumn(x.copy()); err != nil {
						return err
					}
				}
			}
			return t.merge(other.rows)
		}),
		does("void Dispose()", func(*call) error { return nil }),
		does("void BeginLoadData()", func(*call) error { return nil }),
		does("void EndLoadData()", func(*call) error { return nil }),
	}
}

func (c *dataColumn) copy() *dataColumn {
	made := *c
	made.table = nil
	return &made
}

// clone is an empty table with the same columns.
func (t *table) clone() *table {
	made := newTable(t.types, t.name)
	for _, c := range t.columns {
		x := c.copy()
		x.table = made
		made.columns = append(made.columns, x)
		if slices.Contains(t.keys, c) {
			made.keys = append(made.keys, x)
		}
	}
	return made
}

// merge adds rows of another table, cell by cell by the names of its columns.
func (t *table) merge(from []*row) error {
	for _, r := range from {
		made := t.newRow()
		for i, c := range r.table.columns {
			if at := t.place(c.title()); at >= 0 && t.columns[at].compiled == nil && !isDBNull(r.values[i]) {
				if err := made.set(at, r.values[i]); err != nil {
					return err
				}
			}
		}
		if err := t.insert(made, len(t.rows)); err != nil {
			return err
		}
	}
	return nil
}

func columnArray(list []*dataColumn) value {
	items := make([]value, len(list))
	for i, c := range list {
		items[i] = objects.Of(c)
	}
	return objects.Of(objects.NewArray(ColumnType, items))
}

func makeColumn(c *call) value {
	args := append(slices.Clone(c.Args), objects.Null, objects.Null, objects.Null)
	made := newColumn(args[0], args[1])
	made.formula, _ = args[2].Str()
	return objects.Of(made)
}

func columnDeclaration() *objects.Declaration {
	slot := objects.Slot[*dataColumn]
	return &objects.Declaration{
		Type: ColumnType,
		Constructors: []objects.Method{
			total("new()", makeColumn), total("new(string columnName)", makeColumn), total("new(string columnName, type dataType)", makeColumn),
			total("new(string columnName, type dataType, string expr)", makeColumn),
		},
		Properties: []objects.Property{
			slot("bool AllowDBNull {get;set;}", func(c *dataColumn) *value { return &c.allowNull }),
			slot("bool AutoIncrement {get;set;}", func(c *dataColumn) *value { return &c.increments }),
			slot("long AutoIncrementSeed {get;set;}", func(c *dataColumn) *value { return &c.seed }),
			slot("long AutoIncrementStep {get;set;}", func(c *dataColumn) *value { return &c.step }),
			{
				Signature: "string Caption {get;set;}",
				Get: func(v value) (value, error) {
					c, _ := objects.As[*dataColumn](v)
					if c.caption.IsNull() {
						return c.name, nil
					}
					return c.caption, nil
				},
				Set: func(this, v value) error {
					if c, ok := objects.As[*dataColumn](this); ok {
						c.caption = v
					}
					return nil
				},
			},
			slot("string ColumnName {get;set;}", func(c *dataColumn) *value { return &c.name }),
			slot("type DataType {get;set;}", func(c *dataColumn) *value { return &c.typ }),
			slot("System.Object DefaultValue {get;set;}", func(c *dataColumn) *value { return &c.standard }),
			{
				Signature: "string Expression {get;set;}",
				Get: func(v value) (value, error) {
					c, _ := objects.As[*dataColumn](v)
					return text(c.formula), nil
				},
				Set: func(this, v value) error {
					c, _ := objects.As[*dataColumn](this)
					c.formula, _ = v.Str()
					return c.compile()
				},
			},
			slot("int MaxLength {get;set;}", func(c *dataColumn) *value { return &c.max }),
			reads("int Ordinal {get;}", func(v value) value {
				if c, ok := objects.As[*dataColumn](v); ok && c.table != nil {
					return objects.Int(slices.Index(c.table.columns, c))
				}
				return objects.Int(-1)
			}),
			slot("bool ReadOnly {get;set;}", func(c *dataColumn) *value { return &c.readOnly }),
			reads("System.Data.DataTable Table {get;}", func(v value) value {
				if c, ok := objects.As[*dataColumn](v); ok && c.table != nil {
					return objects.Of(c.table)
				}
				return objects.Null
			}),
			slot("bool Unique {get;set;}", func(c *dataColumn) *value { return &c.unique }),
		},
	}
}
