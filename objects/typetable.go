package objects

import (
	"strings"
	"sync"
	"sync/atomic"

	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/regex"
)

// TypeTable knows types by name and the members of each, those of .NET and
// those that type data adds (Update-TypeData, "about_Types.ps1xml"). A session
// has one; reading it is safe from several goroutines.
type TypeTable struct {
	sources func() [][]TypeEntry
	byName  func() map[string]*TypeEntry // by folded full name and accelerator
	entryOf func() map[*Type]*TypeEntry

	mu       sync.RWMutex
	defined  map[string]*Type              // types of this session: classes and enums of scripts
	declared map[*Type]func() *Declaration // their members
	typeData map[string]*TypeData          // by folded type name

	members sync.Map // *Type to *typeInfo, built at first use
	current atomic.Pointer[generation]

	hasTypeData atomic.Bool // whether the session added any

	surroundings Surroundings
	locks        *Locks // made at first use
	culture      atomic.Pointer[culture.Culture]
	regexes      func() *regex.Cache
}

// NewTypeTable makes a table of the types in the sources, which are asked for
// when a type is first looked up.
func NewTypeTable(sources func() [][]TypeEntry) *TypeTable {
	tt := &TypeTable{
		sources: sync.OnceValue(sources), defined: map[string]*Type{},
		declared: map[*Type]func() *Declaration{}, typeData: map[string]*TypeData{},
	}
	tt.newGeneration()
	tt.byName = sync.OnceValue(tt.indexNames)
	tt.entryOf = sync.OnceValue(tt.indexTypes)
	tt.regexes = sync.OnceValue(func() *regex.Cache { return regex.NewCache(cachedRegexes) })
	return tt
}

// generation stands for a table until members of known types may have changed.
// Caches in compiled code, which the tables of several sessions may use in turn,
// hold for one generation: no two tables share one.
type generation struct{ _ byte } // of a size, so that no two have one address

func (tt *TypeTable) newGeneration() { tt.current.Store(new(generation)) }

// cachedRegexes is how many patterns a session keeps compiled.
const cachedRegexes = 256

// Regexes is the session's cache of compiled patterns.
func (tt *TypeTable) Regexes() *regex.Cache { return tt.regexes() }

func (tt *TypeTable) indexNames() map[string]*TypeEntry {
	names := make(map[string]*TypeEntry, 1024)
	for _, source := range tt.sources() {
		for i := range source {
			e := &source[i]
			names[strings.ToLower(e.Type.FullName)] = e
			for _, a := range e.Accelerators {
				names[strings.ToLower(a)] = e
			}
		}
	}
	return names
}

func (tt *TypeTable) indexTypes() map[*Type]*TypeEntry {
	types := make(map[*Type]*TypeEntry, 1024)
	for _, source := range tt.sources() {
		for i := range source {
			types[source[i].Type] = &source[i]
		}
	}
	return types
}
