package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
)

// What Get-Command tells about parameters.
var (
	parameterMetadataType    = &objects.Type{FullName: namespace + "ParameterMetadata", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	parameterSetMetadataType = &objects.Type{FullName: namespace + "ParameterSetMetadata", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	commandSetInfoType       = &objects.Type{FullName: namespace + "CommandParameterSetInfo", Kind: objects.KindObject}
	commandParameterInfoType = &objects.Type{FullName: namespace + "CommandParameterInfo", Kind: objects.KindObject}
)

// parameterMetadata is a parameter as (Get-Command x).Parameters has it.
type parameterMetadata struct {
	*Parameter
	aliases *objects.List      // what scripts see and may change; nil until asked for
	sets    *objects.Hashtable // likewise
}

// rename gives the parameter another name here, not in its command.
func (m *parameterMetadata) rename(name string) {
	own := *m.Parameter
	own.Name = name
	m.Parameter = &own
}

// aliasList is the parameter's other names.
func (m *parameterMetadata) aliasList() *objects.List {
	if m.aliases == nil {
		m.aliases = stringCollection(m.Aliases)
	}
	return m.aliases
}

// setTable is what the parameter is in each set.
func (m *parameterMetadata) setTable() *objects.Hashtable {
	if m.sets == nil {
		m.sets = objects.NewDictionary(objects.MakeGeneric(objects.DictionaryOpenType, objects.StringType, parameterSetMetadataType), true)
		for i := range m.Sets {
			m.sets.Set(objects.String(m.Sets[i].Set), objects.Of(parameterSetMetadata{&m.Sets[i]}))
		}
	}
	return m.sets
}

// Type is System.Management.Automation.ParameterMetadata.
func (*parameterMetadata) Type() *objects.Type { return parameterMetadataType }

// parameterSetMetadata is what a parameter is in one set.
type parameterSetMetadata struct{ *ParameterInSet }

// Type is System.Management.Automation.ParameterSetMetadata.
func (parameterSetMetadata) Type() *objects.Type { return parameterSetMetadataType }

// commandSetInfo is one parameter set of a command.
type commandSetInfo struct {
	table *ParameterTable
	set   *parameterSet
	types *objects.TypeTable
}

// Type is System.Management.Automation.CommandParameterSetInfo.
func (*commandSetInfo) Type() *objects.Type { return commandSetInfoType }

// Text is the syntax of the set, without the command.
func (i *commandSetInfo) Text() (string, error) { return i.table.setSyntax(i.types, i.set), nil }

// commandParameterInfo is a parameter of a commandSetInfo.
type commandParameterInfo struct {
	*Parameter
	in *ParameterInSet
}

// Type is System.Management.Automation.CommandParameterInfo.
func (commandParameterInfo) Type() *objects.Type { return commandParameterInfoType }

// parameterTypes make what Get-Command tells about parameters known to a
// TypeTable.
func parameterTypes() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: parameterMetadataType, Declare: declareParameterMetadata},
		{Type: commandMetadataType, Declare: declareCommandMetadata}, {Type: proxyCommandType, Declare: declareProxyCommand},
		{Type: parameterSetMetadataType, Declare: declareParameterSetMetadata},
		{Type: commandSetInfoType, Declare: declareCommandSetInfo},
		{Type: commandParameterInfoType, Declare: declareCommandParameterInfo},
	}
}

// facts are the properties that ParameterMetadata and CommandParameterInfo share.
func facts[T objects.Object](of func(T) *Parameter) []objects.Property {
	return []objects.Property{
		value("type ParameterType {get;}", func(o T) objects.Value { return objects.TypeValue(of(o).Type) }),
		value("bool IsDynamic {get;}", func(o T) objects.Value { return objects.Bool(of(o).Dynamic) }),
		value("System.Collections.ObjectModel.Collection[System.Attribute] Attributes {get;}", func(o T) objects.Value {
			items := make([]objects.Value, len(of(o).Attributes))
			for i, a := range of(o).Attributes {
				items[i] = objects.Of(a)
			}
			return collectionOf(AttributeType, items)
		}),
	}
}

func stringCollection(texts []string) *objects.List {
	return objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, objects.StringType), objects.Strings(texts).Items())
}

func collectionOf(elem *objects.Type, items []objects.Value) objects.Value {
	return objects.Of(objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, elem), items))
}

