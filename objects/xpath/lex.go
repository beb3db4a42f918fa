// Package xpath evaluates XPath 1.0 over the documents of objects/markup, with
// the error messages of System.Xml.XPath.
package xpath

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// Error is what is wrong with an expression (System.Xml.XPath.XPathException).
type Error struct{ Message string }

// Error is the message.
func (e *Error) Error() string { return e.Message }

type tokenKind uint8

const (
	tokenEnd tokenKind = iota
	tokenName
	tokenNumber
	tokenString
	tokenSymbol // punctuation and operators of signs
	tokenBad
)

// token is one token; of a name, prefix is what stands before the colon.
type token struct {
	kind           tokenKind
	prefix, text   string
	function, axis bool // a name before "(" or "::"
}

// lexer cuts an expression into tokens.
type lexer struct {
	src string
	at  int
}

func (l *lexer) skip() {
	l.at += len(l.src[l.at:]) - len(strings.TrimLeft(l.src[l.at:], " \t\r\n"))
}

func (l *lexer) has(s string) bool { return strings.HasPrefix(l.src[l.at:], s) }

func (l *lexer) next() token {
	l.skip()
	if l.at >= len(l.src) {
		return token{kind: tokenEnd}
	}
	c := l.src[l.at]
	switch {
	case c >= '0' && c <= '9' || c == '.' && l.at+1 < len(l.src) && l.src[l.at+1] >= '0' && l.src[l.at+1] <= '9':
		return token{kind: tokenNumber, text: l.number()}
	case c == '"' || c == '\'':
		end := strings.IndexByte(l.src[l.at+1:], c)
		if end < 0 {
			return token{kind: tokenBad, text: "This is an unclosed string."}
		}
		s := l.src[l.at+1 : l.at+1+end]
		l.at += end + 2
		return token{kind: tokenString, text: s}
	}
	for _, sign := range [...]string{"//", "..", "::", "!=", "<=", ">="} {
		if l.has(sign) {
			l.at += 2
			return token{kind: tokenSymbol, text: sign}
		}
	}
	if strings.IndexByte("/.@()[]|+-=<>*,$", c) >= 0 {
		l.at++
		return token{kind: tokenSymbol, text: string(c)}
	}
	return l.name()
}

func (l *lexer) number() string {
	from := l.at
	for l.at < len(l.src) && (l.src[l.at] >= '0' && l.src[l.at] <= '9' || l.src[l.at] == '.') {
		l.at++
	}
	return l.src[from:l.at]
}

// name reads name, prefix:name or prefix:*.
func (l *lexer) name() token {
	t := token{kind: tokenName, text: l.word()}
	if t.text == "" {
		return token{kind: tokenBad}
	}
	if l.has(":") && !l.has("::") {
		l.at++
		t.prefix = t.text
		if l.has("*") {
			l.at++
			t.text = "*"
			return t
		}
		if t.text = l.word(); t.text == "" {
			return token{kind: tokenBad}
		}
	}
	l.skip()
	t.function, t.axis = l.has("("), l.has("::")
	return t
}

func (l *lexer) word() string {
	from := l.at
	for l.at < len(l.src) {
		c, n := utf8.DecodeRuneInString(l.src[l.at:])
		first := l.at == from
		if c != '_' && !unicode.IsLetter(c) && (first || c != '-' && c != '.' && !unicode.IsDigit(c) && !unicode.Is(unicode.Mn, c)) {
			break
		}
		l.at += n
	}
	return l.src[from:l.at]
}
