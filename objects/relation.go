package objects

// Relation is a comparison operator ("about_Comparison_Operators").
type Relation uint8

// The relations.
const (
	IsEqual Relation = iota
	NotEqual
	LessThan
	LessOrEqual
	GreaterThan
	GreaterOrEqual
)

// Related compares two values that are not collections; the error is that of
// [TypeTable.Compare]. NaN is unequal to all and neither less nor greater.
func (tt *TypeTable) Related(r Relation, a, b Value, ignoreCase bool) (bool, error) {
	if r <= NotEqual {
		return tt.Equal(a, b, ignoreCase) == (r == IsEqual), nil
	}
	c, err := tt.Compare(a, b, ignoreCase)
	if err != nil || c == 0 {
		return err == nil && (r == LessOrEqual || r == GreaterOrEqual) && !isNaN(a) && !isNaN(b), err
	}
	if isNaN(a) || isNaN(b) {
		return false, nil
	}
	return (c < 0) == (r == LessThan || r == LessOrEqual), nil
}

func isNaN(v Value) bool {
	return (v.ref == DoubleType || v.ref == SingleType) && v.Float() != v.Float()
}
