package runtime

import (
	"github.com/csshell/csshell/objects"
)

// commonParameter numbers the parameters that every advanced command has
// ("about_CommonParameters").
type commonParameter uint8

// The common parameters, in the order Get-Command lists them.
const (
	notCommon commonParameter = iota
	commonVerbose
	commonDebug
	commonErrorAction
	commonWarningAction
	commonInformationAction
	commonProgressAction
	commonErrorVariable
	commonWarningVariable
	commonInformationVariable
	commonOutVariable
	commonOutBuffer
	commonPipelineVariable
	commonWhatIf
	commonConfirm
	commonIncludeTotalCount
	commonSkip
	commonFirst
)

// commonArguments are the values of a command's common parameters.
type commonArguments struct {
	given uint32 // a bit for each commonParameter

	verbose, debug, whatIf, confirm, includeTotalCount            bool
	errorAction, warningAction, informationAction, progressAction ActionPreference
	errorVariable, warningVariable, informationVariable           string
	outVariable, pipelineVariable                                 string
	outBuffer                                                     int
	skip, first                                                   uint64
}

// has reports whether the parameter was given.
func (c *commonArguments) has(p commonParameter) bool { return c != nil && c.given&(1<<p) != 0 }

// commonSpec declares one common parameter.
type commonSpec struct {
	id       commonParameter
	name     string
	alias    string
	typ      *objects.Type
	when     commonWhen
	variable bool // names a variable: ValidateVariableName
}

// commonWhen says which commands have a common parameter.
type commonWhen uint8

const (
	always commonWhen = iota
	withShouldProcess
	withPaging
)

// commonSpecs are all common parameters: one table for binder, Get-Command and
// completion.
func commonSpecs() []commonSpec {
	return []commonSpec{
		{id: commonVerbose, name: "Verbose", alias: "vb", typ: objects.SwitchParameterType},
		{id: commonDebug, name: "Debug", alias: "db", typ: objects.SwitchParameterType},
		{id: commonErrorAction, name: "ErrorAction", alias: "ea", typ: ActionPreferenceType},
		{id: commonWarningAction, name: "WarningAction", alias: "wa", typ: ActionPreferenceType},
		{id: commonInformationAction, name: "InformationAction", alias: "infa", typ: ActionPreferenceType},
		{id: commonProgressAction, name: "ProgressAction", alias: "proga", typ: ActionPreferenceType},
		{id: commonErrorVariable, name: "ErrorVariable", alias: "ev", typ: objects.StringType, variable: true},
		{id: commonWarningVariable, name: "WarningVariable", alias: "wv", typ: objects.StringType, variable: true},
		{id: commonInformationVariable, name: "InformationVariable", alias: "iv", typ: objects.StringType, variable: true},
		{id: commonOutVariable, name: "OutVariable", alias: "ov", typ: objects.StringType, variable: true},
		{id: commonOutBuffer, name: "OutBuffer", alias: "ob", typ: objects.Int32Type},
		{id: commonPipelineVariable, name: "PipelineVariable", alias: "pv", typ: objects.StringType, variable: true},
		{id: commonWhatIf, name: "WhatIf", alias: "wi", typ: objects.SwitchParameterType, when: withShouldProcess},
		{id: commonConfirm, name: "Confirm", alias: "cf", typ: objects.SwitchParameterType, when: withShouldProcess},
		{id: commonIncludeTotalCount, name: "IncludeTotalCount", typ: objects.SwitchParameterType, when: withPaging},
		{id: commonSkip, name: "Skip", typ: objects.UInt64Type, when: withPaging},
		{id: commonFirst, name: "First", typ: objects.UInt64Type, when: withPaging},
	}
}

// commonParametersOf are the common parameters that a command with the table has.
func commonParametersOf(t *ParameterTable) []*Parameter {
	if !t.Advanced {
		return nil
	}
	var all []*Parameter
	for _, spec := range commonSpecs() {
		if spec.when == withShouldProcess && !t.SupportsProcess || spec.when == withPaging && !t.SupportsPaging {
			continue
		}
		all = append(all, spec.parameter())
	}
	return all
}

func (spec commonSpec) parameter() *Parameter {
	p := &Parameter{Name: spec.name, Type: spec.typ, common: spec.id, IsSwitch: spec.typ == objects.SwitchParameterType}
	p.add(NewParameterAttribute())
	if spec.alias != "" {
		p.add(&AliasAttribute{Names: []string{spec.alias}})
	}
	if spec.variable {
		p.add(validateVariableName{})
	}
	if spec.id == commonOutBuffer {
		p.add(&ValidateRangeAttribute{Min: objects.Int32(0), Max: objects.Int32(1<<31 - 1)})
	}
	return p
}

// set keeps the converted value of a common parameter.
func (c *commonArguments) set(types *objects.TypeTable, p *Parameter, v objects.Value) error {
	v = v.Base()
	switch p.common {
	case commonVerbose:
		c.verbose = v.Bool()
	case commonDebug:
		c.debug = v.Bool()
	case commonWhatIf:
		c.whatIf = v.Bool()
	case commonConfirm:
		c.confirm = v.Bool()
	case commonIncludeTotalCount:
		c.includeTotalCount = v.Bool()
	case commonErrorAction, commonWarningAction, commonInformationAction, commonProgressAction:
		return c.setAction(types, p, v)
	case commonOutBuffer, commonSkip, commonFirst:
		return c.setNumber(types, p, v)
	default:
		name, _ := v.Str()
		*c.variable(p.common) = name
	}
	c.given |= 1 << p.common
	return nil
}

func (c *commonArguments) setAction(types *objects.TypeTable, p *Parameter, v objects.Value) error {
	if v.IsNull() {
		if _, err := types.Convert(v, ActionPreferenceType); err != nil {
			return err
		}
	}
	action := ActionPreference(v.Int64())
	if action == SuspendAction {
		return objects.NewException(objects.PSNotSupportedException, "The Suspend ActionPreference value is reserved for future use and is not supported at this time. "+
			`For more information about preference variables, see the Help topic, "about_Preference_Variables."`)
	}
	switch p.common {
	case commonErrorAction:
		c.errorAction = action
	case commonWarningAction:
		c.warningAction = action
	case commonInformationAction:
		c.informationAction = action
	default:
		c.progressAction = action
	}
	c.given |= 1 << p.common
	return nil
}

func (c *commonArguments) setNumber(types *objects.TypeTable, p *Parameter, v objects.Value) error {
	v, err := types.Convert(v, p.Type)
	if err != nil {
		return err
	}
	switch p.common {
	case commonOutBuffer:
		c.outBuffer = int(v.Int64())
	case commonSkip:
		c.skip = v.Bits()
	default:
		c.first = v.Bits()
	}
	c.given |= 1 << p.common
	return nil
}

func (c *commonArguments) variable(p commonParameter) *string {
	switch p {
	case commonErrorVariable:
		return &c.errorVariable
	case commonWarningVariable:
		return &c.warningVariable
	case commonInformationVariable:
		return &c.informationVariable
	case commonOutVariable:
		return &c.outVariable
	default:
		return &c.pipelineVariable
	}
}

// enumType describes an enum whose members are numbered from 0.
func enumType(name string, members ...string) *objects.Type {
	values := make([]int64, len(members))
	for i := range values {
		values[i] = int64(i)
	}
	return &objects.Type{
		FullName: name, Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr,
		Enum: &objects.EnumInfo{Names: members, Values: values},
	}
}
