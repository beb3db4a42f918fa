package runtime

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// PathInfo is a path that leads to an item (System.Management.Automation.PathInfo).
type PathInfo struct {
	ItemPath
}

// PathInfoType is System.Management.Automation.PathInfo.
var PathInfoType = &objects.Type{FullName: "System.Management.Automation.PathInfo", Kind: objects.KindObject}

// PathInfoOf makes the value of a path.
func (s *Session) PathInfoOf(p ItemPath) *PathInfo { return &PathInfo{p} }

// Type is System.Management.Automation.PathInfo.
func (*PathInfo) Type() *objects.Type { return PathInfoType }

// Text is the path as scripts see it.
func (p *PathInfo) Text() (string, error) { return p.String(), nil }

// PathStack is a stack of locations (System.Management.Automation.PathInfoStack).
type PathStack struct {
	name  string
	paths []objects.Value
}

// PathStackType is System.Management.Automation.PathInfoStack.
var PathStackType = &objects.Type{FullName: "System.Management.Automation.PathInfoStack", Kind: objects.KindObject}

// NewPathStack makes the value of a stack of locations, the last pushed first.
func NewPathStack(s *Session, name string, list []ItemPath) *PathStack {
	if name == "" {
		name = "default"
	}
	stack := &PathStack{name: name}
	for _, p := range list {
		stack.paths = append(stack.paths, objects.Of(s.PathInfoOf(p)))
	}
	return stack
}

// Type is System.Management.Automation.PathInfoStack.
func (*PathStack) Type() *objects.Type { return PathStackType }

// Enumerate gives the locations.
func (p *PathStack) Enumerate(yield func(objects.Value) error) error {
	for _, v := range p.paths {
		if err := yield(v); err != nil {
			return err
		}
	}
	return nil
}

func declarePathStack() *objects.Declaration {
	return &objects.Declaration{Type: PathStackType, Properties: []objects.Property{
		text("string Name {get;}", func(p *PathStack) string { return p.name }),
		value("int Count {get;}", func(p *PathStack) objects.Value { return objects.Int(len(p.paths)) }),
	}, Methods: []objects.Method{
		method("psobject[] ToArray()", func(p *PathStack, _ *objects.Call) (objects.Value, error) {
			return objects.Of(objects.NewArray(PathInfoType, p.paths)), nil
		}),
	}}
}

func declarePathInfo() *objects.Declaration {
	return &objects.Declaration{Type: PathInfoType, Properties: []objects.Property{
		value("System.Management.Automation.PSDriveInfo Drive {get;}", func(p *PathInfo) objects.Value { return driveOf(p.Drive) }),
		value("System.Management.Automation.ProviderInfo Provider {get;}", func(p *PathInfo) objects.Value { return objects.Of(p.Provider) }),
		text("string ProviderPath {get;}", func(p *PathInfo) string { return p.ItemPath.Path }),
		text("string Path {get;}", func(p *PathInfo) string { return p.String() }),
	}, Methods: []objects.Method{
		method("string ToString()", func(p *PathInfo, _ *objects.Call) (objects.Value, error) { return objects.String(p.String()), nil }),
	}}
}

func driveOf(d *DriveInfo) objects.Value {
	if d == nil {
		return objects.Null
	}
	return objects.Of(d)
}

func declareDriveInfo() *objects.Declaration {
	space := func(name, script string, of func(total, free int64) int64) objects.OwnMember {
		return objects.OwnMember{Name: name, Kind: objects.ScriptPropertyMember, Value: objects.Of(&objects.CodePropertyDef{
			Name: name, Result: "System.Object", Script: script,
			Getter: func(_ *objects.TypeTable, this objects.Value) (objects.Value, error) {
				d, ok := objects.As[*DriveInfo](this)
				if !ok {
					return objects.Null, nil
				}
				sized, ok := d.Provider.Provider.(SizedProvider)
				if !ok {
					return objects.Null, nil
				}
				total, free, err := sized.Space(d.Root)
				if err != nil {
					return objects.Null, nil
				}
				return objects.Int64(of(total, free)), nil
			},
		})}
	}
	return &objects.Declaration{
		Type: PSDriveInfoType,
		Properties: []objects.Property{
			{Signature: "string CurrentLocation {get;set;}", Get: func(this objects.Value) (objects.Value, error) {
				d, _ := objects.As[*DriveInfo](this)
				return objects.String(d.Provider.session.driveLocation(d)), nil
			}, Set: func(this, to objects.Value) error {
				d, _ := objects.As[*DriveInfo](this)
				d.location, _ = to.Str()
				return nil
			}},
			text("string Name {get;}", func(d *DriveInfo) string { return d.Name }),
			value("System.Management.Automation.ProviderInfo Provider {get;}", func(d *DriveInfo) objects.Value { return objects.Of(d.Provider) }),
			text("string Root {get;}", func(d *DriveInfo) string { return d.Root }),
			{Signature: "string Description {get;set;}", Get: func(this objects.Value) (objects.Value, error) {
				d, _ := objects.As[*DriveInfo](this)
				return objects.String(d.Description), nil
			}, Set: func(this, to objects.Value) error {
				d, _ := objects.As[*DriveInfo](this)
				d.Description, _ = to.Str()
				return nil
			}},
			value("System.Nullable[long] MaximumSize {get;}", func(*DriveInfo) objects.Value { return objects.Null }),
			value("pscredential Credential {get;}", func(*DriveInfo) objects.Value { return objects.Null }),
			value("string DisplayRoot {get;}", func(d *DriveInfo) objects.Value {
				if d.DisplayRoot == "" {
					return objects.Null
				}
				return objects.String(d.DisplayRoot)
			}),
			value("bool VolumeSeparatedByColon {get;}", func(d *DriveInfo) objects.Value { return objects.Bool(!d.isRoot()) }),
		},
		Methods: []objects.Method{
			method("string ToString()", func(d *DriveInfo, _ *objects.Call) (objects.Value, error) { return objects.String(d.Name), nil }),
			method("int CompareTo(System.Management.Automation.PSDriveInfo drive)", func(d *DriveInfo, c *objects.Call) (objects.Value, error) {
				o, _ := objects.As[*DriveInfo](c.Args[0])
				if o == nil {
					return objects.Int(1), nil
				}
				return objects.Int(strings.Compare(strings.ToLower(d.Name), strings.ToLower(o.Name))), nil
			}),
		},
		Data: &objects.TypeData{TypeName: PSDriveInfoType.FullName, Members: []objects.OwnMember{
			space("Used", "[System.IO.DriveInfo]::new($this.Root)", func(total, free int64) int64 { return total - free }),
			space("Free", "[System.IO.DriveInfo]::new($this.Root).AvailableFreeSpace", func(_, free int64) int64 { return free }),
		}},
	}
}

