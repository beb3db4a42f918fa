package check

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/runtime"
)

// maxLoaded is how many files a script may load to be followed.
const maxLoaded = 64

// declarations are what a script and the files it loads bring along, wherever in
// them it stands. Names are in lower case.
type declarations struct {
	script    *script
	functions map[string][]definition
	aliases   map[string]string
	types     map[string]bool
	made      map[string]bool // functions and aliases made through their drives
	asked     map[string]bool // commands that the script asks Get-Command for
	loaded    map[string]bool
	open      bool // the script loads something that cannot be followed
}

// definition is a function of a script. A table is made only of one whose file
// has no syntax errors: what stands in its attributes is then known to be constant.
type definition struct {
	node   *parser.FunctionDefinition
	source *parser.Source
	sound  bool
}

func newDeclarations(s *script, tree *parser.ScriptBlock, sound bool) *declarations {
	d := &declarations{
		script: s, functions: map[string][]definition{}, aliases: map[string]string{}, types: map[string]bool{}, made: map[string]bool{},
		asked: map[string]bool{}, loaded: map[string]bool{s.source.File: true},
	}
	d.gather(tree, s.source, sound)
	return d
}

// gather takes the declarations of a file and follows what it loads.
func (d *declarations) gather(tree *parser.ScriptBlock, source *parser.Source, sound bool) {
	parser.Walk(tree, func(n parser.Node) bool {
		switch n := n.(type) {
		case *parser.FunctionDefinition:
			name := plainName(n.Name)
			d.functions[name] = append(d.functions[name], definition{n, source, sound})
		case *parser.TypeDefinition:
			d.types[strings.ToLower(n.Name)] = true
		case *parser.UsingStatement:
			if n.Kind == parser.UsingModule && n.Name != nil {
				d.module(n.Name, source)
			}
		case *parser.VariableExpression:
			d.onDrive(n.Path)
		case *parser.StringConstantExpression:
			d.onDrive(n.Value)
		case *parser.Command:
			if len(n.Elements) > 0 {
				d.command(n, source)
			}
		}
		return true
	})
}

