package utility

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// WriteOutput writes objects to the pipeline.
type WriteOutput struct {
	InputObject objects.Value           `param:"Position=0,Mandatory,ValueFromPipeline,ValueFromRemainingArguments" type:"psobject" allow:"Null,EmptyCollection"`
	NoEnumerate runtime.SwitchParameter `param:""`
}

// ProcessRecord writes the object, a list element by element; several arguments are a list.
func (c *WriteOutput) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.NoEnumerate {
		return rt.WriteObject(c.InputObject)
	}
	return rt.WriteEnumerated(c.InputObject)
}

// WriteHost writes text to the host, through the information stream.
type WriteHost struct {
	_ struct{} `cmdlet:"HelpUri=https://go.microsoft.com/fwlink/?LinkID=2097137"`

	Object          objects.Value            `param:"Position=0,ValueFromPipeline,ValueFromRemainingArguments,Alias=Msg,Alias=Message"`
	NoNewline       runtime.SwitchParameter  `param:""`
	Separator       objects.Value            `param:""`
	ForegroundColor runtime.Optional[string] `param:"" type:"System.ConsoleColor"`
	BackgroundColor runtime.Optional[string] `param:"" type:"System.ConsoleColor"`
}

// ProcessRecord shows the text of the object.
func (c *WriteHost) ProcessRecord(rt *runtime.CommandRuntime) error {
	text, err := c.text(rt)
	if err != nil {
		return err
	}
	m := &runtime.HostMessage{Message: text, Foreground: c.ForegroundColor.Value, Background: c.BackgroundColor.Value, NoNewLine: bool(c.NoNewline)}
	return rt.WriteInformation(&runtime.InformationRecord{Message: objects.Of(m), Host: m, Tags: []string{"PSHOST"}})
}

// text is the object's text; elements of lists stand apart by the separator.
func (c *WriteHost) text(rt *runtime.CommandRuntime) (string, error) {
	separator := " "
	if !c.Separator.IsNull() {
		s, err := rt.Types().ToString(c.Separator, "")
		if err != nil {
			return "", err
		}
		separator = s
	}
	return joinText(rt, c.Object, separator)
}

func joinText(rt *runtime.CommandRuntime, v objects.Value, separator string) (string, error) {
	if v.IsNull() {
		return "", nil
	}
	if h, ok := objects.As[*objects.Hashtable](v.Base()); ok {
		v = objects.ArrayValue(h.Entries())
	}
	list, ok := objects.Enumeration(v)
	if !ok {
		return rt.Types().ToString(v, "")
	}
	var parts []string
	err := list.Enumerate(func(item objects.Value) error {
		s, err := joinText(rt, item, separator)
		parts = append(parts, s)
		return err
	})
	return strings.Join(parts, separator), err
}

// WriteWarning writes to the warning stream.
type WriteWarning struct {
	Message string `param:"Position=0,Mandatory,ValueFromPipeline,Alias=Msg" allow:"EmptyString"`
}

// ProcessRecord writes the message.
func (c *WriteWarning) ProcessRecord(rt *runtime.CommandRuntime) error {
	return rt.WriteWarning(c.Message)
}

// WriteVerbose writes to the verbose stream.
type WriteVerbose struct {
	Message string `param:"Position=0,Mandatory,ValueFromPipeline,Alias=Msg" allow:"EmptyString"`
}

// ProcessRecord writes the message.
func (c *WriteVerbose) ProcessRecord(rt *runtime.CommandRuntime) error {
	return rt.WriteVerbose(c.Message)
}

// WriteDebug writes to the debug stream.
type WriteDebug struct {
	Message string `param:"Position=0,Mandatory,ValueFromPipeline,Alias=Msg" allow:"EmptyString"`
}

// ProcessRecord writes the message.
func (c *WriteDebug) ProcessRecord(rt *runtime.CommandRuntime) error { return rt.WriteDebug(c.Message) }

// WriteInformation writes to the information stream.
type WriteInformation struct {
	MessageData objects.Value `param:"Position=0,Mandatory,ValueFromPipeline,Alias=Msg,Alias=Message" allow:"Null"`
	Tags        []string      `param:"Position=1"`
}

// ProcessRecord writes the message.
func (c *WriteInformation) ProcessRecord(rt *runtime.CommandRuntime) error {
	return rt.WriteInformation(&runtime.InformationRecord{Message: c.MessageData, Source: rt.Invocation().InvocationName, Tags: c.Tags})
}
