package runtime

import (
	"github.com/csshell/csshell/objects"
)

// declarePSCmdlet is $PSCmdlet of an advanced function.
func declarePSCmdlet() *objects.Declaration {
	return &objects.Declaration{
		Type: PSCmdletType,
		Properties: []objects.Property{
			text("string ParameterSetName {get;}", func(p *PSCmdlet) string { return p.rt.ParameterSet() }),
			value("System.Management.Automation.InvocationInfo MyInvocation {get;}", func(p *PSCmdlet) objects.Value { return objects.Of(p.rt.info) }),
			value("System.Management.Automation.SessionState SessionState {get;}", func(p *PSCmdlet) objects.Value { return p.face(sessionStateType) }),
			value("System.Management.Automation.CommandInvocationIntrinsics InvokeCommand {get;}", func(p *PSCmdlet) objects.Value { return p.face(invokeIntrinsicsType) }),
			value("System.Management.Automation.Host.PSHost Host {get;}", func(p *PSCmdlet) objects.Value {
				host, _ := p.rt.session.global.Get("Host")
				return host
			}),
			value("System.Management.Automation.ICommandRuntime CommandRuntime {get;}", func(p *PSCmdlet) objects.Value {
				return objects.Of(&PSCmdlet{rt: p.rt, typ: commandRuntimeType})
			}),
			value("bool Stopping {get;}", func(p *PSCmdlet) objects.Value { return objects.Bool(p.rt.session.stop.Load()) }),
			value("System.Management.Automation.PagingParameters PagingParameters {get;}", func(p *PSCmdlet) objects.Value {
				if !p.rt.binder.table.SupportsPaging {
					return objects.Null
				}
				return objects.Of(&pagingParameters{p.rt})
			}),
		},
		Methods: leaving(cmdletMethods()),
	}
}

// cmdletMethods are the methods of $PSCmdlet.
func cmdletMethods() []objects.Method {
	return []objects.Method{
		method("bool ShouldProcess(string target)", shouldProcess),
		method("bool ShouldProcess(string target, string action)", shouldProcess),
		method("bool ShouldProcess(string verboseDescription, string verboseWarning, string caption)", func(p *PSCmdlet, c *objects.Call) (objects.Value, error) {
			yes, err := p.rt.ShouldProcessText(c.Str(0), c.Str(1), c.Str(2))
			return objects.Bool(yes), err
		}),
		method("bool ShouldContinue(string query, string caption, [ref] bool yesToAll, [ref] bool noToAll)", shouldContinueAll),
		method("bool ShouldContinue(string query, string caption)", func(p *PSCmdlet, c *objects.Call) (objects.Value, error) {
			yes, err := p.rt.ShouldContinue(c.Str(0), c.Str(1))
			return objects.Bool(yes), err
		}),
		method("void WriteObject(System.Object sendToPipeline)", func(p *PSCmdlet, c *objects.Call) (objects.Value, error) {
			return none(), p.rt.WriteObject(c.Args[0])
		}),
		method("void WriteObject(System.Object sendToPipeline, bool enumerateCollection)", func(p *PSCmdlet, c *objects.Call) (objects.Value, error) {
			if c.Bool(1) {
				return none(), p.rt.WriteEnumerated(c.Args[0])
			}
			return none(), p.rt.WriteObject(c.Args[0])
		}),
		method("void WriteError(System.Management.Automation.ErrorRecord errorRecord)", func(p *PSCmdlet, c *objects.Call) (objects.Value, error) {
			r, ok := objects.As[*ErrorRecord](c.Args[0])
			if !ok {
				return objects.Null, nullParameter("errorRecord")
			}
			copied := *r
			return none(), p.rt.WriteError(&copied)
		}),
		method("void ThrowTerminatingError(System.Management.Automation.ErrorRecord errorRecord)", func(p *PSCmdlet, c *objects.Call) (objects.Value, error) {
			r, ok := objects.As[*ErrorRecord](c.Args[0])
			if !ok {
				return objects.Null, nullParameter("errorRecord")
			}
			return none(), p.rt.terminating(r)
		}),
		method("System.Object GetVariableValue(string name)", func(p *PSCmdlet, c *objects.Call) (objects.Value, error) {
			return p.variables().variableValue(c)
		}),
		method("System.Object GetVariableValue(string name, System.Object defaultValue)", func(p *PSCmdlet, c *objects.Call) (objects.Value, error) {
			return p.variables().variableValue(c)
		}),
		method("string GetUnresolvedProviderPathFromPSPath(string path)", func(p *PSCmdlet, c *objects.Call) (objects.Value, error) {
			at, err := p.rt.session.ParsePath(c.Str(0))
			return objects.String(at.Path), err
		}),
		method("System.Collections.ObjectModel.Collection[string] GetResolvedProviderPathFromPSPath(string path, [ref] System.Management.Automation.ProviderInfo provider)", func(p *PSCmdlet, c *objects.Call) (objects.Value, error) {
			return p.rt.session.resolvedPaths(c)
		}),
		method("System.Management.Automation.PathInfo CurrentProviderLocation(string providerId)", func(p *PSCmdlet, c *objects.Call) (objects.Value, error) {
			return p.rt.session.ProviderLocation(c.Str(0))
		}),
		method("void WriteWarning(string text)", func(p *PSCmdlet, c *objects.Call) (objects.Value, error) {
			return none(), p.rt.WriteWarning(c.Str(0))
		}),
		method("void WriteVerbose(string text)", func(p *PSCmdlet, c *objects.Call) (objects.Value, error) {
			return none(), p.rt.WriteVerbose(c.Str(0))
		}),
		method("void WriteInformation(System.Object messageData, string[] tags)", func(p *PSCmdlet, c *objects.Call) (objects.Value, error) {
			return none(), p.rt.WriteInformation(&InformationRecord{Message: c.Args[0], Source: p.rt.command.Name(), Tags: stringItems(c.Items(1))})
		}),
		method("void WriteCommandDetail(string text)", func(*PSCmdlet, *objects.Call) (objects.Value, error) { return none(), nil }),
		method("void WriteDebug(string text)", func(p *PSCmdlet, c *objects.Call) (objects.Value, error) {
			return none(), p.rt.WriteDebug(c.Str(0))
		}),
	}
}

