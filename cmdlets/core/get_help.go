package core

import (
	"embed"
	"io/fs"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
	"github.com/csshell/csshell/runtime/help"
)

// GetHelp writes what is known of commands and topics.
type GetHelp struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=AllUsersView,HelpUri=https://go.microsoft.com/fwlink/?LinkID=2096483"`

	Name          string                  `param:"Position=0,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty"`
	Path          string                  `param:""`
	Category      []string                `param:"" validate:"Set=Alias|Cmdlet|Provider|General|FAQ|Glossary|HelpFile|ScriptCommand|Function|Filter|ExternalScript|All|DefaultHelp|DscResource|Class|Configuration"`
	Full          runtime.SwitchParameter `param:"ParameterSetName=AllUsersView"`
	Detailed      runtime.SwitchParameter `param:"ParameterSetName=DetailedView,Mandatory"`
	Examples      runtime.SwitchParameter `param:"ParameterSetName=Examples,Mandatory"`
	Parameter     []string                `param:"ParameterSetName=Parameters,Mandatory"`
	Component     []string                `param:""`
	Functionality []string                `param:""`
	Role          []string                `param:""`
	Online        runtime.SwitchParameter `param:"ParameterSetName=Online,Mandatory"`

	finder help.Finder
}

//go:embed about
var aboutFiles embed.FS

// topics are the about_ topics, read when they are asked for.
func topics() fs.FS {
	files, err := fs.Sub(aboutFiles, "about")
	if err != nil {
		return nil
	}
	return files
}

// defaultTopic is what Get-Help shows by itself.
const defaultTopic = "default"

// ProcessRecord writes the help of the name, or the list of those that a
// pattern fits.
func (c *GetHelp) ProcessRecord(rt *runtime.CommandRuntime) error {
	c.finder = help.Finder{Session: rt.Session(), Scope: rt.Scope(), Topics: topics()}
	name := c.Name
	if name == "" {
		name = defaultTopic
	}
	if !wildcard.ContainsWildcards(name) {
		o := c.named(name)
		if o != nil && c.wanted(o) {
			return c.write(rt, o)
		}
		return c.search(rt, name)
	}
	pattern, err := wildcard.Compile(name, true)
	if err != nil {
		return err
	}
	return c.list(rt, name, c.finder.Matching(pattern))
}

// named is the help of a name without wildcards; nil where there is none.
func (c *GetHelp) named(name string) *objects.PSObject {
	if topic, ok := c.finder.Topic(name); ok {
		return topic
	}
	if command := c.finder.Command(name); command != nil {
		return c.finder.Of(command)
	}
	return nil
}

// search looks for commands and topics whose names contain a name that nothing
// has.
func (c *GetHelp) search(rt *runtime.CommandRuntime, name string) error {
	if strings.ContainsAny(name, "/\\") || c.named(name) != nil {
		return c.notFound(rt, name)
	}
	pattern, err := wildcard.Compile("*"+wildcard.Escape(name, "")+"*", true)
	if err != nil {
		return err
	}
	matches := c.finder.Matching(pattern)
	if len(matches) == 0 {
		return c.notFound(rt, name)
	}
	return c.list(rt, name, matches)
}

// list writes the help of a single match, else a line for each.
func (c *GetHelp) list(rt *runtime.CommandRuntime, name string, matches []help.Match) error {
	var found []help.Match
	for _, m := range matches {
		if o := c.finder.Short(m); o != nil && c.wanted(o) && !m.Forwarded(o) {
			found = append(found, m)
		}
	}
	switch {
	case len(found) == 1 && found[0].Command != nil:
		return c.write(rt, c.finder.Of(found[0].Command))
	case len(found) == 1:
		topic, _ := c.finder.Topic(found[0].Topic)
		return c.write(rt, topic)
	}
	for _, m := range found {
		if err := rt.WriteObject(objects.Of(c.finder.Short(m))); err != nil {
			return err
		}
	}
	return nil
}

// wanted reports whether a help object is of the category, component, role and
// functionality asked for.
func (c *GetHelp) wanted(o *objects.PSObject) bool {
	category := note(o, "Category")
	if len(c.Category) > 0 && !fitsAny(c.Category, category) && !fitsAny(c.Category, "All") {
		return false
	}
	return (len(c.Component) == 0 || fitsAny(c.Component, note(o, "Component"))) &&
		(len(c.Role) == 0 || fitsAny(c.Role, note(o, "Role"))) &&
		(len(c.Functionality) == 0 || fitsAny(c.Functionality, note(o, "Functionality")))
}

