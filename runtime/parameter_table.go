package runtime

import (
	"slices"
	"sort"
	"strings"

	"github.com/csshell/csshell/objects"
)

// finish completes a table whose Parameters are the command's own: it adds the
// common parameters, before dynamic ones, numbers the sets and indexes names. The errors are
// MetadataExceptions for names declared twice.
func (t *ParameterTable) finish() error {
	var own, dynamic []*Parameter
	for _, p := range t.Parameters {
		if p.Dynamic {
			dynamic = append(dynamic, p)
		} else {
			own = append(own, p)
		}
	}
	t.declared = len(own)
	t.Parameters = append(append(own, commonParametersOf(t)...), dynamic...)
	if err := t.indexNames(); err != nil {
		return err
	}
	t.numberSets()
	for i := len(t.Parameters) - 1; i >= 0; i-- {
		if p := t.Parameters[i]; p.takesPipeline() {
			t.pipeline = append(t.pipeline, p)
		}
	}
	for _, p := range t.Parameters {
		p.plain, p.everySet = p.isPlain(), p.Sets[0].Set == AllParameterSets
		if p.mandatorySomewhere() {
			t.mandatory = append(t.mandatory, p)
		}
	}
	t.markSimple()
	return nil
}

// markSimple finds out whether calls with positional arguments alone can be bound
// without choosing a set or asking for anything.
func (t *ParameterTable) markSimple() {
	set := t.sets[0]
	if len(t.sets) > 1 || t.defaultSet != nil || samePositions(set) {
		return
	}
	for _, p := range t.mandatory {
		i := slices.Index(set.positional, p)
		if i < 0 {
			return
		}
		t.required = max(t.required, i+1)
	}
	t.simple = true
	t.untyped = !t.Advanced && len(set.positional) == len(t.Parameters) && len(t.Parameters) > 0
	for i, p := range t.Parameters {
		t.untyped = t.untyped && p.plain && len(p.constraints) == 0 && set.positional[i] == p
	}
}

// samePositions reports whether two parameters of a set share a position.
func samePositions(set *parameterSet) bool {
	for i := 1; i < len(set.positional); i++ {
		if set.positional[i].inSet[set.index].Position == set.positional[i-1].inSet[set.index].Position {
			return true
		}
	}
	return false
}

// with is the table with dynamic parameters, for one call.
func (t *ParameterTable) with(dynamic []*Parameter) (*ParameterTable, error) {
	w := &ParameterTable{
		DefaultSet: t.DefaultSet, PositionalBinding: t.PositionalBinding, SupportsProcess: t.SupportsProcess,
		SupportsPaging: t.SupportsPaging, ConfirmImpact: t.ConfirmImpact, Advanced: t.Advanced, script: t.script,
	}
	for _, p := range t.Parameters[:t.declared] {
		own := *p
		w.Parameters = append(w.Parameters, &own)
	}
	w.Parameters = append(w.Parameters, dynamic...)
	return w, w.finish()
}

func (p *Parameter) isPlain() bool {
	return p.common == notCommon && (p.Type == objects.ObjectType || p.Type == objects.PSObjectType) &&
		len(p.Transforms) == 0 && p.casts == 0 && len(p.Validators) == 0 && p.TypeName == "" && p.Obsolete == nil
}

// indexNames fills byName. A name or alias may be declared once.
func (t *ParameterTable) indexNames() error {
	t.byName = make(map[string]*Parameter, 2*len(t.Parameters))
	for _, p := range t.Parameters {
		if _, taken := t.byName[fold(p.Name)]; taken && p.common != notCommon {
			return metadataError("ParameterNameAlreadyExistsForCommand",
				"A parameter with the name '"+p.Name+"' was defined multiple times for the command.")
		}
		t.byName[fold(p.Name)] = p
	}
	aliases := map[string]*Parameter{}
	for _, p := range t.Parameters {
		for _, alias := range p.Aliases {
			if err := t.indexAlias(p, alias, aliases, p.common != notCommon); err != nil {
				return err
			}
		}
	}
	return nil
}