// providerCapabilitiesType is System.Management.Automation.Provider.ProviderCapabilities.
var providerCapabilitiesType = &objects.Type{
	FullName: "System.Management.Automation.Provider.ProviderCapabilities", Kind: objects.KindEnum,
	Attributes: objects.ValueTypeAttr | objects.SealedAttr,
	Enum: &objects.EnumInfo{Underlying: objects.Int32Type, Flags: true,
		Names:  []string{"None", "Include", "Exclude", "Filter", "ExpandWildcards", "ShouldProcess", "Credentials", "Transactions"},
		Values: []int64{0, 1, 2, 4, 8, 16, 32, 64}},
}

// implementation is the .NET class that a provider goes by.
func (p *ProviderInfo) implementation() *objects.Type {
	return &objects.Type{FullName: "Microsoft.PowerShell.Commands." + p.Class, Kind: objects.KindObject}
}

func declareProviderInfo() *objects.Declaration {
	separator := func(signature string, c byte) objects.Property {
		return value(signature, func(*ProviderInfo) objects.Value { return objects.Char(uint16(c)) })
	}
	return &objects.Declaration{
		Type: ProviderInfoType,
		Properties: []objects.Property{
			value("type ImplementingType {get;}", func(p *ProviderInfo) objects.Value {
				return objects.Of(objects.RuntimeType{Target: p.implementation()})
			}),
			text("string HelpFile {get;}", func(*ProviderInfo) string { return "System.Management.Automation.dll-Help.xml" }),
			text("string Name {get;}", func(p *ProviderInfo) string { return p.Name }),
			text("string PSSnapIn {get;}", func(*ProviderInfo) string { return "Microsoft.PowerShell.Core" }),
			text("string ModuleName {get;}", func(*ProviderInfo) string { return "Microsoft.PowerShell.Core" }),
			value("psmoduleinfo Module {get;}", func(*ProviderInfo) objects.Value { return objects.Null }),
			{Signature: "string Description {get;set;}", Get: func(this objects.Value) (objects.Value, error) {
				p, _ := objects.As[*ProviderInfo](this)
				return objects.String(p.Description), nil
			}, Set: func(this, to objects.Value) error {
				p, _ := objects.As[*ProviderInfo](this)
				p.Description, _ = to.Str()
				return nil
			}},
			value("System.Management.Automation.Provider.ProviderCapabilities Capabilities {get;}", func(p *ProviderInfo) objects.Value {
				return objects.Word(providerCapabilitiesType, uint64(p.Capabilities))
			}),
			{Signature: "string Home {get;set;}", Get: func(this objects.Value) (objects.Value, error) {
				p, _ := objects.As[*ProviderInfo](this)
				return objects.String(p.home()), nil
			}, Set: func(this, to objects.Value) error {
				p, _ := objects.As[*ProviderInfo](this)
				p.Home, _ = to.Str()
				return nil
			}},
			value("System.Collections.ObjectModel.Collection[System.Management.Automation.PSDriveInfo] Drives {get;}", func(p *ProviderInfo) objects.Value {
				var list []objects.Value
				for _, d := range p.session.DrivesOf(p) {
					list = append(list, objects.Of(d))
				}
				return objects.Of(objects.NewArray(PSDriveInfoType, list))
			}),
			value("bool VolumeSeparatedByColon {get;}", func(p *ProviderInfo) objects.Value { return objects.Bool(!p.Navigation) }),
			separator("char ItemSeparator {get;}", '/'),
			separator("char AltItemSeparator {get;}", '\\'),
		},
		Methods: []objects.Method{
			method("string ToString()", func(p *ProviderInfo, _ *objects.Call) (objects.Value, error) {
				return objects.String(p.FullName()), nil
			}),
		},
	}
}
