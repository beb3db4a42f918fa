package complete

import (
	"iter"
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// commandNames completes the name of a command; where no command has it, a file.
func (c *completer) commandNames(word, quote string) []Match {
	word = strings.TrimPrefix(word, "`")
	if !looksLikePath(word) {
		if found := c.commandsNamed(word, quote); len(found) > 0 {
			return found
		}
	}
	if word == "" || strings.HasPrefix(word, "*") {
		return nil
	}
	return c.paths(pathRequest{word: word, quote: quote, literal: true, command: !c.invoked()})
}

// invoked reports whether & or . stands before the name at the cursor.
func (c *completer) invoked() bool {
	if c.before == nil {
		return false
	}
	text := c.source.Slice(c.before.Extent)
	return text == "&" || text == "."
}

func looksLikePath(word string) bool {
	return strings.HasPrefix(word, "./") || strings.HasPrefix(word, "../") || strings.HasPrefix(word, "/") || strings.HasPrefix(word, "~") ||
		strings.HasPrefix(word, `.\`) || strings.Contains(word, "/")
}

// commandsNamed are the commands that begin with a word, or fit it where it has
// wildcards, by name.
func (c *completer) commandsNamed(word, quote string) []Match {
	module, plain, qualified := strings.Cut(word, `\`)
	if !qualified {
		module, plain = "", word
	}
	pattern := patternOf(plain)
	if pattern == nil {
		return nil
	}
	var found []Match
	seen := map[string]bool{}
	for command := range c.visible(plain) {
		name := command.Name()
		if !pattern.Match(name) || seen[strings.ToLower(name)] || qualified && !strings.EqualFold(command.ModuleName(), module) {
			continue
		}
		seen[strings.ToLower(name)] = true
		text := name
		if qualified {
			text = command.ModuleName() + `\` + name
		}
		found = append(found, Match{Text: quoted(text, quote), ListItem: name, Kind: CommandKind, ToolTip: c.commandToolTip(command)})
	}
	sortByListItem(found)
	return found
}

// commandToolTip is the syntax of a command, the path of a program.
func (c *completer) commandToolTip(command runtime.Command) string {
	if program, ok := command.(*runtime.Application); ok {
		return program.Path
	}
	return strings.TrimSpace(c.session.CommandInfoOf(command).Syntax())
}

// quoted puts a text in quotes where one was opened.
func quoted(text, quote string) string {
	if quote == "" {
		return text
	}
	return quote + strings.ReplaceAll(text, quote, quote+quote) + quote
}

// patternOf is the pattern of names that begin with a word; nil for a word that
// is none.
func patternOf(word string) *wildcard.Pattern {
	if strings.Contains(word, "[") {
		return nil
	}
	p, err := wildcard.Compile(strings.ReplaceAll(word, "`", "``")+"*", true)
	if err != nil {
		return nil
	}
	return p
}

func sortByListItem(found []Match) {
	slices.SortStableFunc(found, func(a, b Match) int { return objects.CompareCulture(a.ListItem, b.ListItem, true) })
}

// visible are the commands that the scope sees, inner ones first; programs only
// for words that begin like them.
func (c *completer) visible(word string) iter.Seq[runtime.Command] {
	return func(yield func(runtime.Command) bool) {
		for s := c.scope; s != nil; s = s.Parent() {
			for a := range s.Aliases() {
				if c.session.FindCommand(c.scope, a.Definition) != nil && !yield(a) {
					return
				}
			}
			for f := range s.Functions() {
				if !yield(f) {
					return
				}
			}
		}
		for cmdlet := range c.session.Commands.Cmdlets() {
			if !yield(cmdlet) {
				return
			}
		}
		if word == "" || strings.Contains(word, `\`) {
			return
		}
		for program := range c.session.Programs(strings.TrimRight(word, "*?")) {
			if !yield(program) {
				return
			}
		}
	}
}

// SimilarCommands are the names of the commands and programs that are a letter away
// from a name, each once, in order. Names of one letter are all alike.
func SimilarCommands(s *runtime.Session, name string) []string {
	c := &completer{session: s, scope: s.Global()}
	var names []string
	collect := func(list iter.Seq[runtime.Command]) {
		for command := range list {
			if other := command.Name(); len(name)+len(other) > 2 && runtime.Distance(name, other, 1) == 1 {
				names = append(names, other)
			}
		}
	}
	collect(c.visible(""))
	collect(s.Programs(""))
	slices.SortFunc(names, func(a, b string) int { return objects.CompareCulture(a, b, true) })
	return slices.Compact(names)
}

// moduleNames completes the name of a module.
func (c *completer) moduleNames(word, quote string) []Match {
	var found []Match
	for name := range c.session.ModuleNames() {
		if strings.EqualFold(name, "Microsoft.PowerShell.Core") || !hasPrefixFold(name, word) {
			continue
		}
		found = append(found, Match{Text: quoted(name, quote), ListItem: name, Kind: ParameterValueKind})
	}
	sortByListItem(found)
	return found
}
