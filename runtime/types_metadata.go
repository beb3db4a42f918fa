package runtime

import (
	"github.com/csshell/csshell/objects"
)

// commandMetadataType is System.Management.Automation.CommandMetadata.
var commandMetadataType = &objects.Type{FullName: namespace + "CommandMetadata", Kind: objects.KindObject, Attributes: objects.SealedAttr}

// commandMetadata is what a proxy of a command is made from: scripts take it
// apart and change it before they do.
type commandMetadata struct {
	name          string
	command       Command
	types         *objects.TypeTable
	defaultSet    string
	helpURI       string
	impact        ConfirmImpact
	parameters    *objects.Hashtable
	shouldProcess bool
	paging        bool
	positional    bool
	// advanced reports a cmdlet or a function with CmdletBinding: its proxy is one too.
	advanced bool
}

// Type is System.Management.Automation.CommandMetadata.
func (*commandMetadata) Type() *objects.Type { return commandMetadataType }

// newCommandMetadata describes a command, without its common parameters.
func newCommandMetadata(c *CommandInfo, types *objects.TypeTable) *commandMetadata {
	m := &commandMetadata{types: types, name: c.Name(), command: c.Command, parameters: parameterDictionary(), positional: true}
	table := c.Table()
	if table == nil {
		return m
	}
	m.defaultSet, m.helpURI, m.impact = table.DefaultSet, table.HelpURI, table.ConfirmImpact
	m.shouldProcess, m.paging, m.advanced = table.SupportsProcess, table.SupportsPaging, table.Advanced
	m.positional = table.PositionalBinding
	for _, p := range table.Parameters {
		if p.common == notCommon && !p.Dynamic {
			m.parameters.Set(objects.String(p.Name), objects.Of(&parameterMetadata{Parameter: p}))
		}
	}
	return m
}

func parameterDictionary() *objects.Hashtable {
	return objects.NewDictionary(objects.MakeGeneric(objects.DictionaryOpenType, objects.StringType, parameterMetadataType), true)
}

func makeCommandMetadata(c *objects.Call) (objects.Value, error) {
	if info, ok := objects.As[*CommandInfo](c.Args[0]); ok {
		return objects.Of(newCommandMetadata(info, c.Types)), nil
	}
	return objects.Null, nullParameter("commandInfo")
}

func declareCommandMetadata() *objects.Declaration {
	return &objects.Declaration{
		Type: commandMetadataType,
		Constructors: []objects.Method{
			{Signature: "new(System.Management.Automation.CommandInfo commandInfo)", Call: makeCommandMetadata},
			{Signature: "new(System.Management.Automation.CommandInfo commandInfo, bool shouldGenerateCommonParameters)", Call: makeCommandMetadata},
			{Signature: "new(System.Management.Automation.CommandMetadata other)", Call: func(c *objects.Call) (objects.Value, error) {
				other, ok := objects.As[*commandMetadata](c.Args[0])
				if !ok {
					return objects.Null, nullParameter("other")
				}
				copied := *other
				copied.parameters = parameterDictionary()
				other.parameters.Each(func(name, p objects.Value) bool {
					copied.parameters.Set(name, p)
					return true
				})
				return objects.Of(&copied), nil
			}},
		},
		Properties: []objects.Property{
			editable("string Name {get;set;}", func(m *commandMetadata) *string { return &m.name }, objects.String, textOf),
			value("type CommandType {get;}", func(m *commandMetadata) objects.Value { return objects.Null }),
			editable("string DefaultParameterSetName {get;set;}", func(m *commandMetadata) *string { return &m.defaultSet }, objects.String, textOf),
			editable("bool SupportsShouldProcess {get;set;}", func(m *commandMetadata) *bool { return &m.shouldProcess }, objects.Bool, objects.Value.Bool),
			editable("bool SupportsPaging {get;set;}", func(m *commandMetadata) *bool { return &m.paging }, objects.Bool, objects.Value.Bool),
			editable("bool PositionalBinding {get;set;}", func(m *commandMetadata) *bool { return &m.positional }, objects.Bool, objects.Value.Bool),
			value("bool SupportsTransactions {get;set;}", func(*commandMetadata) objects.Value { return objects.Bool(false) }),
			editable("string HelpUri {get;set;}", func(m *commandMetadata) *string { return &m.helpURI }, objects.String, textOf),
			editable("System.Management.Automation.ConfirmImpact ConfirmImpact {get;set;}", func(m *commandMetadata) *ConfirmImpact { return &m.impact },
				func(i ConfirmImpact) objects.Value { return objects.Word(ConfirmImpactType, uint64(i)) }, func(v objects.Value) ConfirmImpact { return ConfirmImpact(v.Int64()) }),
			value("System.Collections.Generic.Dictionary[string,"+parameterMetadataType.FullName+"] Parameters {get;}", func(m *commandMetadata) objects.Value {
				return objects.Of(m.parameters)
			}),
		},
	}
}

func textOf(v objects.Value) string { s, _ := v.Str(); return s }

// editable is a property of an object that is a Go field.
func editable[T objects.Object, F any](signature string, field func(T) *F, get func(F) objects.Value, set func(objects.Value) F) objects.Property {
	p := value(signature, func(o T) objects.Value { return get(*field(o)) })
	p.Set = func(this, v objects.Value) error {
		if o, ok := objects.As[T](this); ok {
			*field(o) = set(v)
		}
		return nil
	}
	return p
}
