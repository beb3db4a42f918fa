package complete

import (
	"strings"

	"github.com/csshell/csshell/parser"
)

// operators completes an operator ("about_Operators").
func operators(word string) []Match {
	var found []Match
	for _, name := range [...]string{
		"and", "as", "band", "bnot", "bor", "bxor", "ccontains", "ceq", "cge", "cgt", "cin", "cle", "clike", "clt", "cmatch", "cne",
		"cnotcontains", "cnotin", "cnotlike", "cnotmatch", "contains", "creplace", "csplit", "eq", "f", "ge", "gt", "icontains", "ieq",
		"ige", "igt", "iin", "ile", "ilike", "ilt", "imatch", "in", "ine", "inotcontains", "inotin", "inotlike", "inotmatch", "ireplace",
		"is", "isnot", "isplit", "join", "le", "like", "lt", "match", "ne", "not", "notcontains", "notin", "notlike", "notmatch", "or",
		"replace", "shl", "shr", "split", "xor",
	} {
		if hasPrefixFold("-"+name, word) {
			found = append(found, Match{Text: "-" + name, Kind: ParameterNameKind})
		}
	}
	return found
}

// switchFlags completes a flag of the switch statement ("about_Switch").
func switchFlags(word string) []Match {
	return plainWords(word, "-", "CaseSensitive", "Exact", "File", "Regex", "Wildcard")
}

// flagsOfSwitch completes a dashed word that is no operand's: a flag of switch.
func (c *completer) flagsOfSwitch(word string) []Match {
	if c.before != nil && c.before.Kind == parser.TokenSwitch {
		return switchFlags(word)
	}
	return nil
}

// plainWords are the words that, with the prefix, begin with what is typed.
func plainWords(word, prefix string, words ...string) []Match {
	var found []Match
	for _, w := range words {
		if hasPrefixFold(prefix+w, word) {
			found = append(found, Match{Text: prefix + w, ListItem: w, Kind: ParameterNameKind})
		}
	}
	return found
}

// usingName completes what follows using.
func (c *completer) usingName(using *parser.UsingStatement, word string) []Match {
	switch using.Kind {
	case parser.UsingModule:
		return c.moduleNames(word, "")
	case parser.UsingNamespace:
		return c.namespaces(word)
	}
	return nil
}

func keywords(word string, words ...string) []Match {
	found := plainWords(word, "", words...)
	for i := range found {
		found[i].Kind = KeywordKind
	}
	return found
}

// completeComment completes a keyword of comment-based help and of #requires.
func (c *completer) completeComment() ([]Match, parser.Extent) {
	text := c.source.Slice(parser.Extent{Start: c.token.Start, End: c.at})
	line := text[strings.LastIndexByte(text, '\n')+1:]
	word := line[strings.LastIndexAny(line, " \t")+1:]
	span := parser.Extent{Start: c.at - uint32(len(word)), End: c.at}
	if hasPrefixFold(text, "#requires ") {
		return c.requirement(line, word, span)
	}
	if !strings.HasPrefix(text, "<#") || !strings.HasPrefix(word, ".") || strings.TrimSpace(line) != word {
		return nil, c.token.Extent
	}
	span.Start++
	return keywords(word[1:], "COMPONENT", "DESCRIPTION", "EXAMPLE", "EXTERNALHELP", "FORWARDHELPCATEGORY", "FORWARDHELPTARGETNAME", "FUNCTIONALITY",
		"INPUTS", "LINK", "NOTES", "OUTPUTS", "PARAMETER", "REMOTEHELPRUNSPACE", "ROLE", "SYNOPSIS"), span
}

// requirement completes a parameter of #requires, or its value ("about_Requires").
func (c *completer) requirement(line, word string, span parser.Extent) ([]Match, parser.Extent) {
	if name, ok := strings.CutPrefix(word, "-"); ok {
		span.Start++
		return keywords(name, "Modules", "PSEdition", "RunAsAdministrator", "Version"), span
	}
	fields := strings.Fields(strings.TrimSuffix(line, word))
	if len(fields) < 2 {
		return nil, span
	}
	switch strings.ToLower(fields[len(fields)-1]) {
	case "-modules":
		return c.moduleNames(word, ""), span
	case "-psedition":
		return keywords(word, "Core", "Desktop"), span
	case "-version":
		return keywords(word, "7.6", "7.5", "7.4", "7.3", "7.2", "7.1", "7.0", "6.0", "5.1", "5.0", "4.0", "3.0", "2.0", "1.0"), span
	}
	return nil, span
}
