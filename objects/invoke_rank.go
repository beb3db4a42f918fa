package objects

// rank says how well a value of one type serves as a parameter of another, so
// that overloads can be compared; a greater one is better. The order is that
// of PowerShell's ConversionRank. A scalar that becomes an array of one ranks
// one below its conversion to the element.
type rank uint8

const (
	noConversion    rank = 2 * iota
	unrelatedArrays      // an array to one of other elements
	toStringRank
	customRank // a converter of the type's own
	convertibleRank
	implicitCast
	explicitCast
	constructorRank
	createRank // properties assigned to a new object
	parseRank
	psobjectRank
	languageRank
	nullToValue
	nullToReference
	numericExplicit
	numericExplicitReal // a decimal to a floating-point number
	numericString
	numericImplicit
	assignableRank
	stringToCharArray
	identityRank
)

// asArray is the rank of a scalar that becomes an array of one.
func (r rank) asArray() rank {
	if r == noConversion {
		return r
	}
	return r - 1
}

// rankOf is the rank of the conversion of a value of type from, nil for $null,
// to a parameter's type.
func (tt *TypeTable) rankOf(from, to *Type) rank {
	switch {
	case from == nil:
		return rankOfNull(to)
	case from == to:
		return identityRank
	case from.DerivesFrom(to):
		return assignableRank
	case to == PSObjectType:
		return psobjectRank
	}
	if to.Open == NullableOpenType {
		return tt.rankOf(from, to.Args[0])
	}
	if r := rankOfPrimitive(from, to); r != noConversion {
		return r
	}
	if to.Elem != nil {
		return tt.rankToArray(from, to)
	}
	if r := rankOfLanguage(from, to); r != noConversion {
		return r
	}
	return tt.rankOfMembers(from, to)
}

func rankOfNull(to *Type) rank {
	switch {
	case to.Open == NullableOpenType:
		return nullToValue
	case !to.Is(ValueTypeAttr):
		return nullToReference
	case to.Is(PrimitiveAttr) || to == DecimalType || to == SwitchParameterType:
		return nullToValue
	}
	return noConversion
}

// rankOfPrimitive ranks conversions among numbers, text, characters and truth.
func rankOfPrimitive(from, to *Type) rank {
	switch {
	case to == BooleanType || to == SwitchParameterType:
		return languageRank
	case from == StringType && isNumberType(to):
		return numericString
	case isNumberType(from) && isNumberType(to):
		return rankOfNumbers(from, to)
	case isNumberType(from) && (to == CharType || to == StringType):
		return numericString
	case from == BooleanType && isNumberType(to):
		return languageRank
	case isConvertible(from) && isConvertible(to) && to != StringType:
		return convertibleRank
	}
	return noConversion
}

func isNumberType(t *Type) bool {
	return t.Kind >= KindSByte && t.Kind <= KindDouble || t == DecimalType
}

func isConvertible(t *Type) bool {
	return t.Kind >= KindBoolean && t.Kind <= KindDateTime || t == DecimalType || t == StringType
}

// rankOfNumbers tells widening conversions from the others.
func rankOfNumbers(from, to *Type) rank {
	switch {
	case to == DecimalType:
		if from.Kind < KindSingle {
			return numericImplicit
		}
		return numericExplicit
	case from == DecimalType:
		if to.Kind >= KindSingle {
			return numericExplicitReal
		}
		return numericExplicit
	case widens(from.Kind, to.Kind):
		return numericImplicit
	}
	return numericExplicit
}

// widens reports whether every number of one kind is one of the other.
func widens(from, to Kind) bool {
	if to >= KindSingle {
		return from < to
	}
	if from >= to {
		return false
	}
	return isUnsigned(from) || !isUnsigned(to)
}

func isUnsigned(k Kind) bool {
	return k == KindByte || k == KindUInt16 || k == KindUInt32 || k == KindUInt64
}

func (tt *TypeTable) rankToArray(from, to *Type) rank {
	switch {
	case from == StringType && to.Elem == CharType:
		return stringToCharArray
	case from.Elem != nil:
		return unrelatedArrays
	case from != StringType && from.DerivesFrom(EnumerableType) && !from.DerivesFrom(DictionaryIface):
		return languageRank
	}
	return tt.rankOf(from, to.Elem).asArray()
}

func rankOfLanguage(from, to *Type) rank {
	switch {
	case to == StringType:
		return toStringRank
	case to.Enum != nil:
		if from == StringType || from.Enum == nil && isNumberType(from) {
			return languageRank
		}
	case isCode(from) && to.DerivesFrom(DelegateType):
		return languageRank
	case from == StringType && (to == TypeType || to == RuntimeTypeType):
		return constructorRank
	case from.Enum != nil && isNumberType(to):
		return convertibleRank
	case to == HashtableType && from.DerivesFrom(DictionaryIface):
		return languageRank
	}
	return noConversion
}

// rankOfMembers ranks conversions by a type's own means: Parse, a constructor
// of one parameter, a cast operator, properties of a new object.
func (tt *TypeTable) rankOfMembers(from, to *Type) rank {
	info := tt.info(to)
	if from == StringType && info.parses() {
		return parseRank
	}
	if d := info.declaration; d != nil && d.Convert != nil && from == StringType {
		return customRank
	}
	if !to.Is(InterfaceAttr) && info.constructibleFrom(from) {
		return constructorRank
	}
	if r := tt.rankOfCast(from, to); r != noConversion {
		return r
	}
	if to != ObjectType && info.constructibleFrom(nil) && (from.DerivesFrom(DictionaryIface) || from == PSCustomObjectType) {
		return createRank
	}
	return noConversion
}

func (i *typeInfo) parses() bool {
	g := i.functions["parse"]
	if g == nil {
		return false
	}
	for _, o := range g.overloads {
		if p := o.params().params; len(p) > 0 && p[0].typ == StringType && (len(p) == 1 || p[1].optional || len(p) == 2) {
			return true
		}
	}
	return false
}

// constructibleFrom reports whether a constructor takes one value of the type;
// none, where from is nil.
func (i *typeInfo) constructibleFrom(from *Type) bool {
	if i.constructors == nil {
		return false
	}
	for _, o := range i.constructors.overloads {
		p := o.params().params
		if from == nil && len(p) == 0 || from != nil && len(p) == 1 && p[0].typ != ObjectType && serves(from, p[0].typ) {
			return true
		}
	}
	return false
}

// serves reports whether .NET itself passes a value of one type as another: a
// deriving type, or a number that widens.
func serves(from, to *Type) bool {
	return from.DerivesFrom(to) || isNumberType(from) && isNumberType(to) && from != DecimalType && to != DecimalType && widens(from.Kind, to.Kind)
}

func (tt *TypeTable) rankOfCast(from, to *Type) rank {
	for _, t := range [...]*Type{to, from} {
		for _, cast := range [...]struct {
			name string
			rank rank
		}{{"op_implicit", implicitCast}, {"op_explicit", explicitCast}} {
			g := tt.info(t).functions[cast.name]
			if g == nil {
				continue
			}
			for _, o := range g.overloads {
				s := o.params()
				if len(s.params) == 1 && from.DerivesFrom(s.params[0].typ) && tt.signatureType(s.result, o.owner, nil, nil) == to {
					return cast.rank
				}
			}
		}
	}
	return noConversion
}
