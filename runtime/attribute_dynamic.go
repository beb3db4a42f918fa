package runtime

import (
	"github.com/csshell/csshell/objects"
)

// RuntimeDefinedParameter is a parameter that a dynamicparam block makes
// (System.Management.Automation.RuntimeDefinedParameter).
type RuntimeDefinedParameter struct {
	Name       string
	ParamType  *objects.Type
	Attributes *objects.List
	Value      objects.Value
	IsSet      bool
}

var (
	runtimeParameterType  = &objects.Type{FullName: namespace + "RuntimeDefinedParameter", Kind: objects.KindObject}
	runtimeParametersType = &objects.Type{
		FullName: namespace + "RuntimeDefinedParameterDictionary", Kind: objects.KindObject,
		Base: objects.MakeGeneric(objects.DictionaryOpenType, objects.StringType, runtimeParameterType),
	}
)

// Type is System.Management.Automation.RuntimeDefinedParameter.
func (*RuntimeDefinedParameter) Type() *objects.Type { return runtimeParameterType }

// parameter is the parameter as the binder knows it.
func (r *RuntimeDefinedParameter) parameter() *Parameter {
	p := &Parameter{Name: r.Name, Type: r.ParamType, Dynamic: true, IsSwitch: r.ParamType == objects.SwitchParameterType}
	for _, v := range r.Attributes.Items() {
		if a, ok := v.Base().Ref().(objects.Object); ok {
			p.add(a)
		}
	}
	if len(p.Sets) == 0 {
		p.add(NewParameterAttribute())
	}
	return p
}

// dynamicTypes make what dynamicparam blocks use known to a TypeTable.
func dynamicTypes() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: runtimeParameterType, Declare: declareRuntimeParameter},
		{Type: runtimeParametersType, Declare: declareRuntimeParameters},
	}
}

func declareRuntimeParameter() *objects.Declaration {
	type parameter = RuntimeDefinedParameter
	attributes := func(v objects.Value) *objects.List {
		list := objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, AttributeType), nil)
		if e, ok := objects.Enumeration(v); ok {
			_ = e.Enumerate(func(a objects.Value) error { list.Add(a); return nil })
		}
		return list
	}
	return &objects.Declaration{
		Type: runtimeParameterType,
		Constructors: []objects.Method{
			made("new()", func(*objects.Call) objects.Object {
				return &parameter{ParamType: objects.ObjectType, Attributes: attributes(objects.Null)}
			}),
			made("new(string name, type parameterType, System.Collections.ObjectModel.Collection[System.Attribute] attributes)", func(c *objects.Call) objects.Object {
				t, _ := objects.As[objects.RuntimeType](c.Args[1])
				list, ok := objects.As[*objects.List](c.Args[2])
				if !ok {
					list = attributes(c.Args[2])
				}
				return &parameter{Name: c.Str(0), ParamType: t.Target, Attributes: list}
			}),
		},
		Properties: []objects.Property{
			readOnly("System.Collections.ObjectModel.Collection[System.Attribute] Attributes {get;}", func(this objects.Value) objects.Value {
				p, _ := objects.As[*parameter](this)
				return objects.Of(p.Attributes)
			}),
			boolField("bool IsSet {get;set;}", func(p *parameter) *bool { return &p.IsSet }),
			textField("string Name {get;set;}", func(p *parameter) *string { return &p.Name }),
			property("type ParameterType {get;set;}", func(p *parameter) objects.Value { return objects.TypeValue(p.ParamType) },
				func(p *parameter, v objects.Value) {
					if t, ok := objects.As[objects.RuntimeType](v); ok {
						p.ParamType = t.Target
					}
				}),
			property("System.Object Value {get;set;}", func(p *parameter) objects.Value { return p.Value }, func(p *parameter, v objects.Value) { p.Value = v }),
		},
	}
}

// declareRuntimeParameters declares the constructor; the members of a
// dictionary are those that every dictionary has.
func declareRuntimeParameters() *objects.Declaration {
	return &objects.Declaration{
		Type: runtimeParametersType,
		Constructors: []objects.Method{made("new()", func(*objects.Call) objects.Object {
			return objects.NewDictionary(runtimeParametersType, true)
		})},
	}
}

// dynamicParameters are the parameters that a dynamicparam block gave: a
// dictionary of them, anything else means none.
func dynamicParameters(v objects.Value) []*Parameter {
	h, ok := objects.As[*objects.Hashtable](v)
	if !ok || h.Type() != runtimeParametersType {
		return nil
	}
	var list []*Parameter
	h.Each(func(_, v objects.Value) bool {
		if r, ok := objects.As[*RuntimeDefinedParameter](v); ok {
			list = append(list, r.parameter())
		}
		return true
	})
	return list
}
