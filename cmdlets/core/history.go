package core

import (
	"slices"
	"strconv"
	"strings"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// GetHistory writes the lines that were run at the prompt.
type GetHistory struct {
	_ struct{} `cmdlet:"OutputType=Microsoft.PowerShell.Commands.HistoryInfo"`

	ID    []int64               `param:"Name=Id,Position=0,ValueFromPipeline" validate:"Range=1:9223372036854775807"`
	Count runtime.Optional[int] `param:"Position=1" validate:"Range=0:32767"`
}

// ProcessRecord writes the lines of the numbers, or the last ones.
func (c *GetHistory) ProcessRecord(rt *runtime.CommandRuntime) error {
	entries := rt.Session().History()
	if len(c.ID) == 0 {
		if c.Count.Bound && c.Count.Value < len(entries) {
			entries = entries[len(entries)-c.Count.Value:]
		}
		return writeEntries(rt, entries)
	}
	for _, id := range c.ID {
		i := slices.IndexFunc(entries, func(e *runtime.HistoryEntry) bool { return int64(e.ID) == id })
		if i < 0 {
			if err := rt.WriteError(noHistory("GetHistoryNoHistoryForId", "Cannot locate the history for Id "+strconv.FormatInt(id, 10)+".", objects.Int64(id))); err != nil {
				return err
			}
			continue
		}
		if c.Count.Bound {
			if err := writeEntries(rt, entries[max(0, i+1-c.Count.Value):i+1]); err != nil {
				return err
			}
			continue
		}
		if err := rt.WriteObject(objects.Of(entries[i])); err != nil {
			return err
		}
	}
	return nil
}

func writeEntries(rt *runtime.CommandRuntime, entries []*runtime.HistoryEntry) error {
	for _, e := range entries {
		if err := rt.WriteObject(objects.Of(e)); err != nil {
			return err
		}
	}
	return nil
}

func noHistory(id, message string, target objects.Value) *runtime.ErrorRecord {
	return runtime.NewErrorRecord(objects.NewException(objects.ArgumentException, message), id, runtime.ObjectNotFound, target)
}

// InvokeHistory runs a line again.
type InvokeHistory struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	ID string `param:"Name=Id,Position=0,ValueFromPipelineByPropertyName"`
}

// ProcessRecord shows the line and runs it. The history holds it in the place of
// the line that asked for it.
func (c *InvokeHistory) ProcessRecord(rt *runtime.CommandRuntime) error {
	e := c.find(rt.Session().History())
	if e == nil {
		if c.ID == "" {
			return noHistory("InvokeHistoryNoLastHistoryEntry", "There is no history to invoke.", objects.Null)
		}
		if _, err := strconv.Atoi(c.ID); err == nil {
			return noHistory("InvokeHistoryNoHistoryForId", "Cannot locate the history for Id "+c.ID+".", objects.String(c.ID))
		}
		return noHistory("InvokeHistoryNoHistoryForCommandline", "Cannot locate the history for command line "+c.ID+".", objects.String(c.ID))
	}
	if ok, err := rt.ShouldProcess(e.Line, ""); !ok {
		return err
	}
	if err := rt.Host().WriteHost(e.Line, "", "", true); err != nil {
		return err
	}
	block, err := rt.Session().NewScriptBlock(e.Line, "")
	if err != nil {
		return err
	}
	rt.Session().Replay(e.Line)
	return rt.RunHere(block)
}

// find is the entry of a number or of the beginning of a line; the newest by
// itself.
func (c *InvokeHistory) find(entries []*runtime.HistoryEntry) *runtime.HistoryEntry {
	id, err := strconv.Atoi(c.ID)
	for i := len(entries) - 1; i >= 0; i-- {
		e := entries[i]
		if c.ID == "" || err == nil && e.ID == id || err != nil && strings.HasPrefix(strings.ToLower(e.Line), strings.ToLower(c.ID)) {
			return e
		}
	}
	return nil
}

// AddHistory puts lines into the history.
type AddHistory struct {
	InputObject []objects.Value         `param:"Position=0,ValueFromPipeline" type:"psobject[]"`
	Passthru    runtime.SwitchParameter `param:""`
}

// ProcessRecord adds each object that is a line.
func (c *AddHistory) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, v := range c.InputObject {
		entry := runtime.HistoryEntry{Status: "Completed", Start: time.Now(), End: time.Now()}
		if e, ok := objects.As[*runtime.HistoryEntry](v.Base()); ok {
			entry = *e
		} else {
			line, found, err := rt.Types().GetProperty(v, "CommandLine")
			if err != nil {
				return err
			}
			text, ok := line.Str()
			if !found || !ok {
				e := objects.NewException(objects.ArgumentException, "Cannot add history because the input object has a format that is not valid.")
				if err := rt.WriteError(runtime.NewErrorRecord(e, "AddHistoryInvalidInput", runtime.InvalidData, v)); err != nil {
					return err
				}
				continue
			}
			entry.Line = text
		}
		added := rt.Session().AddHistory(entry)
		if c.Passthru {
			if err := rt.WriteObject(objects.Of(added)); err != nil {
				return err
			}
		}
	}
	return nil
}

// ClearHistory forgets lines.
type ClearHistory struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=IDParameter,SupportsShouldProcess"`

	ID          []int                   `param:"Name=Id,ParameterSetName=IDParameter,Position=0" validate:"Range=1:2147483647"`
	CommandLine []string                `param:"ParameterSetName=CommandLineParameter" validate:"NotNullOrEmpty"`
	Count       runtime.Optional[int]   `param:"Position=1" validate:"Range=1:2147483647"`
	Newest      runtime.SwitchParameter `param:""`
}

// ProcessRecord forgets the lines of the numbers or patterns, or all.
func (c *ClearHistory) ProcessRecord(rt *runtime.CommandRuntime) error {
	if ok, err := rt.ShouldProcess("*", ""); !ok {
		return err
	}
	s := rt.Session()
	limit := len(s.History())
	if c.Count.Bound {
		limit = c.Count.Value
	}
	dropped, skip := 0, 0
	if c.Newest {
		skip = max(0, len(s.History())-limit)
	}
	place := 0
	s.ForgetHistory(func(e *runtime.HistoryEntry) bool {
		place++
		if place <= skip || dropped >= limit || !c.asked(e) {
			return false
		}
		dropped++
		return true
	})
	return nil
}

func (c *ClearHistory) asked(e *runtime.HistoryEntry) bool {
	if len(c.ID) == 0 && len(c.CommandLine) == 0 {
		return true
	}
	return slices.Contains(c.ID, e.ID) || slices.ContainsFunc(c.CommandLine, func(text string) bool {
		p, err := wildcard.Compile(text, true)
		return err == nil && p.Match(e.Line)
	})
}
