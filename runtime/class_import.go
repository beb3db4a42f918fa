package runtime

import (
	"github.com/csshell/csshell/objects"
)

// DefineTypes defines the classes and enums that a block declares for the whole
// session, each under the full name that its name in the text stands for: types
// that do not come from a script's own text (Add-Type). What it gives has the
// order of the block.
func (s *Session) DefineTypes(b *ScriptBlock, fullNames map[string]string) ([]*objects.Type, error) {
	s.definesTypes.Store(true)
	current := s.current
	s.current = s.global
	defer func() { s.current = current }()
	list := typeDefinitions(b.code.ast)
	builder := &typeBuilder{frame: &frame{session: s, scope: s.global, streams: s.writing}, compiler: &compiler{source: b.code.source}}
	types, err := builder.build(list)
	if err != nil {
		return nil, err
	}
	made := make([]*objects.Type, 0, len(list))
	for _, d := range list {
		t := types[fold(d.Name)]
		if full := fullNames[d.Name]; full != "" {
			t.FullName = full
		}
		s.Types.Name(t)
		made = append(made, t)
	}
	return made, nil
}
