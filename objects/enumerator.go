package objects

// Enumerator steps through items (System.Collections.IEnumerator): MoveNext,
// Current, Reset. A pipeline unrolls what is left of it.
type Enumerator struct {
	typ   *Type
	items []Value
	at    int // before the first item: -1
}

// NewEnumerator makes an enumerator of the type over items.
func NewEnumerator(t *Type, items []Value) *Enumerator {
	return &Enumerator{typ: t, items: items, at: -1}
}

// Type is the enumerator's type.
func (e *Enumerator) Type() *Type { return e.typ }

// MoveNext goes to the next item and reports whether there is one.
func (e *Enumerator) MoveNext() bool {
	if e.at < len(e.items) {
		e.at++
	}
	return e.at < len(e.items)
}

// Current is the item that the enumerator stands at.
func (e *Enumerator) Current() (Value, error) {
	switch {
	case e.at < 0:
		return Null, NewException(InvalidOperationException, "Enumeration has not started. Call MoveNext.")
	case e.at >= len(e.items):
		return Null, NewException(InvalidOperationException, "Enumeration already finished.")
	}
	return e.items[e.at], nil
}

// Reset goes back before the first item.
func (e *Enumerator) Reset() { e.at = -1 }

// Enumerate gives the items that are left.
func (e *Enumerator) Enumerate(yield func(Value) error) error {
	for e.MoveNext() {
		if err := yield(e.items[e.at]); err != nil {
			return err
		}
	}
	return nil
}

// EnumeratorDeclaration is what a type of enumerators has.
func EnumeratorDeclaration(t *Type) *Declaration {
	of := func(v Value) *Enumerator { e, _ := As[*Enumerator](v); return e }
	return &Declaration{
		Type: t,
		Properties: []Property{
			{Signature: "System.Object Current {get;}", Get: func(this Value) (Value, error) { return of(this).Current() }},
		},
		Methods: []Method{
			Total("bool MoveNext()", func(c *Call) Value { return Bool(of(c.This).MoveNext()) }),
			Total("void Reset()", func(c *Call) Value { of(c.This).Reset(); return AutomationNull() }),
		},
	}
}
