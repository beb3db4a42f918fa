package runtime

import (
	"github.com/csshell/csshell/objects"
)

// attributeTypes make the attributes of parameters known to a TypeTable.
func attributeTypes() []objects.TypeEntry {
	bases := []*objects.Type{AttributeType, metadataAttributeType, parsingAttributeType, TransformationType, validationType, enumeratedValidationType, typeConverterType, validValuesType, completerIface, dynamicParamsIface}
	entries := make([]objects.TypeEntry, 0, 48)
	for _, t := range bases {
		entries = append(entries, objects.TypeEntry{Type: t})
	}
	for _, e := range []struct {
		accelerator string
		declaration func() *objects.Declaration
		typ         *objects.Type
	}{
		{"Parameter", declareParameter, ParameterAttributeType},
		{"Alias", declareAlias, aliasType},
		{"CmdletBinding", declareCmdletBinding, cmdletBindingType},
		{"OutputType", declareOutputType, outputTypeType},
		{"AllowNull", marker(allowNullType), allowNullType},
		{"AllowEmptyString", marker(allowEmptyStringType), allowEmptyStringType},
		{"AllowEmptyCollection", marker(allowEmptyType), allowEmptyType},
		{"SupportsWildcards", marker(supportsWildcardsType), supportsWildcardsType},
		{"PSDefaultValue", declareDefaultValue, defaultValueType},
		{"PSTypeNameAttribute", declareTypeName, typeNameAttributeType},
		{"ArgumentCompleter", declareCompleter, argumentCompleterType},
		{"ArgumentCompletions", declareCompletions, completionsType},
		{"Credential", declareCredential, credentialAttributeType},
		{"", marker(hiddenType), hiddenType},
		{"DscResource", declareDscResource, dscResourceType},
		{"DscProperty", declareDscProperty, dscPropertyType},
		{"", declareObsolete, obsoleteType},
	} {
		entry := objects.TypeEntry{Type: e.typ, Declare: e.declaration}
		if e.accelerator != "" {
			entry.Accelerators = []string{e.accelerator}
		}
		entries = append(entries, entry)
	}
	return append(append(append(entries, validationTypes()...), dynamicTypes()...), bindingTypes()...)
}

// made is a constructor.
func made(signature string, make func(c *objects.Call) objects.Object) objects.Method {
	return objects.Method{Signature: signature, Call: func(c *objects.Call) (objects.Value, error) { return objects.Of(make(c)), nil }}
}

// fallible is a constructor that refuses some arguments.
func fallible(signature string, call func(c *objects.Call) (objects.Value, error)) objects.Method {
	return objects.Method{Signature: signature, Call: call}
}

// readOnly is a property that cannot be assigned.
func readOnly(signature string, get func(this objects.Value) objects.Value) objects.Property {
	return objects.Property{Signature: signature, Get: func(this objects.Value) (objects.Value, error) { return get(this), nil }}
}

// property is a property of an attribute kept in a *T.
func property[T any](signature string, get func(*T) objects.Value, set func(*T, objects.Value)) objects.Property {
	return objects.Property{
		Signature: signature,
		Get: func(this objects.Value) (objects.Value, error) {
			t, _ := objects.As[*T](this)
			return get(t), nil
		},
		Set: func(this, v objects.Value) error {
			t, _ := objects.As[*T](this)
			set(t, v)
			return nil
		},
	}
}

// boolField, intField and textField are properties that are one field of T.
func boolField[T any](signature string, field func(*T) *bool) objects.Property {
	return property(signature, func(t *T) objects.Value { return objects.Bool(*field(t)) },
		func(t *T, v objects.Value) { *field(t) = v.Base().Bool() })
}

func intField[T any](signature string, field func(*T) *int) objects.Property {
	return property(signature, func(t *T) objects.Value { return objects.Int(*field(t)) },
		func(t *T, v objects.Value) { *field(t) = int(v.Base().Int64()) })
}

func textField[T any](signature string, field func(*T) *string) objects.Property {
	return property(signature, func(t *T) objects.Value { return objects.String(*field(t)) },
		func(t *T, v objects.Value) { *field(t), _ = v.Str() })
}

