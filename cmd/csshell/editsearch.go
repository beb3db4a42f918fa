package main

import "strings"

// search is a search back through the history.
type search struct {
	pattern string
	at      int
	before  snapshot
}

// pressSearch is a key of the search; done reports that it ends it and is still
// to be done.
func (e *editor) pressSearch(key keyPress) (done bool) {
	s := e.search
	switch {
	case key.kind == keyRune:
		s.pattern += string(key.r)
		s.at = max(s.at-1, -1)
	case key.kind == keyBackspace && s.pattern != "":
		runes := []rune(s.pattern)
		s.pattern, s.at = string(runes[:len(runes)-1]), -1
	case key.kind == keyControl && key.r == 'R': // the next one further back
	case key.kind == keyEscape, key.kind == keyControl && (key.r == 'G' || key.r == 'C'):
		e.SetWithIdx(s.before.at, s.before.text)
		e.search = nil
		return false
	default:
		e.search = nil
		return true
	}
	at := e.history.before(s.at, func(line string) bool {
		return s.pattern != "" && strings.Contains(strings.ToLower(line), strings.ToLower(s.pattern))
	})
	if at >= 0 {
		s.at = at
		e.setEnd(e.history.line(at))
	}
	return false
}
