package help

import (
	"strconv"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// The names that views know help by.
const (
	baseName      = "HelpInfo"
	commentName   = "MamlCommandHelpInfo"
	generatedName = "ExtendedCmdletHelpInfo"
	cmdletName    = "CmdletHelpInfo"
)

// maker makes the objects of one kind of help. Their type names begin with the
// kind's.
type maker struct{ kind string }

// object makes an object of names and values in turn; part is what follows the
// kind in its type name, the only one it has.
func (m maker) object(part string, fields ...any) objects.Value {
	o := objects.NewCustomObject()
	if part != "" {
		o.SetTypeNames([]string{m.kind + "#" + part})
	}
	m.fill(o, fields...)
	return objects.Of(o)
}

func (maker) fill(o *objects.PSObject, fields ...any) {
	for i := 0; i+1 < len(fields); i += 2 {
		o.SetNote(fields[i].(string), valueOf(fields[i+1]))
	}
}

func valueOf(v any) objects.Value {
	switch v := v.(type) {
	case objects.Value:
		return v
	case string:
		return objects.String(v)
	case bool:
		return objects.Bool(v)
	}
	return objects.Null
}

// list is one value alone, or an array of several; $null for none.
func list(items []objects.Value) objects.Value {
	switch len(items) {
	case 0:
		return objects.Null
	case 1:
		return items[0]
	}
	return objects.Of(objects.NewArray(objects.PSObjectType, items))
}

// text is a paragraph.
func (m maker) text(s string) objects.Value {
	o := objects.NewCustomObject()
	o.SetTypeNames([]string{"MamlParaTextItem", "MamlTextItem"})
	o.SetNote("Text", objects.String(s))
	return objects.Of(o)
}

// paragraphs is the paragraph of a section, an array as in PowerShell; nothing
// for an empty one.
func (m maker) paragraphs(text string) objects.Value {
	if text = paragraph(text); text == "" {
		return objects.Null
	}
	return objects.Of(objects.NewArray(objects.PSObjectType, []objects.Value{m.text(text)}))
}

// namespaces are the properties that help objects have from XML.
func (m maker) namespaces(o *objects.PSObject) {
	m.fill(o,
		"xmlns:maml", "http://schemas.microsoft.com/maml/2004/10",
		"xmlns:command", "http://schemas.microsoft.com/maml/dev/command/2004/10",
		"xmlns:dev", "http://schemas.microsoft.com/maml/dev/2004/10")
}

// truth is a truth as help objects write it.
func truth(b bool) string { return strconv.FormatBool(b) }

// pipelineInput says how a parameter takes objects from the pipeline.
func pipelineInput(in *runtime.ParameterInSet) string {
	switch {
	case in.ValueFromPipeline && in.ValueFromPipelineByPropertyName:
		return "true (ByValue, ByPropertyName)"
	case in.ValueFromPipeline:
		return "true (ByValue)"
	case in.ValueFromPipelineByPropertyName:
		return "true (ByPropertyName)"
	case in.ValueFromRemainingArguments:
		return "true (FromRemainingArguments)"
	}
	return "false"
}

// position is a parameter's position, counted from first, or named.
func position(in *runtime.ParameterInSet, first int, named string) string {
	if in.Position == runtime.NoPosition {
		return named
	}
	return strconv.Itoa(in.Position + first)
}
