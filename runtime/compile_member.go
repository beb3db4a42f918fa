package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// memberName compiles the name after the dot: a constant, or an expression
// evaluated each time.
func (cc *compiler) memberName(e parser.Expression) (name string, value expression) {
	if c, ok := e.(*parser.StringConstantExpression); ok {
		return c.Value, nil
	}
	return "", cc.expression(e)
}

// nameOf is the member's name at run time.
func (f *frame) nameOf(name string, value expression) (string, error) {
	if value == nil {
		return name, nil
	}
	v, err := value(f)
	if err != nil {
		return "", err
	}
	return f.session.Types.Text(v, " ")
}

func (cc *compiler) member(e *parser.MemberExpression) expression {
	if e.Static {
		return cc.staticMember(e)
	}
	object := cc.expression(e.Expression)
	name, dynamic := cc.memberName(e.Member)
	conditional := e.NullConditional
	cache := new(objects.PropertyCache)
	return func(f *frame) (objects.Value, error) {
		v, err := object(f)
		if err != nil {
			return objects.Null, err
		}
		if conditional && v.IsNull() {
			return objects.Null, nil
		}
		if dynamic == nil {
			return f.property(v, name, cache)
		}
		return f.dynamicProperty(v, dynamic)
	}
}

// dynamicProperty reads v.$name; a dictionary is asked for the key as it is
// first.
func (f *frame) dynamicProperty(v objects.Value, name expression) (objects.Value, error) {
	key, err := name(f)
	if err != nil {
		return objects.Null, err
	}
	if h, ok := objects.As[*objects.Hashtable](v.Base()); ok {
		if entry, ok := h.Get(key); ok {
			return entry, nil
		}
	}
	text, err := f.session.Types.Text(key, " ")
	if err != nil {
		return objects.Null, err
	}
	return f.property(v, text, new(objects.PropertyCache))
}

// property reads v.name; a list without such a property gives that of its
// elements (member enumeration, "about_Member-Access_Enumeration").
func (f *frame) property(v objects.Value, name string, cache *objects.PropertyCache) (objects.Value, error) {
	value, ok, err := cache.Get(f.session.Types, v, name)
	if ok || err != nil {
		return value, err
	}
	if list, is := objects.Enumeration(v); is {
		found, any, err := f.propertyOfEach(list, name)
		if any || err != nil {
			return found, err
		}
	}
	strict := f.scope.strictness() >= strict2
	// Records have their Count and Length in strict mode, too.
	if value, ok := objects.Intrinsic(v, name); !strict || ok && objects.NetType(v) == objects.PSCustomObjectType {
		return value, nil
	}
	return objects.Null, newError(objects.PropertyNotFoundException, "PropertyNotFoundStrict", NotSpecified, objects.Null,
		"The property '"+name+"' cannot be found on this object. Verify that the property exists.")
}

// propertyOfEach is what the elements of a list give; a custom object without
// the property counts as $null, another element as nothing.
func (f *frame) propertyOfEach(list objects.Enumerable, name string) (found objects.Value, any bool, err error) {
	var c collector
	var cache objects.PropertyCache
	err = list.Enumerate(func(v objects.Value) error {
		value, ok, err := cache.Get(f.session.Types, v, name)
		if err != nil {
			return err
		}
		if !ok {
			if inner, is := objects.Enumeration(v); is {
				value, ok, err = f.propertyOfEach(inner, name)
			} else if value, ok = objects.Intrinsic(v, name); !ok {
				_, ok = v.Ref().(*objects.PSObject)
				ok = (ok || objects.NetType(v) == objects.PSCustomObjectType) && f.scope.strictness() < strict2
			}
		}
		if !ok || err != nil {
			return err
		}
		any = true
		return c.addElements(value)
	})
	if !any {
		return objects.Null, false, err
	}
	v := c.value()
	if v.IsAutomationNull() {
		v = objects.Null
	}
	return v, true, err
}

