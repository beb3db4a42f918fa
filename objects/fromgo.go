package objects

import (
	"math/big"
	"time"

	"github.com/csshell/csshell/objects/datetime"
)

// FromGo is a plain Go value as a Value: booleans, numbers, text, []byte,
// []string, time.Time (its Kind Utc where the location is UTC, else Local),
// time.Duration, *big.Int, Objects and Values. ok is false for another type.
func FromGo(x any) (v Value, ok bool) {
	switch x := x.(type) {
	case nil:
		return Null, true
	case Value:
		return x, true
	case string:
		return String(x), true
	case bool:
		return Bool(x), true
	case Object:
		return Of(x), true
	case []string:
		return Of(Strings(x)), true
	case []byte:
		return Of(Bytes(x)), true
	case time.Time:
		return fromTime(x), true
	case time.Duration:
		return TimeSpanOf(datetime.TimeSpan(x / (100 * time.Nanosecond))), true
	case *big.Int:
		return BigInt(x), true
	}
	return numberFromGo(x)
}

func numberFromGo(x any) (v Value, ok bool) {
	switch x := x.(type) {
	case int:
		if int(int32(x)) == x {
			return Int(x), true
		}
		return Int64(int64(x)), true
	case int8:
		return Word(SByteType, uint64(int64(x))), true
	case uint8:
		return Word(ByteType, uint64(x)), true
	case int16:
		return Word(Int16Type, uint64(int64(x))), true
	case uint16:
		return Word(UInt16Type, uint64(x)), true
	case int32:
		return Int32(x), true
	case uint32:
		return Word(UInt32Type, uint64(x)), true
	case int64:
		return Int64(x), true
	case uint64:
		return UInt64(x), true
	case float32:
		return Word(SingleType, Double(float64(x)).num), true
	case float64:
		return Double(x), true
	}
	return Null, false
}

func fromTime(t time.Time) Value {
	kind := datetime.Local
	if t.Location() == time.UTC {
		kind = datetime.UTC
	}
	return DateTimeOf(datetime.FromTime(t, kind))
}

// Bytes makes a byte[].
func Bytes(b []byte) *Array {
	items := make([]Value, len(b))
	for i, c := range b {
		items[i] = Value{ByteType, uint64(c)}
	}
	return NewArray(ByteType, items)
}

// AsInt is the number of an integer, a Boolean, a Char or an enum that fits an
// int64; ok is false for anything else.
func (v Value) AsInt() (n int64, ok bool) {
	b := v.Base()
	switch k := b.Kind(); {
	case k == KindUInt64:
		return int64(b.num), int64(b.num) >= 0
	case KindBoolean <= k && k < KindSingle, k == KindEnum:
		return int64(b.num), true
	}
	return 0, false
}

// AsFloat is a number that is not a Decimal or BigInteger as a float64.
func (v Value) AsFloat() (f float64, ok bool) {
	b := v.Base()
	if _, wide := b.ref.(*Decimal); wide || !isNumber(b) {
		return 0, false
	}
	return toFloat(b), true
}
