package view

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
)

const automation = "System.Management.Automation."

// sessionViews are the views of what a session holds: variables, drives,
// modules, and the records of its streams.
func sessionViews() []View {
	module := of(automation + "PSModuleInfo")
	return []View{
		{Name: "Variable", Types: of(automation + "PSVariable"), Body: table("Name:30", "Value")},
		{Name: "PathInfo", Types: of(automation + "PathInfo"), Body: table("Path")},
		{Name: "drive", Types: of(automation + "PSDriveInfo"), Body: Table{Columns: []Column{
			column("Name:10", nil), column("Used (GB):13>", driveSpace("Used")), column("Free (GB):13>", driveSpace("Free")),
			column("Provider:13", pathOf("Provider", "Name")), column("Root:35", driveRoot), column("CurrentLocation>", nil),
		}}},
		{Types: of(automation + "PSDriveInfo"), Body: list("Name", "Description", "Provider", "Root", "CurrentLocation")},
		{Name: "provider", Types: of(automation + "ProviderInfo"), Body: table("Name:20", "Capabilities", "Drives")},
		{Name: "provider", Types: of(automation + "ProviderInfo"), Body: list("Name", "Drives", "Path", "Home", "Description",
			"Capabilities", "ImplementingType")},
		{Name: "Module", Types: of("ModuleInfoGrouping"), Group: &Group{Value: moduleFolder, Header: writeModuleFolder},
			Body: moduleTable(column("PSEdition:9", editions))},
		{Name: "Module", Types: module, Body: moduleTable()},
		{Name: "Module", Types: module, Body: Wide{Property: "Name"}},
		{Name: "Module", Types: module, Body: List{Items: moduleItems()}},
		{Name: "ExperimentalFeature", Types: of(automation + "ExperimentalFeature"),
			Body: table("Name:35", "Enabled:7>", "Source:35", "Description")},
		{Name: "ScriptBlock", Types: of(automation + "ScriptBlock"), OutOfBand: true, Body: Custom{writeText}},
		{Name: "GetErrorInstance", Types: of(automation+"ErrorRecord#PSExtendedError", "System.Exception#PSExtendedError"), OutOfBand: true, Body: Custom{writeDetails}},
		{Name: "ErrorInstance", Types: of(automation + "ErrorRecord"), OutOfBand: true, Body: Custom{writeError}},
		{Name: "WarningRecord", OutOfBand: true, Body: Custom{writeProperty("Message")}, Types: of(automation+"WarningRecord",
			automation+"VerboseRecord", automation+"DebugRecord")},
		{Name: "InformationRecord", Types: of(automation + "InformationRecord"), OutOfBand: true, Body: Custom{writeText}},
		{Name: "Job", Types: of(automation + "Job"),
			Body: table("Id:6", "Name:15", "PSJobTypeName:15", "State:13", "HasMoreData:15", "Location:20", "Command:25")},
		{Name: "CallStackFrame", Types: of(automation + "CallStackFrame"), Body: table("Command", "Arguments", "Location")},
		{Name: "ShellVariable", Types: of(automation + "ShellVariable"), Body: list("Name", "Value")},
		{Name: "TypeData", Types: of(automation + "Runspaces.TypeData"), Body: table("TypeName", "Members")},
		{Name: "Runspace", Types: of(automation + "Runspaces.Runspace"),
			Body: table("Id:3>", "Name:15", "ComputerName:15", "Type:13", "State=RunspaceStateInfo:13", "Availability=RunspaceAvailability:15")},
		{Types: of(automation + "PSTraceSource"), Body: table("Options:8", "Name:20", "Listeners:20", "Description")},
	}
}

// writeText writes the object as its own text.
func writeText(w *Writer, v objects.Value) error {
	s, err := w.text(v)
	w.Text(s)
	return err
}

