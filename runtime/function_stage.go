package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// maxCallDepth bounds the calls of functions within functions; PowerShell
// fails at some depth that its stack allows.
const maxCallDepth = 4000

// functionStage is one call of a function, script or script block, alone or in
// a pipeline.
type functionStage struct {
	fn      *Function
	caller  *frame
	streams *Streams
	args    []argument
	this    *objects.Value
	info    *InvocationInfo

	// expectsInput says that something stands before it in the pipeline.
	expectsInput bool
	// here runs the function in the scope that would be its parent: dot-sourcing.
	here   bool
	dotted *dotted // of a dot-sourced command

	frame   frame
	scope   Scope
	call    call
	program *program
	binder  *binder
	input   []objects.Value
	sent    map[parser.Expression]objects.Value // see call.sent
	began   bool
	ran     bool // one of the blocks
	// left is the state that the call has left, outer what its called was.
	left  *SessionState
	outer *Scope
	// outermost is the script that the shell was started with, whose exit ends
	// the shell; exited says that an exit statement has ended a script.
	outermost, exited bool
	exitCode          int
}

// callOnce runs the function without pipeline input.
func (st *functionStage) callOnce() error { return st.callWith(nil) }

// callWith runs the function with objects from a pipeline.
func (st *functionStage) callWith(input []objects.Value) error {
	s := st.caller.session
	if s.depth >= maxCallDepth {
		return depthExceeded(st.fn.name)
	}
	s.depth++
	outer := s.current
	err := st.begin()
	for i := 0; err == nil && i < len(input); i++ {
		err = st.process(input[i])
	}
	if err == nil {
		err = st.end()
	}
	if cleanup := st.close(); cleanup != nil && err == nil {
		err = cleanup
	}
	s.current = outer
	s.depth--
	return err
}

func depthExceeded(name string) error {
	return newError(objects.CallDepthOverflowException, "CallDepthOverflow", InvalidOperation, objects.String(name),
		"The script failed due to call depth overflow.")
}

// begin makes the scope, binds the arguments and runs the begin block.
func (st *functionStage) begin() error {
	if st.began {
		return nil
	}
	st.began = true
	st.enter()
	st.leaveState()
	if err := st.frame.useModules(st.program); err != nil {
		return err
	}
	if err := st.frame.defineTypes(st.program); err != nil {
		return err
	}
	if err := st.bind(); err != nil {
		return err
	}
	if st.program.begin == nil {
		return nil
	}
	return st.run(st.program.begin)
}

// enter makes the frame and the scope of the call.
func (st *functionStage) enter() {
	s := st.caller.session
	st.frame = frame{session: s, streams: st.streams}
	if st.outermost && s.global.layout == nil {
		st.enterGlobal()
		return
	}
	if st.here {
		st.enterHere()
		return
	}
	st.program = st.fn.code.compiled()
	st.scope = Scope{
		parent: st.parentScope(), state: st.state(), layout: st.program.layout,
		slots: make([]slot, len(st.program.layout.names)), call: &st.call, script: st.fn.script,
	}
	if st.info == nil {
		st.info = &InvocationInfo{Command: st.fn, InvocationName: st.fn.name}
	}
	st.info.ExpectingInput = st.expectsInput
	st.call = call{info: st.info, code: st.fn.code, caller: st.caller, sent: st.sent}
	st.frame.scope = &st.scope
	if st.this != nil {
		st.scope.slots[slotThis] = slot{state: plain, value: *st.this}
	}
	s.current = &st.scope
}

// enterGlobal makes the outermost scope that of the script that the shell was
// started with, as dot-sourcing would ("about_Pwsh": -File).
func (st *functionStage) enterGlobal() {
	g := st.caller.session.global
	st.program = st.fn.code.compiled()
	g.adopt(st.program.layout)
	st.info.ExpectingInput = st.expectsInput
	st.call = call{info: st.info, code: st.fn.code}
	g.call, st.frame.scope = &st.call, g
}

// enterHere makes the frame of dot-sourced code. The scope is its caller's, but
// for what the call itself has: $args, $input, $MyInvocation and the like.
func (st *functionStage) enterHere() {
	scope := st.parentScope()
	st.frame.scope = scope
	st.program = st.fn.code.in(scope.layout)
	if st.info == nil {
		return
	}
	st.info.ExpectingInput = st.expectsInput
	st.call = call{info: st.info, code: st.fn.code, caller: st.caller}
	st.dotted = &dotted{call: scope.call}
	if st.caller.scope == scope {
		st.call.around = scope.currentCall()
	}
	scope.call = &st.call
	if scope.layout != nil {
		st.dotted.args, st.dotted.input = scope.slots[slotArgs], scope.slots[slotInput]
		scope.slots[slotArgs], scope.slots[slotInput] = slot{}, slot{}
	}
}