// onDrive takes the function or alias that a path names, as in function:Get-Third.
func (d *declarations) onDrive(path string) {
	drive, name, ok := strings.Cut(strings.ToLower(path), ":")
	if ok && (drive == "function" || drive == "alias") {
		d.made[plainName(strings.TrimLeft(name, `/\`))] = true
	}
}

// plainName is a function's name in lower case without its scope.
func plainName(name string) string {
	name = strings.ToLower(name)
	for _, scope := range [...]string{"global:", "script:", "local:", "private:"} {
		name = strings.TrimPrefix(name, scope)
	}
	return name
}

// command takes what a command declares or loads.
func (d *declarations) command(c *parser.Command, source *parser.Source) {
	if c.Invocation == parser.TokenDot {
		d.dotSource(c.Elements[0], source)
		return
	}
	found, table := d.script.cmdlet(c)
	if table == nil {
		return
	}
	switch found {
	case "Set-Alias", "New-Alias":
		name, ok := constant(argument(c, table, "Name"))
		if value, known := constant(argument(c, table, "Value")); ok && known {
			d.aliases[strings.ToLower(name)] = value
		}
	case "Get-Command":
		for _, e := range elements(argument(c, table, "Name")) {
			if name, ok := constant(e); ok {
				d.asked[strings.ToLower(name)] = true
			}
		}
	case "Invoke-Expression":
		if text, ok := constant(argument(c, table, "Command")); ok {
			d.text(text)
			return
		}
		d.open = true
		if source == d.script.source {
			d.script.add(c.Span(), Note, unknownSource, "What runs here is known only when the script runs; it is not checked.", "Call the commands themselves.")
		}
	case "Import-Module":
		d.open = d.open || argument(c, table, "Prefix") != nil
		for _, e := range elements(argument(c, table, "Name")) {
			d.module(e, source)
		}
	}
}

// text takes the declarations of a text that Invoke-Expression runs; one within
// another is followed as often as files are.
func (d *declarations) text(text string) {
	key := "\x00" + text // no file has this name
	if d.loaded[key] || len(d.loaded) > maxLoaded {
		return
	}
	d.loaded[key] = true
	source := parser.NewSource(text, "")
	tree, mistakes := parser.ParseSource(source, d.script.types)
	d.gather(tree, source, len(mistakes) == 0)
}

// dotSource follows a file that is dot-sourced.
func (d *declarations) dotSource(e parser.CommandElement, source *parser.Source) {
	if _, ok := e.(*parser.ScriptBlockExpression); ok {
		return // it stands in the tree
	}
	if word, ok := e.(*parser.StringConstantExpression); ok && !isPath(word.Value) {
		return // a function
	}
	d.load(e, source)
}

// unqualified is the name of a command without that of its module (Module\Name).
func unqualified(name string) string {
	module, rest, ok := strings.Cut(name, `\`)
	if !ok || module == "" || strings.ContainsAny(module, "./:~") || strings.ContainsAny(rest, `/\.`) {
		return name
	}
	return rest
}

// isPath reports whether the name of a command is that of a file.
func isPath(name string) bool {
	return strings.ContainsAny(name, `/\`) || strings.HasSuffix(strings.ToLower(name), ".ps1")
}

// module follows a module: one the session has, a file, or one in PSModulePath.
func (d *declarations) module(e parser.Expression, source *parser.Source) {
	name, ok := constant(e)
	if !ok || isPath(name) || strings.HasSuffix(name, ".psm1") || strings.HasSuffix(name, ".psd1") {
		d.load(e, source)
		return
	}
	if d.script.session.Module(name) != nil {
		return
	}
	folders, _ := d.script.session.Environment.Get("PSModulePath")
	for _, folder := range filepath.SplitList(folders) {
		if info, err := os.Stat(filepath.Join(folder, name)); err == nil && info.IsDir() {
			if !d.follow(filepath.Join(folder, name, name+".psm1")) {
				d.open = true
			}
			return
		}
	}
	if source == d.script.source {
		d.script.add(e.Span(), Warning, unknownModule, "The module '"+name+"' is not installed.", "Install it, or take its commands out; those of Lync, SkypeForBusiness and ActiveDirectory are built in.")
	}
}

// load follows a file that an expression names, and tells where it cannot.
func (d *declarations) load(e parser.Node, source *parser.Source) {
	name, ok := d.path(e, d.script.folder(source))
	if ok && (d.follow(name) || isWindowsPath(name)) {
		return
	}
	d.open = true
	switch {
	case source != d.script.source:
	case ok:
		d.script.add(e.Span(), Warning, missingFile, "The file '"+strings.Trim(source.Slice(e.Span()), `"'`)+"' is not there or cannot be read.", "Put it there, or correct the path.")
	default:
		d.script.add(e.Span(), Note, unknownSource, "What is loaded here is known only when the script runs; the commands it brings are not checked.", "Name the file with $PSScriptRoot.")
	}
}

// follow takes the declarations of a file; it reports whether the file was read.
func (d *declarations) follow(name string) bool {
	if d.loaded[name] {
		return true
	}
	if len(d.loaded) > maxLoaded || strings.HasSuffix(name, ".psd1") {
		return false
	}
	if info, err := os.Stat(name); err == nil && info.IsDir() {
		name = filepath.Join(name, filepath.Base(name)+".psm1")
	}
	data, err := read(name)
	if err != nil {
		return false
	}
	d.loaded[name] = true
	source := parser.DecodeSource(data, name)
	tree, mistakes := parser.ParseSource(source, d.script.types)
	d.gather(tree, source, len(mistakes) == 0)
	return true
}

// path is the file that an expression means, where that can be known: constant
// text, $PSScriptRoot, and Join-Path of such.
func (d *declarations) path(e parser.Node, folder string) (string, bool) {
	text, ok := d.pathText(e, folder)
	text = strings.ReplaceAll(text, `\`, "/")
	if !ok || isWindowsPath(text) {
		return text, ok
	}
	full := d.script.session.FullPath(text)
	if _, err := os.Stat(full); err != nil && !filepath.IsAbs(text) {
		full = filepath.Join(folder, text)
	}
	return full, true
}

func (d *declarations) pathText(e parser.Node, folder string) (string, bool) {
	switch e := e.(type) {
	case *parser.StringConstantExpression:
		return e.Value, true
	case *parser.VariableExpression:
		return folder, strings.EqualFold(e.Name, "PSScriptRoot")
	case *parser.ExpandableStringExpression:
		var text strings.Builder
		for _, part := range e.Parts {
			piece, ok := part.Text, true
			if part.Expression != nil {
				piece, ok = d.pathText(part.Expression, folder)
			}
			if !ok {
				return "", false
			}
			text.WriteString(piece)
		}
		return text.String(), true
	case *parser.ParenExpression:
		return d.joined(e, folder)
	}
	return "", false
}

// joined is (Join-Path a b).
func (d *declarations) joined(e *parser.ParenExpression, folder string) (string, bool) {
	p, ok := e.Pipeline.(*parser.Pipeline)
	if !ok || len(p.Elements) != 1 {
		return "", false
	}
	c, ok := p.Elements[0].(*parser.Command)
	if !ok || len(c.Elements) == 0 {
		return "", false
	}
	found, table := d.script.cmdlet(c)
	if found != "Join-Path" {
		return "", false
	}
	parent, ok := d.pathText(argument(c, table, "Path"), folder)
	child, known := d.pathText(argument(c, table, "ChildPath"), folder)
	return parent + "/" + child, ok && known
}

// cmdlet is the cmdlet that a command calls, with its parameters; nil for other
// commands.
func (s *script) cmdlet(c *parser.Command) (string, *runtime.ParameterTable) {
	name, ok := constant(c.Elements[0])
	if !ok {
		return "", nil
	}
	found, ok := s.session.FindCommand(s.session.Global(), name).(*runtime.CmdletCommand)
	if !ok {
		return "", nil
	}
	return found.Name(), s.session.CommandInfoOf(found).Table()
}
