// Package linq declares System.Linq.Enumerable: questions asked of sequences.
// Unlike .NET's, a sequence that a method gives is complete when it is given.
package linq

import (
	"github.com/csshell/csshell/objects"
)

type (
	call  = objects.Call
	value = objects.Value
)

// The types of this package.
var (
	EnumerableType = &objects.Type{FullName: "System.Linq.Enumerable", Kind: objects.KindObject, Attributes: objects.AbstractAttr | objects.SealedAttr}
	sequenceType   = &objects.Type{FullName: "System.Linq.Enumerable+Iterator`1", Kind: objects.KindObject, Attributes: objects.GenericAttr,
		Interfaces: []*objects.Type{objects.EnumerableOpenType, objects.DisposableType}}
)

// sequence is what a question gives: items of one type.
type sequence struct {
	typ   *objects.Type
	items []value
}

// Type is the type of the sequence.
func (s *sequence) Type() *objects.Type { return s.typ }

// Enumerate gives the items.
func (s *sequence) Enumerate(yield func(value) error) error {
	for _, v := range s.items {
		if err := yield(v); err != nil {
			return err
		}
	}
	return nil
}

func of(elem *objects.Type, items []value) value {
	return objects.Of(&sequence{objects.MakeGeneric(sequenceType, elem), items})
}

// Types are the types of this package for a TypeTable.
func Types() []objects.TypeEntry {
	return []objects.TypeEntry{{Type: EnumerableType, Declare: declaration}, {Type: sequenceType}}
}

// source are the items of argument i; an error for null.
func source(c *call, i int) ([]value, error) {
	if !c.Is(i) {
		return nil, objects.NullArgument("source")
	}
	e, ok := c.Args[i].Base().Ref().(objects.Enumerable)
	if !ok {
		return []value{c.Args[i]}, nil
	}
	return objects.Collect(e)
}

// element is the type of the items of argument i.
func element(c *call, i int) *objects.Type {
	t := c.Args[i].Base().Type()
	if t.Elem != nil {
		return t.Elem
	}
	if list, ok := c.Args[i].Base().Ref().(objects.Indexed); ok {
		return list.Elem()
	}
	if len(t.Args) == 1 {
		return t.Args[0]
	}
	return objects.ObjectType
}

// ask is what argument i, a delegate, says of a value.
func ask(c *call, i int, args ...value) (value, error) {
	f := c.Func(i)
	if f == nil {
		return objects.Null, objects.NullArgument("predicate")
	}
	return f.CallWith(c.Context, objects.Null, args)
}

func holds(c *call, i int, v value) (bool, error) {
	answer, err := ask(c, i, v)
	return c.Types.Truth(answer), err
}

// chosen are the items of the source for which argument 1, where it is given,
// holds.
func chosen(c *call) ([]value, error) {
	items, err := source(c, 0)
	if err != nil || len(c.Args) < 2 {
		return items, err
	}
	var kept []value
	for _, v := range items {
		yes, err := holds(c, 1, v)
		if err != nil {
			return nil, err
		}
		if yes {
			kept = append(kept, v)
		}
	}
	return kept, nil
}

const (
	from      = "(System.Collections.Generic.IEnumerable[TSource] source"
	predicate = from + ", System.Func[TSource,bool] predicate)"
	selector  = from + ", System.Func[TSource,TResult] selector)"
	keys      = from + ", System.Func[TSource,TKey] keySelector)"
	both      = "(System.Collections.Generic.IEnumerable[TSource] first, System.Collections.Generic.IEnumerable[TSource] second)"
	many      = "System.Collections.Generic.IEnumerable[TSource] "
)

// sequences is a method that gives items of the source's type.
func sequences(signature string, f func(c *call, items []value) ([]value, error)) objects.Method {
	return objects.Partial("static "+many+signature, func(c *call) (value, error) {
		items, err := source(c, 0)
		if err != nil {
			return objects.Null, err
		}
		items, err = f(c, items)
		return of(element(c, 0), items), err
	})
}

// asks is a method that gives one value.
func asks(signature string, f func(c *call, items []value) (value, error)) objects.Method {
	return objects.Partial("static "+signature, func(c *call) (value, error) {
		items, err := source(c, 0)
		if err != nil {
			return objects.Null, err
		}
		return f(c, items)
	})
}

func declaration() *objects.Declaration {
	d := &objects.Declaration{Type: EnumerableType}
	d.Methods = append(d.Methods, parts()...)
	d.Methods = append(d.Methods, sets()...)
	d.Methods = append(d.Methods, single()...)
	d.Methods = append(d.Methods, numbers()...)
	d.Methods = append(d.Methods, makes()...)
	return d
}

func empty() error {
	return objects.NewException(objects.InvalidOperationException, "Sequence contains no elements")
}

func noMatch() error {
	return objects.NewException(objects.InvalidOperationException, "Sequence contains no matching element")
}
