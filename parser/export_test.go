package parser

// ParseFresh parses with a grammar that nobody has used before.
func ParseFresh(text string) {
	p := newParser(NewSource(text, ""))
	p.taken = newGrammar()
	p.taken.parser = p
	p.scriptBlock(nil, scriptBody{})
}

// ParseDoubting parses and checks the tree, whether or not there seems to be
// anything to check.
func ParseDoubting(source *Source, environment Environment) (*ScriptBlock, []ParseError) {
	p := newParser(source)
	p.environment = environment
	p.doubtful = true
	return p.parse()
}
