package runtime

import (
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
)

// HistoryEntry is a line that was run at the prompt
// (Microsoft.PowerShell.Commands.HistoryInfo).
type HistoryEntry struct {
	ID         int
	Line       string
	Status     string // Completed, Failed, Stopped
	Start, End time.Time
}

// HistoryEntryType is Microsoft.PowerShell.Commands.HistoryInfo.
var HistoryEntryType = &objects.Type{FullName: "Microsoft.PowerShell.Commands.HistoryInfo", Kind: objects.KindObject}

// Type is Microsoft.PowerShell.Commands.HistoryInfo.
func (*HistoryEntry) Type() *objects.Type { return HistoryEntryType }

// Text is the line.
func (e *HistoryEntry) Text() (string, error) { return e.Line, nil }

// history is what a session remembers of its lines.
type history struct {
	entries []*HistoryEntry
	last    int // the number of the newest line
	// replaced is the line that Invoke-History has run.
	replaced string
}

// AddHistory remembers a line that has run; the oldest ones are forgotten where
// there are more than $MaximumHistoryCount.
func (s *Session) AddHistory(e HistoryEntry) *HistoryEntry {
	s.history.last++
	e.ID = s.history.last
	s.history.entries = append(s.history.entries, &e)
	s.TrimHistory()
	return &e
}

// SkipHistory counts a line that is not to be remembered.
func (s *Session) SkipHistory() { s.history.last++ }

// standardHistory is $MaximumHistoryCount where it says nothing.
const standardHistory = 4096

// TrimHistory forgets the oldest lines beyond $MaximumHistoryCount.
func (s *Session) TrimHistory() {
	most := standardHistory
	if v, ok := s.global.Get("MaximumHistoryCount"); ok {
		if n, err := s.Types.Convert(v, objects.Int32Type); err == nil && n.Int64() > 0 {
			most = int(n.Int64())
		}
	}
	if n := len(s.history.entries) - most; n > 0 {
		s.history.entries = append([]*HistoryEntry(nil), s.history.entries[n:]...)
	}
}

// History are the lines that the session remembers, the oldest first.
func (s *Session) History() []*HistoryEntry { return s.history.entries }

// ForgetHistory drops the lines for which drop says so.
func (s *Session) ForgetHistory(drop func(*HistoryEntry) bool) {
	var kept []*HistoryEntry
	for _, e := range s.history.entries {
		if !drop(e) {
			kept = append(kept, e)
		}
	}
	s.history.entries = kept
}

// Replay asks the prompt to run a line next and to remember it in the place of
// the one that asked (Invoke-History).
func (s *Session) Replay(line string) { s.history.replaced = line }

// Replayed is the line that a command has run in the place of the one typed; ""
// for none.
func (s *Session) Replayed() string {
	line := s.history.replaced
	s.history.replaced = ""
	return line
}

func declareHistoryEntry() *objects.Declaration {
	at := func(t time.Time) objects.Value { return objects.DateTimeOf(datetime.FromTime(t, datetime.Local)) }
	return &objects.Declaration{
		Type: HistoryEntryType,
		Properties: []objects.Property{
			value("long Id {get;}", func(e *HistoryEntry) objects.Value { return objects.Int64(int64(e.ID)) }),
			text("string CommandLine {get;}", func(e *HistoryEntry) string { return e.Line }),
			value("System.Management.Automation.Runspaces.PipelineState ExecutionStatus {get;}", func(e *HistoryEntry) objects.Value {
				for i, name := range pipelineStateType.Enum.Names {
					if name == e.Status {
						return objects.Word(pipelineStateType, uint64(i))
					}
				}
				return objects.Word(pipelineStateType, 0)
			}),
			value("datetime StartExecutionTime {get;}", func(e *HistoryEntry) objects.Value { return at(e.Start) }),
			value("datetime EndExecutionTime {get;}", func(e *HistoryEntry) objects.Value { return at(e.End) }),
			value("timespan Duration {get;}", func(e *HistoryEntry) objects.Value {
				return objects.TimeSpanOf(datetime.TimeSpan(e.End.Sub(e.Start) / 100))
			}),
		},
		Methods: []objects.Method{
			method("string ToString()", func(e *HistoryEntry, _ *objects.Call) (objects.Value, error) { return objects.String(e.Line), nil }),
		},
	}
}

// pipelineStateType is System.Management.Automation.Runspaces.PipelineState.
var pipelineStateType = &objects.Type{
	FullName: "System.Management.Automation.Runspaces.PipelineState", Kind: objects.KindEnum,
	Attributes: objects.ValueTypeAttr | objects.SealedAttr,
	Enum:       &objects.EnumInfo{Names: []string{"NotStarted", "Running", "Stopping", "Stopped", "Completed", "Failed", "Disconnected"}, Values: []int64{0, 1, 2, 3, 4, 5, 6}},
}
