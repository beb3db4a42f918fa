package runtime

import (
	"slices"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
)

func declareInvocationInfo() *objects.Declaration {
	return &objects.Declaration{
		Type: InvocationInfoType,
		Properties: []objects.Property{
			value("System.Management.Automation.CommandInfo MyCommand {get;}", (*InvocationInfo).command),
			value("System.Collections.Generic.Dictionary[string,System.Object] BoundParameters {get;}", func(i *InvocationInfo) objects.Value {
				if b := i.bound(); b != nil {
					return objects.Of(b.boundDictionary())
				}
				if i.BoundParameters == nil {
					return objects.Of(objects.NewDictionary(boundParametersType, true))
				}
				return objects.Of(i.BoundParameters)
			}),
			value("System.Collections.Generic.List[System.Object] UnboundArguments {get;}", func(i *InvocationInfo) objects.Value {
				return objects.Of(objects.NewList(objects.MakeGeneric(objects.ListOpenType, objects.ObjectType), i.UnboundArguments))
			}),
			text("string InvocationName {get;}", func(i *InvocationInfo) string { return i.InvocationName }),
			value("int PipelineLength {get;}", func(i *InvocationInfo) objects.Value { return objects.Int(i.PipelineLength) }),
			value("int PipelinePosition {get;}", func(i *InvocationInfo) objects.Value { return objects.Int(i.PipelinePosition) }),
			value("bool ExpectingInput {get;}", func(i *InvocationInfo) objects.Value { return objects.Bool(i.ExpectingInput) }),
			value("long HistoryId {get;}", func(*InvocationInfo) objects.Value { return objects.Int64(1) }),
			value("System.Management.Automation.CommandOrigin CommandOrigin {get;}", func(i *InvocationInfo) objects.Value {
				if i.CommandOrigin == "Runspace" {
					return objects.Word(commandOriginType, 0)
				}
				return objects.Word(commandOriginType, 1)
			}),
			text("string ScriptName {get;}", func(i *InvocationInfo) string { return i.file() }),
			value("int ScriptLineNumber {get;}", func(i *InvocationInfo) objects.Value { return objects.Int(i.line()) }),
			value("int OffsetInLine {get;}", func(i *InvocationInfo) objects.Value { return objects.Int(i.column()) }),
			text("string Line {get;}", (*InvocationInfo).sourceLine),
			text("string Statement {get;}", func(i *InvocationInfo) string {
				if i.Extent == nil {
					return ""
				}
				return i.Extent.Slice()
			}),
			text("string PositionMessage {get;}", func(i *InvocationInfo) string {
				if i.Extent == nil {
					return ""
				}
				return positionMessage(i.Extent)
			}),
			text("string PSScriptRoot {get;}", func(i *InvocationInfo) string { return folderOf(i.file()) }),
			value("string PSCommandPath {get;}", func(i *InvocationInfo) objects.Value {
				if file := i.file(); file != "" {
					return objects.String(file)
				}
				return objects.Null
			}),
		},
	}
}

var commandOriginType = &objects.Type{
	FullName: "System.Management.Automation.CommandOrigin", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr,
	Enum: &objects.EnumInfo{Names: []string{"Runspace", "Internal"}, Values: []int64{0, 1}},
}

func (i *InvocationInfo) command() objects.Value {
	if i.Command == nil {
		return objects.Null
	}
	return objects.Of(&CommandInfo{Command: i.Command})
}

// sourceLine is the first line of the place, with the line break that ends it.
func (i *InvocationInfo) sourceLine() string {
	if i.Extent == nil {
		return ""
	}
	line := i.line()
	text := i.Extent.Source.Line(line)
	if line < i.Extent.Source.LineCount() {
		text += "\n"
	}
	return text
}

func (i *InvocationInfo) file() string {
	if i.Extent == nil {
		return i.ScriptName
	}
	return i.Extent.Source.File
}

func (i *InvocationInfo) line() int {
	if i.Extent == nil {
		return 0
	}
	return i.Extent.Source.Position(i.Extent.Start).Line
}

func (i *InvocationInfo) column() int {
	if i.Extent == nil {
		return 0
	}
	return i.Extent.Source.Position(i.Extent.Start).Column
}

// folderOf is the folder of a path, "" for none.
func folderOf(path string) string {
	for i := len(path) - 1; i >= 0; i-- {
		if path[i] == '/' {
			return path[:max(i, 1)]
		}
	}
	return ""
}

