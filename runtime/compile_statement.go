package runtime

import (
	"fmt"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// statement compiles any statement.
func (cc *compiler) statement(s parser.Statement) statement {
	switch s := s.(type) {
	case *parser.Pipeline:
		return cc.pipeline(s)
	case *parser.PipelineChain:
		return cc.chain(s)
	case *parser.AssignmentStatement:
		return cc.assignment(s)
	case *parser.CommandExpression:
		return cc.expressionStatement(s)
	case *parser.Command:
		return cc.pipeline(&parser.Pipeline{Extent: s.Extent, Elements: []parser.CommandBase{s}})
	case *parser.IfStatement:
		return cc.ifStatement(s)
	case *parser.WhileStatement:
		return cc.whileStatement(s)
	case *parser.DoWhileStatement:
		return cc.doStatement(s.Label, s.Body, s.Condition, true)
	case *parser.DoUntilStatement:
		return cc.doStatement(s.Label, s.Body, s.Condition, false)
	case *parser.ForStatement:
		return cc.forStatement(s)
	case *parser.ForEachStatement:
		return cc.forEachStatement(s)
	case *parser.SwitchStatement:
		return cc.switchStatement(s)
	default:
		return cc.leavingStatement(s)
	}
}

// leavingStatement compiles the statements that handle errors, leave a block
// or define something.
func (cc *compiler) leavingStatement(s parser.Statement) statement {
	switch s := s.(type) {
	case *parser.TryStatement:
		return cc.tryStatement(s)
	case *parser.TrapStatement:
		return func(*frame) error { return nil } // its block has taken it
	case *parser.BreakStatement:
		return cc.jump(breakFlow, s.Label)
	case *parser.ContinueStatement:
		return cc.jump(continueFlow, s.Label)
	case *parser.ReturnStatement:
		return cc.returnStatement(s)
	case *parser.ExitStatement:
		return cc.exitStatement(s)
	case *parser.ThrowStatement:
		return cc.throwStatement(s)
	case *parser.FunctionDefinition:
		return cc.functionDefinition(s)
	case *parser.TypeDefinition:
		return cc.typeDefinition(s)
	case *parser.DataStatement:
		return cc.dataStatement(s)
	case *parser.BlockStatement:
		return cc.statementBlock(s.Body).run
	case *parser.UsingStatement:
		return func(*frame) error { return nil } // the program has taken it
	default:
		panic(fmt.Sprintf("runtime: unknown statement %T", s))
	}
}

// expressionStatement writes the value of an expression to the pipeline;
// ++, -- and assignments in no parentheses write nothing.
func (cc *compiler) expressionStatement(s *parser.CommandExpression) statement {
	if u, ok := s.Expression.(*parser.UnaryExpression); ok && isStep(u.Operator) {
		step := cc.step(u)
		return func(f *frame) error {
			_, err := step(f)
			return err
		}
	}
	value := cc.expression(s.Expression)
	if isEmpty(s.Expression) {
		value = constant(objects.Null)
	}
	write := func(f *frame) error {
		v, err := value(f)
		if err != nil {
			return err
		}
		return f.emit(v)
	}
	if len(s.Redirections) > 0 {
		return cc.redirected(s.Redirections, write)
	}
	return write
}

// condition compiles what if, while and for test.
func (cc *compiler) condition(p parser.PipelineBase) func(f *frame) (bool, error) {
	if e := loneExpression(p); e != nil {
		if test := cc.hotCondition(e); test != nil {
			return test
		}
	}
	value := cc.value(p)
	at, commands := cc.extent(p), runsCommand(p)
	return func(f *frame) (bool, error) {
		v, err := value(f)
		if err != nil {
			return false, placed(err, at)
		}
		if commands {
			f.session.success = true
		}
		return f.session.Types.Truth(v), nil
	}
}

// placed gives an error its place, where it has none; jumps pass.
func placed(err error, at *ScriptExtent) error {
	if isFlow(err) {
		return err
	}
	return asRecord(err, at)
}

// value compiles a statement that stands for a value: the right side of an
// assignment, a condition, what is in parentheses.
func (cc *compiler) value(s parser.Statement) expression {
	if e := loneExpression(s); e != nil {
		return cc.expression(e)
	}
	if a, ok := s.(*parser.AssignmentStatement); ok {
		return cc.assignmentValue(a)
	}
	run := cc.statement(s)
	return func(f *frame) (objects.Value, error) { return f.collect(run) }
}

// assigned compiles the right side of an assignment. A jump out of its
// statements (return, break) takes what they wrote with it.
func (cc *compiler) assigned(s parser.Statement) expression {
	switch s.(type) {
	case *parser.IfStatement, *parser.ForEachStatement, *parser.ForStatement, *parser.WhileStatement, *parser.DoWhileStatement, *parser.DoUntilStatement, *parser.SwitchStatement, *parser.TryStatement:
	default:
		return cc.value(s)
	}
	run := cc.statement(s)
	return func(f *frame) (objects.Value, error) {
		c, err := f.written(run)
		if err != nil {
			return objects.Null, err
		}
		return c.value(), nil
	}
}

// isEmpty reports whether an expression is $( ) with nothing in it: alone in a
// statement it writes $null.
func isEmpty(e parser.Expression) bool {
	sub, ok := e.(*parser.SubExpression)
	return ok && len(sub.Body.Statements) == 0
}

func (cc *compiler) ifStatement(s *parser.IfStatement) statement {
	type clause struct {
		test func(*frame) (bool, error)
		body *block
	}
	clauses := make([]clause, len(s.Clauses))
	for i, c := range s.Clauses {
		clauses[i] = clause{cc.condition(c.Condition), cc.statementBlock(c.Body)}
	}
	otherwise := cc.statementBlock(s.Else)
	return func(f *frame) error {
		for i := range clauses {
			yes, err := clauses[i].test(f)
			if err != nil {
				return err
			}
			if yes {
				return clauses[i].body.run(f)
			}
		}
		if otherwise != nil {
			return otherwise.run(f)
		}
		return nil
	}
}

func (cc *compiler) whileStatement(s *parser.WhileStatement) statement {
	return cc.loop(s.Label, cc.condition(s.Condition), cc.statementBlock(s.Body), nil)
}

func (cc *compiler) forStatement(s *parser.ForStatement) statement {
	test := func(*frame) (bool, error) { return true, nil }
	if s.Condition != nil {
		test = cc.condition(s.Condition)
	}
	loop := cc.loop(s.Label, test, cc.statementBlock(s.Body), cc.silent(s.Iterator))
	start := cc.silent(s.Initializer)
	if start == nil {
		return loop
	}
	return func(f *frame) error {
		if err := start(f); err != nil {
			return err
		}
		return loop(f)
	}
}

// silent compiles the initializer or iterator of a for loop, whose output is
// dropped; nil where there is none.
func (cc *compiler) silent(p parser.PipelineBase) statement {
	if p == nil {
		return nil
	}
	run := cc.statement(p)
	if _, assignment := p.(*parser.AssignmentStatement); assignment {
		return run
	}
	if u, ok := loneExpression(p).(*parser.UnaryExpression); ok && isStep(u.Operator) {
		return run
	}
	return func(f *frame) error {
		_, err := f.collect(run)
		return err
	}
}

// loop runs body while test holds, and next after each round.
func (cc *compiler) loop(label string, test func(*frame) (bool, error), body *block, next statement) statement {
	return func(f *frame) error {
		for {
			yes, err := test(f)
			if err != nil || !yes {
				return err
			}
			if err := body.run(f); err != nil {
				again, out := loopEnd(err, label)
				if !again {
					return out
				}
			}
			if f.session.stop.Load() {
				return errStopped
			}
			if next != nil {
				if err := next(f); err != nil {
					return err
				}
			}
		}
	}
}

// doStatement is do { } while and do { } until: the body runs before the test.
func (cc *compiler) doStatement(label string, s *parser.StatementBlock, condition parser.PipelineBase, while bool) statement {
	body := cc.statementBlock(s)
	test := cc.condition(condition)
	return func(f *frame) error {
		for {
			if err := body.run(f); err != nil {
				again, out := loopEnd(err, label)
				if !again {
					return out
				}
			}
			if f.session.stop.Load() {
				return errStopped
			}
			yes, err := test(f)
			if err != nil || yes != while {
				return err
			}
		}
	}
}

// jump is break or continue; a label that is no constant is evaluated.
func (cc *compiler) jump(kind flowKind, label parser.Expression) statement {
	if label == nil {
		err := error(errBreak)
		if kind == continueFlow {
			err = errContinue
		}
		return func(*frame) error { return err }
	}
	if c, ok := label.(*parser.StringConstantExpression); ok {
		err := &flow{kind: kind, label: c.Value}
		return func(*frame) error { return err }
	}
	value := cc.expression(label)
	return func(f *frame) error {
		v, err := value(f)
		if err != nil {
			return err
		}
		text, err := f.session.Types.Text(v, " ")
		if err != nil {
			return err
		}
		return &flow{kind: kind, label: text}
	}
}

func (cc *compiler) returnStatement(s *parser.ReturnStatement) statement {
	if s.Pipeline == nil {
		return func(*frame) error { return errReturn }
	}
	if cc.method {
		return cc.methodReturn(s.Pipeline)
	}
	run, at := cc.output(s.Pipeline), cc.extent(s.Pipeline)
	return func(f *frame) error {
		if err := run(f); err != nil {
			return placed(err, at)
		}
		return errReturn
	}
}

// output compiles a pipeline whose value is written: of return, and of a
// statement that is an assignment in such a place.
func (cc *compiler) output(p parser.PipelineBase) statement {
	if _, ok := p.(*parser.AssignmentStatement); ok {
		value := cc.value(p)
		return func(f *frame) error {
			v, err := value(f)
			if err != nil {
				return err
			}
			return f.emit(v)
		}
	}
	return cc.statement(p)
}

func (cc *compiler) exitStatement(s *parser.ExitStatement) statement {
	if s.Pipeline == nil {
		return func(*frame) error { return &flow{kind: exitFlow} }
	}
	value := cc.value(s.Pipeline)
	return func(f *frame) error {
		v, err := value(f)
		if err != nil {
			return err
		}
		n, err := f.session.Types.Convert(v, objects.Int32Type)
		if err != nil {
			return &flow{kind: exitFlow}
		}
		return &flow{kind: exitFlow, code: int(n.Int64())}
	}
}

func (cc *compiler) functionDefinition(s *parser.FunctionDefinition) statement {
	body := functionCode(s, cc.source)
	body.namespaces = cc.namespaces
	scope, name := functionScope(s.Name)
	aliases := functionAliases(s)
	return func(f *frame) error {
		for _, a := range aliases {
			f.scopeOf(scope).SetAlias(NewAlias(a, name))
		}
		return f.defineFunction(scope, name, &Function{name: name, code: body, state: f.scope.state})
	}
}

// functionAliases are the other names that a function gives itself: [Alias()]
// before its param block.
func functionAliases(s *parser.FunctionDefinition) (names []string) {
	if s.Body.ParamBlock == nil {
		return nil
	}
	for _, a := range s.Body.ParamBlock.Attributes {
		if fold(a.TypeName.String()) != "alias" {
			continue
		}
		for _, e := range a.PositionalArguments {
			if c, ok := e.(*parser.StringConstantExpression); ok {
				names = append(names, c.Value)
			}
		}
	}
	return names
}
