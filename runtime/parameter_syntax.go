package runtime

import (
	"sort"
	"strings"

	"github.com/csshell/csshell/objects"
)

// Syntax are the lines of Get-Command -Syntax: one for each parameter set, the
// default one first ("about_Command_Syntax").
func (t *ParameterTable) Syntax(types *objects.TypeTable, command string) []string {
	lines := make([]string, len(t.sets))
	for i, set := range t.sets {
		lines[i] = command + " " + t.setSyntax(types, set)
	}
	return lines
}

// InSet is a parameter with what it is in one set.
type InSet struct {
	*Parameter
	In *ParameterInSet
}

// DisplaySets are the parameters of each set as syntax and help list them: by
// position, then mandatory ones, then the others. common reports that the set
// has the common parameters, which are left out.
func (t *ParameterTable) DisplaySets(yield func(parameters []InSet, common bool) bool) {
	for _, set := range t.sets {
		var list []InSet
		common := false
		for _, p := range t.inDisplayOrder(set) {
			if p.IsCommon() {
				common = true
				continue
			}
			list = append(list, InSet{p, p.inSet[set.index]})
		}
		if !yield(list, common) {
			return
		}
	}
}

// IsCommon reports whether the parameter is one of those that help and syntax
// leave out: the common ones, not those of ShouldProcess and paging
// ("about_CommonParameters").
func (p *Parameter) IsCommon() bool {
	return p.common != notCommon && p.common <= commonPipelineVariable
}

// InDefaultSet is what the parameter is in the default set of its table, or in
// the first that it belongs to.
func (t *ParameterTable) InDefaultSet(p *Parameter) *ParameterInSet {
	if t.defaultSet != nil && p.inSet[t.defaultSet.index] != nil {
		return p.inSet[t.defaultSet.index]
	}
	return &p.Sets[0]
}

// TypeWord is the name of the parameter's type as syntax shows it: short and
// without namespace.
func (p *Parameter) TypeWord(types *objects.TypeTable) string { return p.typeWord(types) }

// setSyntax writes the parameters of one set: by position, then mandatory ones,
// then the others; the common ones together at the end.
func (t *ParameterTable) setSyntax(types *objects.TypeTable, set *parameterSet) string {
	var words []string
	common := false
	for _, p := range t.inDisplayOrder(set) {
		if p.IsCommon() {
			common = true
			continue
		}
		words = append(words, p.syntax(types, p.inSet[set.index]))
	}
	if common {
		words = append(words, "[<CommonParameters>]")
	}
	return strings.Join(words, " ")
}

// inDisplayOrder are the parameters of a set as syntax and help list them.
func (t *ParameterTable) inDisplayOrder(set *parameterSet) []*Parameter {
	var positional, mandatory, others []*Parameter
	for _, p := range t.Parameters {
		in := p.inSet[set.index]
		switch {
		case in == nil:
		case in.Position != NoPosition:
			positional = append(positional, p)
		case in.Mandatory:
			mandatory = append(mandatory, p)
		default:
			others = append(others, p)
		}
	}
	sort.SliceStable(positional, func(i, j int) bool {
		return positional[i].inSet[set.index].Position < positional[j].inSet[set.index].Position
	})
	return append(append(positional, mandatory...), others...)
}

// syntax is the parameter in brackets: around the name where that may be left
// out, around all where the parameter may.
func (p *Parameter) syntax(types *objects.TypeTable, in *ParameterInSet) string {
	name := "-" + p.Name
	if in.Position != NoPosition && !p.IsSwitch {
		name = "[" + name + "]"
	}
	if !p.IsSwitch {
		name += " <" + p.typeWord(types) + ">"
	}
	if !in.Mandatory {
		name = "[" + name + "]"
	}
	return name
}

// typeWord is the name of the parameter's type, short and without namespace.
func (p *Parameter) typeWord(types *objects.TypeTable) string {
	if p.TypeName == "" {
		return shortTypeName(types, p.Type)
	}
	word := withoutNamespaces(p.TypeName)
	if p.Type.Elem != nil {
		word += "[]"
	}
	return word
}

// withoutNamespaces is a type's name, and those of its arguments, without what
// stands before their last dots.
func withoutNamespaces(name string) string {
	var b strings.Builder
	for name != "" {
		end := strings.IndexAny(name, "[],")
		if end < 0 {
			end = len(name)
		}
		b.WriteString(name[strings.LastIndexByte(name[:end], '.')+1 : end])
		if end < len(name) {
			b.WriteByte(name[end])
			end++
		}
		name = name[end:]
	}
	return b.String()
}

func shortTypeName(types *objects.TypeTable, t *objects.Type) string {
	switch {
	case t.Elem != nil:
		return shortTypeName(types, t.Elem) + "[" + strings.Repeat(",", t.Rank-1) + "]"
	case t.Open == objects.NullableOpenType:
		return shortTypeName(types, t.Args[0])
	case t.Open != nil:
		args := make([]string, len(t.Args))
		for i, a := range t.Args {
			args[i] = shortTypeName(types, a)
		}
		open, _, _ := strings.Cut(t.Open.Name(), "`")
		return open + "[" + strings.Join(args, ",") + "]"
	}
	return withoutNamespaces(types.DisplayName(t))
}
