package parser

import "strings"

func (p *parser) classDefinition(attributes []AttributeBase, keyword token) Statement {
	tree, f := run(p, &p.grammar().classes, token{}, keyword)
	if !f.ok {
		return f.errorStatement(keyword.Extent)
	}
	return p.typeDefinition(attributes, keyword, &f, &TypeDefinition{
		Kind: TokenClass, Name: tree.Name.get().value, NameExtent: tree.Name.get().Extent, BaseTypes: tree.Bases.get().list, Members: tree.Members.get().list,
	})
}

func (p *parser) enumDefinition(attributes []AttributeBase, keyword token) Statement {
	tree, f := run(p, &p.grammar().enums, token{}, keyword)
	if !f.ok {
		return f.errorStatement(keyword.Extent)
	}
	return p.typeDefinition(attributes, keyword, &f, &TypeDefinition{
		Kind: TokenEnum, Name: tree.Name.get().value, NameExtent: tree.Name.get().Extent, BaseTypes: tree.Bases.get().list, Members: tree.Members.get().list,
	})
}

// typeDefinition gives a definition its attributes and its extent. One with
// broken members is no definition; one with a type before it is part of an
// error.
func (p *parser) typeDefinition(attributes []AttributeBase, keyword token, f *frame, d *TypeDefinition) Statement {
	start := keyword.Extent
	if len(attributes) > 0 {
		start = attributes[0].Span()
	}
	d.Extent = start.through(f.end)
	p.source.types = true
	p.doubt(true)
	nested, typed := f.nested, false
	for _, a := range attributes {
		switch a := a.(type) {
		case *Attribute:
			d.Attributes = append(d.Attributes, a)
		case *TypeConstraint:
			nested, typed = append(nested, a), true
		}
	}
	if typed {
		nested = append(nested, d)
	}
	if len(nested) > 0 {
		return &ErrorStatement{Extent: d.Extent, Nested: nested}
	}
	return d
}

func (p *parser) typeDefinitionName(f *frame) (typeDefinitionName, error) {
	p.skipNewlines()
	name, ok := p.simpleName()
	if !ok {
		p.reportOpen(f.keyword.after(), missingNameAfterKeyword, p.text(f.keyword))
		return typeDefinitionName{}, errBroken
	}
	if f.keyword.kind == TokenClass {
		p.lex.record.unmark(&name, flagMemberName)
		p.lex.record.mark(&name, flagTypeName)
	}
	f.end, f.name = name.Extent, name.Extent
	p.skipNewlines()
	return typeDefinitionName{name}, nil
}

// baseTypes reads what a class inherits, or what an enumeration's values are.
//
//	base-types = [ ":" type-name { "," type-name } ] .
func (p *parser) baseTypes(f *frame) (baseTypes, error) {
	var bases baseTypes
	mode := p.setMode(modeSignature)
	defer p.setMode(mode)
	before, ok := p.accept(TokenColon)
	for ok {
		p.skipNewlines()
		_, name := p.typeName(false)
		if name == nil {
			p.reportOpen(before.after(), typeNameExpected)
			break
		}
		bases.list = append(bases.list, &TypeConstraint{Extent: name.Span(), TypeName: name})
		p.skipNewlines()
		if f.keyword.kind == TokenEnum {
			break
		}
		f.end = name.Span()
		before, ok = p.accept(TokenComma)
	}
	if p.peek().kind != TokenLCurly {
		p.reportOpen(f.end.after(), missingTypeBody, f.keyword.kind.Text(), f.keyword.kind.Text())
		for _, b := range bases.list {
			f.nested = append(f.nested, b)
		}
		return bases, errBroken
	}
	return bases, nil
}

// classMembers reads the members of a class in braces.
func (p *parser) classMembers(f *frame) (classMembers, error) {
	var members classMembers
	mode := p.setMode(modeSignature)
	defer p.setMode(mode)
	brace := p.next()
	f.end = brace.Extent
	class := p.source.Slice(f.name)
	for p.enter() {
		m := memberReader{parser: p, class: class}
		member := m.read()
		p.leave()
		if member == nil && m.wrong == nil {
			p.endOfMembers(f, brace)
			return members, nil
		}
		if member != nil {
			members.list = append(members.list, member)
			f.end = member.Span()
		}
		for _, n := range m.wrong {
			f.nested = append(f.nested, n)
			f.end = n.Span()
		}
	}
	p.leave()
	return members, nil
}

