package runtime

import (
	"github.com/csshell/csshell/objects"
)

// Sink takes what is written to a stream. An error means stop.
type Sink func(v objects.Value) error

// Streams are the sinks of a command; a redirection is an assignment to a
// copy. The element of stream 1 is the pipeline.
type Streams [streamCount]Sink

// write writes to the pipeline.
func (s *Streams) write(v objects.Value) error { return s[SuccessStream](v) }