// writeError writes an error as the prompt shows it.
func writeError(w *Writer, v objects.Value) error {
	if w.ErrorText == nil {
		return writeText(w, v)
	}
	s, err := w.ErrorText(v)
	w.Text(strings.TrimSuffix(s, "\n"))
	return err
}

// writeDetails writes an error as Get-Error shows it.
func writeDetails(w *Writer, v objects.Value) error {
	if w.ErrorDetails == nil {
		return writeText(w, v)
	}
	w.Text(w.ErrorDetails(v))
	return nil
}

// driveSpace is Used or Free of a drive in gigabytes; nothing where the drive
// has neither.
func driveSpace(property string) Expression {
	return func(c *Context, v objects.Value) (objects.Value, error) {
		used, err := c.Property(v, "Used")
		if err != nil {
			return objects.Null, err
		}
		free, err := c.Property(v, "Free")
		if err != nil || !c.Types.Truth(used) && !c.Types.Truth(free) {
			return objects.Null, err
		}
		n, err := c.number(v, property)
		if err != nil {
			return objects.Null, err
		}
		return c.format("{0:###0.00}", objects.Double(n/(1<<30)))
	}
}

func driveRoot(c *Context, v objects.Value) (objects.Value, error) {
	root, err := c.Property(v, "DisplayRoot")
	if err != nil || !root.IsNull() {
		return root, err
	}
	return c.Property(v, "Root")
}

// moduleTable is the table of modules, with more columns before the commands.
func moduleTable(more ...Column) Table {
	columns := []Column{column("ModuleType:10", nil), column("Version:10", nil), column("PreRelease:10", preRelease), column("Name:35", nil)}
	columns = append(columns, more...)
	return Table{Columns: append(columns, column("ExportedCommands", keysOf("ExportedCommands")))}
}

func moduleItems() []Item {
	items := listItems("Name", "Path", "Description", "ModuleType", "Version")
	items = append(items, Item{Label: "PreRelease", Value: preRelease}, Item{Property: "NestedModules"})
	for _, name := range [...]string{"ExportedFunctions", "ExportedCmdlets", "ExportedVariables", "ExportedAliases"} {
		items = append(items, Item{Label: name, Value: keysOf(name)})
	}
	return items
}

// keysOf are the keys of a property that is a dictionary.
func keysOf(property string) Expression {
	return func(c *Context, v objects.Value) (objects.Value, error) {
		value, err := c.Property(v, property)
		if h, ok := objects.As[*objects.Hashtable](value); ok && err == nil {
			return objects.ArrayValue(h.Keys()), nil
		}
		return value, err
	}
}

// preRelease is the label that a module's manifest gives its version.
func preRelease(c *Context, v objects.Value) (objects.Value, error) {
	return c.Path(v, "PrivateData", "PSData", "PreRelease")
}

// editions are the editions of PowerShell that a module is for, each in four
// letters; Desk where it names none.
func editions(c *Context, v objects.Value) (objects.Value, error) {
	list, err := c.Property(v, "CompatiblePSEditions")
	if err != nil {
		return objects.Null, err
	}
	s, err := c.Types.Text(list, ",")
	if s == "" || err != nil {
		return objects.String("Desk"), err
	}
	names := strings.Split(s, ",")
	for i, n := range names {
		names[i] = n[:min(len(n), 4)]
	}
	slices.Sort(names)
	return objects.String(strings.Join(names, ",")), nil
}

// moduleFolder is the folder that holds the module's folder, and its version's.
func moduleFolder(c *Context, v objects.Value) (objects.Value, error) {
	path, err := c.Property(v, "Path")
	if err != nil {
		return objects.Null, err
	}
	s, _ := path.Str()
	return objects.String(moduleRoot(s)), nil
}

func writeModuleFolder(w *Writer, first objects.Value) error {
	folder, err := moduleFolder(w.Context, first)
	if err != nil {
		return err
	}
	w.Text("    Directory: ")
	return w.Value(folder)
}