// addElements adds a value as a pipeline would: lists element by element.
func (c *collector) addElements(v objects.Value) error {
	if e, ok := objects.Enumeration(v); ok {
		return e.Enumerate(c.add)
	}
	if v.IsAutomationNull() {
		return nil
	}
	return c.add(v)
}

func (cc *compiler) staticMember(e *parser.MemberExpression) expression {
	owner := cc.staticOwner(e.Expression)
	name, dynamic := cc.memberName(e.Member)
	return func(f *frame) (objects.Value, error) {
		t, err := owner(f)
		if err != nil {
			return objects.Null, err
		}
		n, err := f.nameOf(name, dynamic)
		if err != nil {
			return objects.Null, err
		}
		v, ok, err := f.session.Types.StaticProperty(t, n)
		if ok || err != nil || f.scope.strictness() < strict2 {
			return v, err
		}
		return objects.Null, newError(objects.PropertyNotFoundException, "PropertyNotFoundStrict", NotSpecified, objects.Null,
			"The property '"+n+"' cannot be found on this object. Verify that the property exists.")
	}
}

// staticOwner is the type before :: — a literal, or what an expression gives:
// a type, or an object whose type is meant.
func (cc *compiler) staticOwner(e parser.Expression) func(f *frame) (*objects.Type, error) {
	if t, ok := e.(*parser.TypeExpression); ok {
		return cc.typeReference(t.TypeName)
	}
	value := cc.expression(e)
	return func(f *frame) (*objects.Type, error) {
		v, err := value(f)
		if err != nil {
			return nil, err
		}
		if t, ok := objects.As[objects.RuntimeType](v); ok {
			return t.Target, nil
		}
		if t := v.Type(); t != nil {
			return t, nil
		}
		return nil, newError(objects.RuntimeException, "InvokeMethodOnNull", InvalidOperation, objects.Null,
			"You cannot call a method on a null-valued expression.")
	}
}

// memberTarget is $object.Name on the left of an assignment.
type memberTarget struct {
	object  expression
	owner   func(f *frame) (*objects.Type, error) // of a static member
	name    string
	dynamic expression
	cache   *objects.PropertyCache
}

func (cc *compiler) memberTarget(e *parser.MemberExpression) target {
	t := &memberTarget{cache: new(objects.PropertyCache)}
	t.name, t.dynamic = cc.memberName(e.Member)
	if e.Static {
		t.owner = cc.staticOwner(e.Expression)
		return t
	}
	t.object = cc.expression(e.Expression)
	return t
}

func (t *memberTarget) get(f *frame) (objects.Value, error) {
	name, err := f.nameOf(t.name, t.dynamic)
	if err != nil {
		return objects.Null, err
	}
	if t.owner != nil {
		owner, err := t.owner(f)
		if err != nil {
			return objects.Null, err
		}
		v, _, err := f.session.Types.StaticProperty(owner, name)
		return v, err
	}
	v, err := t.object(f)
	if err != nil {
		return objects.Null, err
	}
	return f.property(v, name, t.cacheOf())
}

// cacheOf is the target's cache, which knows one name.
func (t *memberTarget) cacheOf() *objects.PropertyCache {
	if t.dynamic != nil {
		return new(objects.PropertyCache)
	}
	return t.cache
}

func (t *memberTarget) set(f *frame, v objects.Value) error {
	name, err := f.nameOf(t.name, t.dynamic)
	if err != nil {
		return err
	}
	if v.IsAutomationNull() {
		v = objects.Null
	}
	if t.owner != nil {
		owner, err := t.owner(f)
		if err != nil {
			return err
		}
		return f.session.Types.SetStaticProperty(owner, name, v)
	}
	object, err := t.object(f)
	if err != nil {
		return err
	}
	return t.cacheOf().Set(f.session.Types, object, name, v)
}

// place evaluates the object and the name.
func (t *memberTarget) place(f *frame) (place, error) {
	if t.owner != nil {
		return place{target: t}, nil
	}
	name, err := f.nameOf(t.name, t.dynamic)
	if err != nil {
		return place{}, err
	}
	object, err := t.object(f)
	return place{kind: propertyPlace, object: object, name: name, cache: t.cacheOf()}, err
}