func note(o *objects.PSObject, name string) string {
	v, _ := o.Note(name)
	s, _ := v.Str()
	return s
}

// fitsAny reports whether a text fits one of the patterns.
func fitsAny(patterns []string, text string) bool {
	for _, p := range patterns {
		w, err := wildcard.Compile(p, true)
		if err == nil && w.Match(text) {
			return true
		}
	}
	return false
}

// write writes a help object in the view asked for, its parameters, or the
// address of the help online.
func (c *GetHelp) write(rt *runtime.CommandRuntime, o *objects.PSObject) error {
	view := ""
	switch {
	case rt.IsBound("Parameter"):
		return c.writeParameters(rt, o)
	case bool(c.Online):
		return c.writeAddress(rt, o)
	case bool(c.Full):
		view = "FullView"
	case bool(c.Detailed):
		view = "DetailedView"
	case bool(c.Examples):
		view = "ExamplesView"
	}
	return rt.WriteObject(objects.Of(help.WithView(o, view)))
}

func (c *GetHelp) writeParameters(rt *runtime.CommandRuntime, o *objects.PSObject) error {
	all, err := property(rt, objects.Of(o), "parameters", "parameter")
	if err != nil {
		return err
	}
	found := false
	each := func(v objects.Value) error {
		name, err := property(rt, v, "name")
		if err != nil {
			return err
		}
		text, _ := name.Str()
		if !fitsAny(c.Parameter, text) {
			return nil
		}
		found = true
		return rt.WriteObject(v)
	}
	switch e, ok := objects.Enumeration(all); {
	case ok:
		err = e.Enumerate(each)
	case !all.IsNull():
		err = each(all)
	}
	if err != nil || found {
		return err
	}
	e := objects.NewException(objects.PSArgumentException, "No parameter matches criteria "+strings.Join(c.Parameter, ", ")+".")
	return rt.WriteError(runtime.NewErrorRecord(e, "NoParmsFound", runtime.InvalidArgument, objects.Of(o)))
}

// property is a property of a property.
func property(rt *runtime.CommandRuntime, v objects.Value, names ...string) (objects.Value, error) {
	for _, name := range names {
		var err error
		if v, _, err = rt.Types().GetProperty(v, name); err != nil || v.IsNull() {
			return objects.Null, err
		}
	}
	return v, nil
}

// writeAddress writes the address of the help online, which a shell without a
// desktop cannot open.
func (c *GetHelp) writeAddress(rt *runtime.CommandRuntime, o *objects.PSObject) error {
	links, err := property(rt, objects.Of(o), "relatedLinks", "navigationLink")
	if err != nil {
		return err
	}
	uris, err := property(rt, links, "uri")
	if err != nil {
		return err
	}
	for _, v := range valuesOf(uris) {
		if s, _ := v.Str(); s != "" {
			return rt.WriteObject(objects.String(s))
		}
	}
	return objects.NewException(objects.PSInvalidOperationException, "The online version of this Help topic cannot be displayed because the Internet address (URI) of the Help topic is not specified in the command code or in the help file for the command.")
}

func valuesOf(v objects.Value) []objects.Value {
	e, ok := objects.Enumeration(v)
	if !ok {
		return []objects.Value{v}
	}
	var all []objects.Value
	_ = e.Enumerate(func(v objects.Value) error { all = append(all, v); return nil })
	return all
}

// notFound is the error of a name without help.
func (c *GetHelp) notFound(rt *runtime.CommandRuntime, name string) error {
	e := objects.NewException(help.NotFoundException, "Get-Help could not find "+name+
		` in a help file in this session. To download updated help topics type: "Update-Help". To get help online, search for the help topic in the TechNet library at https://go.microsoft.com/fwlink/?LinkID=107116.`)
	e.Fields = map[string]objects.Value{"HelpTopic": objects.String(name)}
	return rt.WriteError(runtime.NewErrorRecord(e, "HelpNotFound", runtime.ResourceUnavailable, objects.Null))
}
