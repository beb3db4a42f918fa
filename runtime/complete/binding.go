package complete

import (
	"strings"

	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/runtime"
)

// binding is what a command line binds as far as it is written: which parameters
// have arguments, and which sets are still possible. Nothing is evaluated.
type binding struct {
	c       *completer
	table   *runtime.ParameterTable
	command *parser.Command
	name    string // of the command as written
	sets    []string
	bound   map[*runtime.Parameter]parser.Expression // nil for a switch
	current *runtime.Parameter                       // of the argument at the cursor
	open    bool                                     // a named parameter waits for the argument at the cursor
}

// bind binds the elements of a command. skip is the element at the cursor that
// is being completed; the empty extent at the cursor for one that begins there.
func (c *completer) bind(command *parser.Command, skip parser.Extent) *binding {
	b := &binding{c: c, command: command, bound: map[*runtime.Parameter]parser.Expression{}}
	b.table, b.name = c.tableOf(command)
	if b.table == nil {
		return b
	}
	b.sets = b.table.ParameterSetNames()
	var positional []parser.CommandElement
	elements := command.Elements[1:]
	for i := 0; i < len(elements); i++ {
		e := elements[i]
		named, ok := e.(*parser.CommandParameter)
		if !ok {
			positional = append(positional, e)
			continue
		}
		if named.Span() == skip {
			continue
		}
		i += b.takeNamed(named, elements[i+1:], skip)
	}
	b.takePositional(positional, skip)
	b.takePipeline()
	return b
}

// tableOf is the parameter table of a command, and its name as it is written.
func (c *completer) tableOf(command *parser.Command) (*runtime.ParameterTable, string) {
	found, name := c.commandOf(command)
	if found == nil {
		return nil, name
	}
	return c.session.CommandInfoOf(found).Table(), name
}

// commandOf is the command that a command line calls; nil where none is known.
func (c *completer) commandOf(command *parser.Command) (runtime.Command, string) {
	if len(command.Elements) == 0 {
		return nil, ""
	}
	word, ok := command.Elements[0].(*parser.StringConstantExpression)
	if !ok {
		return nil, ""
	}
	found := c.session.FindCommand(c.scope, word.Value)
	if found == nil {
		found = c.ownFunction(word.Value)
	}
	return found, word.Value
}

// ownFunction is a function that the text itself defines.
func (c *completer) ownFunction(name string) (found runtime.Command) {
	parser.Walk(c.tree, func(n parser.Node) bool {
		def, ok := n.(*parser.FunctionDefinition)
		if ok && strings.EqualFold(def.Name, name) {
			found = c.session.DefineFunction(def, c.source)
		}
		return true
	})
	return found
}

// takeNamed binds a named parameter; it gives the number of elements that its
// argument takes.
func (b *binding) takeNamed(named *parser.CommandParameter, rest []parser.CommandElement, skip parser.Extent) int {
	p := b.find(named.Name)
	if p == nil {
		return 0
	}
	b.narrow(p)
	if named.Argument != nil {
		b.bound[p] = named.Argument
		if covers(named.Argument.Span(), skip) {
			b.current, b.open = p, true
		}
		return 0
	}
	b.bound[p] = nil
	if p.IsSwitch {
		return 0
	}
	if len(rest) == 0 {
		if skip.Start >= named.End && b.nothingAfter(named, skip) {
			b.current, b.open = p, true
		}
		return 0
	}
	value, ok := rest[0].(parser.Expression)
	if !ok || skip.Start == skip.End && skip.Start < value.Span().Start && skip.Start > named.End {
		if skip.Start == skip.End && skip.Start > named.End && skip.Start <= rest[0].Span().Start {
			b.current, b.open = p, true
		}
		return 0
	}
	b.bound[p] = value
	if b.c.atArgument(value, skip) {
		b.current, b.open = p, true
	}
	return 1
}

func (b *binding) nothingAfter(named *parser.CommandParameter, skip parser.Extent) bool {
	for _, e := range b.command.Elements {
		if e.Span().Start >= named.End && e.Span().End <= skip.Start {
			return false
		}
	}
	return true
}

