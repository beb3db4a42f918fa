package runtime

import (
	"strconv"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/parser"
)

// functionTable makes the table of a function from its parameters and the
// attributes of its param block ("about_Functions_Advanced_Parameters"). The
// errors are those of types and attributes that do not exist or make no sense.
func functionTable(s *Session, c *code, attributes []*parser.Attribute) (*ParameterTable, error) {
	t := &ParameterTable{script: true, PositionalBinding: true, ConfirmImpact: ImpactMedium}
	m := attributeMaker{session: s, code: c, compiler: &compiler{source: c.source, namespaces: c.allNamespaces()}}
	for _, a := range attributes {
		made, err := m.attribute(a)
		if err != nil {
			return nil, err
		}
		t.apply(made)
	}
	layout := c.compiled().layout
	ownPositions := false
	for _, node := range c.params {
		p, own, err := m.parameter(node)
		if err != nil {
			return nil, err
		}
		t.Advanced = t.Advanced || own
		ownPositions = ownPositions || hasOwnPosition(p)
		p.slot = layout.index[fold(p.Name)]
		t.Parameters = append(t.Parameters, p)
	}
	if t.PositionalBinding && !ownPositions {
		numberPositions(t.Parameters)
	}
	return t, t.finish()
}

// apply takes what an attribute of the param block says about the function.
func (t *ParameterTable) apply(a objects.Object) {
	switch a := a.(type) {
	case *CmdletBindingAttribute:
		t.Advanced = true
		t.DefaultSet, t.HelpURI = a.DefaultParameterSetName, a.HelpURI
		t.PositionalBinding, t.ConfirmImpact = a.PositionalBinding, a.ConfirmImpact
		t.SupportsProcess, t.SupportsPaging = a.SupportsShouldProcess, a.SupportsPaging
	case *outputTypeAttribute:
		t.OutputTypes = append(t.OutputTypes, a.names...)
	}
}

// hasOwnPosition reports whether a parameter says its position or set, which
// ends the numbering of all parameters.
func hasOwnPosition(p *Parameter) bool {
	return p.hasSet(func(in *ParameterInSet) bool { return in.Position != NoPosition || in.Set != AllParameterSets })
}

// numberPositions gives parameters without positions those of their order;
// switches get none.
func numberPositions(parameters []*Parameter) {
	next := 0
	for _, p := range parameters {
		if p.IsSwitch {
			continue
		}
		for i := range p.Sets {
			p.Sets[i].Position = next
		}
		for _, a := range p.Attributes {
			if own, ok := a.(*ParameterAttribute); ok {
				own.Position = next
			}
		}
		next++
	}
}

// attributeMaker makes attributes and types from their syntax.
type attributeMaker struct {
	session  *Session
	code     *code
	compiler *compiler
}

func (m *attributeMaker) extent(n parser.Node) *ScriptExtent {
	return &ScriptExtent{Source: m.code.source, Extent: n.Span()}
}

// parameter makes a function's parameter; own reports that it has [Parameter()].
func (m *attributeMaker) parameter(node *parser.Parameter) (p *Parameter, own bool, err error) {
	p = &Parameter{Name: node.Name.Name, Type: objects.ObjectType}
	var made []objects.Object
	typed := false
	for _, a := range node.Attributes {
		object, err := m.attributeOrType(a)
		if err != nil {
			return nil, false, err
		}
		switch a := object.(type) {
		case *ParameterAttribute:
			own = true
		case *castAttribute:
			if !typed {
				p.Type, typed = a.to, true
			}
		}
		made = append(made, object)
	}
	if !own {
		p.add(NewParameterAttribute())
	}
	for _, a := range made {
		p.add(a)
	}
	if p.Type == automation.PSCredentialType {
		p.add(CredentialAttribute{})
	}
	p.IsSwitch = p.Type == objects.SwitchParameterType
	p.constraints = constraintsOf(p)
	return p, own, nil
}

func (m *attributeMaker) attributeOrType(a parser.AttributeBase) (objects.Object, error) {
	switch a := a.(type) {
	case *parser.TypeConstraint:
		t, ok := m.session.Types.Lookup(a.TypeName.String(), m.compiler.namespaces)
		if !ok {
			return nil, typeNotFound(a.TypeName.String(), m.extent(a))
		}
		return &castAttribute{to: t}, nil
	case *parser.Attribute:
		return m.attribute(a)
	}
	return nil, nil
}

