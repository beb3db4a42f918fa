package view

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/utf16"
)

// utilityViews are the views of what the utility cmdlets write.
func utilityViews() []View {
	const commands = "Microsoft.PowerShell.Commands."
	const deserialized = "Deserialized."
	return []View{
		{Types: of(commands + "GroupInfo"), Body: table("Count=Count:5>", "Name:25", "Group")},
		{Types: of(commands + "GroupInfo"), Body: list("Name", "Count", "Group", "Values")},
		{Types: of(commands + "GroupInfoNoElement"), Body: table("Count=Count:5>", "Name:25")},
		{Types: of(commands + "GroupInfoNoElement"), Body: list("Name", "Count", "Values")},
		{Name: "MatchInfo", Types: of(commands+"MatchInfo", deserialized+commands+"MatchInfo"), Body: Custom{writeMatch}},
		{Types: of(commands + "FileHashInfo"), Body: table("Algorithm:15", "Hash:70", "Path")},
		{Types: of(commands + "ByteCollection"), Group: &Group{Property: "Label"}, Body: table("Offset=HexOffset:16>",
			"Bytes\n00 01 02 03 04 05 06 07 08 09 0A 0B 0C 0D 0E 0F=HexBytes:47", "Ascii:16")},
		{Types: of(deserialized + commands + "TextMeasureInfo"), Body: table("Lines", "Words", "Characters", "Property")},
		{Types: of(deserialized + commands + "GenericMeasureInfo"),
			Body: list("Count", "Average", "Sum", "Maximum", "Minimum", "Property")},
		{Types: of(commands + "BasicHtmlWebResponseObject"), Body: List{Items: []Item{
			{Property: "StatusCode"}, {Property: "StatusDescription"}, {Label: "Content", Value: beginning("Content")},
			{Label: "RawContent", Value: beginning("RawContent")}, {Property: "Headers"}, {Property: "Images"},
			{Property: "InputFields"}, {Property: "Links"}, {Property: "RawContentLength"}, {Property: "RelationLink"},
		}}},
		{Types: of(commands + "WebResponseObject"), Body: List{Items: []Item{
			{Property: "StatusCode"}, {Property: "StatusDescription"}, {Property: "Content"},
			{Label: "RawContent", Value: beginning("RawContent")}, {Property: "Headers"}, {Property: "RawContentLength"},
			{Property: "RelationLink"},
		}}},
		{Types: of(commands + "TestConnectionCommand+PingStatus"), Group: &Group{Property: "Destination"}, Body: Table{Columns: []Column{
			column("Ping=Ping:4>", nil), column("Source=Source:16", nil), column("Address=DisplayAddress:25", nil),
			column("Latency(ms):7>", unlessTimedOut("Latency")), column("BufferSize(B):10>", unlessTimedOut("BufferSize")),
			column("Status=Status:16", nil),
		}}},
		{Types: of(commands + "TestConnectionCommand+TcpPortStatus"), Group: &Group{Property: "Target"},
			Body: table("Id=Id:4>", "Source=Source:16", "Address=TargetAddress:25", "Port=Port:7>", "Latency(ms)=Latency:7>",
				"Connected=Connected:10", "Status=Status:24")},
	}
}

// writeMatch writes a found line with its place and the match emphasised.
func writeMatch(w *Writer, v objects.Value) error {
	here := objects.String("")
	if w.Location != nil {
		here = objects.String(w.Location())
	}
	s, err := w.Types.Invoke(w.Context.Context, v, objects.Invocation{Name: "ToEmphasizedString", Args: []objects.Value{here}})
	if err != nil {
		return err
	}
	text, err := w.text(s)
	w.Text(text)
	return err
}

// beginning is the first 200 characters of a text, and an ellipsis.
func beginning(property string) Expression {
	const most = 200
	return func(c *Context, v objects.Value) (objects.Value, error) {
		value, err := c.Property(v, property)
		s, ok := value.Str()
		if err != nil || !ok || utf16.Len(s) < most {
			return value, err
		}
		return objects.String(utf16.Slice(s, 0, most) + ellipsis), nil
	}
}

// unlessTimedOut is a property of an answer; a star where none came in time.
func unlessTimedOut(property string) Expression {
	return func(c *Context, v objects.Value) (objects.Value, error) {
		status, err := c.Property(v, "Status")
		if err != nil {
			return objects.Null, err
		}
		if s, _ := c.text(status); s == "TimedOut" {
			return objects.String("*"), nil
		}
		return c.Property(v, property)
	}
}
