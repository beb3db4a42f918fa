package complete

import (
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
)

// pathRequest is a path to complete.
type pathRequest struct {
	word    string
	quote   string // the quote that was opened, or ""
	literal bool   // wildcards in names are not escaped
	folders bool   // folders alone
	command bool   // at the place of a command: & before what needs quotes
}

// paths completes a path: of a file, or of an item of another drive.
func (c *completer) paths(r pathRequest) []Match {
	if drive, rest, ok := strings.Cut(r.word, ":"); ok {
		return c.items(drive, strings.TrimLeft(rest, `\/`), r)
	}
	if r.quote == "" {
		r.word = unescape(r.word)
	}
	word := strings.ReplaceAll(r.word, `\`, "/")
	folder, name := "", word
	if i := strings.LastIndexByte(word, '/'); i >= 0 {
		folder, name = word[:i+1], word[i+1:]
	}
	pattern, err := wildcard.Compile(name+"*", true)
	if err != nil || strings.Contains(name, "[") {
		return nil
	}
	entries, err := os.ReadDir(c.folder(folder))
	if err != nil {
		return nil
	}
	if !filepath.IsAbs(folder) && !strings.HasPrefix(folder, "./") && !strings.HasPrefix(folder, "../") && !strings.HasPrefix(folder, "~") {
		folder = "./" + folder
	}
	slices.SortFunc(entries, func(a, b os.DirEntry) int { return objects.CompareCulture(a.Name(), b.Name(), true) })
	var found []Match
	for _, e := range entries {
		if !pattern.Match(e.Name()) {
			continue
		}
		kind := ProviderItemKind
		if isFolder(c.folder(folder), e) {
			kind = ProviderContainerKind
		} else if r.folders {
			continue
		}
		found = append(found, Match{Text: r.text(folder + e.Name()), ListItem: e.Name(), ToolTip: filepath.Join(c.folder(folder), e.Name()), Kind: kind})
	}
	return found
}

func isFolder(dir string, e os.DirEntry) bool {
	if e.Type()&os.ModeSymlink == 0 {
		return e.IsDir()
	}
	info, err := os.Stat(filepath.Join(dir, e.Name()))
	return err == nil && info.IsDir()
}

// folder is the full path of a folder as it is typed.
func (c *completer) folder(typed string) string {
	if rest, ok := strings.CutPrefix(typed, "~"); ok {
		home, _ := c.session.Environment.Get("HOME")
		typed = home + rest
	}
	if filepath.IsAbs(typed) {
		return typed
	}
	return filepath.Join(c.session.Location(), typed)
}

// text is a path as it is inserted: in quotes where it needs some, with what has
// a meaning there escaped.
func (r pathRequest) text(path string) string {
	quote := r.quote
	if quote == "" {
		if !needsQuotes(path, !r.literal) {
			return path
		}
		quote = "'"
	}
	if quote == "'" {
		path = strings.ReplaceAll(path, "'", "''")
		if !r.literal {
			path = strings.NewReplacer("`", "``", "[", "`[", "]", "`]").Replace(path)
		}
	} else {
		path = strings.NewReplacer("`", "``", "$", "`$", `"`, "`\"").Replace(path)
		if !r.literal {
			path = strings.NewReplacer("[", "``[", "]", "``]").Replace(path)
		}
	}
	path = quote + path + quote
	if r.command && r.quote == "" {
		return "& " + path
	}
	return path
}

// needsQuotes reports whether a text is more than one word of a command line;
// wildcards count where they would be expanded.
func needsQuotes(text string, wildcards bool) bool {
	if text == "" {
		return true
	}
	if strings.ContainsAny(text, " \t\r\n'\"`$(){};,&|<>") || wildcards && strings.ContainsAny(text, "[]*?") {
		return true
	}
	return strings.ContainsRune("@#-", rune(text[0]))
}

// unescape takes away the backticks of a word.
func unescape(word string) string {
	if !strings.Contains(word, "`") {
		return word
	}
	var text strings.Builder
	for i := 0; i < len(word); i++ {
		if word[i] == '`' && i+1 < len(word) {
			i++
		}
		text.WriteByte(word[i])
	}
	return text.String()
}

// items completes an item of a drive that is no file system.
func (c *completer) items(drive, word string, r pathRequest) []Match {
	var names []string
	var proper string
	switch strings.ToLower(drive) {
	case "env":
		proper, names = "Env", c.session.Environment.Names()
	case "variable":
		proper, names = "Variable", c.variableNames()
	case "function":
		proper = "Function"
		for s := c.scope; s != nil; s = s.Parent() {
			for f := range s.Functions() {
				names = append(names, f.Name())
			}
		}
	case "alias":
		proper = "Alias"
		for s := c.scope; s != nil; s = s.Parent() {
			for a := range s.Aliases() {
				names = append(names, a.Name())
			}
		}
	default:
		return nil
	}
	names = slices.Clone(names)
	slices.SortFunc(names, func(a, b string) int { return objects.CompareCulture(a, b, true) })
	var found []Match
	for _, name := range slices.Compact(names) {
		if hasPrefixFold(name, word) {
			found = append(found, Match{Text: r.text(proper + ":/" + name), ListItem: name, Kind: ProviderItemKind})
		}
	}
	return found
}