// find is the parameter of a name or of an unambiguous beginning of one.
func (b *binding) find(name string) *runtime.Parameter {
	if p := b.table.Find(name); p != nil {
		return p
	}
	var found *runtime.Parameter
	for _, p := range b.table.Parameters {
		if !hasPrefixFold(p.Name, name) {
			continue
		}
		if found != nil && p.IsCommon() {
			continue
		}
		if found != nil && !found.IsCommon() {
			return nil
		}
		found = p
	}
	return found
}

// narrow keeps the sets that a parameter is in.
func (b *binding) narrow(p *runtime.Parameter) {
	if in := b.within(p, b.sets); len(in) > 0 {
		b.sets = in
	}
}

func (b *binding) within(p *runtime.Parameter, sets []string) []string {
	var kept []string
	for _, set := range sets {
		if inSet(p, set) != nil {
			kept = append(kept, set)
		}
	}
	return kept
}

// inSet is what a parameter is in a set; nil where it is not in it.
func inSet(p *runtime.Parameter, set string) *runtime.ParameterInSet {
	for i := range p.Sets {
		if in := &p.Sets[i]; in.Set == runtime.AllParameterSets || strings.EqualFold(in.Set, set) {
			return in
		}
	}
	return nil
}

// possible reports whether a parameter is in one of the sets that remain.
func (b *binding) possible(p *runtime.Parameter) bool { return len(b.within(p, b.sets)) > 0 }

// takePositional binds arguments without names by position.
func (b *binding) takePositional(elements []parser.CommandElement, skip parser.Extent) {
	reached := false
	for _, e := range elements {
		value, ok := e.(parser.Expression)
		if !ok {
			continue
		}
		if v, ok := value.(*parser.VariableExpression); ok && v.Splatted || value.Span() == skip && b.c.isDashed() {
			continue
		}
		at := b.c.atArgument(value, skip) && b.current == nil
		if !at && skip.Start == skip.End && value.Span().Start >= skip.End && !reached && b.current == nil {
			b.current, reached = b.nextPositional(), true
		}
		p := b.nextPositional()
		if p == nil {
			break
		}
		b.narrow(p)
		b.bound[p] = value
		if at {
			b.current, reached = p, true
		}
	}
	if !reached && b.current == nil && skip.Start == skip.End {
		b.current = b.nextPositional()
	}
}

// nextPositional is the parameter that the next positional argument binds: that
// of the lowest position in the sets that remain; where several have it, that of
// the default set.
func (b *binding) nextPositional() *runtime.Parameter {
	var best, rest *runtime.Parameter
	position := 0
	for _, p := range b.table.Parameters {
		if _, taken := b.bound[p]; taken {
			continue
		}
		for _, set := range b.sets {
			in := inSet(p, set)
			if in == nil {
				continue
			}
			if in.ValueFromRemainingArguments {
				rest = p
			}
			if in.Position == runtime.NoPosition {
				continue
			}
			if best == nil || in.Position < position || in.Position == position && strings.EqualFold(set, b.table.DefaultSet) {
				best, position = p, in.Position
			}
		}
	}
	if best == nil {
		return rest
	}
	return best
}

// takePipeline binds the parameter that the pipeline fills, where something
// stands before the command.
func (b *binding) takePipeline() {
	if !b.c.hasUpstream(b.command) {
		return
	}
	for _, p := range b.table.Parameters {
		if _, taken := b.bound[p]; taken {
			continue
		}
		for _, set := range b.sets {
			if in := inSet(p, set); in != nil && in.ValueFromPipeline {
				b.narrow(p)
				b.bound[p] = nil
				return
			}
		}
	}
}

// atArgument reports whether an argument is the one at the cursor.
func (c *completer) atArgument(value parser.Expression, skip parser.Extent) bool {
	e := value.Span()
	if covers(e, skip) && skip.Start < skip.End {
		return true
	}
	if skip.Start != skip.End {
		return false
	}
	last := c.before
	if c.token != nil {
		last = c.token
	}
	return last != nil && last.Kind == parser.TokenComma && e.Start <= last.Start && last.End >= e.End-1 && last.End <= skip.Start
}

// covers reports whether a piece lies within another.
func covers(outer, inner parser.Extent) bool {
	return outer.Start <= inner.Start && inner.End <= outer.End
}
