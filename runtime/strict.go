package runtime

// strictMode is Set-StrictMode of a scope; scopes without one ask their callers.
type strictMode uint8

const (
	strictUnset strictMode = iota
	strictOff
	strict1
	strict2
	strict3
)

// strictness is the mode in force in a scope.
func (s *Scope) strictness() strictMode {
	for c := s; c != nil; c = c.parent {
		if c.strict != strictUnset {
			return c.strict
		}
	}
	return strictOff
}

// Strict is the version of the strict mode in force in this scope; 0 is off.
func (s *Scope) Strict() int { return int(s.strictness() - strictOff) }

// SetStrict sets the strict mode of this scope: 0 is off, 3 the strictest.
func (s *Scope) SetStrict(version int) { s.strict = strictOff + strictMode(min(version, 3)) }