func declareParameterMetadata() *objects.Declaration {
	return &objects.Declaration{
		Type: parameterMetadataType,
		Constructors: []objects.Method{
			{Signature: "new(string name)", Call: makeParameterMetadata},
			{Signature: "new(string name, type parameterType)", Call: makeParameterMetadata},
		},
		Properties: append(facts(func(m *parameterMetadata) *Parameter { return m.Parameter }),
			objects.Property{Signature: "string Name {get;set;}",
				Get: func(this objects.Value) (objects.Value, error) {
					m, ok := objects.As[*parameterMetadata](this)
					if !ok {
						return objects.Null, nil
					}
					return objects.String(m.Name), nil
				},
				Set: func(this, v objects.Value) error {
					if m, ok := objects.As[*parameterMetadata](this); ok {
						m.rename(textOf(v))
					}
					return nil
				}},
			value("System.Collections.ObjectModel.Collection[string] Aliases {get;}", func(m *parameterMetadata) objects.Value { return objects.Of(m.aliasList()) }),
			value("bool SwitchParameter {get;}", func(m *parameterMetadata) objects.Value { return objects.Bool(m.IsSwitch) }),
			value("System.Collections.Generic.Dictionary[string,"+parameterSetMetadataType.FullName+"] ParameterSets {get;}", func(m *parameterMetadata) objects.Value {
				return objects.Of(m.setTable())
			})),
	}
}

// makeParameterMetadata is ParameterMetadata's constructor: a parameter that no
// command has yet.
func makeParameterMetadata(c *objects.Call) (objects.Value, error) {
	p := &Parameter{Name: c.Str(0), Type: objects.ObjectType, Sets: []ParameterInSet{{Set: AllParameterSets, Position: NoPosition}}}
	if len(c.Args) > 1 {
		if t, ok := objects.As[objects.RuntimeType](c.Args[1]); ok {
			p.Type = t.Target
		}
	}
	p.IsSwitch = p.Type == objects.SwitchParameterType
	return objects.Of(&parameterMetadata{Parameter: p}), nil
}

// placeFacts are the properties of a parameter in one set.
func placeFacts[T objects.Object](in func(T) *ParameterInSet) []objects.Property {
	truth := func(name string, is func(*ParameterInSet) bool) objects.Property {
		return value("bool "+name+" {get;}", func(o T) objects.Value { return objects.Bool(is(in(o))) })
	}
	return []objects.Property{
		truth("IsMandatory", func(i *ParameterInSet) bool { return i.Mandatory }),
		value("int Position {get;}", func(o T) objects.Value { return objects.Int(in(o).Position) }),
		truth("ValueFromPipeline", func(i *ParameterInSet) bool { return i.ValueFromPipeline }),
		truth("ValueFromPipelineByPropertyName", func(i *ParameterInSet) bool { return i.ValueFromPipelineByPropertyName }),
		truth("ValueFromRemainingArguments", func(i *ParameterInSet) bool { return i.ValueFromRemainingArguments }),
		text("string HelpMessage {get;}", func(o T) string { return in(o).HelpMessage }),
	}
}

func declareParameterSetMetadata() *objects.Declaration {
	return &objects.Declaration{
		Type:       parameterSetMetadataType,
		Properties: placeFacts(func(m parameterSetMetadata) *ParameterInSet { return m.ParameterInSet }),
	}
}

func declareCommandParameterInfo() *objects.Declaration {
	return &objects.Declaration{
		Type: commandParameterInfoType,
		Properties: append(append(facts(func(i commandParameterInfo) *Parameter { return i.Parameter }),
			text("string Name {get;}", func(i commandParameterInfo) string { return i.Name }),
			value("System.Collections.ObjectModel.ReadOnlyCollection[string] Aliases {get;}", func(i commandParameterInfo) objects.Value {
				return objects.Of(stringCollection(i.Aliases))
			})),
			placeFacts(func(i commandParameterInfo) *ParameterInSet { return i.in })...),
	}
}

