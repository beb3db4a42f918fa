package objects

import (
	"strings"
)

// accessorOf splits the name of a property's method: get_Keys, set_Item.
func accessorOf(name string) (property string, set, ok bool) {
	if len(name) < 5 || name[3] != '_' {
		return "", false, false
	}
	set = strings.EqualFold(name[:3], "set")
	return name[4:], set, set || strings.EqualFold(name[:3], "get")
}

// invokeAccessor calls the methods that .NET has behind a property of v:
// get_X(), set_X(value), get_Item(index), set_Item(index, value).
func (tt *TypeTable) invokeAccessor(v Value, t *Type, call Invocation) (result Value, ok bool, err error) {
	name, set, ok := accessorOf(call.Name)
	if !ok {
		return Null, false, nil
	}
	if strings.EqualFold(name, "Item") || strings.EqualFold(name, "Chars") {
		result, ok, err = tt.itemAccessor(v, set, call)
	} else {
		result, ok, err = tt.propertyAccessor(v, tt.info(t).property(strings.ToLower(name)), set, call)
	}
	if err != nil {
		err = callFailed(call.Name, len(call.Args), err)
	}
	return result, ok, err
}

// itemAccessor reads or sets v[index].
func (tt *TypeTable) itemAccessor(v Value, set bool, call Invocation) (result Value, ok bool, err error) {
	switch v.ref.(type) {
	case *Hashtable, *List, Indexer, string:
	default:
		if tt.info(v.Type()).group("item", false) == nil {
			return Null, false, nil
		}
	}
	last := len(call.Args) - 1
	if last < 0 || set && last == 0 {
		return Null, false, nil
	}
	if set {
		return AutomationNull(), true, tt.SetIndex(v, call.Args[:last], call.Args[last])
	}
	result, err = tt.Index(v, call.Args)
	return result, true, err
}

// propertyAccessor reads or sets a declared property.
func (tt *TypeTable) propertyAccessor(this Value, p *property, set bool, call Invocation) (result Value, ok bool, err error) {
	switch {
	case p == nil || set && (!p.settable() || len(call.Args) != 1) || !set && len(call.Args) != 0:
		return Null, false, nil
	case !set:
		result, err = p.read(tt, this)
		return result, true, err
	}
	return AutomationNull(), true, tt.SetProperty(this, p.name, call.Args[0])
}

// staticAccessor is [type]::get_X() and [type]::set_X(value).
func (tt *TypeTable) staticAccessor(t *Type, call Invocation) (result Value, ok bool, err error) {
	name, set, ok := accessorOf(call.Name)
	if !ok {
		return Null, false, nil
	}
	p := tt.info(t).static(strings.ToLower(name))
	if p != nil && set && len(call.Args) == 1 {
		return AutomationNull(), true, tt.SetStaticProperty(t, name, call.Args[0])
	}
	return tt.propertyAccessor(TypeValue(t), p, false, call)
}
