package runtime

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// parse reads a program. The error is a ParseException with all mistakes, those
// among them that need to know the session's types.
func (s *Session) parse(source *parser.Source) (*parser.ScriptBlock, error) {
	ast, errs := parser.ParseSource(source, ParseEnvironment(s.Types, nil, nil))
	if len(errs) > 0 {
		return nil, parseFailure(source, errs)
	}
	return ast, nil
}

// ParseEnvironment lets the parser's checks know the types of a table: which
// there are, what they derive from, and where attributes may stand
// (about_Classes). Types of .NET that the table lacks are taken for granted, so
// that a script which names one is still read. Assemblies and modules are looked
// for by the two functions.
func ParseEnvironment(types *objects.TypeTable, assemblyExists, moduleExists func(name string) bool) parser.Environment {
	return parser.Environment{
		Type: func(name string, attribute bool, arguments int) (parser.TypeInfo, bool) {
			full := name
			if arguments > 0 && !strings.Contains(name, "`") {
				full += "`" + strconv.Itoa(arguments)
			}
			t, ok := types.Lookup(full, nil)
			if attribute && !(ok && t.DerivesFrom(AttributeType)) {
				t, ok = types.Lookup(full+"Attribute", nil)
			}
			if ok {
				return typeInfoOf(types, t), true
			}
			if info, ok := knownElsewhere(name, attribute); ok {
				return info, true
			}
			return parser.TypeInfo{FullName: name, Assumed: true}, strings.HasPrefix(strings.ToLower(name), "system.") && strings.Count(name, ".") > 1
		},
		AssemblyExists: assemblyExists,
		ModuleExists:   moduleExists,
	}
}

func typeInfoOf(types *objects.TypeTable, t *objects.Type) parser.TypeInfo {
	info := parser.TypeInfo{FullName: t.FullName, ValidOn: attributeTargets(t)}
	if short := types.DisplayName(t); short != t.FullName {
		info.ShortName = short
	}
	for base := t.BaseType(); base != nil; base = base.BaseType() {
		info.Bases = append(info.Bases, base.FullName)
	}
	return info
}

// attributeTargets gives the declarations that an attribute may stand on, as
// .NET's AttributeTargets prints them; empty for all.
func attributeTargets(t *objects.Type) string {
	switch {
	case t.FullName == "System.FlagsAttribute":
		return "Enum"
	case t == cmdletBindingType || t == outputTypeType || t == dscResourceType:
		return "Class"
	case t.DerivesFrom(metadataAttributeType):
		return "Property, Field"
	}
	return ""
}

// knownElsewhere describes types of .NET that scripts name in classes and that
// the shell has no use for itself.
func knownElsewhere(name string, attribute bool) (parser.TypeInfo, bool) {
	for _, t := range [...]parser.TypeInfo{
		{FullName: "System.FlagsAttribute", ValidOn: "Enum"},
		{FullName: "System.SerializableAttribute", ValidOn: "Class, Struct, Enum, Delegate"},
		{FullName: "System.NonSerializedAttribute", ValidOn: "Field"},
		{FullName: "System.ObsoleteAttribute", ValidOn: "Class, Struct, Enum, Constructor, Method, Property, Field, Event, Interface, Delegate"},
		{FullName: "System.CLSCompliantAttribute"},
		{FullName: "System.AttributeUsageAttribute", ValidOn: "Class"},
		{FullName: "NoRunspaceAffinityAttribute", ValidOn: "Class"},
		{FullName: "ExperimentalAttribute"},
		{FullName: "System.Enum"}, {FullName: "System.Math"}, {FullName: "System.Attribute"},
		{FullName: "System.IEquatable"}, {FullName: "System.IFormattable"}, {FullName: "System.IConvertible"}, {FullName: "System.ICloneable"},
		{FullName: "System.IObservable"}, {FullName: "System.IObserver"}, {FullName: "System.IServiceProvider"}, {FullName: "System.IFormatProvider"},
		{FullName: "System.ICustomFormatter"}, {FullName: "System.IAsyncDisposable"}, {FullName: "System.IProgress"},
		// Two namespaces have these, so that a script which uses both must say
		// which one it means.
		{FullName: "System.Threading.Timer"}, {FullName: "System.Timers.Timer"},
		{FullName: "System.Threading.ThreadState"}, {FullName: "System.Diagnostics.ThreadState"},
	} {
		if strings.EqualFold(t.FullName, name) || attribute && strings.EqualFold(t.FullName, name+"Attribute") {
			return t, true
		}
	}
	return parser.TypeInfo{}, false
}
