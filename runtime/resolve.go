package runtime

import (
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
)

// Application is a native program (System.Management.Automation.ApplicationInfo).
type Application struct{ Path string }

// Name is the file's name.
func (a *Application) Name() string { return filepath.Base(a.Path) }

// CommandType is ApplicationType.
func (*Application) CommandType() CommandType { return ApplicationType }

// ModuleName is empty.
func (*Application) ModuleName() string { return "" }

// Script is a .ps1 file (System.Management.Automation.ExternalScriptInfo).
type Script struct{ Path string }

// sourceName is what errors call the file: one that is no .ps1, such as a program
// that begins with #!, has no name.
func (s *Script) sourceName() string {
	if strings.EqualFold(filepath.Ext(s.Path), ".ps1") {
		return s.Path
	}
	return ""
}

// Name is the file's name.
func (s *Script) Name() string { return filepath.Base(s.Path) }

// CommandType is ExternalScriptType.
func (*Script) CommandType() CommandType { return ExternalScriptType }

// ModuleName is empty.
func (*Script) ModuleName() string { return "" }

// resolve finds what a command name means: alias, function, cmdlet, script or
// program ("about_Command_Precedence"). folded is fold(name).
func (s *Session) resolve(scope *Scope, name, folded string) (Command, error) {
	c, err := s.find(scope, name, folded, 0)
	if c != nil || err != nil {
		return c, err
	}
	if !strings.ContainsAny(name, "-/\\.") {
		if c, err = s.find(scope, "get-"+name, "get-"+folded, 0); c != nil || err != nil {
			return c, err
		}
	}
	if i := strings.IndexByte(name, '\\'); i > 0 && !s.knowsModule(name[:i]) && plainName(name[:i]) {
		return nil, moduleNotLoaded(name[:i], name)
	}
	return nil, s.notFound(name)
}

// Resolve is the command that a name means in a scope, as a call finds it; an
// alias is followed. The error of a name that means nothing is the record that
// the call would write.
func (s *Session) Resolve(scope *Scope, name string) (Command, error) {
	return s.resolve(scope, name, fold(name))
}

// notFound is the error of a name that means nothing, with what a module has to
// recommend in its place.
func (s *Session) notFound(name string) error {
	err := commandNotFound(name)
	if s.Commands == nil {
		return err
	}
	for _, m := range s.Commands.modules() {
		if m.Instead == nil {
			continue
		}
		if text := m.Instead(name); text != "" {
			err.Details = &ErrorDetails{RecommendedAction: text}
		}
	}
	return err
}

// knowsModule reports whether a module of that name is loaded or comes with the
// shell.
func (s *Session) knowsModule(name string) bool {
	if _, ok := s.modules[fold(name)]; ok || s.Commands == nil {
		return ok
	}
	return slices.ContainsFunc(s.Commands.modules(), func(m Module) bool { return objects.EqualFold(m.Name, name) })
}

// plainName reports whether a text could be the name of a module, and is no path.
func plainName(s string) bool { return !strings.ContainsAny(s, "./\\:~*?") }

// find is resolve without the last resorts; nil where nothing has the name.
func (s *Session) find(scope *Scope, name, folded string, depth int) (Command, error) {
	for c := scope; c != nil; c = c.parent {
		if a, ok := c.alias(folded); ok {
			return s.aliased(scope, a, depth)
		}
	}
	for c := scope; c != nil; c = c.parent {
		if fn, ok := c.function(folded); ok && (c == scope || !isPrivateFunction(fn)) {
			return fn, nil
		}
	}
	if s.Commands != nil {
		if c, ok := s.Commands.cmdlet(folded); ok {
			return c, nil
		}
	}
	if i := strings.IndexByte(name, '\\'); i > 0 {
		if c := s.qualified(scope, name[:i], name[i+1:]); c != nil {
			return c, nil
		}
	}
	return s.external(name), nil
}

// isPrivateFunction reports whether only the scope that a function was defined in
// sees it (function private:Name).
func isPrivateFunction(c Command) bool {
	fn, ok := c.(*Function)
	return ok && fn.Options&PrivateOption != 0
}

// maxAliases is how many aliases may stand for one another.
const maxAliases = 100

var errAliasCycle = errors.New("aliases stand for each other")

// aliased follows an alias to its command.
func (s *Session) aliased(scope *Scope, a *Alias, depth int) (Command, error) {
	if depth > maxAliases {
		return nil, errAliasCycle
	}
	c, err := s.find(scope, a.Definition, fold(a.Definition), depth+1)
	switch {
	case err == errAliasCycle && depth == 0:
		return nil, commandNotFound(a.name)
	case c == nil && err == nil:
		return nil, commandNotFound(a.Definition)
	}
	return c, err
}

// qualified finds Module\Name.
func (s *Session) qualified(scope *Scope, module, name string) Command {
	folded := fold(name)
	if c, ok := s.Commands.cmdlet(folded); ok && containsFold(s.Commands.ModuleNames(c.module), module) {
		return c
	}
	if m, ok := s.modules[fold(module)]; ok && m.state != nil {
		if c, ok := m.state.top.function(folded); ok && m.gives(scope, folded) {
			return c
		}
	}
	for c := scope; c != nil; c = c.parent {
		if fn, ok := c.function(folded); ok && objects.EqualFold(fn.ModuleName(), module) {
			return fn
		}
	}
	return nil
}

// external finds a script or program by path, or by name in $env:PATH.
func (s *Session) external(name string) Command {
	if name == "" {
		return nil
	}
	if strings.ContainsAny(name, "/\\") || strings.HasPrefix(name, "~") {
		full := s.fullPath(name)
		if c := fileCommand(full); c != nil {
			return c
		}
		return fileCommand(full + ".ps1")
	}
	path, _ := s.Environment.Get("PATH")
	for _, dir := range filepath.SplitList(path) {
		if dir == "" {
			continue
		}
		if c := fileCommand(filepath.Join(dir, name)); c != nil {
			return c
		}
		if c := fileCommand(filepath.Join(dir, name+".ps1")); c != nil {
			return c
		}
	}
	return nil
}

// fileCommand is the command that a file is; nil where it is none.
func fileCommand(path string) Command {
	info, err := os.Stat(path)
	if err != nil || info.IsDir() {
		return nil
	}
	if strings.EqualFold(filepath.Ext(path), ".ps1") {
		return &Script{Path: path}
	}
	if info.Mode()&0o111 == 0 {
		return nil
	}
	return &Application{Path: path}
}

func commandNotFound(name string) *ErrorRecord {
	e := objects.NewException(objects.CommandNotFoundException, "The term '"+name+"' is not recognized as a name of a cmdlet, function, script file, or executable program.\nCheck the spelling of the name, or if a path was included, verify that the path is correct and try again.")
	return notFound(e, name, "CommandNotFoundException")
}

// moduleNotLoaded is the error of Module\Name for a module that there is not.
func moduleNotLoaded(module, name string) error {
	e := objects.NewException(objects.CommandNotFoundException, "The module '"+module+"' could not be loaded. For more information, run 'Import-Module "+module+"'.")
	return notFound(e, name, "CouldNotAutoLoadModule")
}

func notFound(e *objects.Exception, name, id string) *ErrorRecord {
	e.Fields = map[string]objects.Value{"CommandName": objects.String(name)}
	e.ErrorID, e.Category = id, int(ObjectNotFound)
	return NewErrorRecord(e, id, ObjectNotFound, objects.String(name))
}