// dotted is what dot-sourced code has put aside in the scope of its caller.
type dotted struct {
	call        *call
	args, input slot
}

// leaveHere gives the caller's scope back what enterHere has put aside.
func (st *functionStage) leaveHere() {
	if st.dotted == nil {
		return
	}
	scope := st.frame.scope
	scope.call = st.dotted.call
	if scope.layout != nil {
		scope.slots[slotArgs], scope.slots[slotInput] = st.dotted.args, st.dotted.input
	}
	st.dotted = nil
}

// parentScope is the caller's scope, or, for code of another state, the one
// that waits there: where a dot-sourced block runs, and what others look up to.
func (st *functionStage) parentScope() *Scope {
	if st.fn.closure != nil {
		return st.fn.closure
	}
	if st.fn.state == nil || st.fn.state == st.caller.scope.state {
		return st.caller.scope
	}
	return st.fn.state.innermost()
}

// innermost is the scope that code of the state runs in when other code calls
// it: that which waits for the caller, else the outermost.
func (s *SessionState) innermost() *Scope {
	if s.called != nil {
		return s.called
	}
	return s.top
}

// state is the state that the call runs in: its code's own, and that of the
// caller for a block that belongs to none ([scriptblock]::Create).
func (st *functionStage) state() *SessionState {
	if st.fn.state == nil {
		return st.caller.scope.state
	}
	return st.fn.state
}

// leaveState remembers the caller's scope while code of another state runs.
func (st *functionStage) leaveState() {
	from := st.caller.scope
	if st.fn.state == nil || from.state == nil || st.fn.state == from.state {
		return
	}
	st.left, st.outer = from.state, from.state.called
	from.state.called = from
}

// returnState undoes leaveState.
func (st *functionStage) returnState() {
	if st.left != nil {
		st.left.called, st.left = st.outer, nil
	}
}

// bind gives the arguments to the parameters and the defaults to the others.
func (st *functionStage) bind() error {
	code := st.fn.code
	if code.params == nil && code.ast.ParamBlock == nil {
		loose := looseArguments(withoutEnd(st.args))
		if st.info != nil {
			st.info.UnboundArguments = loose
		}
		st.setArgs(loose)
		return nil
	}
	table, err := st.fn.Parameters(st.frame.session)
	if err != nil {
		return err
	}
	if st.bindPlain(table) {
		return st.defaults(table, len(st.args))
	}
	st.binder = newBinder(st.frame.session, st.frame.scope, st.fn, table, st, st.info)
	if st.program.dynamicParam != nil {
		st.binder.dynamic = st.dynamicParameters
	}
	if err := st.binder.commandLine(st.args, st.expectsInput); err != nil {
		return err
	}
	st.call.binder = st.binder
	if table.Advanced {
		st.call.rt = newCommandRuntime(st.caller, st.streams, st.fn, st.binder, st.info)
		st.call.rt.inner = st.frame.scope
		st.setPreferences()
	}
	st.setArgs(st.binder.unbound)
	return st.defaults(st.binder.table, 0)
}

func (st *functionStage) setArgs(values []objects.Value) {
	if len(values) == 0 || st.frame.scope.layout == nil || st.here && st.dotted == nil {
		return // made when asked for
	}
	st.frame.scope.slots[slotArgs] = slot{state: plain, value: objects.ArrayValue(values)}
}

// set gives a parameter its value; one with a type or attributes keeps them
// for later assignments.
func (st *functionStage) set(p *Parameter, v objects.Value) error {
	scope := st.frame.scope
	if len(p.constraints) > 0 {
		scope.define(&Variable{Name: p.Name, Constraints: p.constraints, value: v})
		return nil
	}
	if !st.here {
		scope.slots[p.slot] = slot{state: plain, value: v}
		return nil
	}
	scope.define(NewVariable(p.Name, v))
	return nil
}

