package runtime

import (
	"github.com/csshell/csshell/objects"
)

// AttributeType is System.Attribute, the base of all that stands in brackets
// before a parameter.
var AttributeType = &objects.Type{FullName: "System.Attribute", Kind: objects.KindObject, Attributes: objects.AbstractAttr}

// The attributes that the language asks for ("about_Functions_Advanced_Parameters").
var (
	metadataAttributeType = &objects.Type{FullName: namespace + "Internal.CmdletMetadataAttribute", Base: AttributeType, Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	parsingAttributeType  = &objects.Type{FullName: namespace + "Internal.ParsingBaseAttribute", Base: metadataAttributeType, Kind: objects.KindObject, Attributes: objects.AbstractAttr}

	ParameterAttributeType = attributeType("Parameter", parsingAttributeType)
	aliasType              = attributeType("Alias", parsingAttributeType)
	cmdletBindingType      = attributeType("CmdletBinding", metadataAttributeType)
	outputTypeType         = attributeType("OutputType", metadataAttributeType)
	allowNullType          = attributeType("AllowNull", metadataAttributeType)
	allowEmptyStringType   = attributeType("AllowEmptyString", metadataAttributeType)
	allowEmptyType         = attributeType("AllowEmptyCollection", metadataAttributeType)
	supportsWildcardsType  = attributeType("SupportsWildcards", parsingAttributeType)
	defaultValueType       = attributeType("PSDefaultValue", parsingAttributeType)
	typeNameAttributeType  = attributeType("PSTypeName", AttributeType)
	argumentCompleterType  = attributeType("ArgumentCompleter", AttributeType)
	completionsType        = attributeType("ArgumentCompletions", AttributeType)
	hiddenType             = attributeType("Hidden", parsingAttributeType)
	dscResourceType        = attributeType("DscResource", metadataAttributeType)
	dscPropertyType        = attributeType("DscProperty", metadataAttributeType)
	obsoleteType           = &objects.Type{FullName: "System.ObsoleteAttribute", Base: AttributeType, Kind: objects.KindObject, Attributes: objects.SealedAttr}

	// TransformationType is the base of attributes that change arguments, for
	// classes that scripts derive from it.
	TransformationType = &objects.Type{FullName: namespace + "ArgumentTransformationAttribute", Base: metadataAttributeType, Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	typeConverterType  = attributeType("ArgumentTypeConverter", TransformationType)
)

const namespace = "System.Management.Automation."

func attributeType(name string, base *objects.Type) *objects.Type {
	return &objects.Type{FullName: namespace + name + "Attribute", Base: base, Kind: objects.KindObject, Attributes: objects.SealedAttr}
}

// parameterAttribute is an attribute that changes what a parameter is.
type parameterAttribute interface {
	objects.Object
	apply(p *Parameter)
}

// add gives the parameter one more attribute.
func (p *Parameter) add(a objects.Object) {
	p.Attributes = append(p.Attributes, a)
	if x, ok := a.(parameterAttribute); ok {
		x.apply(p)
	}
	if x, ok := a.(Transform); ok {
		p.Transforms = append(p.Transforms, x)
	}
	if x, ok := a.(Validator); ok {
		p.Validators = append(p.Validators, x)
	}
}

// transformAttribute is a transformation of a cmdlet's parameter that no script
// writes down.
type transformAttribute struct{ inner Transform }

// Type is System.Management.Automation.ArgumentTransformationAttribute.
func (transformAttribute) Type() *objects.Type { return TransformationType }

// Transform runs the cmdlet's own.
func (a transformAttribute) Transform(s *Session, v objects.Value) (objects.Value, error) {
	return a.inner.Transform(s, v)
}

func (p *Parameter) addTransform(t Transform) { p.add(transformAttribute{t}) }

// ParameterAttribute is [Parameter()]: what a parameter is in one set.
type ParameterAttribute struct {
	ParameterInSet
	HelpMessageBaseName, HelpMessageResourceID string
}

// NewParameterAttribute is [Parameter()] as it is without arguments.
func NewParameterAttribute() *ParameterAttribute {
	return &ParameterAttribute{ParameterInSet: ParameterInSet{Set: AllParameterSets, Position: NoPosition}}
}

// Type is System.Management.Automation.ParameterAttribute.
func (*ParameterAttribute) Type() *objects.Type { return ParameterAttributeType }

func (a *ParameterAttribute) apply(p *Parameter) { p.Sets = append(p.Sets, a.ParameterInSet) }

// AliasAttribute is [Alias()]: other names of a parameter.
type AliasAttribute struct{ Names []string }

// Type is System.Management.Automation.AliasAttribute.
func (*AliasAttribute) Type() *objects.Type { return aliasType }

func (a *AliasAttribute) apply(p *Parameter) { p.Aliases = append(p.Aliases, a.Names...) }

// markerAttribute is an attribute without properties.
type markerAttribute struct{ typ *objects.Type }

// Type is the attribute's type.
func (a *markerAttribute) Type() *objects.Type { return a.typ }

func (a *markerAttribute) apply(p *Parameter) {
	switch a.typ {
	case allowNullType:
		p.AllowNull = true
	case allowEmptyStringType:
		p.AllowEmptyString = true
	case allowEmptyType:
		p.AllowEmptyCollection = true
	case supportsWildcardsType:
		p.SupportsWildcards = true
	}
}

// obsoleteAttribute is [Obsolete()]: using the parameter warns.
type obsoleteAttribute struct {
	message string
	isError bool
}

// Type is System.ObsoleteAttribute.
func (*obsoleteAttribute) Type() *objects.Type { return obsoleteType }

func (a *obsoleteAttribute) apply(p *Parameter) { p.Obsolete = &a.message }

// typeNameAttribute is [PSTypeName()]: the type name that an argument must have.
type typeNameAttribute struct{ name string }

// Type is System.Management.Automation.PSTypeNameAttribute.
func (*typeNameAttribute) Type() *objects.Type { return typeNameAttributeType }

func (a *typeNameAttribute) apply(p *Parameter) { p.TypeName = a.name }

// defaultValueAttribute is [PSDefaultValue()]: what help says the default is.
type defaultValueAttribute struct {
	value objects.Value
	help  string
}

// Type is System.Management.Automation.PSDefaultValueAttribute.
func (*defaultValueAttribute) Type() *objects.Type { return defaultValueType }

// completerAttribute is [ArgumentCompleter()]: a script block, or a type, that
// completes the argument.
type completerAttribute struct{ completer objects.Value }

// Type is System.Management.Automation.ArgumentCompleterAttribute.
func (*completerAttribute) Type() *objects.Type { return argumentCompleterType }

func (a *completerAttribute) apply(p *Parameter) { p.Completer = a.completer }

// completionsAttribute is [ArgumentCompletions()]: words that complete the argument.
type completionsAttribute struct{ words []string }

// Type is System.Management.Automation.ArgumentCompletionsAttribute.
func (*completionsAttribute) Type() *objects.Type { return completionsType }

func (a *completionsAttribute) apply(p *Parameter) { p.Completions = append(p.Completions, a.words...) }

// CmdletBindingAttribute is [CmdletBinding()].
type CmdletBindingAttribute struct {
	DefaultParameterSetName, HelpURI      string
	PositionalBinding                     bool
	SupportsShouldProcess, SupportsPaging bool
	SupportsTransactions                  bool
	ConfirmImpact                         ConfirmImpact
}

// Type is System.Management.Automation.CmdletBindingAttribute.
func (*CmdletBindingAttribute) Type() *objects.Type { return cmdletBindingType }

// outputTypeAttribute is [OutputType()].
type outputTypeAttribute struct {
	names    []string
	sets     []string
	provider string
}

// Type is System.Management.Automation.OutputTypeAttribute.
func (*outputTypeAttribute) Type() *objects.Type { return outputTypeType }

// castAttribute is a type before a function's parameter, which converts the
// argument as a cast does (ArgumentTypeConverterAttribute).
type castAttribute struct{ to *objects.Type }

// Type is System.Management.Automation.ArgumentTypeConverterAttribute.
func (*castAttribute) Type() *objects.Type { return typeConverterType }

func (a *castAttribute) apply(p *Parameter) { p.casts++ }

// The interfaces that classes of scripts implement for parameters.
var (
	validValuesType    = &objects.Type{FullName: namespace + "IValidateSetValuesGenerator", Kind: objects.KindObject, Attributes: objects.InterfaceAttr | objects.AbstractAttr}
	completerIface     = &objects.Type{FullName: namespace + "IArgumentCompleter", Kind: objects.KindObject, Attributes: objects.InterfaceAttr | objects.AbstractAttr}
	dynamicParamsIface = &objects.Type{FullName: namespace + "IDynamicParameters", Kind: objects.KindObject, Attributes: objects.InterfaceAttr | objects.AbstractAttr}
)
