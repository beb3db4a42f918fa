package runtime

import (
	"github.com/csshell/csshell/objects"
)

// bindTarget is what takes the bound values: the fields of a cmdlet's struct,
// or the variables of a function.
type bindTarget interface {
	set(p *Parameter, v objects.Value) error
	// save keeps the present value of a parameter that the pipeline is going to
	// bind; calling what it gives puts the value back.
	save(p *Parameter) (restore func())
}

// binder gives the arguments of one call to the command's parameters:
//
//  1. by name, prefix or alias,
//  2. by position, first without conversion, the default set before the others,
//  3. $PSDefaultParameterValues,
//  4. dynamic parameters, by name and position,
//  5. the rest to the parameter that takes the remaining arguments.
//
// Each parameter bound leaves only the sets it belongs to. Then one set is
// chosen, and missing mandatory parameters are asked for ("about_Parameter_Sets",
// "about_Functions_Advanced_Parameters"). pipelineObject does the same for each
// object from the pipeline.
type binder struct {
	session *Session
	scope   *Scope // of the caller
	command Command
	table   *ParameterTable
	target  bindTarget
	info    *InvocationInfo

	// takesPipeline reports that objects from the pipeline are to be bound; a
	// plain function lets them pass.
	takesPipeline bool
	// unbound is what a plain function finds in $args.
	unbound []objects.Value
	// common is nil where no common parameter was given.
	common *commonArguments

	bound   []boundArgument
	few     [4]boundArgument
	shown   *objects.Hashtable // $PSBoundParameters, once asked for
	choice  setChoice
	delayed []delayedBlock
	input   *pipelineBinding // nil where nothing comes from the pipeline
	// dynamic makes the dynamic parameters once the others are bound; nil where
	// the command has none.
	dynamic func() ([]*Parameter, bindTarget, error)
	// defaultsUsed reports that $PSDefaultParameterValues gave an argument.
	defaultsUsed bool
	expectsInput bool
}

// boundArgument is a parameter with the value that it got.
type boundArgument struct {
	parameter *Parameter
	value     objects.Value
}

// newBinder makes the binder of one call.
func newBinder(s *Session, scope *Scope, c Command, t *ParameterTable, target bindTarget, info *InvocationInfo) *binder {
	b := &binder{session: s, scope: scope, command: c, table: t, target: target, info: info, takesPipeline: t.Advanced}
	b.bound = b.few[:0]
	if info != nil {
		info.binder = b
	}
	b.choice.candidates = t.sets
	return b
}

// commandLine binds the arguments of the command line. expectsInput says
// whether objects will come from the pipeline.
func (b *binder) commandLine(args []argument, expectsInput bool) error {
	b.expectsInput = expectsInput
	if b.table.simple && b.dynamic == nil {
		if done, err := b.everyday(args); done || err != nil {
			return err
		}
	}
	if !b.table.Advanced {
		return b.plainLine(withoutEnd(args))
	}
	if err := b.advancedLine(withoutEnd(args)); err != nil {
		return err
	}
	return b.settle()
}

// everyday is the fast path of a call with positional arguments only, for a
// plain function or a cmdlet with one set; done is false where it has nothing to
// say.
func (b *binder) everyday(args []argument) (done bool, err error) {
	positional := b.table.sets[0].positional
	if len(args) > len(positional) || len(args) < b.table.required || b.table.Advanced && b.hasDefaults() {
		return false, nil
	}
	for i := range args {
		if args[i].name != "" {
			return false, nil
		}
	}
	for i := range args {
		p, v := positional[i], args[i].value
		if !p.plain || v.IsNull() {
			_, err = b.bind(p, &args[i], coerce|delayBlocks)
		} else if err = b.target.set(p, v); err == nil {
			b.bound = append(b.bound, boundArgument{p, v})
			if !p.everySet {
				b.choice.narrow(p)
			}
		}
		if err != nil {
			return true, err
		}
	}
	b.prepareInput()
	return true, nil
}

// plainLine binds the arguments of a function without CmdletBinding; what is
// left over is $args.
func (b *binder) plainLine(args []argument) error {
	rest, err := b.named(args)
	if err != nil {
		return err
	}
	if rest, _, err = b.positional(rest); err != nil {
		return err
	}
	b.unbound = looseArguments(rest)
	if b.info != nil { // not where the code of a module runs
		b.info.UnboundArguments = b.unbound
	}
	return nil
}

// withoutEnd drops "--", which only says that no parameter names follow.
func withoutEnd(args []argument) []argument {
	for i := range args {
		if args[i].name == "-" && !args[i].hasValue {
			return append(append(make([]argument, 0, len(args)-1), args[:i]...), args[i+1:]...)
		}
	}
	return args
}

// looseArguments are arguments as $args shows them.
func looseArguments(args []argument) []objects.Value {
	if len(args) == 0 {
		return nil
	}
	values := make([]objects.Value, 0, len(args))
	for i := range args {
		if args[i].named() {
			values = append(values, objects.String(args[i].written()))
		}
		if args[i].hasValue {
			values = append(values, args[i].value)
		}
	}
	return values
}

