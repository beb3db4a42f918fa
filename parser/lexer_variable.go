package parser

import "strings"

// variable reads a variable's name after its $ or @. In a string the mode is
// that of expressions.
func (l *lexer) variable(splatted, inString bool) *token {
	if l.peekByte(0) == '{' {
		return l.bracedVariable(inString)
	}
	r := l.peek()
	if r == eof || !classOf(r).is(charVariable) {
		return l.generic()
	}
	from := l.pos
	l.read()
	if r != '$' && r != '?' && r != '^' {
		l.skipVariableName()
	}
	if l.mode == modeCommand && l.continuesArgument(r) {
		return l.generic()
	}
	path := l.text[from:l.pos]
	if name, drive := unqualified(path); name == "" {
		if drive {
			l.fail(l.start, l.pos, invalidVariableWithDrive)
		} else {
			l.fail(l.start, l.pos, invalidVariable)
		}
	}
	kind := TokenVariable
	if splatted {
		kind = TokenSplattedVariable
	}
	return l.makeValue(kind, path)
}

// skipVariableName passes over letters, digits, _, ? and single colons.
func (l *lexer) skipVariableName() {
	for {
		l.skipName()
		switch l.peekByte(0) {
		case '?':
		case ':':
			if l.peekByte(1) == ':' {
				return
			}
		default:
			return
		}
		l.pos++
	}
}

// continuesArgument reports whether what follows a variable in a command makes
// both one argument: $a/b, but not $a.b, $a[0] or $a=1.
func (l *lexer) continuesArgument(first rune) bool {
	r := l.peek()
	if first == '$' || first == '?' || first == '^' {
		return !endsToken(r)
	}
	return !endsToken(r) && r != '.' && r != '[' && r != '=' && !(r == ':' && l.peekByte(1) == ':')
}

// unqualified gives the name of a variable without the scope or drive before
// its colon, and whether there is a drive.
func unqualified(path string) (name string, drive bool) {
	scope, name := splitPath(path)
	return name, scope == ScopeDrive || scope == ScopeVariable
}

// splitPath takes a variable's path apart at its first colon. A colon at the
// beginning belongs to the name.
func splitPath(path string) (VariableScope, string) {
	colon := strings.IndexByte(path, ':')
	if colon <= 0 {
		return ScopeNone, path
	}
	name := path[colon+1:]
	switch strings.ToLower(path[:colon]) {
	case "global":
		return ScopeGlobal, name
	case "local":
		return ScopeLocal, name
	case "private":
		return ScopePrivate, name
	case "script":
		return ScopeScript, name
	case "variable":
		return ScopeVariable, name
	}
	return ScopeDrive, name
}

// bracedVariable reads ${name} from its brace on.
func (l *lexer) bracedVariable(inString bool) *token {
	from := l.pos
	l.pos++
	name, closed := l.bracedName(inString)
	if !closed {
		l.failOpen(from, incompleteVariable)
	}
	if name == "" {
		if closed {
			l.fail(l.pos-1, l.pos, emptyVariable)
		}
		name = ":Error:"
	}
	if l.mode == modeCommand {
		if r := l.peek(); !endsToken(r) && r != '.' && r != '[' {
			return l.generic()
		}
	}
	if rest, _ := unqualified(name); rest == "" {
		l.fail(l.start, l.pos, invalidBracedVariable)
	}
	return l.makeValue(TokenVariable, name)
}

// bracedName reads the name between braces and the closing one; it reports
// whether that is there.
func (l *lexer) bracedName(inString bool) (string, bool) {
	var name []byte
	for {
		r := l.read()
		switch {
		case r == eof:
			return string(name), false
		case r == '}':
			return string(name), true
		case r == '`' && l.peek() == eof:
			return string(name), false
		case r == '`':
			name = append(name, l.backtick()...)
			continue
		case isDoubleQuote(r) && inString:
			switch next := l.peek(); {
			case next == eof:
				return string(name), false
			case isDoubleQuote(next):
				r = l.read()
			}
		case r == '{':
			l.fail(l.pos, l.pos+1, openBraceInName)
		}
		name = append(name, string(r)...)
	}
}
