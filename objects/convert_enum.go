package objects

import (
	"strconv"
	"strings"
)

// toEnum converts to an enum: names in any case or by a unique beginning,
// several parted by commas, or a number that the enum defines.
func (tt *TypeTable) toEnum(v Value, to *Type) (Value, error) {
	if to.Enum == nil {
		return Null, tt.noConversion(v, to)
	}
	switch r := v.ref.(type) {
	case string:
		return tt.enumFromText(r, to)
	case *Type:
		return tt.enumFromWord(v, to)
	case *BigInteger, *Decimal:
		return tt.enumFromText(tt.shown(v), to)
	case *Hashtable, *PSObject:
		return tt.toObject(v, v, to)
	case Enumerable:
		names, err := tt.Text(v, ",")
		if err != nil {
			return Null, err
		}
		return tt.enumFromText(names, to)
	}
	return Null, tt.noConversion(v, to)
}

func (tt *TypeTable) enumFromWord(v Value, to *Type) (Value, error) {
	switch k := v.Kind(); {
	case KindSByte <= k && k <= KindUInt64 || k == KindEnum:
		if !to.Enum.Defines(int64(v.num)) {
			return Null, undefinedEnum("UndefinedIntegerToEnum", "value \""+strconv.FormatInt(int64(v.num), 10)+"\"", to)
		}
		return Word(to, v.num), nil
	case k == KindBoolean || k == KindChar || k == KindDateTime:
		return Null, tt.cannotConvert("InvalidCastIConvertible", v, to,
			NewException(InvalidCastException, "Invalid cast from '"+v.Type().FullName+"' to '"+to.FullName+"'."))
	case k == KindSingle || k == KindDouble:
		return tt.enumFromText(tt.shown(v), to)
	}
	return Null, tt.noConversion(v, to)
}

// Defines reports whether n is one of the values, or made of them in an enum
// of flags.
func (e *EnumInfo) Defines(n int64) bool {
	var all int64
	for _, v := range e.Values {
		if v == n {
			return true
		}
		all |= v
	}
	return e.Flags && n != 0 && n&^all == 0
}

// enumFromText reads names and numbers parted by commas.
func (tt *TypeTable) enumFromText(s string, to *Type) (Value, error) {
	var bits int64
	numbers := true
	for name := range strings.SplitSeq(s, ",") {
		name = strings.TrimSpace(name)
		n, err := strconv.ParseInt(name, 10, 64)
		if err != nil {
			numbers = false
			if n, err = to.Enum.member(name); err != nil {
				return Null, tt.notAnEnumerator(s, to, err)
			}
		}
		bits |= n
	}
	if (numbers || !to.Enum.Flags) && !to.Enum.Defines(bits) {
		return Null, undefinedEnum("EnumParseUndefined", "value \""+s+"\"", to)
	}
	return Word(to, uint64(bits)), nil
}

// member finds a value by its name or the beginning of one. The error lists
// the names that are too alike, and is nil-valued for none.
func (e *EnumInfo) member(name string) (int64, error) {
	var alike ambiguousName
	value := int64(0)
	for i, n := range e.Names {
		if strings.EqualFold(n, name) {
			return e.Values[i], nil
		}
		if hasPrefixFold(n, name) {
			alike = append(alike, n)
			value = e.Values[i]
		}
	}
	if len(alike) == 1 {
		return value, nil
	}
	return 0, alike
}

// ambiguousName are the enumerators that a name could be short for.
type ambiguousName []string

// Error lists the enumerators.
func (a ambiguousName) Error() string { return strings.Join(a, ", ") }

func (tt *TypeTable) notAnEnumerator(s string, to *Type, err error) error {
	message := "Unable to match the identifier name " + s +
		" to a valid enumerator name. Specify one of the following enumerator names and try again:\n" +
		strings.Join(to.Enum.Names, ", ")
	if alike := err.(ambiguousName); len(alike) > 0 {
		message = "The identifier name " + s +
			" cannot be processed because it is either too similar or identical to the following enumerator names: " +
			alike.Error() + ". Use a more specific identifier name."
	}
	return castError("SubstringDisambiguationEnumParseThrewAnException",
		"Cannot convert value \""+s+"\" to type \""+to.FullName+"\". Error: \""+message+"\"").
		Because(NewException(ArgumentException, message))
}

func undefinedEnum(id, what string, to *Type) error {
	return castError(id, "Cannot convert "+what+" to type \""+to.FullName+
		"\" due to enumeration values that are not valid. Specify one of the following enumeration values and try again."+
		" The possible enumeration values are \""+strings.Join(to.Enum.Names, ",")+"\".")
}
