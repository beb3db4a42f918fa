package runtime

import "github.com/csshell/csshell/objects"

// dscAttribute is [DscResource()] or [DscProperty()], which classes of
// configurations have; nothing here runs configurations ("about_Classes_and_DSC").
type dscAttribute struct {
	typ                             *objects.Type
	Key, Mandatory, NotConfigurable bool
	RunAs                           objects.Value
}

// Type is the attribute's type.
func (a *dscAttribute) Type() *objects.Type { return a.typ }

func dscConstructor(t *objects.Type) []objects.Method {
	return []objects.Method{made("new()", func(*objects.Call) objects.Object { return &dscAttribute{typ: t} })}
}

func declareDscResource() *objects.Declaration {
	return &objects.Declaration{Type: dscResourceType, Constructors: dscConstructor(dscResourceType), Properties: []objects.Property{
		property("System.Object RunAsCredential {get;set;}", func(a *dscAttribute) objects.Value { return a.RunAs }, func(a *dscAttribute, v objects.Value) { a.RunAs = v }),
	}}
}

func declareDscProperty() *objects.Declaration {
	return &objects.Declaration{Type: dscPropertyType, Constructors: dscConstructor(dscPropertyType), Properties: []objects.Property{
		boolField("bool Key {get;set;}", func(a *dscAttribute) *bool { return &a.Key }),
		boolField("bool Mandatory {get;set;}", func(a *dscAttribute) *bool { return &a.Mandatory }),
		boolField("bool NotConfigurable {get;set;}", func(a *dscAttribute) *bool { return &a.NotConfigurable }),
	}}
}
