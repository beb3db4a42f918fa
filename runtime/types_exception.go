package runtime

import (
	"context"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/parser"
)

// exceptionTypes make known what PowerShell's own exceptions tell beside their
// message.
func exceptionTypes() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: objects.RuntimeException, Declare: declareRuntimeException},
		{Type: objects.CommandNotFoundException, Declare: declareFields(objects.CommandNotFoundException, "string CommandName")},
		{Type: objects.NativeCommandExitException, Declare: declareFields(objects.NativeCommandExitException,
			"string Path", "int ExitCode", "int ProcessId")},
		{Type: objects.ParseExceptionType, Declare: declareFields(objects.ParseExceptionType, "System.Management.Automation.Language.ParseError[] Errors")},
		{Type: objects.RemoteException},
		{Type: parseErrorType, Declare: declareParseError},
		{Type: scriptExtentType, Declare: declareScriptExtent},
	}
}

// declareRuntimeException declares the record of an exception, which is the one
// that it would have if it were reported as it is.
func declareRuntimeException() *objects.Declaration {
	return &objects.Declaration{
		Type: objects.RuntimeException, Constructors: system.ExceptionConstructors(),
		Properties: []objects.Property{
			value("System.Management.Automation.ErrorRecord ErrorRecord {get;}", ownRecord),

			value("bool WasThrownFromThrowStatement {get;set;}", func(e *objects.Exception) objects.Value { return objects.Bool(e.Thrown) }),
		},
	}
}

// errorRecordField is the field of an exception that was made for a record: that record.
const errorRecordField = "ErrorRecord"

// ownRecord is the record that an exception carries: its own exception stands in for
// the one that contains it.
func ownRecord(e *objects.Exception) objects.Value {
	if r, ok := e.Fields[errorRecordField]; ok {
		return r
	}
	r := recordOf(e)
	r.Exception = objects.NewException(objects.ParentContainsErrorRecord, e.Message)
	return objects.Of(r)
}

// declareFields declares properties that are kept among an exception's fields.
func declareFields(t *objects.Type, properties ...string) func() *objects.Declaration {
	return func() *objects.Declaration {
		d := &objects.Declaration{Type: t, Constructors: system.ExceptionConstructors()}
		for _, p := range properties {
			_, name, _ := strings.Cut(p, " ")
			d.Properties = append(d.Properties, value(p+" {get;}", func(e *objects.Exception) objects.Value { return e.Fields[name] }))
		}
		return d
	}
}

// ParseError is one mistake of a program
// (System.Management.Automation.Language.ParseError).
type ParseError struct {
	source *parser.Source
	parser.ParseError
}

var parseErrorType = &objects.Type{FullName: namespace + "Language.ParseError", Kind: objects.KindObject}

// Type is System.Management.Automation.Language.ParseError.
func (*ParseError) Type() *objects.Type { return parseErrorType }

// Text is the place and the message.
func (e *ParseError) Text() (string, error) {
	return positionMessage(&ScriptExtent{e.source, e.Extent}) + "\n" + e.Message, nil
}

func declareParseError() *objects.Declaration {
	return &objects.Declaration{
		Type: parseErrorType,
		Properties: []objects.Property{
			value("System.Management.Automation.Language.IScriptExtent Extent {get;}", func(e *ParseError) objects.Value {
				return objects.Of(&ScriptExtent{e.source, e.Extent})
			}),
			text("string ErrorId {get;}", func(e *ParseError) string { return e.ID }),
			text("string Message {get;}", func(e *ParseError) string { return e.Message }),
			value("bool IncompleteInput {get;}", func(e *ParseError) objects.Value { return objects.Bool(e.Incomplete) }),
		},
	}
}

// parseErrorList is ParseException.Errors.
func parseErrorList(source *parser.Source, errs []parser.ParseError) objects.Value {
	items := make([]objects.Value, len(errs))
	for i, e := range errs {
		items[i] = objects.Of(&ParseError{source, e})
	}
	return objects.Of(objects.NewArray(parseErrorType, items))
}

var scriptExtentType = &objects.Type{FullName: namespace + "Language.InternalScriptExtent", Kind: objects.KindObject}

// Type is the type of the extents that the parser gives.
func (*ScriptExtent) Type() *objects.Type { return scriptExtentType }

func declareScriptExtent() *objects.Declaration {
	number := func(signature string, get func(start, end parser.Position) int) objects.Property {
		return value(signature, func(e *ScriptExtent) objects.Value {
			return objects.Int(get(e.Source.Position(e.Start), e.Source.Position(e.End)))
		})
	}
	return &objects.Declaration{
		Type: scriptExtentType,
		Properties: []objects.Property{
			text("string File {get;}", func(e *ScriptExtent) string { return e.Source.File }),
			number("int StartLineNumber {get;}", func(start, _ parser.Position) int { return start.Line }),
			number("int StartColumnNumber {get;}", func(start, _ parser.Position) int { return start.Column }),
			number("int EndLineNumber {get;}", func(_, end parser.Position) int { return end.Line }),
			number("int EndColumnNumber {get;}", func(_, end parser.Position) int { return end.Column }),
			text("string Text {get;}", (*ScriptExtent).Slice),
			number("int StartOffset {get;}", func(start, _ parser.Position) int { return start.Offset }),
			number("int EndOffset {get;}", func(_, end parser.Position) int { return end.Offset }),
		},
		Methods: []objects.Method{
			method("string ToString()", func(e *ScriptExtent, _ *objects.Call) (objects.Value, error) { return objects.String(e.Slice()), nil }),
		},
	}
}

// messageDetails is the getter of ErrorRecord.PSMessageDetails: that of the inner
// exception.
type messageDetails struct{}

// Type is System.Management.Automation.ScriptBlock.
func (messageDetails) Type() *objects.Type { return objects.ScriptBlockType }

// Text is the source of the getter.
func (messageDetails) Text() (string, error) {
	return "& { Set-StrictMode -Version 1; $this.Exception.InnerException.PSMessageDetails }", nil
}

// CallWith reads the property of an error record.
func (messageDetails) CallWith(context.Context, objects.Value, []objects.Value) (objects.Value, error) {
	return objects.Null, nil // none of the exceptions here has more to say
}
