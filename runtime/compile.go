package runtime

import (
	"sync"
	"sync/atomic"

	"github.com/csshell/csshell/parser"
)

// code is a script block made ready to run. It knows no session, so that jobs
// and modules can share it. It is compiled at its first run, and once more for
// each other layout that it runs in (see in).
type code struct {
	ast    *parser.ScriptBlock
	source *parser.Source
	def    *parser.FunctionDefinition // of a function
	kind   parser.TokenKind           // of a function: function, filter or workflow
	params []*parser.Parameter
	class  *class // the class whose method this is, or nil
	method bool   // a method or constructor: return gives its value
	// namespaces are those of the using statements around the block.
	namespaces []string
	defined    atomic.Pointer[definedTypes]

	table atomic.Pointer[sessionTable]

	own     sync.Once
	program *program

	mu      sync.Mutex
	foreign map[*layout]*program
}

// program is a script block compiled for one layout of variables.
type program struct {
	code         *code
	layout       *layout
	dynamicParam *block
	begin        *block
	process      *block
	end          *block
	clean        *block
	defaults     []expression // of the parameters; nil where there is none
	usings       []*parser.UsingStatement
	types        []*parser.TypeDefinition // to be defined before it runs
	asksInput    bool                     // the process block reads $input
}

// newCode makes the code of a script block, not yet compiled.
func newCode(ast *parser.ScriptBlock, source *parser.Source) *code {
	c := &code{ast: ast, source: source}
	if ast.ParamBlock != nil {
		c.params = ast.ParamBlock.Parameters
	}
	return c
}

// rootCode makes the code of a whole script.
func rootCode(ast *parser.ScriptBlock) *code {
	return newCode(ast, ast.Source)
}

// functionCode makes the code of a function, whose parameters may stand before
// its body.
func functionCode(def *parser.FunctionDefinition, source *parser.Source) *code {
	c := newCode(def.Body, source)
	c.def, c.kind = def, def.Kind
	if def.Parameters != nil {
		c.params = def.Parameters
	}
	return c
}

// compiled is the program for a scope of the code's own.
func (c *code) compiled() *program {
	c.own.Do(func() { c.program = c.compile(c.layoutOf(), !changesVariablesByName(c.ast)) })
	return c.program
}

// in is the program that runs in another block's scope: what ForEach-Object
// and dot-sourcing do. nil is the layout of scopes that keep all by name.
func (c *code) in(l *layout) *program {
	c.mu.Lock()
	defer c.mu.Unlock()
	if p, ok := c.foreign[l]; ok {
		return p
	}
	if c.foreign == nil || len(c.foreign) > 16 {
		c.foreign = make(map[*layout]*program)
	}
	p := c.compile(l, false)
	c.foreign[l] = p
	return p
}

func (c *code) compile(l *layout, own bool) *program {
	cc := &compiler{source: c.source, layout: l, own: own, class: c.class, method: c.method, namespaces: c.allNamespaces()}
	p := &program{code: c, layout: l, usings: c.ast.UsingStatements}
	p.dynamicParam = cc.namedBlock(c.ast.DynamicParam)
	if c.source.DefinesTypes() {
		p.types = typeDefinitions(c.ast)
	}
	p.begin = cc.namedBlock(c.ast.Begin)
	p.process = cc.namedBlock(c.ast.Process)
	p.asksInput = c.ast.Process != nil && mentions(c.ast.Process, "input")
	p.end = cc.namedBlock(c.ast.End)
	p.clean = cc.namedBlock(c.ast.Clean)
	for _, param := range c.params {
		var d expression
		if param.Default != nil {
			d = cc.expression(param.Default)
		}
		p.defaults = append(p.defaults, d)
	}
	return p
}

// allNamespaces are the namespaces that the types of a script may leave out.
func (c *code) allNamespaces() []string {
	names := c.namespaces
	for _, u := range c.ast.UsingStatements {
		if u.Kind == parser.UsingNamespace && u.Name != nil {
			names = append(names, u.Name.Value)
		}
	}
	return names
}

// compiler turns the nodes of one script block into closures over slots of one
// layout.
type compiler struct {
	source     *parser.Source
	layout     *layout // nil where variables are kept by name only
	own        bool    // the layout is the block's own: it runs in a scope of its own
	class      *class
	method     bool
	namespaces []string
	inText     bool // compiles a variable that stands in a string
}

// extent is where a node stands, for errors.
func (cc *compiler) extent(n parser.Node) *ScriptExtent {
	return &ScriptExtent{cc.source, n.Span()}
}

func (cc *compiler) namedBlock(b *parser.NamedBlock) *block {
	if b == nil {
		return nil
	}
	return cc.statements(b.Statements, b.Traps)
}

// trapBody is the code of a trap, which has a scope of its own.
func (cc *compiler) trapBody(b *parser.StatementBlock) *code {
	end := &parser.NamedBlock{Extent: b.Extent, Kind: parser.TokenEnd, Unnamed: true, Traps: b.Traps, Statements: b.Statements}
	return newCode(&parser.ScriptBlock{Extent: b.Extent, Source: cc.source, End: end}, cc.source)
}

func (cc *compiler) statementBlock(b *parser.StatementBlock) *block {
	if b == nil {
		return nil
	}
	return cc.statements(b.Statements, b.Traps)
}

func (cc *compiler) statements(list []parser.Statement, traps []*parser.TrapStatement) *block {
	b := &block{source: cc.source, statements: make([]placedStatement, len(list))}
	for _, t := range traps {
		tr := trap{body: cc.trapBody(t.Body)}
		if t.TrapType != nil {
			tr.typeName = t.TrapType.TypeName
		}
		b.traps = append(b.traps, tr)
	}
	for i, s := range list {
		b.statements[i] = placedStatement{run: cc.statement(s), at: s.Span(), succeeds: setsStatus(s)}
	}
	return b
}
