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
	if err != nil || Unordered(a, b) {
		return false, err
	}
	if c == 0 {
		return r == LessOrEqual || r == GreaterOrEqual, nil
	}
	return (c < 0) == (r == LessThan || r == LessOrEqual), nil
}

// Unordered reports whether one of two values is NaN, which is neither less
// than the other, nor greater, nor equal.
func Unordered(a, b Value) bool { return isNaN(a) || isNaN(b) }

func isNaN(v Value) bool {
	return (v.ref == DoubleType || v.ref == SingleType) && v.Float() != v.Float()
}