// stringItems are the texts of an argument that is a string[].
func stringItems(items []objects.Value) []string {
	list := make([]string, len(items))
	for i, v := range items {
		list[i], _ = v.Str()
	}
	return list
}

func marker(t *objects.Type) func() *objects.Declaration {
	return func() *objects.Declaration {
		return &objects.Declaration{Type: t, Constructors: []objects.Method{
			made("new()", func(*objects.Call) objects.Object { return &markerAttribute{t} }),
		}}
	}
}

func declareParameter() *objects.Declaration {
	type attribute = ParameterAttribute
	return &objects.Declaration{
		Type:         ParameterAttributeType,
		Constructors: []objects.Method{made("new()", func(*objects.Call) objects.Object { return NewParameterAttribute() })},
		Properties: []objects.Property{
			boolField("bool DontShow {get;set;}", func(a *attribute) *bool { return &a.DontShow }),
			textField("string HelpMessage {get;set;}", func(a *attribute) *string { return &a.HelpMessage }),
			textField("string HelpMessageBaseName {get;set;}", func(a *attribute) *string { return &a.HelpMessageBaseName }),
			textField("string HelpMessageResourceId {get;set;}", func(a *attribute) *string { return &a.HelpMessageResourceID }),
			boolField("bool Mandatory {get;set;}", func(a *attribute) *bool { return &a.Mandatory }),
			property("string ParameterSetName {get;set;}", func(a *attribute) objects.Value { return objects.String(a.Set) },
				func(a *attribute, v objects.Value) {
					if a.Set, _ = v.Str(); a.Set == "" {
						a.Set = AllParameterSets
					}
				}),
			intField("int Position {get;set;}", func(a *attribute) *int { return &a.Position }),
			boolField("bool ValueFromPipeline {get;set;}", func(a *attribute) *bool { return &a.ValueFromPipeline }),
			boolField("bool ValueFromPipelineByPropertyName {get;set;}", func(a *attribute) *bool { return &a.ValueFromPipelineByPropertyName }),
			boolField("bool ValueFromRemainingArguments {get;set;}", func(a *attribute) *bool { return &a.ValueFromRemainingArguments }),
		},
	}
}

func declareAlias() *objects.Declaration {
	return &objects.Declaration{
		Type: aliasType,
		Constructors: []objects.Method{made("new(Params string[] aliasNames)", func(c *objects.Call) objects.Object {
			return &AliasAttribute{stringItems(elements(c.Args[0]))}
		})},
		Properties: []objects.Property{readOnly("System.Collections.Generic.IList[string] AliasNames {get;}", func(this objects.Value) objects.Value {
			a, _ := objects.As[*AliasAttribute](this)
			return objects.Of(objects.Strings(a.Names))
		})},
	}
}

func declareCmdletBinding() *objects.Declaration {
	type attribute = CmdletBindingAttribute
	return &objects.Declaration{
		Type: cmdletBindingType,
		Constructors: []objects.Method{made("new()", func(*objects.Call) objects.Object {
			return &CmdletBindingAttribute{PositionalBinding: true, ConfirmImpact: ImpactMedium}
		})},
		Properties: []objects.Property{
			property(namespace+"ConfirmImpact ConfirmImpact {get;set;}",
				func(a *attribute) objects.Value { return objects.Word(ConfirmImpactType, uint64(a.ConfirmImpact)) },
				func(a *attribute, v objects.Value) { a.ConfirmImpact = ConfirmImpact(v.Base().Int64()) }),
			textField("string DefaultParameterSetName {get;set;}", func(a *attribute) *string { return &a.DefaultParameterSetName }),
			textField("string HelpUri {get;set;}", func(a *attribute) *string { return &a.HelpURI }),
			boolField("bool PositionalBinding {get;set;}", func(a *attribute) *bool { return &a.PositionalBinding }),
			boolField("bool SupportsPaging {get;set;}", func(a *attribute) *bool { return &a.SupportsPaging }),
			boolField("bool SupportsShouldProcess {get;set;}", func(a *attribute) *bool { return &a.SupportsShouldProcess }),
			boolField("bool SupportsTransactions {get;set;}", func(a *attribute) *bool { return &a.SupportsTransactions }),
		},
	}
}

