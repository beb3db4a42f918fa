package data

import (
	"slices"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
)

// table is a System.Data.DataTable; a pipeline unrolls it into its rows.
type table struct {
	types   *objects.TypeTable
	name    value
	columns []*dataColumn
	rows    []*row
	keys    []*dataColumn // the primary key
	view    *view         // DefaultView
	set     *dataSet
}

// Type is System.Data.DataTable.
func (*table) Type() *objects.Type { return TableType }

// Text is the table's name.
func (t *table) Text() (string, error) { s, _ := t.name.Str(); return s, nil }

// Enumerate gives the rows.
func (t *table) Enumerate(yield func(value) error) error {
	for _, r := range slices.Clone(t.rows) {
		if err := yield(objects.Of(r)); err != nil {
			return err
		}
	}
	return nil
}

// place is where a column stands, without regard to case; -1 for none.
func (t *table) place(name string) int {
	return slices.IndexFunc(t.columns, func(c *dataColumn) bool { return strings.EqualFold(c.title(), name) })
}

func newTable(tt *objects.TypeTable, name value) *table {
	if name.IsNull() {
		name = text("")
	}
	return &table{types: tt, name: name}
}

func tableOf(v value) *table {
	if t, ok := objects.As[*table](v); ok {
		return t
	}
	return &table{}
}

// dataColumn is a System.Data.DataColumn.
type dataColumn struct {
	table                                         *table
	name, typ, standard, caption, allowNull       value
	increments, seed, step, unique, readOnly, max value
	formula                                       string
	compiled                                      expr
}

// Type is System.Data.DataColumn.
func (*dataColumn) Type() *objects.Type { return ColumnType }

// Text is the column's name.
func (c *dataColumn) Text() (string, error) { return c.title(), nil }

func (c *dataColumn) title() string { s, _ := c.name.Str(); return s }

func (c *dataColumn) valueType() *objects.Type {
	if t, ok := objects.As[objects.RuntimeType](c.typ); ok {
		return t.Target
	}
	return objects.StringType
}

func newColumn(name value, typ value) *dataColumn {
	if name.IsNull() {
		name = text("")
	}
	if typ.IsNull() {
		typ = objects.TypeValue(objects.StringType)
	}
	return &dataColumn{
		name: name, typ: typ, standard: null(), allowNull: truth(true), increments: truth(false), seed: objects.Int64(0), step: objects.Int64(1),
		unique: truth(false), readOnly: truth(false), max: objects.Int(-1),
	}
}

// addColumn adds a column; rows that are there get its default.
func (t *table) addColumn(c *dataColumn) error {
	if c.title() == "" {
		n := 1
		for t.place("Column"+strconv.Itoa(n)) >= 0 {
			n++
		}
		c.name = text("Column" + strconv.Itoa(n))
	}
	if c.table == t {
		return objects.NewException(objects.ArgumentException, "Column '"+c.title()+"' already belongs to this DataTable.")
	}
	if c.table != nil {
		return objects.NewException(objects.ArgumentException, "Column '"+c.title()+"' already belongs to another DataTable.")
	}
	if t.place(c.title()) >= 0 {
		return objects.NewException(DuplicateNameType, "A column named '"+c.title()+"' already belongs to this DataTable.")
	}
	c.table = t
	t.columns = append(t.columns, c)
	for _, r := range t.rows {
		r.values = append(r.values, c.standard)
	}
	return c.compile()
}

// compile reads the expression of a computed column.
func (c *dataColumn) compile() error {
	c.compiled = nil
	if c.formula == "" || c.table == nil {
		return nil
	}
	e, err := parseFilter(c.table.types, c.formula)
	c.compiled = e
	return err
}

// removeColumn takes a column and its cells away.
func (t *table) removeColumn(at int) {
	t.columns[at].table = nil
	t.columns = slices.Delete(t.columns, at, at+1)
	for _, r := range t.rows {
		r.values = slices.Delete(r.values, at, at+1)
	}
}

// newRow is a row with the defaults of the columns, not in the table yet.
func (t *table) newRow() *row {
	r := &row{table: t, state: detached, values: make([]value, len(t.columns))}
	for i, c := range t.columns {
		if r.values[i] = c.standard; c.increments.Bool() {
			r.values[i], _ = t.types.Convert(objects.Int64(c.seed.Int64()), c.valueType())
			c.seed = objects.Int64(c.seed.Int64() + c.step.Int64())
		}
	}
	return r
}

// insert puts a row at a place of the table.
func (t *table) insert(r *row, at int) error {
	switch {
	case r.table != t:
		return objects.NewException(objects.ArgumentException, "This row already belongs to another table.")
	case r.state != detached:
		return objects.NewException(objects.ArgumentException, "This row already belongs to this table.")
	}
	for i, c := range t.columns {
		v := r.values[i]
		if isDBNull(v) && (!c.allowNull.Bool() || slices.Contains(t.keys, c)) && c.compiled == nil {
			return objects.NewException(NoNullType, "Column '"+c.title()+"' does not allow nulls.")
		}
		if !c.unique.Bool() && !slices.Equal(t.keys, []*dataColumn{c}) {
			continue
		}
		for _, other := range t.rows {
			if n, err := compareValues(t.types, other.values[i], v); err == nil && n == 0 {
				shown, _ := t.types.Text(v, " ")
				return objects.NewException(ConstraintType, "Column '"+c.title()+"' is constrained to be unique.  Value '"+shown+"' is already present.")
			}
		}
	}
	r.state = added
	t.rows = slices.Insert(t.rows, min(at, len(t.rows)), r)
	return nil
}

// fill sets the cells of a new row and adds it.
func (t *table) fill(values []value) (value, error) {
	if len(values) > len(t.columns) {
		return objects.Null, objects.NewException(objects.ArgumentException, "Input array is longer than the number of columns in this table.")
	}
	r := t.newRow()
	for i, v := range values {
		if v.IsNull() {
			continue // the default stays
		}
		if err := r.set(i, v); err != nil {
			return objects.Null, err
		}
	}
	return objects.Of(r), t.insert(r, len(t.rows))
}

// find is the row of a primary key; nil for none.
func (t *table) find(keys []value) (*row, error) {
	if len(t.keys) == 0 {
		return nil, objects.NewException(missingKeyType, "Table doesn't have a primary key.")
	}
	for _, r := range t.rows {
		same := len(keys) == len(t.keys)
		for i := 0; same && i < len(keys); i++ {
			n, err := compareValues(t.types, r.get(slices.Index(t.columns, t.keys[i])), keys[i])
			same = err == nil && n == 0
		}
		if same {
			return r, nil
		}
	}
	return nil, nil
}

var missingKeyType = &objects.Type{FullName: "System.Data.MissingPrimaryKeyException", Base: DataExceptionType, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}

// query are the rows for which a filter holds, sorted.
func (t *table) query(filter, order string) ([]*row, error) {
	e, err := parseFilter(t.types, filter)
	if err != nil {
		return nil, err
	}
	var found []*row
	for _, r := range t.rows {
		if r.state == deleted {
			continue
		}
		yes, err := scope{t, r, t.rows}.holds(e)
		if err != nil {
			return nil, err
		}
		if yes {
			found = append(found, r)
		}
	}
	if len(t.rows) == 0 && e != nil { // names are checked all the same
		if err := t.checkNames(e); err != nil {
			return nil, err
		}
	}
	keys, err := t.sortKeys(order)
	if err != nil {
		return nil, err
	}
	return found, t.sort(found, keys)
}

func (t *table) checkNames(e expr) error {
	_, err := scope{t, t.newRow(), nil}.eval(e)
	return err
}
