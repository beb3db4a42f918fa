package runtime

import (
	"strings"

	"github.com/csshell/csshell/objects/wildcard"
)

// Selection says which items a path with wildcards stands for ("about_Wildcards").
type Selection struct {
	Literal          bool // no character is a wildcard
	Include, Exclude []*wildcard.Pattern
	ItemOptions
}

// Picks reports whether the name of an item passes -Include and -Exclude.
func (o *Selection) Picks(name string) bool {
	return (len(o.Include) == 0 || wildcard.MatchAny(o.Include, name)) && !wildcard.MatchAny(o.Exclude, name)
}

// Globs reports whether a path has to be matched with the items there are: it has
// wildcards, or names are to be included or excluded.
func (o *Selection) Globs(path string) bool {
	return !o.Literal && (wildcard.ContainsWildcards(path) || len(o.Include)+len(o.Exclude) > 0)
}

// Glob gives the paths of the items that a path stands for. found is false for
// a path without wildcards that leads nowhere: list then holds where it would be.
func (s *Session) Glob(path string, o Selection) (list []ItemPath, found bool, err error) {
	if !o.Globs(path) {
		if !o.Literal {
			path = wildcard.Unescape(path)
		}
		p, err := s.ParsePath(path)
		if err != nil {
			return nil, false, err
		}
		return []ItemPath{p}, p.Provider.Provider.Exists(s, p.Path), nil
	}
	pattern, err := s.parsePath(path, func(text string) string { return wildcard.Escape(text, "/") })
	if err != nil {
		return nil, false, err
	}
	list, err = s.match(pattern, o)
	if err != nil || len(list) > 0 || wildcard.ContainsWildcards(path) {
		return list, true, err
	}
	p := pattern.At(wildcard.Unescape(pattern.Path))
	return []ItemPath{p}[:0], p.Provider.Provider.Exists(s, p.Path), nil
}

// match walks down a path part by part.
func (s *Session) match(pattern ItemPath, o Selection) ([]ItemPath, error) {
	if !pattern.Provider.Navigation {
		return s.matchPart(pattern.At(""), pattern.Path, o)
	}
	parts := strings.Split(strings.Trim(pattern.Path, "/"), "/")
	level := []ItemPath{pattern.At("/")}
	for i, part := range parts {
		step := Selection{ItemOptions: ItemOptions{Force: o.Force}}
		if i == len(parts)-1 {
			step = o
		}
		var next []ItemPath
		for _, p := range level {
			more, err := s.matchPart(p, part, step)
			if err != nil {
				return nil, err
			}
			next = append(next, more...)
		}
		level = next
	}
	return level, nil
}

// matchPart are the items below a container whose names match.
func (s *Session) matchPart(p ItemPath, part string, o Selection) ([]ItemPath, error) {
	if !wildcard.ContainsWildcards(part) {
		name := wildcard.Unescape(part)
		child := p.Join(name)
		if name == "" {
			child = p
		}
		if !o.Picks(child.Leaf()) || !p.Provider.Provider.Exists(s, child.Path) {
			return nil, nil
		}
		return []ItemPath{child}, nil
	}
	w, err := wildcard.Compile(part, true)
	if err != nil {
		return nil, err
	}
	if o.Filter == "" && p.Provider.Capabilities&FilterCapability != 0 && !strings.ContainsAny(part, "[]`") {
		o.Filter = part // the store itself has the last word on what matches
	}
	children, err := p.Provider.Provider.Children(s, p.Path, o.ItemOptions)
	if err != nil {
		if o.Filter != "" && !p.Provider.Navigation {
			return nil, err
		}
		return nil, nil // a container that cannot be read has no matches
	}
	var list []ItemPath
	for _, c := range children {
		if w.Match(c.Name) && o.Picks(c.Name) {
			list = append(list, p.At(c.Path))
		}
	}
	return list, nil
}
