package cs

import (
	"fmt"
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// ShowCsPlan tells how a pipeline would be run: what the store is asked, what the
// database makes of that, and what is done in memory. Nothing is run but the
// expressions among the arguments.
type ShowCsPlan struct {
	_ struct{} `cmdlet:""`

	Pipeline *runtime.ScriptBlock `param:"Position=0,Mandatory,ValueFromPipeline" help:"A pipeline that begins with Get-CsUser or Get-CsAdUser."`

	source access.Source
}

// userSource is a cmdlet that finds users.
type userSource interface {
	base() store.UserQuery
	complete(rt *runtime.CommandRuntime, query *store.UserQuery)
	search() *userSearch
}

func (c *userSearch) search() *userSearch { return c }

// harmless reports whether a cmdlet that begins does nothing but read its
// parameters.
func harmless(c runtime.Cmdlet) bool {
	_, source := c.(userSource)
	_, narrows := c.(runtime.Narrower)
	return source || narrows
}

// ProcessRecord writes the plan of one pipeline.
func (c *ShowCsPlan) ProcessRecord(rt *runtime.CommandRuntime) error {
	commands, err := rt.Outline(c.Pipeline, harmless)
	if err != nil {
		return err
	}
	source, ok := commands[0].Cmdlet.(userSource)
	if !ok {
		return access.Record("The pipeline does not begin with Get-CsUser or Get-CsAdUser: it does not ask the store for users.", "NoPlan", runtime.InvalidArgument, objects.Of(c.Pipeline))
	}
	s, err := access.Open(rt, c.source)
	if err != nil {
		return err
	}
	query := source.base()
	source.complete(commands[0].Runtime, &query)
	if t, by := source.search().tallied(commands[0].Runtime, query); t != nil {
		statement, err := s.ExplainCount(rt.Context(), query, by, mostKinds)
		if err != nil {
			return access.StoreError(err)
		}
		return rt.WriteObject(c.plan([]store.Statement{statement}, texts(commands), undecidedOnes(query)))
	}
	statements, err := s.Explain(rt.Context(), query)
	if err != nil {
		return access.StoreError(err)
	}
	inStore, inMemory := places(commands, query)
	return rt.WriteObject(c.plan(statements, inStore, inMemory))
}

func texts(commands []runtime.Outlined) []string {
	list := make([]string, len(commands))
	for i, command := range commands {
		list[i] = command.Text
	}
	return list
}

// undecidedOnes says what is left to memory where the store counts.
func undecidedOnes(query store.UserQuery) []string {
	if query.Where == nil {
		return nil
	}
	return []string{"users whose texts are outside printable ASCII, where the comparisons read them"}
}

func (c *ShowCsPlan) plan(statements []store.Statement, inStore, inMemory []string) objects.Value {
	var sql, parameters, plan []string
	for _, s := range statements {
		sql, plan = append(sql, s.SQL), append(plan, s.Plan...)
		parameters = append(parameters, strings.Join(s.Args, ", "))
	}
	lines := func(list []string) objects.Value { return objects.String(strings.Join(list, "\n")) }
	return access.Object("Csshell.Plan",
		access.Note("Store", objects.String(c.source.Name())),
		access.Note("Statement", lines(sql)),
		access.Note("Parameters", lines(parameters)),
		access.Note("DatabasePlan", lines(plan)),
		access.Note("InStore", lines(inStore)),
		access.Note("InMemory", lines(inMemory)),
	)
}

// places says where each command of a pipeline does its work.
func places(commands []runtime.Outlined, query store.UserQuery) (inStore, inMemory []string) {
	search := commands[0].Cmdlet.(userSource).search()
	inStore = append(inStore, commands[0].Text)
	switch filtered := len(search.match) > 0; {
	case filtered && (search.where == nil || query.Where == nil):
		inMemory = append(inMemory, commands[0].Text+": the filter")
	case filtered:
		inMemory = append(inMemory, commands[0].Text+": "+again)
	}
	counted := search.limit >= 0 || !query.All()
	for _, command := range commands[1:] {
		n, ok := command.Cmdlet.(runtime.Narrower)
		if !ok {
			inMemory = append(inMemory, command.Text)
			counted = true
			continue
		}
		one := n.Narrowing(command.Runtime)
		pushed := 0
		for _, d := range one.Drops {
			if !counted && compared(d) != nil {
				pushed++
			}
		}
		switch {
		case pushed == 0:
			inMemory = append(inMemory, command.Text)
		case pushed < len(one.Drops):
			inStore = append(inStore, fmt.Sprintf("%s: %d of %d comparisons", command.Text, pushed, len(one.Drops)))
			inMemory = append(inMemory, command.Text)
		default:
			inStore = append(inStore, command.Text)
			inMemory = append(inMemory, command.Text+": "+again)
		}
		counted = counted || one.Counts || one.Open
	}
	if query.Properties != 0 {
		inStore = append(inStore, "columns: "+strings.Join(names(query.Properties), ", "))
	}
	return inStore, inMemory
}

// again is what is left of a condition that the store knows.
const again = "once more, on what the store returns (it decides no texts outside printable ASCII)"

// names are those of the properties in a set.
func names(set cs.PropertySet) []string {
	var list []string
	for i := range cs.UserProperties {
		if set.Has(i) {
			list = append(list, cs.UserProperties[i].Name)
		}
	}
	return list
}
