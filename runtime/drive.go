package runtime

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// DriveInfo is a drive: a name for a place in a provider
// (System.Management.Automation.PSDriveInfo).
type DriveInfo struct {
	Name        string
	Root        string // the provider's path that the drive begins at
	Description string
	DisplayRoot string
	Provider    *ProviderInfo

	location string // where relative paths on the drive begin, below Root
	scope    *Scope // that the drive ends with; nil for the session's own
}

// PSDriveInfoType is System.Management.Automation.PSDriveInfo.
var PSDriveInfoType = &objects.Type{FullName: "System.Management.Automation.PSDriveInfo", Kind: objects.KindObject}

// Type is System.Management.Automation.PSDriveInfo.
func (*DriveInfo) Type() *objects.Type { return PSDriveInfoType }

// Text is the drive's name.
func (d *DriveInfo) Text() (string, error) { return d.Name, nil }

// isRoot reports whether the drive is the root of the file system, whose paths
// are shown without a drive.
func (d *DriveInfo) isRoot() bool { return d.Name == "/" }

// show is a provider's path on the drive as scripts see it: "Env:/PATH",
// "Temp:/x", and "/srv" for a file.
func (d *DriveInfo) show(path string) string {
	if d.isRoot() {
		return path
	}
	return d.Name + ":/" + strings.TrimPrefix(strings.TrimPrefix(path, strings.TrimSuffix(d.Root, "/")), "/")
}

// ProviderInfo is a provider with what the session knows of it
// (System.Management.Automation.ProviderInfo).
type ProviderInfo struct {
	ProviderDescription
	Provider Provider
	Home     string // where ~ leads; "" for none
	session  *Session
	// notes are the properties that items of the provider carry, noted alone
	// those of lines of text.
	notes, noted *objects.Shape
}

// ProviderInfoType is System.Management.Automation.ProviderInfo.
var ProviderInfoType = &objects.Type{FullName: "System.Management.Automation.ProviderInfo", Kind: objects.KindObject}

// Type is System.Management.Automation.ProviderInfo.
func (*ProviderInfo) Type() *objects.Type { return ProviderInfoType }

// FullName is the provider's name with that of its module.
func (p *ProviderInfo) FullName() string { return `Microsoft.PowerShell.Core\` + p.Name }

// Text is the full name.
func (p *ProviderInfo) Text() (string, error) { return p.FullName(), nil }

// DrivesOf are the drives of a provider that are in sight, by name.
func (s *Session) DrivesOf(p *ProviderInfo) []*DriveInfo {
	var list []*DriveInfo
	for _, d := range s.Drives() {
		if d.Provider == p {
			list = append(list, d)
		}
	}
	return list
}

// driveTable are the providers, drives and locations of a session.
type driveTable struct {
	providers []*ProviderInfo
	drives    []*DriveInfo // the newest last
	current   *DriveInfo
	stacks    map[string][]ItemPath // of Push-Location, by name
	stack     string                // the default stack's name
	back      []ItemPath            // for Set-Location -
	forward   []ItemPath            // for Set-Location +
}

// addProvider makes a provider known, with the drives it begins with.
func (s *Session) addProvider(p Provider) {
	info := &ProviderInfo{ProviderDescription: p.Describe(), Provider: p, session: s}
	for i := range info.Drives {
		d := info.Drives[i]
		d.Provider = info
		s.drives.drives = append(s.drives.drives, &d)
		if d.isRoot() {
			s.drives.current = &d
		}
	}
	s.drives.providers = append(s.drives.providers, info)
}

// Providers are the providers of the session.
func (s *Session) Providers() []*ProviderInfo { return s.drives.providers }

// Provider is the provider of a name, which its module's may stand before.
func (s *Session) Provider(name string) (*ProviderInfo, error) {
	for _, p := range s.drives.providers {
		if strings.EqualFold(p.Name, name) || strings.EqualFold(p.FullName(), name) {
			return p, nil
		}
	}
	const providerCategory = 5
	return nil, stateError(objects.ProviderNotFoundException, "ProviderNotFound", name, providerCategory,
		"Cannot find a provider with the name '"+name+"'.")
}

// Drives are the drives in sight of the code that runs.
func (s *Session) Drives() []*DriveInfo {
	var list []*DriveInfo
	for _, d := range s.drives.drives {
		if s.inSight(d) {
			list = append(list, d)
		}
	}
	return list
}

// inSight reports whether the scope of a drive is that of the code that runs, or
// one of its callers'.
func (s *Session) inSight(d *DriveInfo) bool {
	if d.scope == nil {
		return true
	}
	for c := s.current; c != nil; c = c.parent {
		if c == d.scope {
			return true
		}
	}
	return false
}

// Drive is the drive of a name.
func (s *Session) Drive(name string) (*DriveInfo, error) {
	for i := len(s.drives.drives) - 1; i >= 0; i-- {
		if d := s.drives.drives[i]; strings.EqualFold(d.Name, name) && s.inSight(d) {
			return d, nil
		}
	}
	return nil, s.noDrive(name)
}

// CurrentDrive is the drive of the current location.
func (s *Session) CurrentDrive() *DriveInfo { return s.drives.current }

// AddDrive makes a drive known in a scope; nil is the session. A drive of that
// name that is there already is an error.
func (s *Session) AddDrive(d *DriveInfo, scope *Scope) error {
	for _, old := range s.drives.drives {
		if strings.EqualFold(old.Name, d.Name) && (old.scope == scope || old.scope == nil && scope == s.global) {
			return newError(objects.SessionStateException, "DriveAlreadyExists", ResourceExists, objects.Of(d),
				"A drive with the name '"+d.Name+"' already exists.")
		}
	}
	if maker, ok := d.Provider.Provider.(DriveMaker); ok {
		if err := maker.NewDrive(s, d); err != nil {
			return err
		}
	}
	if d.scope = scope; scope == s.global {
		d.scope = nil
	}
	s.drives.drives = append(s.drives.drives, d)
	return nil
}

// RemoveDrive drops a drive; the current one only where force is given.
func (s *Session) RemoveDrive(d *DriveInfo, force bool) error {
	if d == s.drives.current && !force {
		return newError(objects.PSInvalidOperationException, "InvalidOperation", InvalidOperation, objects.Null,
			"Cannot remove drive '"+d.Name+"' because it is in use.")
	}
	for i, old := range s.drives.drives {
		if old == d {
			s.drives.drives = append(s.drives.drives[:i:i], s.drives.drives[i+1:]...)
		}
	}
	if d == s.drives.current {
		s.drives.current, _ = s.Drive("/")
	}
	return nil
}

// noDrive is the error of a drive that is not there.
func (s *Session) noDrive(drive string) error {
	const driveCategory = 4
	return stateError(objects.DriveNotFoundException, "DriveNotFound", drive, driveCategory,
		"Cannot find drive. A drive with the name '"+drive+"' does not exist.")
}

// defineProviders gives the session the providers of what it keeps itself, and
// others.
func (s *Session) defineProviders(others []Provider) {
	for _, items := range [...]namedItems{aliasItems{}, environmentItems{}, functionItems{}, variableItems{}} {
		s.addProvider(flatProvider{items})
	}
	for _, p := range others {
		s.addProvider(p)
	}
}
