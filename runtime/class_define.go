package runtime

import (
	"maps"
	"strconv"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// definedTypes are the classes and enums that a block of code has defined in a
// session, by folded name. They are made once, however often the block runs.
type definedTypes struct {
	session *Session
	types   map[string]*objects.Type
}

// typeDefinitions are the classes and enums of a script block, those of the
// blocks and functions inside it left out.
func typeDefinitions(ast *parser.ScriptBlock) []*parser.TypeDefinition {
	var list []*parser.TypeDefinition
	parser.Walk(ast, func(n parser.Node) bool {
		switch n := n.(type) {
		case *parser.TypeDefinition:
			list = append(list, n)
			return false
		case *parser.FunctionDefinition, parser.Expression:
			return false
		}
		return true
	})
	return list
}

// typeDefinition does nothing where it stands: the types of a block are defined
// before it runs.
func (cc *compiler) typeDefinition(*parser.TypeDefinition) statement {
	return func(*frame) error { return nil }
}

// defineTypes makes the types of a block known in the scope that it runs in.
func (f *frame) defineTypes(p *program) error {
	if len(p.types) == 0 {
		return nil
	}
	f.session.definesTypes.Store(true)
	if d := p.code.defined.Load(); d != nil && d.session == f.session {
		f.scope.know(d.types)
		return nil
	}
	outer := f.scope.types
	current := f.session.current
	f.session.current = f.scope
	defer func() { f.session.current = current }()
	b := &typeBuilder{frame: f, compiler: &compiler{source: p.code.source, namespaces: p.code.allNamespaces()}}
	types, err := b.build(p.types)
	if err != nil {
		f.scope.types = outer
		return err
	}
	p.code.defined.Store(&definedTypes{f.session, types})
	return nil
}

// know makes types known in the scope.
func (s *Scope) know(types map[string]*objects.Type) {
	known := make(map[string]*objects.Type, len(s.types)+len(types))
	maps.Copy(known, s.types)
	maps.Copy(known, types)
	s.types = known
}

// scriptType finds a type that the running scopes know.
func (s *Session) scriptType(folded string) (*objects.Type, bool) {
	if !s.definesTypes.Load() {
		return nil, false
	}
	for c := s.current; c != nil; c = c.parent {
		if t, ok := c.types[folded]; ok {
			return t, true
		}
	}
	return nil, false
}

// typeBuilder defines the types of one block: first their names, so that they
// can speak of each other, then their bases in order, last their members.
type typeBuilder struct {
	frame    *frame
	compiler *compiler
	errs     []parser.ParseError
	// open are the classes whose base is not yet known: nothing derives from them.
	open map[*objects.Type]bool
}

func (b *typeBuilder) build(list []*parser.TypeDefinition) (map[string]*objects.Type, error) {
	types := make(map[string]*objects.Type, len(list))
	b.open = map[*objects.Type]bool{}
	var classes []*class
	for _, d := range list {
		if d.Kind == parser.TokenEnum {
			types[fold(d.Name)] = b.newEnum(d)
			continue
		}
		c := b.newClass(d)
		b.open[c.typ] = true
		classes = append(classes, c)
		types[fold(d.Name)] = c.typ
	}
	b.frame.scope.know(types)
	known := b.frame.scope.allTypes()
	for _, c := range classes {
		c.known = known
		b.inherit(c)
		b.checkClass(c)
		delete(b.open, c.typ)
		b.frame.session.Types.DeclareMembers(c.typ, c.declare)
	}
	for _, c := range classes {
		if len(b.errs) > 0 {
			break
		}
		if err := b.complete(c); err != nil {
			return nil, err
		}
	}
	if len(b.errs) > 0 {
		return nil, parseFailure(b.compiler.source, b.errs)
	}
	for _, c := range classes {
		if err := c.runStatic(); err != nil {
			return nil, err
		}
	}
	return types, nil
}

// allTypes are the types that a scope and its callers know.
func (s *Scope) allTypes() map[string]*objects.Type {
	all := map[string]*objects.Type{}
	for c := s; c != nil; c = c.parent {
		for name, t := range c.types {
			if _, hidden := all[name]; !hidden {
				all[name] = t
			}
		}
	}
	return all
}

func (b *typeBuilder) newClass(d *parser.TypeDefinition) *class {
	c := &class{
		def: d, source: b.compiler.source, namespaces: b.compiler.namespaces,
		session: b.frame.session, state: b.frame.scope.state, methods: map[string]bool{},
	}
	c.typ = &objects.Type{FullName: d.Name, Kind: objects.KindObject, Class: c}
	for _, m := range d.Members {
		if fn, ok := m.(*parser.FunctionMember); ok {
			c.methods[methodKey(fn.Name, len(fn.Parameters))] = true
		}
	}
	return c
}

func methodKey(name string, parameters int) string {
	return fold(name) + "/" + strconv.Itoa(parameters)
}

// inherit finds the base class and the interfaces.
func (b *typeBuilder) inherit(c *class) {
	for i, base := range c.def.BaseTypes {
		t, err := b.compiler.typeReference(base.TypeName)(b.frame)
		switch {
		case err != nil || b.open[t]:
			b.refuse("TypeNotFound", "Unable to find type ["+base.TypeName.String()+"].", base.TypeName.Span())
		case t.Is(objects.InterfaceAttr):
			c.typ.Interfaces = append(c.typ.Interfaces, t)
		case i > 0:
			b.refuse("InterfaceNameExpected", "Interface name expected.", base.TypeName.Span())
		case t.Is(objects.SealedAttr) || t.Is(objects.ValueTypeAttr):
			b.refuse("SealedBaseClass", "Cannot inherit from sealed class '"+t.Name()+"'.", base.TypeName.Span())
		default:
			c.typ.Base = t
			c.base, _ = t.Class.(*class)
			c.typ.Attributes |= t.Attributes & objects.ExceptionAttr
		}
	}
	for k := c.base; k != nil; k = k.base {
		c.first += len(k.fields)
	}
}

// complete reads the properties; static ones get their values now.
func (b *typeBuilder) complete(c *class) error {
	inner := *b.compiler
	inner.class = c
	c.first = 0
	for k := c.base; k != nil; k = k.base {
		c.first += len(k.fields)
	}
	for _, m := range c.def.Members {
		p, ok := m.(*parser.PropertyMember)
		if !ok {
			continue
		}
		field, err := c.field(b.frame, &inner, p)
		if err != nil {
			return err
		}
		if p.Modifiers&parser.ModifierStatic == 0 {
			c.fields = append(c.fields, field)
			continue
		}
		c.statics = append(c.statics, field)
	}
	return c.initializeStatics(b.frame)
}

func (c *class) field(f *frame, cc *compiler, p *parser.PropertyMember) (*classField, error) {
	field := &classField{name: p.Name, hidden: p.Modifiers&parser.ModifierHidden != 0}
	if p.PropertyType != nil {
		t, err := cc.typeReference(p.PropertyType.TypeName)(f)
		if err != nil {
			return nil, err
		}
		field.typ = t
	}
	m := attributeMaker{session: f.session, code: &code{source: cc.source}, compiler: cc}
	for _, a := range p.Attributes {
		made, err := m.attribute(a)
		if err != nil {
			return nil, err
		}
		switch made := made.(type) {
		case Validator:
			field.constraints = append(field.constraints, checkConstraint{made})
		case Transform:
			field.constraints = append(field.constraints, transformConstraint{made})
		}
	}
	if p.InitialValue != nil {
		field.initial = cc.expression(p.InitialValue)
	}
	field.value = f.session.zeroValue(field.typ)
	return field, nil
}

// checkConstraint is the check of a property: its error is the attribute's own.
type checkConstraint struct{ Validator }

// Apply refuses a value that the attribute does not let pass.
func (c checkConstraint) Apply(s *Session, v objects.Value) (objects.Value, error) {
	return v, c.Validate(s, v)
}

func (c *class) initializeStatics(f *frame) error {
	for _, s := range c.statics {
		if s.initial == nil {
			continue
		}
		v, err := s.initial(f)
		if err != nil {
			return err
		}
		if s.value, err = s.accept(c.session, v); err != nil {
			return err
		}
	}
	return nil
}

// runStatic runs the static constructor.
func (c *class) runStatic() error {
	for _, m := range c.def.Members {
		if fn, ok := m.(*parser.FunctionMember); ok && fn.Constructor && fn.Modifiers&parser.ModifierStatic != 0 {
			made, _ := c.member(fn)
			_, err := made.call(&objects.Call{This: objects.TypeValue(c.typ), Types: c.session.Types, Context: c.session.ctx, Type: c.typ})
			return err
		}
	}
	return nil
}
