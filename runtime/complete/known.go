package complete

import (
	"maps"
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// A valueCompleter completes the value of a parameter; ok is false where it has
// nothing to say after all.
type valueCompleter func(c *completer, b *binding, word, quote string) (found []Match, ok bool)

// knownValue is how a parameter of PowerShell's own commands is completed; nil
// where only its type tells.
func knownValue(parameter string, b *binding) valueCompleter {
	command := strings.ToLower(b.commandName())
	switch key := command + " " + strings.ToLower(parameter); key {
	case "get-command name", "get-help name", "get-alias definition":
		return func(c *completer, _ *binding, word, quote string) ([]Match, bool) {
			return c.commandsNamed(word, quote), true
		}
	case "get-command module", "get-module name", "import-module name", "remove-module name", "get-command fullyqualifiedmodule":
		return moduleValues
	case "get-command noun":
		return nounValues
	case "get-command verb", "get-verb verb":
		return verbValues
	case "get-variable name", "set-variable name", "remove-variable name", "clear-variable name", "new-variable name":
		return variableValues
	case "get-alias name", "set-alias name", "remove-alias name":
		return aliasValues
	case "get-psdrive name", "remove-psdrive name":
		return driveValues
	case "get-psprovider psprovider", "new-psdrive psprovider":
		return words("Alias", "Environment", "FileSystem", "Function", "Variable")
	case "new-object typename":
		return func(c *completer, _ *binding, word, quote string) ([]Match, bool) { return c.typeNames(word), true }
	case "new-item itemtype":
		return words("Directory", "File", "HardLink", "Junction", "SymbolicLink")
	case "get-date format":
		return words("FileDate", "FileDateUniversal", "FileDateTime", "FileDateTimeUniversal")
	case "set-strictmode version":
		return words("Latest", "3.0", "2.0", "1.0")
	case "get-filehash algorithm":
		return words("MD5", "SHA1", "SHA256", "SHA384", "SHA512")
	case "set-location path", "push-location path", "set-location literalpath":
		return folderValues
	case "foreach-object membername", "foreach-object process":
		return memberValues
	}
	if strings.EqualFold(parameter, "Encoding") && b.current.Type.FullName == "System.Text.Encoding" {
		return words("ansi", "ascii", "bigendianunicode", "bigendianutf32", "oem", "unicode", "utf7", "utf8", "utf8BOM", "utf8NoBOM", "utf32")
	}
	if isPropertyParameter(command, parameter) {
		return propertyValues
	}
	return nil
}

// isPropertyParameter reports whether a parameter names properties of what comes
// through the pipeline.
func isPropertyParameter(command, parameter string) bool {
	switch command {
	case "select-object":
		return oneOf(parameter, "Property", "ExcludeProperty", "ExpandProperty")
	case "sort-object", "group-object", "measure-object", "where-object", "format-table", "format-list", "format-wide", "format-custom":
		return oneOf(parameter, "Property")
	}
	return false
}

func oneOf(s string, of ...string) bool {
	return slices.ContainsFunc(of, func(o string) bool { return strings.EqualFold(o, s) })
}

func words(list ...string) valueCompleter {
	return func(_ *completer, _ *binding, word, quote string) ([]Match, bool) {
		return plainValues(word, quote, list...), true
	}
}

func moduleValues(c *completer, _ *binding, word, quote string) ([]Match, bool) {
	if looksLikePath(word) {
		return nil, false
	}
	return c.moduleNames(word, quote), true
}

func nounValues(c *completer, _ *binding, word, quote string) ([]Match, bool) {
	nouns := map[string]bool{}
	for command := range c.visible("") {
		if _, noun, ok := strings.Cut(command.Name(), "-"); ok && hasPrefixFold(noun, word) {
			nouns[noun] = true
		}
	}
	return plainValues(word, quote, slices.Sorted(maps.Keys(nouns))...), true
}

// verbValues are the approved verbs, group by group ("about_Functions_Advanced").
func verbValues(_ *completer, _ *binding, word, quote string) ([]Match, bool) {
	return plainValues(word, quote,
		"Add", "Clear", "Close", "Copy", "Enter", "Exit", "Find", "Format", "Get", "Hide", "Join", "Lock", "Move", "New", "Open", "Optimize",
		"Push", "Pop", "Redo", "Remove", "Rename", "Reset", "Resize", "Search", "Select", "Set", "Show", "Skip", "Split", "Step", "Switch",
		"Undo", "Unlock", "Watch", "Connect", "Disconnect", "Read", "Receive", "Send", "Write", "Backup", "Checkpoint", "Compare", "Compress",
		"Convert", "ConvertFrom", "ConvertTo", "Dismount", "Edit", "Expand", "Export", "Group", "Import", "Initialize", "Limit", "Merge",
		"Mount", "Out", "Publish", "Restore", "Save", "Sync", "Unpublish", "Update", "Debug", "Measure", "Ping", "Repair", "Resolve", "Test",
		"Trace", "Approve", "Assert", "Build", "Complete", "Confirm", "Deny", "Deploy", "Disable", "Enable", "Install", "Invoke", "Register",
		"Request", "Restart", "Resume", "Start", "Stop", "Submit", "Suspend", "Uninstall", "Unregister", "Wait", "Block", "Grant", "Protect",
		"Revoke", "Unblock", "Unprotect", "Use"), true
}

func variableValues(c *completer, _ *binding, word, quote string) ([]Match, bool) {
	return plainValues(word, quote, c.variableNames()...), true
}

func aliasValues(c *completer, _ *binding, word, quote string) ([]Match, bool) {
	var names []string
	for s := c.scope; s != nil; s = s.Parent() {
		for a := range s.Aliases() {
			names = append(names, a.Name())
		}
	}
	slices.SortFunc(names, func(a, b string) int { return objects.CompareCulture(a, b, true) })
	return plainValues(word, quote, slices.Compact(names)...), true
}

func driveValues(_ *completer, _ *binding, word, quote string) ([]Match, bool) {
	return plainValues(word, quote, "/", "Alias", "Env", "Function", "Temp", "Variable"), true
}

func folderValues(c *completer, b *binding, word, quote string) ([]Match, bool) {
	return c.paths(pathRequest{word: word, quote: quote, folders: true, literal: strings.EqualFold(b.current.Name, "LiteralPath")}), true
}

// propertyValues completes a property of the objects that come through the
// pipeline; properties that stand in the list already are left out.
func propertyValues(c *completer, b *binding, word, quote string) ([]Match, bool) {
	types := c.upstream(b.command)
	if len(types) == 0 {
		return nil, c.hasUpstream(b.command)
	}
	var found []Match
	given := c.givenWords(b)
	for _, m := range c.membersOf(types, false) {
		if m.Kind == PropertyKind && hasPrefixFold(m.ListItem, word) && !oneOf(m.ListItem, given...) {
			m.Text = quoteIfNeeded(m.ListItem, quote)
			found = append(found, m)
		}
	}
	sortByListItem(found)
	return found, true
}

// givenWords are the elements of the list at the cursor that are whole.
func (c *completer) givenWords(b *binding) []string {
	var given []string
	if value, ok := b.bound[b.current].(*parser.ArrayLiteral); ok {
		for _, e := range value.Elements {
			if s, ok := e.(*parser.StringConstantExpression); ok && (c.token == nil || s.Span() != c.token.Extent) {
				given = append(given, s.Value)
			}
		}
		return given
	}
	if s, ok := b.bound[b.current].(*parser.StringConstantExpression); ok && (c.token == nil || s.Span() != c.token.Extent) {
		given = append(given, s.Value)
	}
	return given
}

// memberValues completes a member for ForEach-Object, once something is typed.
func memberValues(c *completer, b *binding, word, quote string) ([]Match, bool) {
	if word == "" {
		return nil, false
	}
	var found []Match
	for _, m := range c.membersOf(c.upstream(b.command), false) {
		if hasPrefixFold(m.ListItem, word) {
			m.Text = quoteIfNeeded(m.ListItem, quote)
			found = append(found, m)
		}
	}
	return found, true
}

// quoteIfNeeded puts a name in quotes where it is no plain word.
func quoteIfNeeded(name, quote string) string {
	if quote != "" {
		return quoted(name, quote)
	}
	if needsQuotes(name, false) {
		return quoted(name, "'")
	}
	return name
}