func declareMessageRecord() *objects.Declaration {
	return &objects.Declaration{
		Type: InformationalRecordType,
		Properties: []objects.Property{
			text("string Message {get;set;}", func(m *MessageRecord) string { return m.Message }),
			value("System.Management.Automation.InvocationInfo InvocationInfo {get;}", func(m *MessageRecord) objects.Value {
				if m.Invocation == nil {
					return objects.Null
				}
				return objects.Of(m.Invocation)
			}),
		},
	}
}

func declareInformationRecord() *objects.Declaration {
	return &objects.Declaration{
		Type: InformationRecordType,
		Properties: []objects.Property{
			value("System.Object MessageData {get;}", func(r *InformationRecord) objects.Value {
				if r.Host != nil {
					return objects.Of(r.Host)
				}
				return r.Message
			}),
			text("string Source {get;set;}", func(r *InformationRecord) string { return r.Source }),
			value("System.Collections.Generic.List[string] Tags {get;}", func(r *InformationRecord) objects.Value {
				return objects.Of(objects.NewList(objects.MakeGeneric(objects.ListOpenType, objects.StringType), objects.Strings(r.Tags).Items()))
			}),
			text("string User {get;set;}", func(r *InformationRecord) string { return r.User }),
			value("datetime TimeGenerated {get;set;}", func(r *InformationRecord) objects.Value {
				return objects.Word(objects.DateTimeType, uint64(r.Time))
			}),
		},
	}
}

// hostMessageType is System.Management.Automation.HostInformationMessage.
var hostMessageType = &objects.Type{FullName: "System.Management.Automation.HostInformationMessage", Kind: objects.KindObject}

// Type is System.Management.Automation.HostInformationMessage.
func (*HostMessage) Type() *objects.Type { return hostMessageType }

// Text is the message: what ToString() gives.
func (m *HostMessage) Text() (string, error) { return m.Message, nil }

func declareHostMessage() *objects.Declaration {
	colour := func(signature string, get func(*HostMessage) string) objects.Property {
		return objects.Property{Signature: signature, Get: func(this objects.Value) (objects.Value, error) {
			m, _ := objects.As[*HostMessage](this)
			if m == nil || get(m) == "" {
				return objects.Null, nil
			}
			n := slices.IndexFunc(system.ConsoleColorType.Enum.Names, func(name string) bool { return objects.EqualFold(name, get(m)) })
			return objects.Word(system.ConsoleColorType, uint64(n)), nil
		}}
	}
	return &objects.Declaration{
		Type: hostMessageType,
		Properties: []objects.Property{
			text("string Message {get;set;}", func(m *HostMessage) string { return m.Message }),
			value("System.Nullable[bool] NoNewLine {get;set;}", func(m *HostMessage) objects.Value { return objects.Bool(m.NoNewLine) }),
			colour("System.Nullable[System.ConsoleColor] ForegroundColor {get;set;}", func(m *HostMessage) string { return m.Foreground }),
			colour("System.Nullable[System.ConsoleColor] BackgroundColor {get;set;}", func(m *HostMessage) string { return m.Background }),
		},
	}
}

func declareInputEnumerator() *objects.Declaration {
	return &objects.Declaration{
		Type: inputEnumeratorType,
		Properties: []objects.Property{
			value("System.Object Current {get;}", (*inputEnumerator).Current),
		},
		Methods: []objects.Method{
			method("bool MoveNext()", func(e *inputEnumerator, _ *objects.Call) (objects.Value, error) {
				return objects.Bool(e.MoveNext()), nil
			}),
			method("void Reset()", func(e *inputEnumerator, _ *objects.Call) (objects.Value, error) {
				e.Reset()
				return none(), nil
			}),
		},
	}
}

func declareReference() *objects.Declaration {
	return &objects.Declaration{
		Type: objects.PSReferenceType,
		Properties: []objects.Property{{
			Signature: "System.Object Value {get;set;}",
			Get: func(this objects.Value) (objects.Value, error) {
				if r, ok := objects.As[objects.Reference](this); ok {
					return r.Value(), nil
				}
				return objects.Null, nil
			},
			Set: func(this, v objects.Value) error {
				if r, ok := objects.As[objects.Reference](this); ok {
					return r.SetValue(v)
				}
				return nil
			},
		}},
	}
}
