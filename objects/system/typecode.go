package system

import "github.com/csshell/csshell/objects"

// The numbers of System.TypeCode that no Kind gives.
const (
	typeCodeObject  = 1
	typeCodeBoolean = 3
	typeCodeDecimal = 15
	typeCodeDate    = 16
	typeCodeString  = 18
)

func typeCodeOf(t *objects.Type) uint64 {
	switch {
	case t == nil:
		return 0
	case t.Enum != nil:
		return typeCodeOf(t.Enum.UnderlyingType())
	case t == objects.StringType:
		return typeCodeString
	case t == objects.DecimalType:
		return typeCodeDecimal
	case t == objects.DateTimeType:
		return typeCodeDate
	case t.Kind >= objects.KindBoolean && t.Kind <= objects.KindDouble:
		return typeCodeBoolean + uint64(t.Kind-objects.KindBoolean)
	}
	return typeCodeObject
}
