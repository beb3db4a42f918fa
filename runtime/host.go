package runtime

import (
	"github.com/csshell/csshell/objects"
)

// Host is what a session shows things on and asks things of
// (System.Management.Automation.Host.PSHost). It writes text; what the text
// looks like is decided before.
type Host interface {
	// Name and Version are $Host.Name and $Host.Version.
	Name() string
	// Interactive reports whether a person can be asked.
	Interactive() bool
	// WriteOutput writes rendered output of the pipeline, with its line ends.
	WriteOutput(text string) error
	// WriteErrorText writes the text of an error, already rendered.
	WriteErrorText(text string) error
	// WriteHost writes text of Write-Host; colours are names of ConsoleColor or "".
	WriteHost(text, foreground, background string, newline bool) error
	// WriteStream writes a line of the warning, verbose or debug stream.
	WriteStream(stream Stream, text string) error
	// WriteProgress shows or updates a progress record.
	WriteProgress(r *ProgressRecord) error
	// ReadLine asks for a line; secret hides what is typed. The error is
	// ErrNotInteractive where nobody can be asked.
	ReadLine(prompt string, secret bool) (string, error)
	// Width and Height are the size of the window in cells.
	Size() (width, height int)
	// Colors reports whether escape sequences may be written to output and to errors.
	Colors() (output, errors bool)
	// Exit is called by exit at the prompt.
	SetTitle(title string) error
	// ClearScreen clears the window.
	ClearScreen() error
}

// ErrorReceiver is a host that may take errors as they are, before they become text;
// done reports that it has.
type ErrorReceiver interface {
	ReceiveError(r *ErrorRecord) (done bool, err error)
}

// TerminalHost is a host that knows whether its terminal understands escape
// sequences; others are taken to.
type TerminalHost interface {
	SupportsVirtualTerminal() bool
}

// TranscriptHost is a host that keeps transcripts (Start-Transcript).
type TranscriptHost interface {
	// WriteQuestion is WriteHost for what is part of a question: transcripts do not
	// get it.
	WriteQuestion(text, foreground string, newline bool) error
	// Transcribe puts text into the transcripts alone.
	Transcribe(text string)
}

// InputReader is a host whose standard input scripts may read as it is
// ([Console]::In), with no prompt and without showing what is read.
type InputReader interface {
	// ReadInput reads a line; io.EOF says that there is none.
	ReadInput() (string, error)
}

// ErrInterrupted is what ReadLine of a Host gives after Ctrl+C: the pipeline that
// asked is stopped.
var ErrInterrupted error = errStopped

// Exiter is a host that can be told how the shell is to end
// ($Host.SetShouldExit), and to leave a nested prompt.
type Exiter interface {
	SetShouldExit(code int)
	ExitNestedPrompt()
}

// ProgressRecord is one update of Write-Progress.
type ProgressRecord struct {
	ActivityID, ParentID               int
	Activity, Status, CurrentOperation string
	PercentComplete, SecondsRemaining  int // -1 where unknown
	Completed                          bool
}

// Stream is one of the streams of a command ("about_Output_Streams").
type Stream uint8

// The streams, by their numbers in redirections.
const (
	SuccessStream Stream = 1 + iota
	ErrorStream
	WarningStream
	VerboseStream
	DebugStream
	InformationStream
	streamCount
)

// InformationRecord is what Write-Information and Write-Host write.
type InformationRecord struct {
	Message objects.Value
	Source  string
	Tags    []string
	Time    int64 // ticks
	User    string
	Host    *HostMessage // of Write-Host
	shown   string       // the message as text
	quiet   bool         // not for the host: a redirection alone sees it
}

// HostMessage is HostInformationMessage: how Write-Host wants its text shown.
type HostMessage struct {
	Message                string
	Foreground, Background string
	NoNewLine              bool
}
