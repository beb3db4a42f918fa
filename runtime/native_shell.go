package runtime

import (
	"io"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/clixml"
	objtext "github.com/csshell/csshell/objects/text"
)

// sendObject gives an object of the pipeline to a shell that was started with a
// script block ("about_Pwsh", -InputFormat XML).
func (st *nativeStage) sendObject(v objects.Value) error {
	if st.objects == nil {
		if _, err := io.WriteString(st.stdin, clixml.StreamMark+"\n"); err != nil {
			st.broken = true
			return nil
		}
		s := st.request.frame.session
		st.objects = clixml.NewStreamWriter(s.ctx, s.Types, func(piece string) error {
			if _, err := io.WriteString(st.stdin, piece); err != nil {
				st.broken = true
			}
			return nil
		})
	}
	return st.objects.WriteTo("Output", v)
}

// encoded is text for the program in the encoding of $OutputEncoding, whose mark stands
// before the first line; UTF-8 without one where that says nothing.
func (st *nativeStage) encoded(line string) []byte {
	v, _ := st.request.frame.scope.Get("OutputEncoding")
	e, ok := objects.As[*objtext.Encoding](v.Base())
	if !ok {
		return []byte(line)
	}
	var out []byte
	if !st.fed {
		out = append(out, e.Preamble...)
	}
	st.fed = true
	return e.Append(out, line)
}

// passObjects gives what another shell has written to the streams that it names.
func (st *nativeStage) passObjects(text string) error {
	s := st.request.frame.session
	for item, err := range clixml.ReadStreams(s.ctx, s.Types, text) {
		if err == nil {
			err = st.passObject(item)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (st *nativeStage) passObject(item clixml.Item) error {
	streams := st.request.streams
	switch item.Stream {
	case "error":
		r, err := st.request.frame.session.receivedError(item.Value)
		if err != nil {
			return err
		}
		return streams[ErrorStream](objects.Of(r))
	case "progress", "information":
		return nil
	}
	for _, m := range [...]struct {
		name   string
		stream Stream
	}{{"warning", WarningStream}, {"verbose", VerboseStream}, {"debug", DebugStream}} {
		if m.name != item.Stream {
			continue
		}
		text, err := st.request.frame.session.Types.Text(item.Value, "")
		if err != nil {
			return err
		}
		return streams[m.stream](objects.Of(&MessageRecord{Stream: m.stream, Message: text}))
	}
	return streams.write(item.Value)
}

// receivedError is an error of another shell: its text, with the id that it had.
func (s *Session) receivedError(v objects.Value) (*ErrorRecord, error) {
	text, err := s.Types.ToString(v, "")
	if err != nil {
		return nil, err
	}
	id := "NativeCommandError"
	if given, ok, err := s.Types.GetProperty(v, "FullyQualifiedErrorId"); ok && err == nil {
		id, _ = given.Str()
	}
	return newError(objects.RemoteException, id, NotSpecified, objects.Null, text), nil
}

// encodedArguments are values as -EncodedArguments wants them.
func (s *Session) encodedArguments(v objects.Value) (string, error) {
	var text strings.Builder
	w := clixml.NewStreamWriter(s.ctx, s.Types, func(piece string) error {
		text.WriteString(piece)
		return nil
	})
	items := elements(v)
	if err := w.Write(objects.ArrayValue(items)); err != nil {
		return "", err
	}
	err := w.Close()
	return encodedCommand(text.String()), err
}
