package runtime

import (
	"strconv"
	"strings"
)

// traced gives an error the stack that leads to it, where it has none yet
// (ErrorRecord.ScriptStackTrace).
func (f *frame) traced(r *ErrorRecord) *ErrorRecord {
	if r.ScriptStackTrace == "" {
		r.ScriptStackTrace = f.stackTrace(r.place())
	}
	return r
}

// stackTrace names the code that runs, from the inside out, with its file and the
// line it has come to. Calls whose place is not known are left out.
func (f *frame) stackTrace(at *ScriptExtent) string {
	var b strings.Builder
	var c *call
	for f != nil {
		name, from := "<ScriptBlock>", (*ScriptExtent)(nil)
		inner := f
		if inner.runner != nil {
			f, from, c = inner.runner.caller, inner.runner.info.Extent, nil
		} else {
			c = inner.calling(c)
			f = c.caller
			if c.info != nil {
				from = c.info.Extent
				name = calledName(c.info.Command)
			}
			if c.method != "" {
				name = c.method
			}
		}
		if at != nil {
			writeStackFrame(&b, name, at)
		}
		at = from
	}
	return b.String()
}

func writeStackFrame(b *strings.Builder, name string, at *ScriptExtent) {
	file := at.Source.File
	if file == "" {
		file = "<No file>"
	}
	if b.Len() > 0 {
		b.WriteByte('\n')
	}
	b.WriteString("at " + name + ", " + file + ": line " + strconv.Itoa(at.Source.Position(at.Start).Line))
}

// calledName is what a stack trace calls a command: a function by its name, all
// else is a block.
func calledName(c Command) string {
	if fn, ok := c.(*Function); ok && !fn.anonymous && !fn.script {
		return fn.name
	}
	return "<ScriptBlock>"
}