func (p *parser) endOfMembers(f *frame, brace token) {
	end := p.next()
	if end.kind == TokenRCurly {
		f.end = end.Extent
		return
	}
	p.unget(end)
	p.reportOpenAt(brace.after(), end.Extent, missingEndCurlyBrace)
}

// enumMembers reads the values of an enumeration in braces.
func (p *parser) enumMembers(f *frame) (enumMembers, error) {
	var members enumMembers
	brace := p.next()
	f.end = brace.Extent
	for {
		member := p.enumMember()
		if member == nil {
			p.endOfMembers(f, brace)
			return members, nil
		}
		members.list = append(members.list, member)
		f.end = member.Extent
	}
}

// enumMember reads one value; it gives nil when there is none.
//
//	enum-member = name [ "=" expression ] ( ";" | newline ) .
func (p *parser) enumMember() *PropertyMember {
	p.skipNewlines()
	name, ok := p.simpleName()
	if !ok {
		return nil
	}
	m := &PropertyMember{Extent: name.Extent, Name: name.value, NameExtent: name.Extent, Modifiers: ModifierPublic | ModifierStatic | ModifierLiteral}
	missing := false
	mode := p.setMode(modeExpression)
	if equals, ok := p.accept(TokenEquals); ok {
		m.InitialValue = p.expression()
		if m.InitialValue == nil {
			p.report(equals.after(), expectedValueExpression, "=")
			m.End, missing = equals.End, true
		} else {
			m.End = m.InitialValue.Span().End
		}
	}
	p.setMode(mode)
	m.End = p.endOfProperty(m.Extent, missing)
	return m
}

// endOfProperty reads the separator behind a property and gives where the
// property ends: a semicolon belongs to it.
func (p *parser) endOfProperty(e Extent, reported bool) uint32 {
	t := *p.peek()
	if t.kind != TokenNewLine && t.kind != TokenSemi && t.kind != TokenRCurly && !reported {
		p.reportOpen(e.after(), missingPropertyTerminator)
	}
	p.skipSeparators()
	if t.kind == TokenSemi {
		return t.End
	}
	return e.End
}

// memberReader reads one member of a class.
type memberReader struct {
	*parser
	class      string
	start      optionalExtent
	attributes []*Attribute
	constraint *TypeConstraint
	modifiers  MemberModifiers
	last       optionalExtent // the last attribute or modifier
	wrong      []Node         // what has been read of a broken member
}

// read reads a member; it gives nil when there is none, or a broken one, whose
// parts are in wrong.
//
//	class-member = { attribute | "static" | "hidden" } ( property | method ) .
func (m *memberReader) read() Member {
	for m.modifier() {
	}
	t := *m.peek()
	switch t.kind {
	case TokenVariable:
		m.skip()
		return m.property(t)
	case TokenIdentifier:
		m.skip()
		return m.method(t)
	}
	if t.kind.IsKeyword() {
		m.skip()
		m.lex.record.asName(&t)
		return m.method(t)
	}
	if m.last.known {
		m.reportOpen(m.last.after(), incompleteMember)
		m.giveUp()
	}
	return nil
}

// modifier reads an attribute, a type, static or hidden.
func (m *memberReader) modifier() bool {
	m.skipNewlines()
	if a := m.attribute(); a != nil {
		m.last = optionalExtent{a.Span(), true}
		m.begin(a.Span())
		m.addAttribute(a)
		return true
	}
	t := *m.peek()
	m.begin(t.Extent)
	var flag MemberModifiers
	switch t.kind {
	case TokenHidden:
		flag = ModifierHidden
	case TokenStatic:
		flag = ModifierStatic
	default:
		return false
	}
	if m.modifiers&flag != 0 {
		m.report(t.Extent, duplicateQualifier, m.text(t))
	}
	m.modifiers |= flag
	m.last = optionalExtent{t.Extent, true}
	m.skip()
	return true
}

func (m *memberReader) begin(e Extent) {
	if !m.start.known {
		m.start = optionalExtent{e, true}
	}
}

