package objects

import (
	"maps"
	"slices"
	"strconv"
	"strings"
)

// Lookup finds a type by the name a script writes between brackets: full
// name, accelerator, with or without "System.", arrays "int[]", generics
// "List[string]", nested types "Environment+SpecialFolder", with the name of
// an assembly behind it; using namespaces are tried in order. ok is false for
// an unknown name ("about_Type_Accelerators", "about_Using").
func (tt *TypeTable) Lookup(name string, namespaces []string) (t *Type, ok bool) {
	n, ok := parseTypeName(name)
	if !ok {
		return nil, false
	}
	return tt.resolve(n, func(words string) (*Type, bool) { return tt.lookupWords(words, namespaces) })
}

// resolve makes the type of a parsed name, given how single names are found.
func (tt *TypeTable) resolve(n typeName, find func(words string) (*Type, bool)) (*Type, bool) {
	words := n.words
	if len(n.args) > 0 && !strings.Contains(words, "`") {
		words += "`" + strconv.Itoa(len(n.args))
	}
	t, ok := find(words)
	if !ok {
		return nil, false
	}
	if len(n.args) > 0 {
		if Arity(t) != len(n.args) {
			return nil, false
		}
		args := make([]*Type, len(n.args))
		for i, a := range n.args {
			if args[i], ok = tt.resolve(a, find); !ok {
				return nil, false
			}
		}
		t = MakeGeneric(t, args...)
	}
	for i := len(n.ranks) - 1; i >= 0; i-- { // int[][,] is an array of int[,]
		t = ArrayOfRank(t, n.ranks[i])
	}
	return t, true
}

// Arity is the number of arguments that an open generic type asks for.
func Arity(t *Type) int {
	if !t.Is(GenericAttr) {
		return 0
	}
	n, _ := strconv.Atoi(t.FullName[strings.LastIndexByte(t.FullName, '`')+1:])
	return n
}

func (tt *TypeTable) lookupWords(words string, namespaces []string) (*Type, bool) {
	key := strings.ToLower(words)
	if t, ok := tt.known(key); ok {
		return t, true
	}
	if t, ok := tt.known("system." + key); ok {
		return t, true
	}
	for _, space := range namespaces {
		if t, ok := tt.known(strings.ToLower(space) + "." + key); ok {
			return t, true
		}
	}
	return nil, false
}

// known finds a type by its folded full name or accelerator.
func (tt *TypeTable) known(key string) (*Type, bool) {
	if tt.surroundings.Type != nil {
		if t, ok := tt.surroundings.Type(key); ok {
			return t, true
		}
	}
	tt.mu.RLock()
	t, ok := tt.defined[key]
	tt.mu.RUnlock()
	if ok {
		return t, true
	}
	if e, ok := tt.byName()[key]; ok {
		return e.Type, true
	}
	return nil, false
}

// Names yields the names that types are known by, in no order, and whether each
// is an accelerator rather than a full name.
func (tt *TypeTable) Names(yield func(name string, accelerator bool) bool) {
	tt.mu.RLock()
	defined := slices.Collect(maps.Values(tt.defined))
	tt.mu.RUnlock()
	for _, t := range defined {
		if !yield(t.FullName, false) {
			return
		}
	}
	for _, source := range tt.sources() {
		for i := range source {
			if !yield(source[i].Type.FullName, false) {
				return
			}
			for _, a := range source[i].Accelerators {
				if !yield(a, true) {
					return
				}
			}
		}
	}
}

// Define makes a type of a script (class, enum, Add-Type) known by its name;
// one of the same name takes its place.
func (tt *TypeTable) Define(t *Type) { tt.DefineMembers(t, nil) }

// Name makes a type whose members are declared already known by its name.
func (tt *TypeTable) Name(t *Type) {
	tt.mu.Lock()
	tt.defined[strings.ToLower(t.FullName)] = t
	tt.mu.Unlock()
}

// DefineMembers makes a type known together with its members, which are asked
// for at first use.
func (tt *TypeTable) DefineMembers(t *Type, declare func() *Declaration) {
	tt.Name(t)
	tt.DeclareMembers(t, declare)
}

// DeclareMembers says what the members of a type are that scripts find by other
// ways than its name: a class that is known in some scopes only.
func (tt *TypeTable) DeclareMembers(t *Type, declare func() *Declaration) {
	if declare != nil {
		tt.mu.Lock()
		tt.declared[t] = declare
		tt.mu.Unlock()
	}
	tt.members.Delete(t)
	tt.newGeneration()
}

// TypeNamer is the class of a script, which knows the types that its members
// may name, whatever scope asks for them.
type TypeNamer interface {
	TypeNamed(folded string) (*Type, bool)
}

// OfScript reports whether a script defined the type, its elements or one of
// its generic arguments.
func (t *Type) OfScript() bool {
	if t.Class != nil || t.Elem != nil && t.Elem.OfScript() {
		return true
	}
	for _, a := range t.Args {
		if a.OfScript() {
			return true
		}
	}
	return false
}

// DisplayName is the name of t as PowerShell's messages and Get-Member print
// it: accelerators where there are ("int", "string[]"), else the full name,
// generic arguments in brackets.
func (tt *TypeTable) DisplayName(t *Type) string {
	switch {
	case t == nil:
		return "null"
	case t.Elem != nil:
		return tt.DisplayName(t.Elem) + rankSuffix(t.Rank)
	case t.Open != nil:
		names := make([]string, len(t.Args))
		for i, a := range t.Args {
			names[i] = tt.DisplayName(a)
		}
		return withoutArity(t.Open.FullName) + "[" + strings.Join(names, ",") + "]"
	}
	if e, ok := tt.entryOf()[t]; ok && len(e.Accelerators) > 0 {
		return e.Accelerators[0]
	}
	return withoutArity(t.FullName)
}

func withoutArity(name string) string {
	if i := strings.LastIndexByte(name, '`'); i >= 0 {
		return name[:i]
	}
	return name
}

// String is the type's name as Type.ToString() has it: generic arguments by
// their names, "System.Collections.Generic.List`1[System.Int32]".
func (t *Type) String() string {
	if t.Elem != nil {
		return t.Elem.String() + rankSuffix(t.Rank)
	}
	if t.Open == nil {
		return t.FullName
	}
	names := make([]string, len(t.Args))
	for i, a := range t.Args {
		names[i] = a.String()
	}
	return t.Open.FullName + "[" + strings.Join(names, ",") + "]"
}