func declareCommandSetInfo() *objects.Declaration {
	return &objects.Declaration{
		Type: commandSetInfoType,
		Properties: []objects.Property{
			text("string Name {get;}", func(i *commandSetInfo) string { return i.set.name }),
			value("bool IsDefault {get;}", func(i *commandSetInfo) objects.Value { return objects.Bool(i.set == i.table.defaultSet) }),
			value("System.Collections.ObjectModel.ReadOnlyCollection["+commandParameterInfoType.FullName+"] Parameters {get;}", func(i *commandSetInfo) objects.Value {
				var items []objects.Value
				for _, p := range i.table.Parameters {
					if in := p.inSet[i.set.index]; in != nil {
						items = append(items, objects.Of(commandParameterInfo{p, in}))
					}
				}
				return collectionOf(commandParameterInfoType, items)
			}),
		},
		Methods: []objects.Method{method("string ToString()", func(i *commandSetInfo, c *objects.Call) (objects.Value, error) {
			return objects.String(i.table.setSyntax(c.Types, i.set)), nil
		})},
	}
}

// Table is the command's parameters; nil for a program and where they cannot be
// found out.
func (c *CommandInfo) Table() *ParameterTable {
	command := c.Command
	if a, ok := command.(*Alias); ok && c.session != nil {
		found, err := c.session.resolve(c.session.current, a.Definition, fold(a.Definition))
		if err != nil {
			return nil
		}
		command = found
	}
	p, ok := command.(Parameterized)
	if !ok || c.session == nil {
		return nil
	}
	table, err := p.Parameters(c.session)
	if err != nil {
		return nil
	}
	if dynamic := c.session.dynamicOf(command, table); len(dynamic) > 0 {
		if all, err := table.with(dynamic); err == nil {
			return all
		}
	}
	return table
}

// parameterProperties are the properties of a command that its parameters give.
func parameterProperties() []objects.Property {
	of := func(signature string, get func(*CommandInfo, *ParameterTable) objects.Value) objects.Property {
		return value(signature, func(c *CommandInfo) objects.Value {
			if table := c.Table(); table != nil {
				return get(c, table)
			}
			return objects.Null
		})
	}
	return []objects.Property{
		of("System.Collections.Generic.Dictionary[string,"+parameterMetadataType.FullName+"] Parameters {get;}", func(_ *CommandInfo, t *ParameterTable) objects.Value {
			all := parameterDictionary()
			for _, p := range t.Parameters {
				all.Set(objects.String(p.Name), objects.Of(&parameterMetadata{Parameter: p}))
			}
			return objects.Of(all)
		}),
		of("System.Collections.ObjectModel.ReadOnlyCollection["+commandSetInfoType.FullName+"] ParameterSets {get;}", func(c *CommandInfo, t *ParameterTable) objects.Value {
			items := make([]objects.Value, len(t.sets))
			for i, set := range t.sets {
				items[i] = objects.Of(&commandSetInfo{t, set, c.session.Types})
			}
			return collectionOf(commandSetInfoType, items)
		}),
		of("System.Collections.ObjectModel.ReadOnlyCollection["+automation.PSTypeNameType.FullName+"] OutputType {get;}", func(_ *CommandInfo, t *ParameterTable) objects.Value {
			items := make([]objects.Value, len(t.OutputTypes))
			for i, name := range t.OutputTypes {
				items[i] = objects.Of(&automation.PSTypeName{Name: name})
			}
			return collectionOf(automation.PSTypeNameType, items)
		}),
		of("bool CmdletBinding {get;}", func(_ *CommandInfo, t *ParameterTable) objects.Value { return objects.Bool(t.Advanced) }),
		of("string DefaultParameterSet {get;}", func(_ *CommandInfo, t *ParameterTable) objects.Value { return objects.String(t.DefaultSet) }),
		of("string HelpUri {get;}", func(_ *CommandInfo, t *ParameterTable) objects.Value { return objects.String(t.HelpURI) }),
	}
}

// resolveParameter is ResolveParameter(): the parameter that a name, an alias or
// a prefix means.
func resolveParameter(c *CommandInfo, call *objects.Call) (objects.Value, error) {
	table := c.Table()
	if table == nil {
		return objects.Null, nil
	}
	b := binder{session: c.session, command: c.Command, table: table}
	a := argument{name: call.Str(0)}
	p, err := b.find(&a)
	if err == nil && p == nil {
		err = b.unknownParameter(&a)
	}
	if err != nil {
		return objects.Null, err
	}
	return objects.Of(&parameterMetadata{Parameter: p}), nil
}
