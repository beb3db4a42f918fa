package argument

import "github.com/csshell/csshell/objects/wildcard"

// Patterns are the wildcard patterns of a parameter such as -Include, which match
// whatever the case.
func Patterns(texts []string) ([]*wildcard.Pattern, error) {
	var list []*wildcard.Pattern
	for _, t := range texts {
		w, err := wildcard.Compile(t, true)
		if err != nil {
			return nil, err
		}
		list = append(list, w)
	}
	return list, nil
}
