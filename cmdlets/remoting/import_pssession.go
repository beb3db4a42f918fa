package remoting

import (
	"fmt"
	"slices"
	"sort"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/runtime"
)

// ImportPSSession makes the cmdlets of a session known, under names with a
// prefix. Without one they are known already.
type ImportPSSession struct {
	_ struct{} `cmdlet:"OutputType=System.Management.Automation.PSModuleInfo"`

	Prefix               string                            `param:"" validate:"NotNullOrEmpty" help:"What stands before the noun of the imported names."`
	DisableNameChecking  runtime.SwitchParameter           `param:"" help:"Warn of no names; these never need it."`
	CommandName          []string                          `param:"Position=2,Alias=Name" help:"Only the commands with these names, with wildcards."`
	AllowClobber         runtime.SwitchParameter           `param:"" help:"Import names that mean something already; those of the session mean the same."`
	ArgumentList         []objects.Value                   `param:"Alias=Args" type:"System.Object[]" allow:"Null,EmptyCollection" refuse:"the cmdlets of a session have no parameters that depend on arguments"`
	CommandType          runtime.Optional[int]             `param:"Alias=Type" type:"System.Management.Automation.CommandTypes" help:"Only commands of these kinds; a session has cmdlets."` //??{'flags': True}
	Module               []string                          `param:"Alias=PSSnapin" validate:"NotNull" help:"Only the commands of these modules, with wildcards."`
	FullyQualifiedModule []*automation.ModuleSpecification `param:"" validate:"NotNull" help:"Only the commands of these modules."`
	FormatTypeName       []string                          `param:"Position=3" help:"Formats to import; they are known here."`
	Certificate          objects.Value                     `param:"" type:"System.Security.Cryptography.X509Certificates.X509Certificate2" refuse:"the module that it makes is in memory and is not signed"`
	Session              *Session                          `param:"Position=0,Mandatory" validate:"NotNull" help:"The session."`

	place *place
}

// ProcessRecord imports the commands and writes the module that holds them.
func (c *ImportPSSession) ProcessRecord(rt *runtime.CommandRuntime) error {
	s := c.Session
	if s.Closed {
		e := objects.NewException(objects.ArgumentException, "The value is not a session that is open.")
		return runtime.NewErrorRecord(e, "InvalidSession", runtime.InvalidArgument, objects.Of(s))
	}
	m := rt.Session().NewModule(fmt.Sprintf("tmp_csshell.%d", s.ID), "")
	m.Version = "1.0"
	m.Description = "Commands of " + s.ComputerName
	block, err := rt.Session().NewScriptBlock(c.aliases(rt), "")
	if err != nil {
		return err
	}
	if err := rt.RunModule(m, block, nil, func(objects.Value) error { return nil }); err != nil {
		return err
	}
	rt.Session().AddModule(m)
	m.Import(rt.Scope().Top(), *m.Exports(), "")
	s.imported = append(s.imported, m)
	return rt.WriteObject(objects.Of(m))
}

// aliases is a script that makes the imported names. They are known as aliases:
// there is no other side to call.
func (c *ImportPSSession) aliases(rt *runtime.CommandRuntime) string {
	const cmdlets = 8 // of CommandTypes
	if c.CommandType.Bound && c.CommandType.Value&cmdlets == 0 || !c.ofModule() {
		return ""
	}
	var lines []string
	for cmdlet := range rt.Session().Commands.Cmdlets() {
		verb, noun, ok := strings.Cut(cmdlet.Name(), "-")
		if !ok || cmdlet.ModuleName() != c.place.module || len(c.CommandName) > 0 && !matches(c.CommandName, cmdlet.Name()) {
			continue
		}
		if c.Prefix != "" {
			quoted := strings.ReplaceAll(verb+"-"+c.Prefix+noun, "'", "''")
			lines = append(lines, "Set-Alias -Name '"+quoted+"' -Value '"+c.place.module+`\`+cmdlet.Name()+"'")
		}
	}
	sort.Strings(lines)
	return strings.Join(lines, "\n")
}

// ofModule reports whether the module of the session's commands is one asked for.
func (c *ImportPSSession) ofModule() bool {
	names := slices.Clone(c.Module)
	for _, m := range c.FullyQualifiedModule {
		names = append(names, m.Name)
	}
	return fits(names, c.place.module) || matches(names, "Lync")
}

// covered are the snap-ins and modules of the product, as patterns.
var covered = []string{"Lync*", "SkypeForBusiness*", "Microsoft.Rtc.Management*", "Microsoft.Lync*"}

// missing is what PowerShell 7, which has no snap-ins, says of these cmdlets: for
// snap-ins of other products they are not there.
func (p *place) missing(command, snapin string) error {
	e := objects.NewException(objects.CommandNotFoundException, "The term '"+command+"' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.")
	e.Fields = map[string]objects.Value{"CommandName": objects.String(command)}
	r := runtime.NewErrorRecord(e, "CommandNotFoundException", runtime.ObjectNotFound, objects.String(command))
	r.Details = &runtime.ErrorDetails{RecommendedAction: "csshell has snap-ins in name only, for " + p.module + ", and not " + snapin + "."}
	return r
}

// AddPSSnapin accepts the snap-ins whose cmdlets are built in.
type AddPSSnapin struct {
	_ struct{} `cmdlet:""`

	Name     []string                `param:"Position=0,Mandatory,ValueFromPipelineByPropertyName" help:"The snap-ins."`
	PassThru runtime.SwitchParameter `param:"" help:"Write them."`

	place *place
}

// ProcessRecord adds the snap-ins.
func (c *AddPSSnapin) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, name := range c.Name {
		if !matches(covered, name) {
			return c.place.missing("Add-PSSnapin", name)
		}
		if !matches(c.place.snapins, name) {
			c.place.snapins = append(c.place.snapins, name)
		}
		if !c.PassThru {
			continue
		}
		if err := rt.WriteObject(snapin(name)); err != nil {
			return err
		}
	}
	return nil
}

func snapin(name string) objects.Value {
	o := objects.NewCustomObject()
	o.SetNote("Name", objects.String(name))
	o.SetNote("PSVersion", objects.String("7.0"))
	o.SetNote("Description", objects.String("Its cmdlets are built in."))
	return objects.Of(o)
}

// GetPSSnapin writes the snap-ins that were added.
type GetPSSnapin struct {
	_ struct{} `cmdlet:""`

	Name       []string                `param:"Position=0,ValueFromPipelineByPropertyName" help:"The names, with wildcards."`
	Registered runtime.SwitchParameter `param:"" help:"Also those that could be added."`

	place *place
}

// ProcessRecord writes the snap-ins asked for.
func (c *GetPSSnapin) ProcessRecord(rt *runtime.CommandRuntime) error {
	known := c.place.snapins
	if c.Registered && len(known) == 0 {
		known = []string{"Lync"}
	}
	for _, name := range known {
		if len(c.Name) > 0 && !matches(c.Name, name) {
			continue
		}
		if err := rt.WriteObject(snapin(name)); err != nil {
			return err
		}
	}
	return nil
}
