package objects

import "slices"

// descending are the places of the values, the largest (as unsigned) first.
func (e *EnumInfo) descending() []int {
	order := make([]int, len(e.Values))
	for i := range order {
		order[i] = i
	}
	slices.SortStableFunc(order, func(i, j int) int {
		switch a, b := uint64(e.Values[i]), uint64(e.Values[j]); {
		case a > b:
			return -1
		case a < b:
			return 1
		}
		return 0
	})
	return order
}
