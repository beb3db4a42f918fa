package complete

import (
	"strings"

	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/runtime"
)

// parameterNames completes the name of a parameter: those that are not bound and
// belong to a set that is still possible; common ones last, and none where the
// command hides a parameter.
func (c *completer) parameterNames(command *parser.Command, word string) []Match {
	prefix := strings.TrimLeft(word, "-–—―")
	if strings.HasPrefix(word, "--") {
		return c.nativeArguments(command, word)
	}
	b := c.bind(command, c.token.Extent)
	if b.table == nil {
		return c.nativeArguments(command, word)
	}
	var own, dynamic, common []Match
	withCommon := true
	for _, p := range b.table.Parameters {
		if _, taken := b.bound[p]; taken || !b.possible(p) {
			continue
		}
		matches := c.namesOf(p, prefix)
		if p.Sets[0].DontShow {
			withCommon = withCommon && len(matches) == 0
			continue
		}
		switch {
		case p.IsCommon():
			common = append(common, matches...)
		case p.Dynamic:
			dynamic = append(dynamic, matches...)
		default:
			own = append(own, matches...)
		}
	}
	own = append(own, dynamic...)
	if withCommon {
		own = append(own, common...)
	}
	return own
}

// namesOf is the name of a parameter where it begins with the prefix, else the
// aliases that do.
func (c *completer) namesOf(p *runtime.Parameter, prefix string) []Match {
	tip := "[" + p.TypeWord(c.types) + "] " + p.Name
	if hasPrefixFold(p.Name, prefix) {
		return []Match{{Text: "-" + p.Name, ListItem: p.Name, ToolTip: tip, Kind: ParameterNameKind}}
	}
	var found []Match
	for _, alias := range p.Aliases {
		if hasPrefixFold(alias, prefix) {
			found = append(found, Match{Text: "-" + alias, ListItem: alias, ToolTip: tip, Kind: ParameterNameKind})
		}
	}
	return found
}

// hasUpstream reports whether something stands before a command in its pipeline.
func (c *completer) hasUpstream(command *parser.Command) bool {
	pipeline := c.pipelineOf(command)
	return pipeline != nil && pipeline.Elements[0] != parser.CommandBase(command)
}

// pipelineOf is the pipeline that a command stands in.
func (c *completer) pipelineOf(command parser.CommandBase) (found *parser.Pipeline) {
	parser.Walk(c.tree, func(n parser.Node) bool {
		if p, ok := n.(*parser.Pipeline); ok {
			for _, e := range p.Elements {
				if e == command {
					found = p
				}
			}
		}
		return found == nil
	})
	return found
}
