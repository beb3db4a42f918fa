package utility

import (
	"strings"

	"github.com/csshell/csshell/runtime"
)

// AddType takes assemblies of .NET whose types are built in, and C# whose types can
// be written as classes of PowerShell. Nothing is loaded from files of code.
type AddType struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=FromSource,OutputType=System.Type"`

	TypeDefinition       string                  `param:"ParameterSetName=FromSource,Position=0,Mandatory" help:"C# source code."`
	Name                 string                  `param:"ParameterSetName=FromMember,Position=0,Mandatory" help:"The name of a type to make."`
	MemberDefinition     []string                `param:"ParameterSetName=FromMember,Position=1,Mandatory" help:"C# source code of its members."`
	Namespace            string                  `param:"ParameterSetName=FromMember,Alias=NS" allow:"Null" help:"The namespace of the type."`
	UsingNamespace       []string                `param:"ParameterSetName=FromMember,Alias=Using" validate:"NotNull" help:"Namespaces for the source code."`
	Path                 []string                `param:"ParameterSetName=FromPath,Position=0,Mandatory" help:"Files of C# source code."`
	LiteralPath          []string                `param:"ParameterSetName=FromLiteralPath,Mandatory,Alias=PSPath,Alias=LP" help:"Files, their names taken as they are."`
	AssemblyName         []string                `param:"ParameterSetName=FromAssemblyName,Mandatory,Alias=AN" help:"The assemblies to load."`
	Language             int                     `param:"ParameterSetName=FromSource|FromMember" type:"Microsoft.PowerShell.Commands.Language" help:"The language of the source code."`
	ReferencedAssemblies []string                `param:"ParameterSetName=FromSource|FromMember|FromPath|FromLiteralPath,Alias=RA" help:"Assemblies for the compiler."`
	OutputAssembly       string                  `param:"ParameterSetName=FromSource|FromMember|FromPath|FromLiteralPath,Alias=OA" help:"The file to compile to."`
	OutputType           int                     `param:"ParameterSetName=FromSource|FromMember|FromPath|FromLiteralPath,Alias=OT" type:"Microsoft.PowerShell.Commands.OutputAssemblyType" help:"What to compile."`
	PassThru             runtime.SwitchParameter `param:"" help:"Write the types."`
	IgnoreWarnings       runtime.SwitchParameter `param:"ParameterSetName=FromSource|FromMember|FromPath|FromLiteralPath" help:"Overlook warnings of the compiler."`
	CompilerOptions      []string                `param:"ParameterSetName=FromSource|FromMember|FromPath|FromLiteralPath" validate:"NotNullOrEmpty" help:"Options for the compiler."`
}

// ProcessRecord accepts assemblies of .NET and defines the types of source code.
// Assemblies are looked for in the current folder, where none are.
func (c *AddType) ProcessRecord(rt *runtime.CommandRuntime) error {
	switch rt.ParameterSet() {
	case "FromSource":
		return c.define(rt, c.TypeDefinition)
	case "FromMember":
		return c.define(rt, c.memberSource())
	case "FromPath", "FromLiteralPath":
		return c.defineFiles(rt)
	}
	for _, name := range c.AssemblyName {
		if !knownAssembly(name) {
			return runtime.PathNotFound(rt.Session().FullPath(strings.TrimSuffix(name, ".dll") + ".dll"))
		}
	}
	return nil
}

// knownAssembly reports whether a name, short or full, is that of an assembly of .NET
// for Linux: the types that are here of it are there without loading.
func knownAssembly(full string) bool {
	name, _, _ := strings.Cut(full, ",")
	name = strings.ToLower(strings.TrimSuffix(strings.TrimSpace(name), ".dll"))
	for _, missing := range [...]string{"system.windows.forms", "presentationframework", "presentationcore", "windowsbase", "system.drawing", "system.printing"} {
		if name == missing {
			return false
		}
	}
	for _, known := range [...]string{"mscorlib", "netstandard", "system", "microsoft.csharp", "microsoft.visualbasic", "microsoft.win32.primitives"} {
		if name == known {
			return true
		}
	}
	return strings.HasPrefix(name, "system.") || strings.HasPrefix(name, "microsoft.powershell.")
}
