package objects

import "strings"

// The largest that one operator may make, so that a slip of the pen does not
// take the machine's memory.
const (
	maxElements = 1 << 26
	maxText     = 1 << 30 // bytes; .NET's longest string has as many characters
)

// repeatString is 'text' * times.
func (tt *TypeTable) repeatString(s string, times Value) (Value, error) {
	n, err := tt.Convert(times, Int32Type)
	if err != nil {
		return Null, err
	}
	count := n.Int64()
	if count < 0 {
		return Null, NegativeArgument("times", int(count))
	}
	if count > 0 && int64(len(s)) > maxText/count {
		return Null, outOfMemory()
	}
	return String(strings.Repeat(s, int(count))), nil
}

// repeatList is a list * times: an array keeps its type of elements.
func (tt *TypeTable) repeatList(list Enumerable, times Value) (Value, error) {
	if s, ok := times.ref.(string); ok {
		number, err := tt.numeral(s, Int32Type)
		if err != nil {
			return Null, err
		}
		times = number
	}
	n, err := tt.Convert(times, UInt32Type)
	if err != nil {
		return Null, err
	}
	items, err := Collect(list)
	if err != nil {
		return Null, err
	}
	count := n.Int64()
	if count > 0 && int64(len(items)) > maxElements/count {
		return Null, outOfMemory()
	}
	repeated := make([]Value, 0, int64(len(items))*count)
	for range count {
		repeated = append(repeated, items...)
	}
	elem := ObjectType
	if array, ok := list.(*Array); ok {
		elem = array.Elem()
	}
	return Of(NewArray(elem, repeated)), nil
}

func outOfMemory() error {
	return NewException(OutOfMemoryException, "Array dimensions exceeded supported range.")
}
