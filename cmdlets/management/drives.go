package management

import (
	"sort"
	"strings"

	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// GetPSDrive writes the drives of the session.
type GetPSDrive struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Name"`

	Name        []string `param:"ParameterSetName=Name,Position=0,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty"`
	LiteralName []string `param:"ParameterSetName=LiteralName,Mandatory,Position=0,ValueFromPipelineByPropertyName"`
	Scope       string   `param:"ValueFromPipelineByPropertyName"`
	PSProvider  []string `param:"ValueFromPipelineByPropertyName"`
}

// ProcessRecord writes the drives that each name picks, by name.
func (c *GetPSDrive) ProcessRecord(rt *runtime.CommandRuntime) error {
	names := list(c.Name, c.LiteralName)
	if len(names) == 0 {
		names = []string{"*"}
	}
	for _, name := range names {
		found, err := drives(rt, name, len(c.LiteralName) > 0, c.PSProvider)
		if err != nil {
			return err
		}
		if len(found) == 0 && !wildcard.ContainsWildcards(name) {
			e := objects.NewException(objects.DriveNotFoundException, "Cannot find drive. A drive with the name '"+name+"' does not exist.")
			r := runtime.NewErrorRecord(e, "GetLocationNoMatchingDrive", runtime.ObjectNotFound, objects.String(name))
			if err := rt.WriteError(r); err != nil {
				return err
			}
		}
		for _, d := range found {
			if err := rt.WriteObject(objects.Of(d)); err != nil {
				return err
			}
		}
	}
	return nil
}

// drives are the drives of a name, which may have wildcards, of some providers;
// of any for an empty list.
func drives(rt *runtime.CommandRuntime, name string, literal bool, providers []string) ([]*runtime.DriveInfo, error) {
	name = strings.TrimSuffix(name, ":")
	if literal {
		name = wildcard.Escape(name, "")
	}
	w, err := wildcard.Compile(name, true)
	if err != nil {
		return nil, err
	}
	owners, err := argument.Patterns(providers)
	if err != nil {
		return nil, err
	}
	var found []*runtime.DriveInfo
	for _, d := range rt.Session().Drives() {
		if w.Match(d.Name) && (len(owners) == 0 || wildcard.MatchAny(owners, d.Provider.Name)) {
			found = append(found, d)
		}
	}
	sort.SliceStable(found, func(i, j int) bool { return strings.ToLower(found[i].Name) < strings.ToLower(found[j].Name) })
	return found, nil
}

// NewPSDrive makes a drive.
type NewPSDrive struct {
	_ struct{} `cmdlet:"SupportsShouldProcess,ConfirmImpact=Low"`

	Name        string `param:"Mandatory,Position=0,ValueFromPipelineByPropertyName"`
	PSProvider  string `param:"Mandatory,Position=1,ValueFromPipelineByPropertyName"`
	Root        string `param:"Mandatory,Position=2,ValueFromPipelineByPropertyName" allow:"EmptyString"`
	Description string `param:"ValueFromPipelineByPropertyName"`
	Scope       string `param:"ValueFromPipelineByPropertyName"`
	credential
}

// ProcessRecord makes the drive in the scope named, else in that of the caller.
func (c *NewPSDrive) ProcessRecord(rt *runtime.CommandRuntime) error {
	provider, err := rt.Session().Provider(c.PSProvider)
	if err != nil {
		return rt.WriteProviderError(err)
	}
	if strings.ContainsAny(c.Name, `:/\.~`) || c.Name == "" {
		e := objects.NewException(objects.PSArgumentException, "Cannot process the drive name because the drive name contains one or more of the following characters that are not valid: ; ~ / \\ . :")
		return runtime.NewErrorRecord(e, "Argument", runtime.InvalidArgument, objects.Null)
	}
	if yes, err := rt.ShouldProcess("Name: "+c.Name+" Provider: "+provider.FullName()+" Root: "+c.Root, "New drive"); !yes {
		return err
	}
	scope, err := argument.ScopeOf(rt, c.Scope)
	if err != nil {
		return err
	}
	d := &runtime.DriveInfo{Name: c.Name, Root: c.Root, Description: c.Description, Provider: provider}
	if err := rt.Session().AddDrive(d, scope); err != nil {
		return rt.WriteProviderError(err)
	}
	return rt.WriteObject(objects.Of(d))
}

// RemovePSDrive drops drives.
type RemovePSDrive struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Name,SupportsShouldProcess"`

	Name        []string                `param:"ParameterSetName=Name,Mandatory,Position=0,ValueFromPipelineByPropertyName" allow:"Null,EmptyCollection"`
	LiteralName []string                `param:"ParameterSetName=LiteralName,Mandatory,Position=0,ValueFromPipelineByPropertyName"`
	PSProvider  []string                `param:"ValueFromPipelineByPropertyName"`
	Scope       string                  `param:"ValueFromPipelineByPropertyName"`
	Force       runtime.SwitchParameter `param:""`
}

// ProcessRecord drops the drives that each name picks.
func (c *RemovePSDrive) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, name := range list(c.Name, c.LiteralName) {
		found, err := drives(rt, name, len(c.LiteralName) > 0, c.PSProvider)
		if err != nil {
			return err
		}
		if len(found) == 0 && !wildcard.ContainsWildcards(name) {
			_, err := rt.Session().Drive(name)
			if err := rt.WriteProviderError(err); err != nil {
				return err
			}
		}
		for _, d := range found {
			yes, err := rt.ShouldProcess("Name: "+d.Name+" Provider: "+d.Provider.FullName()+" Root: "+d.Root, "Remove Drive")
			if yes {
				err = rt.Session().RemoveDrive(d, bool(c.Force))
			}
			if err := rt.WriteProviderError(err); err != nil {
				return err
			}
		}
	}
	return nil
}

// GetPSProvider writes the providers of the session.
type GetPSProvider struct {
	PSProvider []string `param:"Position=0,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty"`
}

// ProcessRecord writes the providers that each name picks, all without one.
func (c *GetPSProvider) ProcessRecord(rt *runtime.CommandRuntime) error {
	names := c.PSProvider
	if len(names) == 0 {
		names = []string{"*"}
	}
	for _, name := range names {
		w, err := wildcard.Compile(name, true)
		if err != nil {
			return err
		}
		any := false
		for _, p := range rt.Session().Providers() {
			if !w.Match(p.Name) && !w.Match(p.FullName()) {
				continue
			}
			any = true
			if err := rt.WriteObject(objects.Of(p)); err != nil {
				return err
			}
		}
		if !any && !wildcard.ContainsWildcards(name) {
			_, err := rt.Session().Provider(name)
			if err := rt.WriteProviderError(err); err != nil {
				return err
			}
		}
	}
	return nil
}
