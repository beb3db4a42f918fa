package runtime

import (
	"github.com/csshell/csshell/objects"
)

// hostStreams are the streams of a statement at the prompt: output goes to the
// sink that renders it, all else to the host.
func (s *Session) hostStreams(output Sink) Streams {
	var st Streams
	st[SuccessStream] = output
	st[ErrorStream] = s.showError
	for _, stream := range [...]Stream{WarningStream, VerboseStream, DebugStream} {
		st[stream] = func(v objects.Value) error {
			text, err := s.Types.ToString(v, "")
			if err != nil {
				return err
			}
			return s.Host.WriteStream(stream, text)
		}
	}
	st[InformationStream] = s.showInformation
	return st
}

// showError shows what arrives in the error stream.
func (s *Session) showError(v objects.Value) error {
	r, ok := objects.As[*ErrorRecord](v)
	if !ok {
		text, err := s.Types.ToString(v, "")
		if err != nil {
			return err
		}
		return s.errorOutput(text + "\n")
	}
	place := r.place()
	return s.presentError(r, place != nil && place.Source.File == "")
}

// presentError shows an error on the host. A transcript gets what the commands of the
// prompt itself report twice.
func (s *Session) presentError(r *ErrorRecord, twice bool) error {
	if h, ok := s.Host.(ErrorReceiver); ok {
		if done, err := h.ReceiveError(r); done {
			return err
		}
	}
	text := s.hostError(r)
	if twice {
		s.transcribe(text)
	}
	return s.errorOutput(text)
}

// transcribe puts text into the transcripts of the host alone.
func (s *Session) transcribe(text string) {
	if h, ok := s.Host.(TranscriptHost); ok {
		h.Transcribe(text)
	}
}

// question shows text that is part of a question.
func (s *Session) question(text, foreground string, newline bool) error {
	if h, ok := s.Host.(TranscriptHost); ok {
		return h.WriteQuestion(text, foreground, newline)
	}
	return s.Host.WriteHost(text, foreground, "", newline)
}

func (s *Session) showInformation(v objects.Value) error {
	r, ok := objects.As[*InformationRecord](v)
	if ok && r.quiet {
		return nil
	}
	if ok && r.Host != nil {
		return s.Host.WriteHost(r.Host.Message, r.Host.Foreground, r.Host.Background, !r.Host.NoNewLine)
	}
	text, err := s.Types.ToString(v, "")
	if err != nil {
		return err
	}
	return s.Host.WriteHost(text, "", "", true)
}

// Type is System.Management.Automation.InformationRecord.
func (*InformationRecord) Type() *objects.Type { return InformationRecordType }

// Text is the message.
func (r *InformationRecord) Text() (string, error) { return r.text(), nil }

// InformationRecordType is System.Management.Automation.InformationRecord.
var InformationRecordType = &objects.Type{FullName: "System.Management.Automation.InformationRecord", Kind: objects.KindObject}

// writesToHost reports whether the success stream is the session's own output.
func (s *Session) writesToHost(streams *Streams) bool { return streams == &s.base }