func (m *memberReader) addAttribute(a AttributeBase) {
	switch a := a.(type) {
	case *Attribute:
		m.attributes = append(m.attributes, a)
	case *TypeConstraint:
		if m.constraint != nil {
			m.report(a.Extent, tooManyTypes)
			return
		}
		m.constraint = a
	}
}

// giveUp makes the attributes and the type parts of a broken member.
func (m *memberReader) giveUp() {
	for _, a := range m.attributes {
		m.wrong = append(m.wrong, a)
	}
	if m.constraint != nil {
		m.wrong = append(m.wrong, m.constraint)
	}
}

// property reads the rest of a property from its name on.
func (m *memberReader) property(name token) Member {
	v := m.newVariable(name)
	member := &PropertyMember{
		Extent: m.start.through(name.Extent), Name: v.Name, NameExtent: name.Extent, Modifiers: m.modifiers | ModifierPublic,
		Attributes: m.attributes, PropertyType: m.constraint,
	}
	if _, ok := m.accept(TokenEquals); ok {
		m.skipNewlines()
		if member.InitialValue = m.expression(); member.InitialValue != nil {
			member.End = member.InitialValue.Span().End
		}
	}
	member.End = m.endOfProperty(member.Extent, false)
	if v.Name == "" {
		m.giveUp()
		if member.InitialValue != nil {
			m.wrong = append(m.wrong, member.InitialValue)
		}
		return nil
	}
	return member
}

// method reads the rest of a method or a constructor from its name on.
//
//	method = name "(" parameter-list ")" [ ":" "base" arguments ] script-block .
func (m *memberReader) method(name token) Member {
	f := &frame{keyword: name, last: name, end: name.Extent}
	static := m.modifiers&ModifierStatic != 0
	constructor := strings.EqualFold(name.value, m.class)
	var list []*Parameter
	if m.peek().kind == TokenLParen {
		list = m.functionParameterList(f)
	} else {
		m.reportOpen(name.after(), missingMethodParameters)
	}
	body := scriptBody{}
	if constructor && !static {
		body.first = m.baseCall(f)
	}
	brace, ok := m.functionBrace(f)
	if !ok {
		m.syncTo(false, TokenRCurly)
		m.giveUp()
		if m.wrong == nil {
			m.wrong = f.nested
		}
		return nil
	}
	mode := m.setMode(modeCommand)
	block := m.scriptBlock(&brace, body)
	m.setMode(mode)
	return &FunctionMember{
		Extent: m.start.through(block.Extent), Name: name.value, NameExtent: name.Extent, Modifiers: m.modifiers | ModifierPublic,
		Constructor: constructor, Attributes: m.attributes, ReturnType: m.constraint, Parameters: list, Body: block,
	}
}

// baseCall gives the call of the base class's constructor, which is there even
// when it is not written.
func (m *memberReader) baseCall(f *frame) Statement {
	mode := m.setMode(modeSignature)
	defer m.setMode(mode)
	call := &BaseCtorInvokeMemberExpression{}
	m.skipNewlines()
	if colon, ok := m.accept(TokenColon); ok {
		m.skipNewlines()
		m.baseArguments(f, colon, call)
	}
	at := Extent{call.Start, call.Start}
	if call.End > call.Start {
		at.End = at.Start + 4
	}
	call.Expression = &VariableExpression{Extent: at, Path: "this", Name: "this"}
	call.Member = &StringConstantExpression{Extent: at, Kind: BareWord, Value: ".ctor"}
	return &CommandExpression{Extent: call.Extent, Expression: call}
}

func (m *memberReader) baseArguments(f *frame, colon token, call *BaseCtorInvokeMemberExpression) {
	word, ok := m.accept(TokenBase)
	if !ok {
		f.end, f.broken = colon.Extent, true
		m.reportOpen(colon.after(), missingBaseCtorCall)
		return
	}
	m.skipNewlines()
	paren, ok := m.accept(TokenLParen)
	if !ok {
		f.end, f.broken = word.Extent, true
		m.reportOpen(word.after(), missingMethodParameters)
		return
	}
	list, last := m.arguments(paren)
	call.Extent, call.Arguments = word.through(last), list
	m.skipNewlines()
}
