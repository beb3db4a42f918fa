package parser

// Environment answers what the checks of a script ask about the world outside
// it. A field that is nil leaves out the checks that would need it.
type Environment struct {
	// Type describes the type of a full name, or of a name that PowerShell
	// gives a type. An attribute may be named without its suffix Attribute;
	// arguments is the number of type arguments. Namespaces that a script
	// uses are asked for one by one.
	Type func(name string, attribute bool, arguments int) (TypeInfo, bool)
	// AssemblyExists reports whether there is a file for using assembly.
	AssemblyExists func(path string) bool
	// ModuleExists reports whether using module finds a module.
	ModuleExists func(name string) bool
}

// TypeInfo is what the checks need to know of a .NET type.
type TypeInfo struct {
	FullName  string
	ShortName string   // by which scripts may name it; empty without one
	Bases     []string // full names of its base classes, the nearest first
	// Of an attribute: the declarations it may stand on as .NET's
	// AttributeTargets prints them, empty for all; and the properties that
	// can be set.
	ValidOn    string
	Properties []string
	// Assumed says that nothing but the name is known: the type is taken for
	// granted, and gives way to one that another namespace has.
	Assumed bool
}

// derivesFrom reports whether a type is a subclass of another.
func (t TypeInfo) derivesFrom(base TypeInfo) bool {
	return contains(t.Bases, base.FullName)
}

// typeOf describes a type if it is known. A name that is found in several of
// the namespaces that the script uses is not.
func (p *parser) typeOf(t TypeReference, attribute bool, arguments int) (TypeInfo, bool) {
	name, ok := t.(*TypeName)
	if !ok || p.environment.Type == nil {
		return TypeInfo{}, false
	}
	if info, ok := p.environment.Type(name.Name, attribute, arguments); ok {
		return info, true
	}
	var found TypeInfo
	for _, namespace := range append([]string{"System"}, p.namespaces...) {
		info, ok := p.environment.Type(namespace+"."+name.Name, attribute, arguments)
		switch {
		case !ok || info.FullName == found.FullName || info.Assumed && found.FullName != "":
		case found.FullName != "" && !found.Assumed:
			return TypeInfo{}, false
		default:
			found = info
		}
	}
	return found, found.FullName != ""
}
