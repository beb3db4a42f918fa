package view

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// systemViews are the views of .NET's own types.
func systemViews() []View {
	span := of("System.TimeSpan")
	entry := of("System.Collections.DictionaryEntry")
	return []View{
		{Types: of("System.Globalization.CultureInfo"), Body: table("LCID:16", "Name:16", "DisplayName")},
		{Types: of("System.Version"), Body: table("Major:6", "Minor:6", "Build:6", "Revision:8")},
		{Types: of("System.Version#IncludeLabel"), Body: table("Major:6", "Minor:6", "Build:6", "Revision:8",
			"PSSemVerPreReleaseLabel:26", "PSSemVerBuildLabel:27")},
		{Types: of("System.Management.Automation.SemanticVersion"),
			Body: table("Major:6", "Minor:6", "Patch:6", "PreReleaseLabel:15", "BuildLabel:11")},
		{Name: "Dictionary", Types: entry, Body: table("Name:30", "Value")},
		{Types: entry, Body: list("Name", "Value")},
		{Types: span, Body: list("Days", "Hours", "Minutes", "Seconds", "Milliseconds", "Ticks", "TotalDays",
			"TotalHours", "TotalMinutes", "TotalSeconds", "TotalMilliseconds")},
		{Types: span, Body: table("Days", "Hours", "Minutes", "Seconds", "Milliseconds")},
		{Types: span, Body: Wide{Property: "TotalMilliseconds"}},
		{Name: "DateTime", Types: of("System.DateTime"), Body: Custom{writeProperty("DateTime")}},
		{Types: of("System.Guid"), Body: table("Guid")},
		{Types: of("System.Net.NetworkCredential"), Body: table("UserName:50", "Domain:50")},
		{Types: of("System.RuntimeType"), Body: table("IsPublic:8", "IsSerial=IsSerializable:8", "Name:40", "BaseType")},
		{Types: of("System.Reflection.Assembly"), Body: table("GAC=GlobalAssemblyCache:6", "Version=ImageRuntimeVersion:14", "Location")},
		{Types: of("System.Reflection.AssemblyName"), Body: table("Version:14", "Name")},
		{Types: of("System.Threading.Tasks.Task"), Body: table("Id", "IsCompleted", "Status")},
		{Types: of("System.AppDomain"), Body: list("FriendlyName", "Id", "ApplicationDescription", "BaseDirectory",
			"DynamicDirectory", "RelativeSearchPath", "SetupInformation", "ShadowCopyFiles")},
		{Types: of("System.Security.Cryptography.X509Certificates.X509Certificate2"), Name: "ThumbprintTable",
			Group: &Group{Property: "PSParentPath"},
			Body: Table{Columns: []Column{column("Thumbprint:41", nil), column("Subject:20", nil),
				column("EnhancedKeyUsageList", pathOf("EnhancedKeyUsageList", "FriendlyName"))}}},
	}
}

// writeProperty writes a property of the object and nothing else.
func writeProperty(name string) func(*Writer, objects.Value) error {
	return func(w *Writer, v objects.Value) error {
		value, err := w.Property(v, name)
		if err != nil {
			return err
		}
		return w.Value(value)
	}
}

// pathOf is a property of a property.
func pathOf(names ...string) Expression {
	return func(c *Context, v objects.Value) (objects.Value, error) { return c.Path(v, names...) }
}

// fileViews are the views of files and directories.
func fileViews() []View {
	types := of("System.IO.DirectoryInfo", "System.IO.FileInfo")
	group := &Group{Property: "PSParentPath", Header: writeDirectory}
	const name = "children"
	return []View{
		{Name: "childrenWithUnixStat", Types: types, Group: group, Body: Table{Wrap: true, Columns: []Column{
			column("UnixMode:10", nil), column("User:10>", nil), column("Group:10", nil),
			column("LastWriteTime:16>", lastWriteTime), column("Size:12>", nil), column("Name=NameString", nil),
		}}},
		{Name: name, Types: types, Group: group, Body: wrapped("Mode=ModeWithoutHardLink:7",
			"LastWriteTime=LastWriteTimeString:26>", "Length=LengthString:14>", "Name=NameString")},
		{Name: "childrenWithHardlink", Types: types, Group: group, Body: wrapped("Mode=Mode:7",
			"LastWriteTime=LastWriteTimeString:26>", "Length=LengthString:14>", "Name=NameString")},
		{Name: name, Types: types, Group: group, Body: List{
			Items: listItems("Name", "CreationTime", "LastWriteTime", "LastAccessTime", "Mode", "LinkType", "Target"),
			For: []ListFor{{Types: of("System.IO.FileInfo"), Items: listItems("Name", "Length=LengthString", "CreationTime",
				"LastWriteTime", "LastAccessTime", "Mode", "LinkType", "Target", "VersionInfo")}},
		}},
		{Name: name, Types: types, Group: group, Body: Wide{Property: "Name"}},
	}
}

func wrapped(columns ...string) Table {
	t := table(columns...)
	t.Wrap = true
	return t
}

func lastWriteTime(c *Context, v objects.Value) (objects.Value, error) {
	time, err := c.Property(v, "LastWriteTime")
	if err != nil {
		return objects.Null, err
	}
	s, err := c.Types.Format("{0:d} {0:HH}:{0:mm}", []objects.Value{time})
	return objects.String(s), err
}

// writeDirectory writes the header above the children of a directory.
func writeDirectory(w *Writer, first objects.Value) error {
	parent, err := w.Property(first, "PSParentPath")
	if err != nil {
		return err
	}
	path, _ := parent.Str()
	w.Text("    Directory: " + strings.Replace(path, `Microsoft.PowerShell.Core\FileSystem::`, "", 1))
	return nil
}
