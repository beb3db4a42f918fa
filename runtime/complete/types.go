package complete

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

const namespace = "System.Management.Automation."

var (
	resultType     = &objects.Type{FullName: namespace + "CompletionResult", Base: objects.ObjectType, Kind: objects.KindObject}
	completionType = &objects.Type{FullName: namespace + "CommandCompletion", Base: objects.ObjectType, Kind: objects.KindObject}
	kindType       = &objects.Type{
		FullName: namespace + "CompletionResultType", Base: objects.EnumType, Kind: objects.KindEnum,
		Attributes: objects.ValueTypeAttr | objects.SealedAttr,
		Enum: &objects.EnumInfo{Underlying: objects.Int32Type, Names: []string{"Text", "History", "Command", "ProviderItem", "ProviderContainer", "Property",
			"Method", "ParameterName", "ParameterValue", "Variable", "Namespace", "Type", "Keyword", "DynamicKeyword"},
			Values: []int64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13}},
	}
)

// resultObject is a match as scripts see it
// (System.Management.Automation.CompletionResult).
type resultObject struct{ Match }

// Type is System.Management.Automation.CompletionResult.
func (*resultObject) Type() *objects.Type { return resultType }

// completionObject is an answer as scripts see it
// (System.Management.Automation.CommandCompletion).
type completionObject struct {
	Result
	matches objects.Value
	current int
}

// Type is System.Management.Automation.CommandCompletion.
func (*completionObject) Type() *objects.Type { return completionType }

// Types are the types of completion.
func Types() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: resultType, Declare: declareResult}, {Type: completionType, Declare: declareCompletion}, {Type: kindType},
	}
}

func get[T objects.Object](signature string, of func(T) objects.Value) objects.Property {
	return objects.Reads(signature, func(this objects.Value) objects.Value {
		o, ok := objects.As[T](this)
		if !ok {
			return objects.Null
		}
		return of(o)
	})
}

func declareResult() *objects.Declaration {
	return &objects.Declaration{
		Type: resultType,
		Properties: []objects.Property{
			get("string CompletionText {get;}", func(r *resultObject) objects.Value { return objects.String(r.Text) }),
			get("string ListItemText {get;}", func(r *resultObject) objects.Value { return objects.String(r.ListItem) }),
			get("System.Management.Automation.CompletionResultType ResultType {get;}", func(r *resultObject) objects.Value {
				return objects.Word(kindType, uint64(r.Kind))
			}),
			get("string ToolTip {get;}", func(r *resultObject) objects.Value { return objects.String(r.ToolTip) }),
		},
		Constructors: []objects.Method{
			objects.Total("new(string completionText, string listItemText, System.Management.Automation.CompletionResultType resultType, string toolTip)", func(c *objects.Call) objects.Value {
				return objects.Of(&resultObject{Match{Text: c.Str(0), ListItem: c.Str(1), Kind: Kind(c.Int(2)), ToolTip: c.Str(3)}})
			}),
			objects.Total("new(string completionText)", func(c *objects.Call) objects.Value {
				return objects.Of(&resultObject{Match{Text: c.Str(0), ListItem: c.Str(0), ToolTip: c.Str(0)}})
			}),
		},
	}
}

func declareCompletion() *objects.Declaration {
	number := func(signature string, of func(*completionObject) int) objects.Property {
		return get(signature, func(o *completionObject) objects.Value { return objects.Int(of(o)) })
	}
	return &objects.Declaration{
		Type: completionType,
		Properties: []objects.Property{
			get("System.Collections.ObjectModel.Collection[System.Management.Automation.CompletionResult] CompletionMatches {get;set;}", func(o *completionObject) objects.Value { return o.matches }),
			number("int CurrentMatchIndex {get;set;}", func(o *completionObject) int { return o.current }),
			number("int ReplacementIndex {get;set;}", func(o *completionObject) int { return o.Index }),
			number("int ReplacementLength {get;set;}", func(o *completionObject) int { return o.Length }),
		},
		Methods: []objects.Method{
			objects.Partial("static System.Management.Automation.CommandCompletion CompleteInput(string input, int cursorIndex, hashtable options)", completeInput),
			objects.Partial("System.Management.Automation.CompletionResult GetNextResult(bool forward)", nextResult),
		},
	}
}

// completeInput is [CommandCompletion]::CompleteInput.
func completeInput(c *objects.Call) (objects.Value, error) {
	s, ok := runtime.SessionOf(c.Context)
	if !ok {
		return objects.Null, objects.NewException(objects.InvalidOperationException, "There is no session to complete in.")
	}
	r := Input(s, c.Str(0), c.Int(1))
	items := make([]objects.Value, len(r.Matches))
	for i, m := range r.Matches {
		if m.ListItem == "" {
			m.ListItem = m.Text
		}
		if m.ToolTip == "" {
			m.ToolTip = m.ListItem
		}
		items[i] = objects.Of(&resultObject{m})
	}
	list := objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, resultType), items)
	return objects.Of(&completionObject{Result: r, matches: objects.Of(list), current: -1}), nil
}

// nextResult goes through the matches in a circle.
func nextResult(c *objects.Call) (objects.Value, error) {
	o, _ := objects.As[*completionObject](c.This)
	n := len(o.Matches)
	if n == 0 {
		return objects.Null, nil
	}
	if c.Args[0].Bool() {
		o.current = (o.current + 1) % n
	} else {
		o.current = (max(o.current, 0) + n - 1) % n
	}
	return objects.Of(&resultObject{o.Matches[o.current]}), nil
}
