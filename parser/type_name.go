package parser

import "strings"

// typeName reads the name of a type up to the bracket that closes it, and gives
// its first token too; it gives nil when there is none.
//
//	type-name = name [ "[" { "," } "]" | "[" type-arguments "]" ] [ "," assembly ] .
func (p *parser) typeName(assembly bool) (token, TypeReference) {
	mode := p.setMode(modeTypeName)
	defer p.setMode(mode)
	t := p.next()
	if t.kind != TokenIdentifier {
		p.unget(t)
		return t, nil
	}
	return t, p.restOfTypeName(t, false, assembly)
}

// restOfTypeName reads what follows a name. A generic argument without its own
// brackets can have no assembly.
func (p *parser) restOfTypeName(name token, argument, assembly bool) TypeReference {
	plain := p.slabs.typeNames.keep(TypeName{Extent: name.Extent, Name: name.value})
	t := *p.peek()
	switch {
	case t.kind == TokenLBracket:
		p.skip()
		p.skipNewlines()
		return p.bracketsOfTypeName(name, t, argument)
	case t.kind == TokenComma && assembly && !argument:
		p.skip()
		if p.assemblyName(plain, t) {
			plain.End = uint32(p.lex.inSource(p.lex.pos, p.lex.pos).End)
		}
	}
	return plain
}

// assemblyName reads an assembly's name after a comma and reports whether there
// is one.
func (p *parser) assemblyName(name *TypeName, comma token) bool {
	assembly := p.lex.assemblyName()
	if strings.TrimSpace(assembly) == "" {
		p.report(comma.after(), missingAssemblyName)
		return false
	}
	name.Assembly = assembly
	return true
}

// bracketsOfTypeName reads the rest of an array or a generic type.
func (p *parser) bracketsOfTypeName(name, bracket token, argument bool) TypeReference {
	plain := &TypeName{Extent: name.Extent, Name: name.value}
	t := p.next()
	switch t.kind {
	case TokenRBracket, TokenComma:
		return p.arrayTypeName(plain, plain, t)
	case TokenLBracket, TokenIdentifier:
		return p.genericTypeName(plain, t, argument)
	case TokenEndOfInput:
		p.unget(t)
		p.reportOpen(bracket.after(), missingTypename)
	default:
		p.report(t.Extent, unexpectedToken, p.text(t))
		p.syncTo(true, TokenRBracket)
	}
	return plain
}

// arrayTypeName reads the dimensions of an array type from the token after its
// first bracket on: [int[,][]].
func (p *parser) arrayTypeName(element TypeReference, named *TypeName, t token) TypeReference {
	for depth := 0; depth < maxDepth; depth++ {
		switch t.kind {
		case TokenComma:
			element = p.arrayRank(element, t)
		case TokenRBracket:
			element = &ArrayTypeName{Extent: element.Span().through(t.Extent), Element: element, Rank: 1}
		case TokenEndOfInput:
			p.unget(t)
			p.report(t.before(), endBracketExpectedOfAttribute)
		default:
			p.report(t.Extent, unexpectedToken, p.text(t))
			p.syncTo(true, TokenRBracket)
		}
		if comma, ok := p.accept(TokenComma); ok {
			p.assemblyName(named, comma)
			return element
		}
		if _, ok := p.accept(TokenLBracket); !ok {
			return element
		}
		t = p.next()
	}
	p.stop()
	return element
}

func (p *parser) arrayRank(element TypeReference, comma token) TypeReference {
	rank, t := 1, comma
	for t.kind == TokenComma {
		rank++
		comma = t
		t = p.next()
	}
	if t.kind != TokenRBracket {
		p.unget(t)
		p.report(comma.after(), endBracketExpectedOfAttribute)
	}
	return &ArrayTypeName{Extent: element.Span().through(t.Extent), Element: element, Rank: rank}
}

// genericTypeName reads the arguments of a generic type from the token after
// its bracket on, and what may follow them.
func (p *parser) genericTypeName(name *TypeName, first token, argument bool) TypeReference {
	arguments, end := p.typeArguments(first)
	last := end.Extent
	if end.kind != TokenRBracket {
		p.unget(end)
		p.reportOpen(end.before(), endBracketExpectedOfAttribute)
		last = arguments[len(arguments)-1].Span()
	}
	generic := &GenericTypeName{Extent: name.through(last), Name: name, Arguments: arguments}
	if _, ok := p.accept(TokenLBracket); ok {
		return p.arrayTypeName(generic, name, p.next())
	}
	if argument {
		return generic
	}
	if comma, ok := p.accept(TokenComma); ok {
		p.assemblyName(name, comma)
	}
	return generic
}

// typeArguments reads types separated by commas and the token behind them.
func (p *parser) typeArguments(first token) ([]TypeReference, token) {
	if !p.enter() {
		defer p.leave()
		return []TypeReference{&TypeName{Extent: first.Extent}}, p.next()
	}
	defer p.leave()
	list := []TypeReference{p.typeArgument(first)}
	for {
		p.skipNewlines()
		comma := p.next()
		if comma.kind != TokenComma {
			return list, comma
		}
		p.skipNewlines()
		if k := p.peek().kind; k == TokenIdentifier || k == TokenLBracket {
			list = append(list, p.typeArgument(p.next()))
			continue
		}
		p.reportOpen(comma.after(), missingTypename)
		list = append(list, errorTypeName(comma))
	}
}

func errorTypeName(t token) *TypeName {
	return &TypeName{Extent: t.Extent, Name: ":ErrorTypeName:"}
}

// typeArgument reads one argument of a generic type: name, or [name, assembly].
func (p *parser) typeArgument(first token) TypeReference {
	if first.kind == TokenIdentifier {
		return p.restOfTypeName(first, true, true)
	}
	t := p.next()
	if t.kind != TokenIdentifier {
		p.unget(t)
		p.reportOpen(t.after(), missingTypename)
		return errorTypeName(first)
	}
	name := p.restOfTypeName(t, false, true)
	if t = p.next(); t.kind != TokenRBracket {
		p.unget(t)
		p.reportOpen(t.before(), endBracketExpectedOfType)
	}
	return name
}