func nullParameter(name string) error {
	return objects.NewException(objects.PSArgumentNullException,
		"Cannot process argument because the value of argument \""+name+"\" is null. Change the value of argument \""+name+"\" to a non-null value.")
}

// commandRuntimeType is what $PSCmdlet.CommandRuntime is: the same cmdlet, in its
// other role.
var commandRuntimeType = &objects.Type{FullName: "System.Management.Automation.MshCommandRuntime", Base: PSCmdletType, Kind: objects.KindObject}

// leaving makes methods whose error records end the code that called them as
// they are, with no MethodInvocationException around them.
func leaving(methods []objects.Method) []objects.Method {
	for i := range methods {
		call := methods[i].Call
		methods[i].Call = func(c *objects.Call) (objects.Value, error) {
			v, err := call(c)
			if r, ok := recordIn(err); ok {
				err = leavingError{r}
			}
			return v, err
		}
	}
	return methods
}

// leavingError is a record on its way out of a method.
type leavingError struct{ record *ErrorRecord }

// Error is the record's message.
func (e leavingError) Error() string { return e.record.Error() }

// Unwrap is the record.
func (e leavingError) Unwrap() error { return e.record }

// LeavesCode marks the error for the value layer: no exception is put around it.
func (leavingError) LeavesCode() {}

// variables are the variables that the caller sees.
func (p *PSCmdlet) variables() *stateView {
	return &stateView{typ: variableIntrinsicsType, session: p.rt.session, state: p.rt.scope.state}
}

// face shows the session state of the caller.
func (p *PSCmdlet) face(t *objects.Type) objects.Value {
	return p.rt.session.face(t, p.rt.scope.state)
}

func shouldProcess(p *PSCmdlet, c *objects.Call) (objects.Value, error) {
	action := ""
	if len(c.Args) > 1 {
		action = c.Str(1)
	}
	yes, err := p.rt.ShouldProcess(c.Str(0), action)
	return objects.Bool(yes), err
}

// terminating is the error of ThrowTerminatingError: it ends the function and
// points at the call of the function.
func (rt *CommandRuntime) terminating(r *ErrorRecord) error {
	c := r.attributed(rt.info, rt.errorSource())
	c.leaves, c.gathered = rt.inner, true // -ErrorVariable gets the exception when it leaves
	return c
}

// The classes that cmdlets of .NET derive from.
var (
	cmdletBase   = &objects.Type{FullName: namespace + "Cmdlet", Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	psCmdletBase = &objects.Type{FullName: namespace + "PSCmdlet", Base: cmdletBase, Kind: objects.KindObject, Attributes: objects.AbstractAttr}
)

// declareCmdlet has the names of the parameters that every cmdlet takes, and of
// those that it may ask for.
func declareCmdlet() *objects.Declaration {
	names := func(list ...string) func(objects.Value) (objects.Value, error) {
		return func(objects.Value) (objects.Value, error) {
			set := objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, objects.StringType), nil)
			for _, n := range list {
				set.Add(objects.String(n))
			}
			return objects.Of(set), nil
		}
	}
	return &objects.Declaration{Type: cmdletBase, Properties: []objects.Property{
		{Signature: "static System.Collections.Generic.HashSet[string] CommonParameters {get;}", Get: names("Verbose", "Debug", "ErrorAction", "WarningAction", "InformationAction",
			"ProgressAction", "ErrorVariable", "WarningVariable", "InformationVariable", "OutVariable", "OutBuffer", "PipelineVariable")},
		{Signature: "static System.Collections.Generic.HashSet[string] OptionalCommonParameters {get;}", Get: names("WhatIf", "Confirm", "UseTransaction")},
	}}
}
