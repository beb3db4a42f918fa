package view

import (
	"strings"
	"sync"
)

// Set is the views of a session. It is built at the first question, so that a
// shell that shows nothing pays nothing.
type Set struct {
	mu      sync.RWMutex
	sources []func() []View
	views   []View             // in order; nil until asked, and after a change
	byType  map[string][]*View // by lower-case type name, in order
}

// NewSet makes a set of the views that the functions list; earlier ones win.
func NewSet(sources ...func() []View) *Set { return &Set{sources: sources} }

// Add adds views behind all others (Update-FormatData -AppendPath).
func (s *Set) Add(views []View) { s.change(views, false) }

// AddFirst adds views before all others (Update-FormatData -PrependPath).
func (s *Set) AddFirst(views []View) { s.change(views, true) }

func (s *Set) change(views []View, first bool) {
	s.mu.Lock()
	defer s.mu.Unlock()
	source := func() []View { return views }
	if first {
		s.sources = append([]func() []View{source}, s.sources...)
	} else {
		s.sources = append(s.sources[:len(s.sources):len(s.sources)], source)
	}
	s.byType = nil
}

// All are the views in order, to be read only (Get-FormatData).
func (s *Set) All() []View {
	s.index()
	s.mu.RLock()
	defer s.mu.RUnlock()
	return s.views
}

// Find is the view for the type names (most derived first): the first one that
// applies to the most derived name, is of the shape, and is called name where
// that is not "". It is nil where there is none. Views out of band are passed
// over.
func (s *Set) Find(typeNames []string, shape Shape, name string) *View {
	return s.find(typeNames, func(v *View) bool {
		return !v.OutOfBand && (shape == AnyShape || v.Body.shape() == shape) &&
			(name == "" || strings.EqualFold(v.Title(), name))
	})
}

// FindOutOfBand is the view out of band for the type names, or nil.
func (s *Set) FindOutOfBand(typeNames []string) *View {
	return s.find(typeNames, func(v *View) bool { return v.OutOfBand })
}

func (s *Set) find(typeNames []string, fits func(*View) bool) *View {
	byType := s.index()
	search := func(name func(string) string) *View {
		for _, t := range typeNames {
			for _, v := range byType[strings.ToLower(name(t))] {
				if fits(v) {
					return v
				}
			}
		}
		return nil
	}
	if v := search(func(t string) string { return t }); v != nil {
		return v
	}
	return search(liveName)
}

// liveName is the name of the type that a deserialized object was of.
func liveName(typeName string) string { return strings.TrimPrefix(typeName, "Deserialized.") }

func (s *Set) index() map[string][]*View {
	s.mu.RLock()
	byType := s.byType
	s.mu.RUnlock()
	if byType != nil {
		return byType
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if s.byType == nil {
		s.build()
	}
	return s.byType
}

func (s *Set) build() {
	s.views = nil
	for _, source := range s.sources {
		s.views = append(s.views, source()...)
	}
	s.byType = make(map[string][]*View, 2*len(s.views))
	for i := range s.views {
		v := &s.views[i]
		for _, t := range v.Types {
			key := strings.ToLower(t)
			s.byType[key] = append(s.byType[key], v)
		}
	}
}

// Title is the view's name, or its first type.
func (v *View) Title() string {
	if v.Name != "" || len(v.Types) == 0 {
		return v.Name
	}
	return v.Types[0]
}

// appliesTo reports whether the view is one for some of the type names.
func (v *View) appliesTo(typeNames []string) bool {
	for _, t := range typeNames {
		for _, own := range v.Types {
			if strings.EqualFold(t, own) || strings.EqualFold(liveName(t), own) {
				return true
			}
		}
	}
	return false
}