func declareOutputType() *objects.Declaration {
	type attribute = outputTypeAttribute
	return &objects.Declaration{
		Type: outputTypeType,
		Constructors: []objects.Method{
			made("new(Params type[] type)", func(c *objects.Call) objects.Object {
				a := &attribute{}
				for _, v := range elements(c.Args[0]) {
					if t, ok := objects.As[objects.RuntimeType](v); ok {
						a.names = append(a.names, t.Target.FullName)
					}
				}
				return a
			}),
			made("new(Params string[] type)", func(c *objects.Call) objects.Object { return &attribute{names: stringItems(elements(c.Args[0]))} }),
		},
		Properties: []objects.Property{
			property("string[] ParameterSetName {get;set;}", func(a *attribute) objects.Value { return objects.Of(objects.Strings(a.sets)) },
				func(a *attribute, v objects.Value) { a.sets = arrayOfStrings(v) }),
			textField("string ProviderCmdlet {get;set;}", func(a *attribute) *string { return &a.provider }),
		},
	}
}

func arrayOfStrings(v objects.Value) []string {
	list, _ := objects.As[*objects.Array](v)
	if list == nil {
		return nil
	}
	return stringItems(list.Items())
}

func declareDefaultValue() *objects.Declaration {
	type attribute = defaultValueAttribute
	return &objects.Declaration{
		Type:         defaultValueType,
		Constructors: []objects.Method{made("new()", func(*objects.Call) objects.Object { return &attribute{} })},
		Properties: []objects.Property{
			textField("string Help {get;set;}", func(a *attribute) *string { return &a.help }),
			property("System.Object Value {get;set;}", func(a *attribute) objects.Value { return a.value }, func(a *attribute, v objects.Value) { a.value = v }),
		},
	}
}

func declareTypeName() *objects.Declaration {
	return &objects.Declaration{
		Type: typeNameAttributeType,
		Constructors: []objects.Method{made("new(string psTypeName)", func(c *objects.Call) objects.Object {
			return &typeNameAttribute{c.Str(0)}
		})},
		Properties: []objects.Property{readOnly("string PSTypeName {get;}", func(this objects.Value) objects.Value {
			a, _ := objects.As[*typeNameAttribute](this)
			return objects.String(a.name)
		})},
	}
}

func declareCompleter() *objects.Declaration {
	create := func(c *objects.Call) objects.Object { return &completerAttribute{c.Args[0]} }
	return &objects.Declaration{
		Type:         argumentCompleterType,
		Constructors: []objects.Method{made("new(type type)", create), made("new(scriptblock scriptBlock)", create)},
		Properties: []objects.Property{readOnly("scriptblock ScriptBlock {get;}", func(this objects.Value) objects.Value {
			a, _ := objects.As[*completerAttribute](this)
			return a.completer
		})},
	}
}

func declareCompletions() *objects.Declaration {
	return &objects.Declaration{
		Type: completionsType,
		Constructors: []objects.Method{made("new(Params string[] completions)", func(c *objects.Call) objects.Object {
			return &completionsAttribute{stringItems(elements(c.Args[0]))}
		})},
	}
}

func declareObsolete() *objects.Declaration {
	get := func(v objects.Value) *obsoleteAttribute { a, _ := objects.As[*obsoleteAttribute](v); return a }
	return &objects.Declaration{
		Type: obsoleteType,
		Constructors: []objects.Method{
			made("new()", func(*objects.Call) objects.Object { return &obsoleteAttribute{} }),
			made("new(string message)", func(c *objects.Call) objects.Object { return &obsoleteAttribute{message: c.Str(0)} }),
			made("new(string message, bool error)", func(c *objects.Call) objects.Object {
				return &obsoleteAttribute{message: c.Str(0), isError: c.Bool(1)}
			}),
		},
		Properties: []objects.Property{
			readOnly("string Message {get;}", func(v objects.Value) objects.Value { return objects.String(get(v).message) }),
			readOnly("bool IsError {get;}", func(v objects.Value) objects.Value { return objects.Bool(get(v).isError) }),
		},
	}
}