func (t *ParameterTable) indexAlias(p *Parameter, alias string, aliases map[string]*Parameter, common bool) error {
	name := fold(alias)
	if aliases[name] != nil && aliases[name] != p {
		if common {
			return metadataError("AliasParameterNameAlreadyExistsForCommand",
				"The parameter alias cannot be specified because an alias with the name '"+alias+"' was already defined multiple times for the command.")
		}
		return metadataError("AliasDeclaredMultipleTimes", `The alias "`+alias+`" is declared multiple times.`)
	}
	if other := t.byName[name]; other != nil && other != p {
		return metadataError("ParameterNameConflictsWithAlias", "The parameter '"+other.Name+
			"' cannot be specified because it conflicts with the parameter alias of the same name for parameter '"+p.Name+"'.")
	}
	aliases[name], t.byName[name] = p, p
	return nil
}

func metadataError(id, message string) error {
	return newError(objects.ParameterBindingMetadata, id, MetadataError, objects.Null, message)
}

// numberSets collects the sets, the default first and the others in the order in
// which parameters mention them,
// and tells each parameter its place in every one.
func (t *ParameterTable) numberSets() {
	var names []string
	if t.DefaultSet != "" {
		names = append(names, t.DefaultSet)
	}
	for _, p := range t.Parameters {
		for i := range p.Sets {
			names = addName(names, p.Sets[i].Set)
		}
	}
	if len(names) == 0 {
		names = []string{AllParameterSets}
	}
	t.sets = make([]*parameterSet, len(names))
	for i, name := range names {
		t.sets[i] = &parameterSet{name: name, index: i}
		if name == t.DefaultSet {
			t.defaultSet = t.sets[i]
		}
	}
	for _, p := range t.Parameters {
		p.placeInSets(t.sets)
	}
	for _, set := range t.sets {
		set.positional = positionalParameters(t.Parameters, set)
	}
}

func addName(names []string, name string) []string {
	same := func(n string) bool { return objects.EqualFold(n, name) }
	if name == AllParameterSets || slices.ContainsFunc(names, same) {
		return names
	}
	return append(names, name)
}

func (p *Parameter) placeInSets(sets []*parameterSet) {
	p.inSet = make([]*ParameterInSet, len(sets))
	for _, set := range sets {
		for i := range p.Sets {
			if in := &p.Sets[i]; in.Set == AllParameterSets || objects.EqualFold(in.Set, set.name) {
				p.inSet[set.index] = in
			}
		}
	}
}

// positionalParameters are those with a position in the set, by position.
// Parameters that take the remaining arguments are never bound by position.
func positionalParameters(all []*Parameter, set *parameterSet) []*Parameter {
	var found []*Parameter
	for _, p := range all {
		if in := p.inSet[set.index]; in != nil && in.Position != NoPosition && !in.ValueFromRemainingArguments {
			found = append(found, p)
		}
	}
	sort.SliceStable(found, func(i, j int) bool {
		return found[i].inSet[set.index].Position < found[j].inSet[set.index].Position
	})
	return found
}

// Find is the parameter of a name or alias; nil where there is none.
func (t *ParameterTable) Find(name string) *Parameter { return t.byName[fold(name)] }

// Matches are the parameters that a name may mean: the one of exactly that name
// or alias, else those of which it is a prefix: by name in order of declaration,
// then by alias ("about_Parameters").
func (t *ParameterTable) Matches(name string) []*Parameter {
	if p := t.Find(name); p != nil {
		return []*Parameter{p}
	}
	var found []*Parameter
	for _, p := range t.Parameters {
		if hasPrefixFold(p.Name, name) {
			found = append(found, p)
		}
	}
	for _, p := range t.Parameters {
		if slices.ContainsFunc(p.Aliases, func(a string) bool { return hasPrefixFold(a, name) }) && !slices.Contains(found, p) {
			found = append(found, p)
		}
	}
	return preferOwn(found)
}

// preferOwn drops common parameters where exactly one of the command's own
// matches too.
func preferOwn(found []*Parameter) []*Parameter {
	var own *Parameter
	for _, p := range found {
		if p.common != notCommon {
			continue
		}
		if own != nil {
			return found
		}
		own = p
	}
	if own == nil {
		return found
	}
	return []*Parameter{own}
}

func hasPrefixFold(s, prefix string) bool {
	return len(s) >= len(prefix) && strings.EqualFold(s[:len(prefix)], prefix)
}