// advancedLine binds the arguments of a cmdlet or an advanced function; all
// must find a parameter.
func (b *binder) advancedLine(args []argument) error {
	rest, err := b.named(args)
	if err != nil {
		return err
	}
	rest, positionErr, err := b.positional(rest)
	if err != nil {
		return err
	}
	if err := b.applyDefaults(); err != nil {
		return err
	}
	if _, err := b.chooseSet(true, false); err != nil {
		return err
	}
	if b.dynamic != nil {
		if rest, positionErr, err = b.dynamicLine(rest, positionErr); err != nil {
			return err
		}
	}
	if rest, err = b.remaining(rest); err != nil {
		return err
	}
	return b.allBound(rest, positionErr)
}

// dynamicLine makes the dynamic parameters and gives them what is left over.
func (b *binder) dynamicLine(args []argument, positionErr error) ([]argument, error, error) {
	parameters, target, err := b.dynamic()
	if err != nil || len(parameters) == 0 {
		return args, positionErr, err
	}
	if b.table, err = b.table.with(parameters); err != nil {
		return nil, nil, err
	}
	for i := range b.bound {
		b.bound[i].parameter = b.table.Find(b.bound[i].parameter.Name)
	}
	for i := range b.delayed {
		b.delayed[i].parameter = b.table.Find(b.delayed[i].parameter.Name)
	}
	b.choice.widen(b.table.sets)
	b.target = &dynamicTarget{own: b.target, dynamic: target}
	if args, err = b.named(args); err != nil {
		return nil, nil, err
	}
	args, again, err := b.positional(args)
	if again == nil {
		again = positionErr
	}
	if err == nil {
		err = b.applyDefaults()
	}
	return args, again, err
}

// remaining binds what is left to the parameter that takes the remaining
// arguments, as a list; one list alone is bound as it is.
func (b *binder) remaining(args []argument) ([]argument, error) {
	if len(args) == 0 {
		return nil, nil
	}
	var taker *Parameter
	for _, p := range b.table.Parameters {
		if b.isBound(p) || !b.choice.has(p, func(in *ParameterInSet) bool { return in.ValueFromRemainingArguments }) {
			continue
		}
		if taker != nil {
			return nil, b.ambiguousSet()
		}
		taker = p
	}
	if taker == nil {
		return args, nil
	}
	values := looseArguments(args)
	all := argument{value: objects.Of(objects.NewList(objects.MakeGeneric(objects.ListOpenType, objects.ObjectType), values)), hasValue: true}
	if len(args) == 1 {
		all.at, all.valueAt = args[0].at, args[0].valueAt
	}
	if len(values) == 1 {
		if _, list := objects.Enumeration(values[0]); list {
			all.value = values[0]
		}
	}
	_, err := b.bind(taker, &all, coerce)
	return nil, err
}

// allBound refuses arguments that found no parameter.
func (b *binder) allBound(rest []argument, positionErr error) error {
	switch {
	case len(rest) == 0:
		return nil
	case rest[0].named():
		return b.unknownParameter(&rest[0])
	case positionErr != nil:
		return positionErr
	}
	return b.noPosition(&rest[0])
}

// settle chooses the parameter set and asks for missing mandatory parameters.
func (b *binder) settle() error {
	count, err := b.chooseSet(b.expectsInput, !b.expectsInput)
	if err != nil {
		return err
	}
	if count == 1 && !b.defaultsUsed {
		if err := b.applyDefaults(); err != nil {
			return err
		}
	}
	if count > 1 && b.expectsInput && b.keepPipelineSets() {
		if count, err = b.chooseSet(true, false); err != nil {
			return err
		}
	}
	missing, err := b.missing(count)
	if err != nil {
		return err
	}
	if len(missing) > 0 {
		if err := b.ask(missing); err != nil {
			return err
		}
	}
	if !b.expectsInput {
		if err := b.oneSet(); err != nil {
			return err
		}
	}
	b.prepareInput()
	return nil
}

// isBound reports whether the parameter has an argument.
func (b *binder) isBound(p *Parameter) bool {
	for i := range b.bound {
		if b.bound[i].parameter == p {
			return true
		}
	}
	return false
}

// isBoundName reports whether the parameter of that name has an argument.
func (b *binder) isBoundName(name string) bool {
	_, ok := b.boundValue(name)
	return ok
}

// boundValue is the argument of the parameter of that name.
func (b *binder) boundValue(name string) (objects.Value, bool) {
	for i := range b.bound {
		if objects.EqualFold(b.bound[i].parameter.Name, name) {
			return b.bound[i].value, true
		}
	}
	return objects.Null, false
}

// record remembers a bound argument.
func (b *binder) record(p *Parameter, v objects.Value) {
	if b.shown != nil {
		b.shown.Set(objects.String(p.Name), v)
	}
	for i := range b.bound {
		if b.bound[i].parameter == p {
			b.bound[i].value = v
			return
		}
	}
	b.bound = append(b.bound, boundArgument{p, v})
}

// forget takes a bound argument back.
func (b *binder) forget(p *Parameter) {
	if b.shown != nil {
		b.shown.Remove(objects.String(p.Name))
	}
	for i := range b.bound {
		if b.bound[i].parameter == p {
			b.bound = append(b.bound[:i], b.bound[i+1:]...)
			return
		}
	}
}

// boundDictionary is $PSBoundParameters, in the order of binding.
func (b *binder) boundDictionary() *objects.Hashtable {
	if b.shown == nil {
		b.shown = objects.NewDictionary(boundParametersType, true)
		for i := range b.bound {
			b.shown.Set(objects.String(b.bound[i].parameter.Name), b.bound[i].value)
		}
	}
	return b.shown
}
