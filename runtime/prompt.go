package runtime

import "github.com/csshell/csshell/objects"

// Prompt is the text that the function prompt gives, the first thing that it
// writes; ok is false where there is none, or it fails. Its errors go to $Error
// alone, and $? stays what it was ("about_Prompts").
func (s *Session) Prompt() (text string, ok bool) {
	c, found := s.global.function("prompt")
	if !found {
		return "", false
	}
	defer s.EnterTurn()()
	success := s.success
	defer func() { s.success = success }()
	var first *objects.Value
	streams := s.base
	streams[SuccessStream] = func(v objects.Value) error {
		if first == nil {
			first = &v
		}
		return nil
	}
	streams[ErrorStream] = func(objects.Value) error { return nil }
	f := &frame{session: s, scope: s.Current(), streams: &streams}
	st, err := s.newStage(stageRequest{frame: f, streams: &streams, command: c, info: &InvocationInfo{InvocationName: "prompt"}, place: pipelinePlace{1, 1, false}})
	if err == nil {
		err = runStages(s, []stage{st}, nil)
	}
	if err != nil && !isFlow(err) {
		s.remember(asRecord(err, nil))
	}
	if err != nil || first == nil {
		return "", false
	}
	text, err = s.Types.Text(*first, "")
	return text, err == nil
}

var _ objects.FlowError = (*flow)(nil)
