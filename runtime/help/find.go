package help

import (
	"io/fs"
	"iter"
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// NotFoundException is the error of a name without help
// (Microsoft.PowerShell.Commands.HelpNotFoundException).
var NotFoundException = &objects.Type{
	FullName: "Microsoft.PowerShell.Commands.HelpNotFoundException", Kind: objects.KindObject, Attributes: objects.ExceptionAttr,
}

// Types are the types of help.
func Types() []objects.TypeEntry { return []objects.TypeEntry{{Type: NotFoundException}} }

// Finder finds help in a session, as a scope sees its commands.
type Finder struct {
	Session *runtime.Session
	Scope   *runtime.Scope
	// Topics holds the about_ topics as NAME.txt; nil for none.
	Topics fs.FS
}

// maxForwards is how many helps may point to one another
// (.FORWARDHELPTARGETNAME).
const maxForwards = 20

// Of is the help on a command; nil where its parameters cannot be told, as of a
// program.
func (f *Finder) Of(c runtime.Command) *objects.PSObject { return f.of(c, 0) }

func (f *Finder) of(c runtime.Command, depth int) *objects.PSObject {
	if a, ok := c.(*runtime.Alias); ok {
		if c = f.Session.FindCommand(f.Scope, a.Definition); c == nil {
			return nil
		}
	}
	table := f.Session.CommandInfoOf(c).Table()
	if table == nil {
		return nil
	}
	name := c.Name()
	if script, ok := c.(*runtime.Script); ok {
		name = script.Path
	}
	code, _ := f.Session.CodeOf(c)
	comment, ok := f.comment(c, code)
	if ok && comment.ForwardTarget != "" && depth < maxForwards {
		if target := f.Session.FindCommand(f.Scope, comment.ForwardTarget); target != nil && target != c {
			return f.of(target, depth+1)
		}
	}
	if _, script := c.(*runtime.Script); script && !ok {
		return bareSyntax(f.Session.CommandInfoOf(c))
	}
	if !ok || comment.External != "" && !comment.saysMore() {
		return (&generated{session: f.Session, command: c, name: name, table: table, aliases: f.aliasesOf(c)}).info()
	}
	return (&commented{session: f.Session, command: c, name: name, table: table, code: code, comment: comment}).info()
}

// bareSyntax is the help on a script that says nothing of itself: its syntax.
func bareSyntax(c *runtime.CommandInfo) *objects.PSObject {
	o := objects.Wrap(objects.String(strings.TrimPrefix(c.Syntax(), "\n")))
	maker{}.fill(o, "Name", c.Name(), "Category", categoryOf(c.Command), "Synopsis", "")
	return o
}

// saysMore reports whether a comment says more than where help stands.
func (c *Comment) saysMore() bool {
	return c.Synopsis+c.Description+c.Notes != "" || len(c.Parameters)+len(c.Examples)+len(c.Links) > 0
}

// comment is what the comments of a function or script say, or the text beside
// a cmdlet.
func (f *Finder) comment(c runtime.Command, code runtime.Code) (*Comment, bool) {
	if code.Source != nil {
		return commentOf(code)
	}
	text, ok := f.Session.Commands.HelpText(c)
	if !ok {
		return nil, false
	}
	return ParseComment(strings.Split(text, "\n"))
}

// aliasesOf are the aliases of a command, by name.
func (f *Finder) aliasesOf(c runtime.Command) []string {
	var names []string
	for a := range f.aliases() {
		if objects.EqualFold(a.Definition, c.Name()) {
			names = append(names, a.Name())
		}
	}
	slices.Sort(names)
	return names
}

func (f *Finder) aliases() iter.Seq[*runtime.Alias] {
	return func(yield func(*runtime.Alias) bool) {
		for s := f.Scope; s != nil; s = s.Parent() {
			for a := range s.Aliases() {
				if !yield(a) {
					return
				}
			}
		}
	}
}

// Command is the command that a name without wildcards means to Get-Help.
func (f *Finder) Command(name string) runtime.Command {
	c := f.Session.FindCommand(f.Scope, name)
	if c == nil {
		if _, plain, ok := strings.Cut(name, `\`); ok {
			c = f.Session.FindCommand(f.Scope, plain)
		}
	}
	return c
}

// Match is a command whose name fits a pattern, or a topic.
type Match struct {
	Command runtime.Command // nil for a topic
	Topic   string
}

// Forwarded reports whether the help of a match is that of another command.
func (m Match) Forwarded(o *objects.PSObject) bool {
	name, _ := o.Note("Name")
	s, _ := name.Str()
	return m.Command != nil && !objects.EqualFold(s, m.Command.Name())
}

// Matching are the commands and topics whose names fit a pattern: aliases,
// functions, cmdlets by name, topics.
func (f *Finder) Matching(pattern *wildcard.Pattern) []Match {
	var matches []Match
	add := func(commands []runtime.Command) {
		for _, c := range commands {
			matches = append(matches, Match{Command: c})
		}
	}
	var aliases, functions, cmdlets []runtime.Command
	for a := range f.aliases() {
		if pattern.Match(a.Name()) {
			aliases = append(aliases, a)
		}
	}
	for s := f.Scope; s != nil; s = s.Parent() {
		for fn := range s.Functions() {
			if pattern.Match(fn.Name()) {
				functions = append(functions, fn)
			}
		}
	}
	for c := range f.Session.Commands.Cmdlets() {
		if pattern.Match(c.Name()) {
			cmdlets = append(cmdlets, c)
		}
	}
	byName := func(a, b runtime.Command) int { return objects.CompareCulture(a.Name(), b.Name(), true) }
	slices.SortFunc(aliases, byName)
	slices.SortFunc(functions, f.byPlace)
	slices.SortFunc(cmdlets, byName)
	add(aliases)
	add(functions)
	add(cmdlets)
	for _, topic := range f.topics() {
		if pattern.Match(topic) {
			matches = append(matches, Match{Topic: topic})
		}
	}
	return matches
}

// byPlace orders functions by where they are defined, those of one file in its
// order.
func (f *Finder) byPlace(a, b runtime.Command) int {
	x, okX := f.Session.CodeOf(a)
	y, okY := f.Session.CodeOf(b)
	if okX && okY && x.Source == y.Source && x.Definition != nil && y.Definition != nil {
		return int(x.Definition.Start) - int(y.Definition.Start)
	}
	return objects.CompareCulture(a.Name(), b.Name(), true)
}

// topics are the names of the topics.
func (f *Finder) topics() []string {
	if f.Topics == nil {
		return nil
	}
	entries, err := fs.ReadDir(f.Topics, ".")
	if err != nil {
		return nil
	}
	var names []string
	for _, e := range entries {
		if name, ok := strings.CutSuffix(e.Name(), ".txt"); ok {
			names = append(names, name)
		}
	}
	return names
}

// Topic is a topic as Get-Help writes it: its text, which knows its name. ok is
// false where there is none of that name.
func (f *Finder) Topic(name string) (o *objects.PSObject, ok bool) {
	for _, topic := range f.topics() {
		if !strings.EqualFold(topic, name) {
			continue
		}
		text, err := fs.ReadFile(f.Topics, topic+".txt")
		if err != nil {
			return nil, false
		}
		o := objects.Wrap(objects.String(string(text)))
		o.SetNote("Name", objects.String(topic))
		o.SetNote("Category", objects.String("HelpFile"))
		o.SetNote("Synopsis", objects.String(synopsisOf(string(text))))
		return o, true
	}
	return nil, false
}

// synopsisOf is the line below SHORT DESCRIPTION in a topic.
func synopsisOf(text string) string {
	_, rest, ok := strings.Cut(text, "SHORT DESCRIPTION\n")
	if !ok {
		return ""
	}
	line, _, _ := strings.Cut(rest, "\n")
	return strings.TrimSpace(line)
}

// Short is a match as a line of a list of several (HelpInfoShort).
func (f *Finder) Short(m Match) *objects.PSObject {
	o := objects.NewCustomObject()
	o.SetTypeNames([]string{"HelpInfoShort"})
	if m.Command == nil {
		topic, _ := f.Topic(m.Topic)
		return shorten(o, topic)
	}
	if a, ok := m.Command.(*runtime.Alias); ok {
		maker{}.fill(o, "Name", a.Name(), "Category", "Alias", "Synopsis", a.Definition, "ModuleName", a.ModuleName())
		return o
	}
	return shorten(o, f.Of(m.Command))
}

// shorten copies to o what a list shows of a help object.
func shorten(o, from *objects.PSObject) *objects.PSObject {
	if from == nil {
		return nil
	}
	for _, name := range [...]string{"Name", "Category", "Synopsis", "ModuleName", "Component", "Role", "Functionality"} {
		v, _ := from.Note(name)
		o.SetNote(name, v)
	}
	return o
}

// WithView is the help object for another view: FullView, DetailedView or
// ExamplesView.
func WithView(o *objects.PSObject, name string) *objects.PSObject {
	c := o.Copy()
	if names := o.OwnTypeNames(); len(names) > 0 && name != "" {
		c.SetTypeNames(append([]string{names[0] + "#" + name}, names...))
	}
	return c
}
