package runtime

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// applyCommon sets up what the common parameters of a command say about its
// streams: the variables of -OutVariable, -ErrorVariable and their like, and of
// -PipelineVariable ("about_CommonParameters").
func (rt *CommandRuntime) applyCommon() {
	c := rt.binder.common
	if c == nil {
		return
	}
	for _, v := range [...]struct {
		stream Stream
		name   string
	}{
		{SuccessStream, c.outVariable}, {ErrorStream, c.errorVariable},
		{WarningStream, c.warningVariable}, {InformationStream, c.informationVariable},
	} {
		if v.name != "" {
			rt.extra = append(rt.extra, variableSink{v.stream, rt.variableList(v.name)})
		}
	}
	if c.outVariable == "" && c.pipelineVariable == "" {
		return
	}
	next := rt.streams[SuccessStream]
	rt.own = *rt.streams
	rt.own[SuccessStream] = func(v objects.Value) error {
		rt.addOwn(SuccessStream, v)
		if c.pipelineVariable != "" {
			rt.assign(c.pipelineVariable, v)
		}
		return next(v)
	}
	rt.streams = &rt.own
}

// variableList is the ArrayList that a stream is gathered in: a new one, or the
// old content and what is to come where a + stands before the name.
func (rt *CommandRuntime) variableList(name string) *objects.List {
	name, more := strings.CutPrefix(name, "+")
	if !more {
		list := objects.NewList(objects.ArrayListType, nil)
		rt.assign(name, objects.Of(list))
		return list
	}
	old, _ := rt.scope.Get(name)
	if list, ok := objects.As[*objects.List](old); ok && list.Type() == objects.ArrayListType {
		return list
	}
	list := objects.NewList(objects.ArrayListType, nil)
	if !old.IsNull() {
		list.Replace(elements(old))
	}
	rt.assign(name, objects.Of(list))
	return list
}

// assign sets a variable of the caller; its name may say the scope. One that
// cannot be written keeps its value.
func (rt *CommandRuntime) assign(name string, v objects.Value) {
	scope := rt.scope
	where, name := functionScope(name)
	if where != parser.ScopeNone {
		f := frame{session: rt.session, scope: rt.scope, streams: rt.streams}
		scope = f.scopeOf(where)
	}
	_ = scope.Set(rt.session, name, v)
}

// finishVariables ends the life of -PipelineVariable.
func (rt *CommandRuntime) finishVariables() {
	if c := rt.binder.common; c != nil && c.pipelineVariable != "" {
		rt.scope.Remove(c.pipelineVariable)
	}
}

// variableSink gathers what a command writes to a stream into a variable.
type variableSink struct {
	stream Stream
	list   *objects.List
}

// addOwn adds to the command's own variables.
func (rt *CommandRuntime) addOwn(stream Stream, v objects.Value) {
	for i := range rt.extra {
		if rt.extra[i].stream == stream {
			rt.extra[i].list.Add(v)
		}
	}
}

// addToVariable adds to the variables of the command and of the advanced
// functions that it runs in.
func (rt *CommandRuntime) addToVariable(stream Stream, v objects.Value) {
	rt.addOwn(stream, v)
	rt.caller.addToVariables(stream, v)
}

// addToVariables adds what is written by code to the variables of the commands
// that run it: advanced functions, and those that run blocks.
func (f *frame) addToVariables(stream Stream, v objects.Value) {
	var c *call
	for f != nil {
		if f.runner != nil {
			f.runner.addOwn(stream, v)
			f, c = f.runner.caller, nil
			continue
		}
		c = f.calling(c)
		if c.rt != nil {
			c.rt.addOwn(stream, v)
		}
		f = c.caller
	}
}

// setPreferences gives an advanced function the preference variables that its
// common parameters stand for, and the streams with their variables.
func (st *functionStage) setPreferences() {
	rt := st.call.rt
	c := rt.binder.common
	if c == nil {
		return
	}
	for _, p := range [...]struct {
		id    commonParameter
		name  string
		value objects.Value
	}{
		{commonErrorAction, "ErrorActionPreference", actionValue(c.errorAction)},
		{commonWarningAction, "WarningPreference", actionValue(c.warningAction)},
		{commonInformationAction, "InformationPreference", actionValue(c.informationAction)},
		{commonProgressAction, "ProgressPreference", actionValue(c.progressAction)},
		{commonVerbose, "VerbosePreference", actionValue(switchAction(c.verbose))},
		{commonDebug, "DebugPreference", actionValue(switchAction(c.debug))},
		{commonWhatIf, "WhatIfPreference", objects.Word(objects.SwitchParameterType, truthBit(c.whatIf))},
		{commonConfirm, "ConfirmPreference", confirmImpactValue(rt.confirmPreference())},
	} {
		if c.has(p.id) {
			st.frame.scope.define(NewVariable(p.name, p.value))
		}
	}
	rt.applyCommon()
	st.frame.streams = rt.streams
}

func actionValue(a ActionPreference) objects.Value {
	return objects.Word(ActionPreferenceType, uint64(a))
}
