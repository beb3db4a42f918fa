package complete

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// inTypeName reports whether the word at the cursor is the name of a type.
func (c *completer) inTypeName() bool {
	return c.token.Flags.Has(parser.TypeNameFlag)
}

// typeName is the name of a type as it is written.
func typeName(r parser.TypeReference) string { return r.String() }

// typeOf is the type that a name means.
func (c *completer) typeOf(r parser.TypeReference) (*objects.Type, bool) {
	var namespaces []string
	for _, u := range c.tree.UsingStatements {
		if u.Kind == parser.UsingNamespace && u.Name != nil {
			namespaces = append(namespaces, u.Name.Value)
		}
	}
	return c.types.Lookup(r.String(), namespaces)
}

// typeNames completes the name of a type: by its own name, or after a namespace
// by its full one.
func (c *completer) typeNames(word string) []Match {
	if word == "" {
		return nil
	}
	type candidate struct{ text, short string }
	var found []candidate
	spaces := map[string]bool{}
	dots := strings.Count(word, ".")
	for name, accelerator := range c.types.Names {
		if strings.Contains(name, "+") && !strings.Contains(word, "+") {
			continue
		}
		short := name[strings.LastIndexByte(name, '.')+1:]
		if strings.Contains(short, "`") && !accelerator {
			short, _, _ = strings.Cut(short, "`")
			name, _, _ = strings.Cut(name, "`")
		}
		if !accelerator && dots == 0 && c.hasAccelerator(name) {
			continue
		}
		switch {
		case dots == 0 && hasPrefixFold(short, word), dots > 0 && hasPrefixFold(name, word) && strings.Count(name, ".") == dots:
			found = append(found, candidate{name, short})
		}
		if space := namespaceOf(name, dots+1); space != "" && hasPrefixFold(space, word) {
			spaces[space] = true
		}
	}
	for space := range spaces {
		found = append(found, candidate{space, space[strings.LastIndexByte(space, '.')+1:]})
	}
	slices.SortFunc(found, func(a, b candidate) int {
		if d := objects.CompareCulture(a.short, b.short, true); d != 0 {
			return d
		}
		return objects.CompareCulture(a.text, b.text, true)
	})
	var matches []Match
	for i, f := range found {
		if i > 0 && found[i-1] == f {
			continue
		}
		kind := TypeKind
		if spaces[f.text] {
			kind = NamespaceKind
		}
		matches = append(matches, Match{Text: f.text, ListItem: f.short, ToolTip: f.text, Kind: kind})
	}
	return matches
}

// hasAccelerator reports whether a type is known by a shorter name.
func (c *completer) hasAccelerator(name string) bool {
	t, ok := c.types.Lookup(name, nil)
	return ok && !strings.Contains(c.types.DisplayName(t), ".")
}

// namespaceOf is the beginning of a full name with so many words, where more
// follow.
func namespaceOf(name string, words int) string {
	at := 0
	for range words {
		i := strings.IndexByte(name[at:], '.')
		if i < 0 {
			return ""
		}
		at += i + 1
	}
	return name[:at-1]
}

// namespaces completes a namespace, one word further.
func (c *completer) namespaces(word string) []Match {
	spaces := map[string]bool{}
	for name := range c.types.Names {
		if space := namespaceOf(name, strings.Count(word, ".")+1); space != "" && hasPrefixFold(space, word) {
			spaces[space] = true
		}
	}
	var found []Match
	for space := range spaces {
		found = append(found, Match{Text: space, ListItem: space[strings.LastIndexByte(space, '.')+1:], ToolTip: space, Kind: NamespaceKind})
	}
	sortByListItem(found)
	return found
}
