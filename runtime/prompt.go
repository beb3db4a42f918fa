package runtime

import "github.com/csshell/csshell/objects"

// Prompt is the text that the function prompt gives; ok is false where there is
// none, or it fails.
func (s *Session) Prompt() (text string, ok bool) {
	c, found := s.global.function("prompt")
	if !found {
		return "", false
	}
	f := &frame{session: s, scope: s.global, streams: &s.base}
	v, err := f.collect(func(inner *frame) error {
		st, err := s.newStage(stageRequest{frame: inner, streams: inner.streams, command: c, info: &InvocationInfo{InvocationName: "prompt"}, place: pipelinePlace{1, 1, false}})
		if err != nil {
			return err
		}
		return runStages(s, []stage{st}, nil)
	})
	if err != nil || v.IsNull() {
		return "", false
	}
	text, err = s.Types.Text(v, "")
	return text, err == nil
}

var _ objects.FlowError = (*flow)(nil)
