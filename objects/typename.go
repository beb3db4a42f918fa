package objects

import (
	"strings"
	"unicode"
)

// typeName is the tree of a type name as scripts and signatures write it:
//
//	name = words [ "[" name { "," name } "]" ] { "[" { "," } "]" } [ "," assembly ]
type typeName struct {
	words string // "System.Collections.Generic.List", "int", "T"
	args  []typeName
	ranks []int // of arrays, innermost first
}

// maxTypeDepth bounds the nesting of a type name.
const maxTypeDepth = 40

// parseTypeName reads a whole type name, an assembly's name behind it included.
func parseTypeName(s string) (typeName, bool) {
	p := typeNameParser{text: s}
	n, ok := p.name(0)
	if !ok {
		return n, false
	}
	p.blanks()
	if p.at < len(s) && s[p.at] != ',' { // ", System.Private.CoreLib, Version=..."
		return n, false
	}
	return n, true
}

type typeNameParser struct {
	text string
	at   int
}

func (p *typeNameParser) blanks() {
	for p.at < len(p.text) && (p.text[p.at] == ' ' || p.text[p.at] == '\t') {
		p.at++
	}
}

// take passes over c, if it comes next.
func (p *typeNameParser) take(c byte) bool {
	p.blanks()
	if p.at < len(p.text) && p.text[p.at] == c {
		p.at++
		return true
	}
	return false
}

func (p *typeNameParser) name(depth int) (n typeName, ok bool) {
	p.blanks()
	start := p.at
	for p.at < len(p.text) && !strings.ContainsRune("[], \t", rune(p.text[p.at])) {
		p.at++
	}
	n.words = p.text[start:p.at]
	if n.words == "" || depth > maxTypeDepth || !isTypeWord(n.words) {
		return n, false
	}
	for p.take('[') {
		if rank, ok := p.rank(); ok {
			n.ranks = append(n.ranks, rank)
			continue
		}
		if n.args != nil || n.ranks != nil {
			return n, false
		}
		if n.args, ok = p.arguments(depth); !ok {
			return n, false
		}
	}
	return n, true
}

// rank reads the rest of "[]" or "[,]".
func (p *typeNameParser) rank() (int, bool) {
	before := p.at
	rank := 1
	for p.take(',') {
		rank++
	}
	if p.take(']') {
		return rank, true
	}
	p.at = before
	return 0, false
}

// arguments reads the generic arguments, each bare or in brackets with its
// assembly's name.
func (p *typeNameParser) arguments(depth int) (args []typeName, ok bool) {
	for {
		bracketed := p.take('[')
		arg, ok := p.name(depth + 1)
		if !ok {
			return nil, false
		}
		if bracketed {
			for p.at < len(p.text) && p.text[p.at] != ']' {
				p.at++
			}
			if !p.take(']') {
				return nil, false
			}
		}
		args = append(args, arg)
		if p.take(']') {
			return args, true
		}
		if !p.take(',') {
			return nil, false
		}
	}
}

func isTypeWord(s string) bool {
	for _, r := range s {
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && !strings.ContainsRune("_.+`&*#/", r) {
			return false
		}
	}
	return true
}
