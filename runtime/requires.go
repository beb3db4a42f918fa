package runtime

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// languageVersion is the version of PowerShell that the language is.
const languageVersion = "7.6.5"

// requirements refuses a script whose #requires lines ask for what is not here
// ("about_Requires"). Modules that it asks for are imported.
func (s *Session) requirements(f *frame, ast *parser.ScriptBlock, name string) error {
	r := ast.Requirements
	if r == nil {
		return nil
	}
	refuse := func(id string, category ErrorCategory, rest string) error {
		return newError(objects.ScriptRequiresException, id, category, objects.String(name), "The script '"+name+"' cannot be run because "+rest)
	}
	if r.Version != "" && newerVersion(r.Version, languageVersion) {
		return refuse("ScriptRequiresUnmatchedPSVersion", ResourceUnavailable, `it contained a "#requires" statement for PowerShell `+r.Version+
			`. The version of PowerShell that is required by the script does not match the currently running version of PowerShell `+languageVersion+`.`)
	}
	if len(r.PSEditions) > 0 && !containsFold(r.PSEditions, "Core") {
		return refuse("ScriptRequiresUnmatchedPSEdition", NotSpecified, `it contained a "#requires" statement for PowerShell editions '`+strings.Join(r.PSEditions, ",")+
			`'. The edition of PowerShell that is required by the script does not match the currently running PowerShell Core edition.`)
	}
	var missing []string
	for _, m := range r.Modules {
		if s.Module(m.Name) == nil && s.importModule(f, m.Name) == nil {
			missing = append(missing, "The module '"+m.Name+"' cannot be found.")
		}
	}
	if len(missing) > 0 {
		return refuse("ScriptRequiresMissingModules", ResourceUnavailable, `the following modules that are specified by the "#requires" statements of the script are missing: `+strings.Join(missing, ", ")+`.`)
	}
	return nil
}

func containsFold(list []string, word string) bool {
	for _, s := range list {
		if objects.EqualFold(s, word) {
			return true
		}
	}
	return false
}

// newerVersion reports whether version a comes after b.
func newerVersion(a, b string) bool {
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	for i := 0; i < len(x); i++ {
		n, _ := strconv.Atoi(x[i])
		m := 0
		if i < len(y) {
			m, _ = strconv.Atoi(y[i])
		}
		if n != m {
			return n > m
		}
	}
	return false
}

// importModule loads a module by name or path as Import-Module does; nil where
// there is none that can be loaded.
func (s *Session) importModule(f *frame, name string) *ModuleInfo {
	b, err := s.NewScriptBlock("param($Name) Microsoft.PowerShell.Core\\Import-Module -Name $Name -PassThru -ErrorAction Stop", "")
	if err != nil {
		return nil
	}
	outer := s.propagate
	s.propagate = true
	v, err := f.collect(func(inner *frame) error {
		return b.call(inner, valueArguments([]objects.Value{objects.String(name)}), objects.Null, false)
	})
	s.propagate = outer
	m, ok := objects.As[*ModuleInfo](v)
	if err != nil || !ok {
		return nil
	}
	return m
}

// useModules imports the modules of using module statements and makes their
// classes and enums known in the scope.
func (f *frame) useModules(p *program) error {
	for _, u := range p.usings {
		if u.Kind != parser.UsingModule || u.Name == nil {
			continue
		}
		name := u.Name.Value
		if strings.HasPrefix(name, ".") {
			name = folderOf(p.code.source.File) + "/" + name
		}
		m := f.session.importModule(f, name)
		if m == nil {
			r := newError(objects.ParseExceptionType, "ModuleNotFoundDuringParse", ParserError, objects.Null,
				"The specified module '"+u.Name.Value+"' was not loaded because no valid module file was found in any module directory.")
			r.Extent = &ScriptExtent{p.code.source, u.Extent}
			return r
		}
		if m.state != nil {
			f.session.definesTypes.Store(true)
			f.scope.know(m.state.top.types)
		}
	}
	return nil
}
