package parser

// ParseFresh parses with a grammar that nobody has used before.
func ParseFresh(text string) {
	p := newParser(NewSource(text, ""))
	p.grammar = newGrammar()
	p.grammar.parser = p
	p.scriptBlock(nil, scriptBody{})
}
