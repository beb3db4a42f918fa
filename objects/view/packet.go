package view

import (
	"github.com/csshell/csshell/objects"
)

// The format objects: what Format- cmdlets write and Out- cmdlets lay out.
// Their types have PowerShell's names, since scripts see those
// ("Format-Table | Get-Member").

// FormatStart begins a sequence of objects shown alike.
type FormatStart struct {
	shape    Shape
	autoSize bool
	columns  []tableColumn // of a table
	hide     bool          // no headers
	repeat   bool          // headers on each page
	perLine  int           // of a wide view; 0 for the default
}

// tableColumn is a column's header.
type tableColumn struct {
	label string
	width int
	align Align
	own   bool // the label is no property's name
}

// GroupStart begins a group.
type GroupStart struct {
	grouped bool // has a header
	header  []node
}

// FormatEntry is one object.
type FormatEntry struct {
	outOfBand bool
	multiLine bool
	kind      entryKind
	cells     []string    // of a table or wide view; the text of textEntry
	fields    []listField // of a list
	nodes     []node      // of a custom view
}

type entryKind uint8

const (
	cellsEntry entryKind = iota
	listEntry
	customEntry
	textEntry
	noticeEntry // text that is no output, at its place between others
)

// listField is a line of a list.
type listField struct{ label, text string }

// GroupEnd ends a group.
type GroupEnd struct{}

// FormatEnd ends a sequence.
type FormatEnd struct{}

const formatNamespace = "Microsoft.PowerShell.Commands.Internal.Format."

// The types of the format objects.
var (
	formatInfoType  = &objects.Type{FullName: formatNamespace + "FormatInfoData", Kind: objects.KindObject}
	packetType      = &objects.Type{FullName: formatNamespace + "PacketInfoData", Base: formatInfoType, Kind: objects.KindObject}
	controlType     = &objects.Type{FullName: formatNamespace + "ControlInfoData", Base: packetType, Kind: objects.KindObject}
	startType       = &objects.Type{FullName: formatNamespace + "StartData", Base: controlType, Kind: objects.KindObject}
	FormatStartType = &objects.Type{FullName: formatNamespace + "FormatStartData", Base: startType, Kind: objects.KindObject}
	FormatEndType   = &objects.Type{FullName: formatNamespace + "FormatEndData", Base: controlType, Kind: objects.KindObject}
	GroupStartType  = &objects.Type{FullName: formatNamespace + "GroupStartData", Base: startType, Kind: objects.KindObject}
	GroupEndType    = &objects.Type{FullName: formatNamespace + "GroupEndData", Base: controlType, Kind: objects.KindObject}
	FormatEntryType = &objects.Type{FullName: formatNamespace + "FormatEntryData", Base: packetType, Kind: objects.KindObject}
)

// Type is FormatStartData.
func (*FormatStart) Type() *objects.Type { return FormatStartType }

// Type is GroupStartData.
func (*GroupStart) Type() *objects.Type { return GroupStartType }

// Type is FormatEntryData.
func (*FormatEntry) Type() *objects.Type { return FormatEntryType }

// Type is GroupEndData.
func (*GroupEnd) Type() *objects.Type { return GroupEndType }

// Type is FormatEndData.
func (*FormatEnd) Type() *objects.Type { return FormatEndType }

// packet is v as a format object, or nil.
func packet(v objects.Value) objects.Object {
	if v.Kind() != objects.KindObject {
		return nil
	}
	switch p := v.Base().Ref().(type) {
	case *FormatStart, *GroupStart, *FormatEntry, *GroupEnd, *FormatEnd:
		return p.(objects.Object)
	}
	return nil
}
