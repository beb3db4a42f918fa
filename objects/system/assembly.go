package system

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// The types of assemblies and of the process that has loaded them.
var (
	assemblyType        = &objects.Type{FullName: "System.Reflection.Assembly", Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	runtimeAssemblyType = &objects.Type{FullName: "System.Reflection.RuntimeAssembly", Base: assemblyType, Kind: objects.KindObject}
	assemblyNameType    = &objects.Type{FullName: "System.Reflection.AssemblyName", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	appDomainType       = &objects.Type{FullName: "System.AppDomain", Kind: objects.KindObject, Attributes: objects.SealedAttr}
)

// assembly is a name that types share; there is no file behind it.
type assembly struct{ fullName string }

// Type is System.Reflection.RuntimeAssembly.
func (*assembly) Type() *objects.Type { return runtimeAssemblyType }

// Text is the full name.
func (a *assembly) Text() (string, error) { return a.fullName, nil }

// Equals reports whether another value is the same assembly.
func (a *assembly) Equals(other value) bool {
	o, ok := objects.As[*assembly](other)
	return ok && o.fullName == a.fullName
}

func (a *assembly) name() string {
	name, _, _ := strings.Cut(a.fullName, ",")
	return name
}

// attribute is a part of the full name: Version, Culture, PublicKeyToken.
func (a *assembly) attribute(name string) string {
	_, rest, _ := strings.Cut(a.fullName, name+"=")
	text, _, _ := strings.Cut(rest, ",")
	return text
}

// assemblyName is System.Reflection.AssemblyName.
type assemblyName struct{ assembly }

// Type is System.Reflection.AssemblyName.
func (*assemblyName) Type() *objects.Type { return assemblyNameType }

// loadedAssemblies are types of the assemblies that are always there.
func loadedAssemblies() []value {
	var list []value
	seen := map[string]bool{}
	for _, t := range [...]string{
		"System.Object", "System.Management.Automation.PSObject", "Microsoft.PowerShell.Commands.Utility", "System.Text.RegularExpressions.Regex", "System.Uri", "System.Net.Mail.MailMessage",
		"System.Numerics.BigInteger", "System.Collections.Specialized.StringCollection", "System.Collections.BitArray", "System.Xml.XmlDocument",
	} {
		name := (&objects.Type{FullName: t}).Assembly()
		if !seen[name] {
			seen[name] = true
			list = append(list, objects.Of(&assembly{name}))
		}
	}
	for _, name := range [...]string{"System.Runtime", "System.Linq", "System.Console", "System.Collections.Concurrent", "System.Data.Common", "System.Diagnostics.Process", "System.Net.Primitives", "System.Security.Cryptography", "System.Threading"} {
		list = append(list, objects.Of(&assembly{objects.NetAssembly(name)}))
	}
	return list
}

func assemblyOf(v value) *assembly {
	switch a := v.Base().Ref().(type) {
	case *assembly:
		return a
	case *assemblyName:
		return &a.assembly
	}
	return &assembly{}
}

// loaded is the assembly of a name, short or full; nil for none.
func loaded(name string) *assembly {
	short, _, _ := strings.Cut(name, ",")
	for _, v := range loadedAssemblies() {
		if a := assemblyOf(v); objects.EqualFold(a.name(), strings.TrimSpace(short)) {
			return a
		}
	}
	return nil
}

func assemblyDeclaration() *objects.Declaration {
	words := func(signature string, of func(a *assembly) string) objects.Property {
		return reads(signature, func(v value) value { return objects.String(of(assemblyOf(v))) })
	}
	load := func(c *call) (value, error) {
		if a := loaded(c.Str(0)); a != nil {
			return objects.Of(a), nil
		}
		return objects.Null, objects.NewException(objects.FileNotFoundException, "Could not load file or assembly '"+c.Str(0)+"'. The system cannot find the file specified.\n")
	}
	own := func(*call) value { return objects.Of(loaded("System.Management.Automation")) }
	return &objects.Declaration{
		Type: assemblyType,
		Properties: []objects.Property{
			words("string FullName {get;}", func(a *assembly) string { return a.fullName }),
			words("string Location {get;}", func(*assembly) string { return "" }),
			words("string ImageRuntimeVersion {get;}", func(*assembly) string { return "v4.0.30319" }),
			constant("bool IsDynamic {get;}", objects.Bool(false)), constant("bool GlobalAssemblyCache {get;}", objects.Bool(false)),
		},
		Methods: []objects.Method{
			total("System.Reflection.AssemblyName GetName()", func(c *call) value { return objects.Of(&assemblyName{*assemblyOf(c.This)}) }),
			total("type GetType(string name)", func(c *call) value { return findType(c) }),
			total("string ToString()", func(c *call) value { return objects.String(assemblyOf(c.This).fullName) }),
			partial("static System.Reflection.Assembly Load(string assemblyString)", load),
			partial("static System.Reflection.Assembly LoadFrom(string assemblyFile)", load),
			partial("static System.Reflection.Assembly LoadFile(string path)", load),
			total("static System.Reflection.Assembly LoadWithPartialName(string partialName)", func(c *call) value {
				if a := loaded(c.Str(0)); a != nil {
					return objects.Of(a)
				}
				return objects.Null
			}),
			total("static System.Reflection.Assembly GetExecutingAssembly()", own), total("static System.Reflection.Assembly GetCallingAssembly()", own),
			total("static System.Reflection.Assembly GetEntryAssembly()", own),
			total("static System.Reflection.Assembly GetAssembly(type type)", func(c *call) value { return objects.Of(&assembly{target(c.Args[0]).Assembly()}) }),
		},
	}
}

func assemblyNameDeclaration() *objects.Declaration {
	words := func(signature string, of func(a *assembly) string) objects.Property {
		return reads(signature, func(v value) value { return objects.String(of(assemblyOf(v))) })
	}
	return &objects.Declaration{
		Type:         assemblyNameType,
		Constructors: []objects.Method{total("new(string assemblyName)", func(c *call) value { return objects.Of(&assemblyName{assembly{c.Str(0)}}) })},
		Properties: []objects.Property{
			words("string Name {get;}", (*assembly).name), words("string FullName {get;}", func(a *assembly) string { return a.fullName }),
			words("string CultureName {get;}", func(a *assembly) string { return strings.TrimPrefix(a.attribute("Culture"), "neutral") }),
			reads("version Version {get;}", func(v value) value {
				version, err := ParseVersion(assemblyOf(v).attribute("Version"))
				if err != nil {
					return objects.Null
				}
				return objects.Of(version)
			}),
		},
	}
}

// appDomain is the process with what it has loaded.
type appDomain struct{ data map[string]value }

// Type is System.AppDomain.
func (*appDomain) Type() *objects.Type { return appDomainType }

func appDomainDeclaration() *objects.Declaration {
	domain := &appDomain{map[string]value{}}
	return &objects.Declaration{
		Type: appDomainType,
		Properties: []objects.Property{
			constant("static System.AppDomain CurrentDomain {get;}", objects.Of(domain)),
			constant("string FriendlyName {get;}", objects.String("csshell")), constant("int Id {get;}", objects.Int(1)),
		},
		Methods: []objects.Method{
			total("System.Reflection.Assembly[] GetAssemblies()", func(*call) value { return objects.Of(objects.NewArray(assemblyType, loadedAssemblies())) }),
			total("System.Object GetData(string name)", func(c *call) value { return domain.data[c.Str(0)] }),
			does("void SetData(string name, System.Object data)", func(c *call) error { domain.data[c.Str(0)] = c.Args[1]; return nil }),
		},
	}
}

func assemblyEntries() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: assemblyType, Declare: assemblyDeclaration}, {Type: runtimeAssemblyType}, {Type: assemblyNameType, Declare: assemblyNameDeclaration},
		{Type: appDomainType, Declare: appDomainDeclaration},
	}
}
