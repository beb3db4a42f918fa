package runtime

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
)

var stackFrameType = &objects.Type{FullName: namespace + "CallStackFrame", Kind: objects.KindObject}

// StackFrame is one of the calls that run (System.Management.Automation.CallStackFrame).
type StackFrame struct {
	function string
	at       *ScriptExtent
	info     *InvocationInfo
}

// Type is System.Management.Automation.CallStackFrame.
func (*StackFrame) Type() *objects.Type { return stackFrameType }

// Text names the call and its place.
func (s *StackFrame) Text() (string, error) {
	return "at " + s.function + ", " + s.location(), nil
}

// CallStack are the calls that run, from the inside out.
func (rt *CommandRuntime) CallStack() []*StackFrame {
	var list []*StackFrame
	rt.caller.walkStack(rt.info.Extent, func(name string, at *ScriptExtent, info *InvocationInfo) {
		list = append(list, &StackFrame{name, at, info})
	})
	return list
}

func (s *StackFrame) file() string { return s.at.Source.File }

func (s *StackFrame) line() int { return s.at.Source.Position(s.at.Start).Line }

// location is the name of the file without its folder, and the line.
func (s *StackFrame) location() string {
	file := s.file()
	if file == "" {
		return "<No file>"
	}
	return file[strings.LastIndexByte(file, '/')+1:] + ": line " + strconv.Itoa(s.line())
}

// command is the function, or the file of a script's own code.
func (s *StackFrame) command() string {
	if file := s.file(); s.function == "<ScriptBlock>" && file != "" {
		return file[strings.LastIndexByte(file, '/')+1:]
	}
	return s.function
}

// arguments are those that were bound, as {name=value, name=value}.
func (s *StackFrame) arguments(types *objects.TypeTable) string {
	var parts []string
	if s.info != nil {
		if b := s.info.bound(); b != nil {
			b.boundDictionary().Each(func(k, v objects.Value) bool {
				name, _ := k.Str()
				text, _ := types.Text(v, " ")
				parts = append(parts, name+"="+text)
				return true
			})
		}
	}
	return "{" + strings.Join(parts, ", ") + "}"
}

func declareStackFrame() *objects.Declaration {
	return &objects.Declaration{
		Type: stackFrameType,
		Properties: []objects.Property{
			text("string FunctionName {get;}", func(s *StackFrame) string { return s.function }),
			text("string Command {get;}", (*StackFrame).command),
			text("string Location {get;}", (*StackFrame).location),
			{Signature: "string Arguments {get;}", GetIn: func(types *objects.TypeTable, this objects.Value) (objects.Value, error) {
				s, ok := objects.As[*StackFrame](this)
				if !ok {
					return objects.Null, nil
				}
				return objects.String(s.arguments(types)), nil
			}},
			value("string ScriptName {get;}", func(s *StackFrame) objects.Value {
				if s.file() == "" {
					return objects.Null
				}
				return objects.String(s.file())
			}),
			value("int ScriptLineNumber {get;}", func(s *StackFrame) objects.Value { return objects.Int(s.line()) }),
			value("System.Management.Automation.InvocationInfo InvocationInfo {get;}", func(s *StackFrame) objects.Value {
				if s.info == nil {
					return objects.Of(&InvocationInfo{})
				}
				return objects.Of(s.info)
			}),
		},
		Methods: []objects.Method{method("string GetScriptLocation()", func(s *StackFrame, _ *objects.Call) (objects.Value, error) {
			return objects.String(s.location()), nil
		})},
	}
}
