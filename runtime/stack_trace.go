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
	f.walkStack(at, func(name string, at *ScriptExtent, _ *InvocationInfo) {
		writeStackFrame(&b, name, at)
	})
	return b.String()
}

// walkStack goes through the calls that run, from the inside out; at is the place that
// the innermost has come to. Calls whose place is not known are left out.
func (f *frame) walkStack(at *ScriptExtent, visit func(name string, at *ScriptExtent, info *InvocationInfo)) {
	var c *call
	for f != nil {
		name, from := "<ScriptBlock>", (*ScriptExtent)(nil)
		var info *InvocationInfo
		inner := f
		if inner.runner != nil {
			f, from, c = inner.runner.caller, inner.runner.info.Extent, nil
		} else {
			c = inner.calling(c)
			f = c.caller
			if info = c.info; info != nil {
				from = info.Extent
				name = calledName(info.Command)
			}
			if c.method != "" {
				name = c.method
			}
		}
		if at != nil {
			visit(name, at, info)
		}
		at = from
	}
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
