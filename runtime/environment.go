package runtime

import (
	"sort"
	"sync"
)

// Environment is the environment of a session: $env: and what native programs
// get. Names differ by case, as Linux has them.
type Environment struct {
	mu   sync.RWMutex
	vars map[string]string
}

// NewEnvironment makes an environment of "NAME=value" texts, as os.Environ
// gives them.
func NewEnvironment(pairs []string) *Environment {
	e := &Environment{vars: make(map[string]string, len(pairs))}
	for _, p := range pairs {
		for i := 1; i < len(p); i++ {
			if p[i] == '=' {
				e.vars[p[:i]] = p[i+1:]
				break
			}
		}
	}
	return e
}

// Get is the value of a variable.
func (e *Environment) Get(name string) (string, bool) {
	e.mu.RLock()
	defer e.mu.RUnlock()
	v, ok := e.vars[name]
	return v, ok
}

// Set gives a variable a value.
func (e *Environment) Set(name, value string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	e.vars[name] = value
}

// Remove drops a variable.
func (e *Environment) Remove(name string) {
	e.mu.Lock()
	defer e.mu.Unlock()
	delete(e.vars, name)
}

// Names are the names of all variables, sorted.
func (e *Environment) Names() []string {
	e.mu.RLock()
	defer e.mu.RUnlock()
	names := make([]string, 0, len(e.vars))
	for n := range e.vars {
		names = append(names, n)
	}
	sort.Strings(names)
	return names
}

// Pairs are "NAME=value" texts for a native program.
func (e *Environment) Pairs() []string {
	names := e.Names()
	for i, n := range names {
		v, _ := e.Get(n)
		names[i] = n + "=" + v
	}
	return names
}
