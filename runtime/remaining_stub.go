package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

func (cc *compiler) backgroundJob(p parser.PipelineBase) statement {
	return func(*frame) error { return nil }
}

func (s *Session) driveValue(scope *Scope, drive, name string) (objects.Value, error) {
	return objects.Null, nil
}

func (s *Session) setDriveValue(scope *Scope, drive, name string, v objects.Value) error {
	text, err := s.Types.Text(v, " ")
	if err != nil {
		return err
	}
	s.Environment.Set(name, text)
	return nil
}