// attribute makes [Name(arguments, name = value)].
func (m *attributeMaker) attribute(a *parser.Attribute) (objects.Object, error) {
	t, err := m.attributeType(a)
	if err != nil {
		return nil, err
	}
	f := m.session.hostFrame()
	args := make([]objects.Value, len(a.PositionalArguments))
	for i, e := range a.PositionalArguments {
		if args[i], err = m.compiler.expression(e)(f); err != nil {
			return nil, err
		}
	}
	made, err := m.session.Types.InvokeStatic(m.session.ctx, t, objects.Invocation{Name: "new", Args: args})
	if err != nil {
		return nil, m.refused(a, t, err)
	}
	for _, named := range a.NamedArguments {
		if err := m.setNamed(made, t, named); err != nil {
			return nil, err
		}
	}
	return classAttribute(made), nil
}

// attributeType finds the type of an attribute, whose name may leave out
// "Attribute".
func (m *attributeMaker) attributeType(a *parser.Attribute) (*objects.Type, error) {
	name := a.TypeName.String()
	for _, n := range [...]string{name, name + "Attribute"} {
		if t, ok := m.session.Types.Lookup(n, m.compiler.namespaces); ok && t.DerivesFrom(AttributeType) {
			return t, nil
		}
	}
	r := newError(objects.RuntimeException, "CustomAttributeTypeNotFound", InvalidOperation, objects.Null,
		"Cannot find the type for custom attribute '"+name+"'. Make sure that the assembly that contains this type is loaded.")
	r.Extent = m.extent(a)
	return nil, r
}

// setNamed sets a property: name = value, or name alone for true.
func (m *attributeMaker) setNamed(made objects.Value, t *objects.Type, named *parser.NamedAttributeArgument) error {
	v := objects.Bool(true)
	var err error
	if named.Argument != nil {
		if v, err = m.compiler.expression(named.Argument)(m.session.hostFrame()); err != nil {
			return err
		}
	}
	if _, ok, _ := m.session.Types.GetProperty(made, named.Name); !ok {
		r := newError(objects.RuntimeException, "PropertyNotFoundForType", InvalidOperation, objects.Null,
			"Property '"+named.Name+"' cannot be found for type '"+t.FullName+"'.")
		r.Extent = m.extent(named)
		return r
	}
	if err := m.session.Types.SetProperty(made, named.Name, v); err != nil {
		return placed(asPlain(err), m.extent(named))
	}
	return nil
}

// refused is the error of arguments that an attribute's constructor does not
// take. Its own validation errors are passed on; others are wrapped, except
// those of attributes that the language makes itself.
func (m *attributeMaker) refused(a *parser.Attribute, t *objects.Type, err error) error {
	inner := asPlain(err)
	e := recordOf(inner).Exception
	if e.Type() == objects.MethodException {
		inner = newError(objects.MethodException, "MethodCountCouldNotFindBest", NotSpecified, objects.Null,
			`Cannot find an overload for ".ctor" and the argument count: "`+strconv.Itoa(len(a.PositionalArguments))+`".`)
	}
	if e.Type().DerivesFrom(objects.RuntimeException) || t == validateSetType || t == aliasType {
		return placed(inner, m.extent(a))
	}
	r := newError(objects.RuntimeException, "ExceptionConstructingAttribute", InvalidOperation, objects.Null,
		`The following exception occurred while constructing the attribute "`+a.TypeName.String()+`": "`+e.Message+`"`)
	r.Extent = m.extent(a)
	return r
}

// asPlain is the error that a method or property itself raised.
func asPlain(err error) error {
	r := recordOf(err)
	for e := r.Exception; ; {
		if t := e.Type(); t != objects.MethodInvocationException && t != objects.SetValueInvocationException {
			return e
		}
		if cause, ok := recordIn(e.Inner); ok {
			return cause
		}
		inner, ok := e.Inner.(*objects.Exception)
		if !ok {
			return e
		}
		e = inner
	}
}

// attributeConstraint makes the constraint of an attribute before a variable
// that is no parameter: [ValidateSet('a', 'b')]$x = 'a'.
func (f *frame) attributeConstraint(a *parser.Attribute, name string, cc *compiler) (Constraint, error) {
	m := attributeMaker{session: f.session, code: &code{source: cc.source}, compiler: cc}
	made, err := m.attribute(a)
	if err != nil {
		return nil, err
	}
	switch made := made.(type) {
	case Validator:
		return validationConstraint{name, made}, nil
	case Transform:
		return transformConstraint{made}, nil
	}
	return nil, nil
}