// defaults evaluates the default values of parameters that got no argument, in
// order from the first, so that later ones can use earlier ones.
func (st *functionStage) defaults(table *ParameterTable, first int) error {
	for i := first; i < len(st.program.defaults); i++ {
		p := table.Parameters[i]
		if st.binder != nil && st.binder.isBound(p) {
			continue
		}
		v := zeroArgument(p)
		if d := st.program.defaults[i]; d != nil {
			var err error
			if v, err = d(&st.frame); err != nil {
				return err
			}
			if st.binder != nil {
				if v, err = st.binder.convertDefault(p, v); err != nil {
					return err
				}
			}
		}
		if err := st.set(p, v); err != nil {
			return err
		}
	}
	return nil
}

// run runs one of the blocks; return ends just that.
func (st *functionStage) run(b *block) error {
	s := st.frame.session
	st.ran = true
	outer := s.current
	s.current = st.frame.scope
	err := b.run(&st.frame)
	s.current = outer
	if err == errReturn {
		return nil
	}
	if code, exits := ExitCode(err); exits && st.fn.script && !st.outermost {
		return st.exit(code)
	}
	return st.attributed(err)
}

// exit ends a script that another one has called: only the script, which leaves
// its code in $LASTEXITCODE ("about_Language_Keywords", exit).
func (st *functionStage) exit(code int) error {
	st.exited, st.exitCode = true, code
	s := st.frame.session
	s.exitCode = code
	return s.setExitCode()
}

// attributed gives a terminating error that leaves an advanced function the
// function's name, unless it was thrown or another command already has its name
// in it.
func (st *functionStage) attributed(err error) error {
	if err == nil || st.call.rt == nil || isFlow(err) {
		return err
	}
	r := asRecord(err, nil)
	if r.leaves == st.frame.scope {
		c := *r
		c.leaves = nil
		st.call.rt.addOwn(ErrorStream, objects.Of(r.Exception))
		return &c
	}
	if r.thrown || r.stop || r.command != "" && r.binding == nil {
		return r
	}
	r = r.attributed(st.info, st.fn.name)
	r.binding = nil
	st.call.rt.addOwn(ErrorStream, objects.Of(r.Exception))
	return r
}

// process takes one object from the pipeline.
func (st *functionStage) process(v objects.Value) error {
	if err := st.begin(); err != nil {
		return err
	}
	if st.binder != nil && st.binder.takesPipeline {
		if err := st.binder.pipelineObject(v); err != nil {
			if isFlow(err) {
				return err
			}
			return st.call.rt.writeInputError(asRecord(err, nil))
		}
	}
	if st.program.process == nil {
		st.input = append(st.input, v)
		return nil
	}
	if st.exited {
		return nil
	}
	st.setFixed(slotUnderscore, v)
	if st.program.asksInput {
		st.setFixed(slotInput, objects.Of(newInputEnumerator([]objects.Value{v})))
	}
	return st.run(st.program.process)
}

func (st *functionStage) setFixed(i int, v objects.Value) {
	if st.frame.scope.layout == nil {
		st.frame.scope.define(NewVariable(fixedNames[i], v))
		return
	}
	st.frame.scope.slots[i] = slot{state: plain, value: v}
}

// end runs the process block once where there was no pipeline, and the end
// block.
func (st *functionStage) end() error {
	if err := st.begin(); err != nil {
		return err
	}
	if st.exited {
		return nil
	}
	if st.program.process != nil && !st.expectsInput {
		if err := st.run(st.program.process); err != nil {
			return err
		}
	}
	if st.program.end == nil || st.exited {
		return nil
	}
	if st.expectsInput {
		st.setFixed(slotInput, objects.Of(newInputEnumerator(st.input)))
	}
	return st.run(st.program.end)
}

// failed reports a script that ended with an exit code, and an advanced function
// that wrote an error through $PSCmdlet. What commands inside did is theirs.
func (st *functionStage) failed() bool {
	return st.exitCode != 0 || st.call.rt != nil && st.call.rt.failed
}

// close runs the clean block, whatever happened, where any other block has run.
func (st *functionStage) close() error {
	defer st.returnState()
	defer st.leaveHere()
	if !st.ran || st.program.clean == nil {
		return nil
	}
	return st.clean()
}

// clean runs the clean block. What it writes to the success stream is dropped,
// and an error that ends it is reported and goes no further
// ("about_Functions_Advanced_Methods").
func (st *functionStage) clean() error {
	s := st.frame.session
	streams := *st.streams
	streams[SuccessStream] = func(objects.Value) error { return nil }
	st.frame.streams = &streams
	outer := s.propagate
	s.propagate = false
	err := st.run(st.program.clean)
	s.propagate = outer
	if err == nil || isFlow(err) {
		return err
	}
	s.success = false
	return st.frame.report(asRecord(err, nil))
}
