package objects

// Truth is v as a condition (LanguagePrimitives.IsTrue, "about_Booleans"):
// $null, zero, "" and empty lists are false, a list of one element is what its
// element is, a longer one is true.
func (tt *TypeTable) Truth(v Value) bool { return truth(v) }

func truth(v Value) bool {
	switch r := v.ref.(type) {
	case nil:
		return false
	case *Type:
		if r.Kind == KindSingle || r.Kind == KindDouble {
			return v.Float() != 0
		}
		return v.num != 0 || !countsAsNumber(r.Kind)
	case string:
		return r != ""
	case *Decimal:
		return !r.N.IsZero()
	case *BigInteger:
		return r.N.Sign() != 0
	case *PSObject:
		return r.IsCustom() || truth(r.base)
	case Indexed:
		return r.Len() > 1 || r.Len() == 1 && truthOfOnly(r.At(0))
	case Truther:
		return r.Truth()
	}
	return true
}

// Truther is an object whose truth is its own.
type Truther interface{ Truth() bool }

// countsAsNumber reports whether a zero of the kind is false: a date or time
// span of zero is true.
func countsAsNumber(k Kind) bool {
	return KindBoolean <= k && k <= KindDouble || k == KindEnum || k == KindSwitch
}

// truthOfOnly is the truth of a list's only element: a list in it is true where
// it has elements at all.
func truthOfOnly(v Value) bool {
	if list, ok := v.Base().ref.(Indexed); ok {
		return list.Len() > 0
	}
	return truth(v)
}
