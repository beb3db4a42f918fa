package runtime

import (
	"github.com/csshell/csshell/objects"
)

// Provider is a store whose items have paths on drives ("about_Providers"). What
// else it can do it says with the other interfaces of this file, which are found
// by assertion; a cmdlet that needs one that is missing reports NotSupported.
//
// The path of an item is the provider's own, without a drive: "/srv/data" for a
// file, "PATH" for a variable of the environment.
type Provider interface {
	// Describe tells the provider's name and what it is.
	Describe() ProviderDescription
	// Exists reports whether a path leads to an item.
	Exists(s *Session, path string) bool
	// Item is the item that a path leads to; the error of one that is not there
	// is an ItemNotFoundException.
	Item(s *Session, path string, o ItemOptions) (Item, error)
	// Children are the items below a container, in the order they are listed in.
	Children(s *Session, path string, o ItemOptions) ([]Item, error)
}

// ProviderDescription is what a provider says of itself.
type ProviderDescription struct {
	Name         string
	Description  string
	Capabilities ProviderCapabilities
	Class        string // the .NET class, without its name space
	// Navigation tells that items lie within one another, so that paths have
	// parents; without it all items are children of the root.
	Navigation bool
	Drives     []DriveInfo // that a session begins with
}

// ProviderCapabilities are the bits of
// System.Management.Automation.Provider.ProviderCapabilities.
type ProviderCapabilities uint32

// The capabilities.
const (
	FilterCapability        ProviderCapabilities = 4
	ShouldProcessCapability ProviderCapabilities = 16
	CredentialsCapability   ProviderCapabilities = 32
)

// ItemOptions rule which items of a container are seen.
type ItemOptions struct {
	Force  bool   // hidden items too
	Filter string // the provider's own filter; "" for none
	// Accept picks by what the cmdlet's dynamic parameters say; nil for all.
	Accept func(Item) bool
}

// Item is one item of a provider.
type Item struct {
	Name      string // the last part of the path
	Path      string // the provider's own
	Container bool   // it may have items below it
	Value     objects.Value
}

// ItemSetter is a provider whose items can be given a value (Set-Item).
type ItemSetter interface {
	SetItem(rt *CommandRuntime, path string, v objects.Value, force bool) error
}

// OptionSetter is a provider whose items have options, such as ReadOnly (-Options).
type OptionSetter interface {
	// HasOptions reports whether its items have any.
	HasOptions() bool
	SetOptions(s *Session, path string, o VariableOptions, force bool) error
}

// ItemClearer is a provider whose items can be emptied (Clear-Item).
type ItemClearer interface {
	ClearItem(rt *CommandRuntime, path string, force bool) error
}

// ItemInvoker is a provider whose items have a default action (Invoke-Item).
type ItemInvoker interface {
	InvokeItem(rt *CommandRuntime, path string) error
}

// NewItemOptions are the arguments of New-Item.
type NewItemOptions struct {
	Type  string
	Value objects.Value
	Force bool
}

// ItemMaker is a provider that makes items (New-Item). It writes what it makes.
type ItemMaker interface {
	NewItem(rt *CommandRuntime, at ItemPath, o NewItemOptions) error
}

// ItemRemover is a provider whose items can be removed (Remove-Item).
type ItemRemover interface {
	RemoveItem(rt *CommandRuntime, at ItemPath, recurse, force bool) error
}

// TransferOptions are the arguments of Copy-Item and Move-Item.
type TransferOptions struct {
	Recurse, Force, Container bool
	// Done takes each item that was made; nil where nobody asks.
	Done func(path string) error
}

// ItemCopier is a provider whose items can be copied (Copy-Item).
type ItemCopier interface {
	CopyItem(rt *CommandRuntime, from, to string, o TransferOptions) error
}

// ItemMover is a provider whose items can be moved (Move-Item).
type ItemMover interface {
	MoveItem(rt *CommandRuntime, from, to string, o TransferOptions) error
}

// ItemRenamer is a provider whose items can be renamed (Rename-Item).
type ItemRenamer interface {
	RenameItem(rt *CommandRuntime, path, name string, o TransferOptions) error
}

// ContentSource is a provider whose items have content that Get-Content reads and
// Set-Content replaces as values. Files do more; their cmdlets know them.
type ContentSource interface {
	ReadContent(s *Session, path string) (objects.Value, error)
	WriteContent(s *Session, path string, values []objects.Value, add bool) error
}

// PropertySource is a provider whose items have properties of their own beside
// what Get-Item gives.
type PropertySource interface {
	// SetProperty changes a property of an item.
	SetProperty(rt *CommandRuntime, at ItemPath, name string, v objects.Value) error
	// ClearProperty gives a property its default.
	ClearProperty(rt *CommandRuntime, at ItemPath, name string) error
}

// DriveMaker is a provider that new drives can be made of (New-PSDrive). It
// checks the root and makes it absolute.
type DriveMaker interface {
	NewDrive(s *Session, d *DriveInfo) error
}

// NotSupported is the error of an operation that a provider does not have.
func NotSupported() error {
	return newError(objects.PSNotSupportedException, "NotSupported", NotImplemented, objects.Null,
		"Provider operation stopped because the provider does not support this operation.")
}

// PathNotFound is the error of a path that leads to no item.
func PathNotFound(path string) *ErrorRecord {
	const driveCategory = 4
	return stateError(objects.ItemNotFoundException, "PathNotFound", path, driveCategory, "Cannot find path '"+path+"' because it does not exist.")
}

// stateError is the error of something of the session that is not there: a kind of
// SessionStateException, with the name and the SessionStateCategory.
func stateError(t *objects.Type, id, name string, category uint64, message string) *ErrorRecord {
	e := objects.NewException(t, message)
	e.Fields = map[string]objects.Value{"ItemName": objects.String(name), "SessionStateCategory": objects.Word(sessionStateCategoryType, category)}
	return NewErrorRecord(e, id, ObjectNotFound, objects.String(name))
}

// sessionStateCategoryType is System.Management.Automation.SessionStateCategory.
var sessionStateCategoryType = &objects.Type{
	FullName: "System.Management.Automation.SessionStateCategory", Kind: objects.KindEnum,
	Attributes: objects.ValueTypeAttr | objects.SealedAttr,
	Enum: &objects.EnumInfo{Underlying: objects.Int32Type,
		Names:  []string{"Variable", "Alias", "Function", "Filter", "Drive", "CmdletProvider", "Scope", "Command", "Resource", "Cmdlet"},
		Values: []int64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9}},
}

// SizedProvider is a provider whose drives have a size (PSDriveInfo.Used, Free).
type SizedProvider interface {
	// Space gives the bytes of the drive that a root lies on, and those free.
	Space(root string) (total, free int64, err error)
}
