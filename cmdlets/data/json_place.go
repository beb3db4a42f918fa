package data

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects/utf16"
)

// jsonScope is a container that is being read, with the place of the value in it
// that was read last.
type jsonScope struct {
	list  bool
	index int    // of a list; -1 before its first value
	name  string // of an object
}

// open notes that a container begins. It fails where the containers would be
// nested deeper than allowed.
func (r *jsonReader) open(list bool) error {
	r.finished()
	r.scopes = append(r.scopes, jsonScope{list: list, index: -1})
	r.fresh = true
	if depth := len(r.scopes); depth > 1 && depth > min(r.maxDepth, jsonDeepest) {
		return r.failure("The reader's MaxDepth of %d has been exceeded.", r.maxDepth)
	}
	return nil
}

// close notes that the innermost container ends.
func (r *jsonReader) close() {
	r.scopes = r.scopes[:len(r.scopes)-1]
	r.fresh = false
}

// finished notes that a value has been read or that a container begins.
func (r *jsonReader) finished() {
	r.begun, r.fresh = true, false
	if n := len(r.scopes); n > 0 && r.scopes[n-1].list {
		r.scopes[n-1].index++
	}
}

// failure is an error with the path and the place as messages of Newtonsoft.Json
// have them: the path leads to the value that was read last, and a text that is
// wrong from its first character on has no line.
func (r *jsonReader) failure(format string, args ...any) error {
	before := r.text[:r.at]
	line := 1 + strings.Count(before, "\n") + strings.Count(before, "\r") - strings.Count(before, "\r\n")
	column := utf16.Len(before[strings.LastIndexAny(before, "\r\n")+1:])
	if !r.begun && column == 0 {
		line = 0
	}
	return jsonFailure(fmt.Sprintf(format, args...) + fmt.Sprintf(" Path '%s', line %d, position %d.", r.path(), line, column))
}

// path names the value that was read last, as a path of JSONPath.
func (r *jsonReader) path() string {
	scopes := r.scopes
	if r.fresh {
		scopes = scopes[:len(scopes)-1]
	}
	return scopePath(scopes)
}

func scopePath(scopes []jsonScope) string {
	var b strings.Builder
	for _, s := range scopes {
		switch {
		case s.list:
			b.WriteString("[" + strconv.Itoa(s.index) + "]")
		case strings.ContainsAny(s.name, ". '/\"[]()\t\n\r\f\b\\\u0085\u2028\u2029"):
			b.WriteString("['" + strings.NewReplacer(`\`, `\\`, `'`, `\'`, "\t", `\t`, "\n", `\n`, "\r", `\r`, "\f", `\f`, "\b", `\b`).Replace(s.name) + "']")
		case b.Len() > 0:
			b.WriteString("." + s.name)
		default:
			b.WriteString(s.name)
		}
	}
	return b.String()
}
