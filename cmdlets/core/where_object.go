package core

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/runtime"
)

// WhereObject passes on the objects for which a script block, or a comparison
// of one property, holds.
type WhereObject struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=EqualSet"`

	InputObject  objects.Value        `param:"ValueFromPipeline" type:"psobject"`
	FilterScript *runtime.ScriptBlock `param:"ParameterSetName=ScriptBlockSet,Mandatory,Position=0"`
	Property     string               `param:"ParameterSetName=EqualSet|CaseSensitiveEqualSet|NotEqualSet|CaseSensitiveNotEqualSet|GreaterThanSet|CaseSensitiveGreaterThanSet|LessThanSet|CaseSensitiveLessThanSet|GreaterOrEqualSet|CaseSensitiveGreaterOrEqualSet|LessOrEqualSet|CaseSensitiveLessOrEqualSet|LikeSet|CaseSensitiveLikeSet|NotLikeSet|CaseSensitiveNotLikeSet|MatchSet|CaseSensitiveMatchSet|NotMatchSet|CaseSensitiveNotMatchSet|ContainsSet|CaseSensitiveContainsSet|NotContainsSet|CaseSensitiveNotContainsSet|InSet|CaseSensitiveInSet|NotInSet|CaseSensitiveNotInSet|IsSet|IsNotSet|Not,Mandatory,Position=0" validate:"NotNullOrEmpty"`
	Value        objects.Value        `param:"ParameterSetName=EqualSet|CaseSensitiveEqualSet|NotEqualSet|CaseSensitiveNotEqualSet|GreaterThanSet|CaseSensitiveGreaterThanSet|LessThanSet|CaseSensitiveLessThanSet|GreaterOrEqualSet|CaseSensitiveGreaterOrEqualSet|LessOrEqualSet|CaseSensitiveLessOrEqualSet|LikeSet|CaseSensitiveLikeSet|NotLikeSet|CaseSensitiveNotLikeSet|MatchSet|CaseSensitiveMatchSet|NotMatchSet|CaseSensitiveNotMatchSet|ContainsSet|CaseSensitiveContainsSet|NotContainsSet|CaseSensitiveNotContainsSet|InSet|CaseSensitiveInSet|NotInSet|CaseSensitiveNotInSet|IsSet|IsNotSet,Position=1"`

	EQ           runtime.SwitchParameter `param:"ParameterSetName=EqualSet,Alias=IEQ"`
	CEQ          runtime.SwitchParameter `param:"ParameterSetName=CaseSensitiveEqualSet,Mandatory"`
	NE           runtime.SwitchParameter `param:"ParameterSetName=NotEqualSet,Mandatory,Alias=INE"`
	CNE          runtime.SwitchParameter `param:"ParameterSetName=CaseSensitiveNotEqualSet,Mandatory"`
	GT           runtime.SwitchParameter `param:"ParameterSetName=GreaterThanSet,Mandatory,Alias=IGT"`
	CGT          runtime.SwitchParameter `param:"ParameterSetName=CaseSensitiveGreaterThanSet,Mandatory"`
	LT           runtime.SwitchParameter `param:"ParameterSetName=LessThanSet,Mandatory,Alias=ILT"`
	CLT          runtime.SwitchParameter `param:"ParameterSetName=CaseSensitiveLessThanSet,Mandatory"`
	GE           runtime.SwitchParameter `param:"ParameterSetName=GreaterOrEqualSet,Mandatory,Alias=IGE"`
	CGE          runtime.SwitchParameter `param:"ParameterSetName=CaseSensitiveGreaterOrEqualSet,Mandatory"`
	LE           runtime.SwitchParameter `param:"ParameterSetName=LessOrEqualSet,Mandatory,Alias=ILE"`
	CLE          runtime.SwitchParameter `param:"ParameterSetName=CaseSensitiveLessOrEqualSet,Mandatory"`
	Like         runtime.SwitchParameter `param:"ParameterSetName=LikeSet,Mandatory,Alias=ILike"`
	CLike        runtime.SwitchParameter `param:"ParameterSetName=CaseSensitiveLikeSet,Mandatory"`
	NotLike      runtime.SwitchParameter `param:"ParameterSetName=NotLikeSet,Mandatory,Alias=INotLike"`
	CNotLike     runtime.SwitchParameter `param:"ParameterSetName=CaseSensitiveNotLikeSet,Mandatory"`
	Match        runtime.SwitchParameter `param:"ParameterSetName=MatchSet,Mandatory,Alias=IMatch"`
	CMatch       runtime.SwitchParameter `param:"ParameterSetName=CaseSensitiveMatchSet,Mandatory"`
	NotMatch     runtime.SwitchParameter `param:"ParameterSetName=NotMatchSet,Mandatory,Alias=INotMatch"`
	CNotMatch    runtime.SwitchParameter `param:"ParameterSetName=CaseSensitiveNotMatchSet,Mandatory"`
	Contains     runtime.SwitchParameter `param:"ParameterSetName=ContainsSet,Mandatory,Alias=IContains"`
	CContains    runtime.SwitchParameter `param:"ParameterSetName=CaseSensitiveContainsSet,Mandatory"`
	NotContains  runtime.SwitchParameter `param:"ParameterSetName=NotContainsSet,Mandatory,Alias=INotContains"`
	CNotContains runtime.SwitchParameter `param:"ParameterSetName=CaseSensitiveNotContainsSet,Mandatory"`
	In           runtime.SwitchParameter `param:"ParameterSetName=InSet,Mandatory,Alias=IIn"`
	CIn          runtime.SwitchParameter `param:"ParameterSetName=CaseSensitiveInSet,Mandatory"`
	NotIn        runtime.SwitchParameter `param:"ParameterSetName=NotInSet,Mandatory,Alias=INotIn"`
	CNotIn       runtime.SwitchParameter `param:"ParameterSetName=CaseSensitiveNotInSet,Mandatory"`
	Is           runtime.SwitchParameter `param:"ParameterSetName=IsSet,Mandatory"`
	IsNot        runtime.SwitchParameter `param:"ParameterSetName=IsNotSet,Mandatory"`
	Not          runtime.SwitchParameter `param:"ParameterSetName=Not,Mandatory"`

	filter  *runtime.BlockRunner
	compare runtime.Comparison
	cache   objects.PropertyCache
}

// comparisons names the operator of each parameter set.
var comparisons = [...]struct {
	set      string
	operator parser.TokenKind
}{
	{"EqualSet", parser.TokenIeq}, {"CaseSensitiveEqualSet", parser.TokenCeq},
	{"NotEqualSet", parser.TokenIne}, {"CaseSensitiveNotEqualSet", parser.TokenCne},
	{"GreaterThanSet", parser.TokenIgt}, {"CaseSensitiveGreaterThanSet", parser.TokenCgt},
	{"LessThanSet", parser.TokenIlt}, {"CaseSensitiveLessThanSet", parser.TokenClt},
	{"GreaterOrEqualSet", parser.TokenIge}, {"CaseSensitiveGreaterOrEqualSet", parser.TokenCge},
	{"LessOrEqualSet", parser.TokenIle}, {"CaseSensitiveLessOrEqualSet", parser.TokenCle},
	{"LikeSet", parser.TokenIlike}, {"CaseSensitiveLikeSet", parser.TokenClike},
	{"NotLikeSet", parser.TokenInotlike}, {"CaseSensitiveNotLikeSet", parser.TokenCnotlike},
	{"MatchSet", parser.TokenImatch}, {"CaseSensitiveMatchSet", parser.TokenCmatch},
	{"NotMatchSet", parser.TokenInotmatch}, {"CaseSensitiveNotMatchSet", parser.TokenCnotmatch},
	{"ContainsSet", parser.TokenIcontains}, {"CaseSensitiveContainsSet", parser.TokenCcontains},
	{"NotContainsSet", parser.TokenInotcontains}, {"CaseSensitiveNotContainsSet", parser.TokenCnotcontains},
	{"InSet", parser.TokenIin}, {"CaseSensitiveInSet", parser.TokenCin},
	{"NotInSet", parser.TokenInotin}, {"CaseSensitiveNotInSet", parser.TokenCnotin},
	{"IsSet", parser.TokenIs}, {"IsNotSet", parser.TokenIsNot},
}

// BeginProcessing makes the block or the comparison ready.
func (c *WhereObject) BeginProcessing(rt *runtime.CommandRuntime) error {
	if c.FilterScript != nil {
		c.filter = rt.Runner(c.FilterScript)
		return nil
	}
	set := rt.ParameterSet()
	operator := set != "EqualSet" || bool(c.EQ)
	switch {
	case operator && set != "Not" && !rt.IsBound("Value"):
		return operatorMissing("ValueNotSpecifiedForWhereObject")
	case !operator && rt.IsBound("Value"):
		return operatorMissing("OperatorNotSpecified")
	case !operator:
		return nil // the property's truth decides
	}
	if c.Is || c.IsNot {
		t, err := rt.Types().Convert(c.Value, objects.TypeType)
		if err != nil {
			return err
		}
		c.Value = t
	}
	for _, x := range comparisons {
		if x.set == set {
			c.compare = rt.Comparison(x.operator)
		}
	}
	return nil
}

// operatorMissing is the error of a value without an operator, or the other way round.
func operatorMissing(id string) error {
	e := objects.NewException(objects.PSArgumentException, "The specified operator requires both the -Property and -Value parameters. Provide values for both parameters, and then try the command again.")
	return runtime.NewErrorRecord(e, id, runtime.InvalidArgument, objects.Null)
}

// ProcessRecord passes the object on where the condition holds.
func (c *WhereObject) ProcessRecord(rt *runtime.CommandRuntime) error {
	yes, err := c.holds(rt)
	if err != nil || !yes {
		return err
	}
	return rt.WriteObject(c.InputObject)
}

func (c *WhereObject) holds(rt *runtime.CommandRuntime) (bool, error) {
	tt := rt.Types()
	if c.filter != nil {
		v, err := c.filter.Value(c.InputObject)
		return err == nil && tt.Truth(v), err
	}
	name, problem := memberName(tt, c.InputObject, c.Property, "AmbiguousPropertyName")
	if problem != nil {
		return false, rt.WriteError(problem)
	}
	v, found, err := c.cache.Get(tt, c.InputObject, name)
	if err != nil {
		return false, nil
	}
	if !found && rt.Scope().Strict() >= 2 {
		if _, found = objects.Intrinsic(c.InputObject, name); !found {
			return false, rt.WriteError(propertyMissing(name, c.InputObject))
		}
	}
	switch {
	case bool(c.Not):
		return !tt.Truth(v), nil
	case c.compare == nil:
		return tt.Truth(v), nil
	}
	result, err := c.compare(v, c.Value)
	if err != nil {
		return false, err
	}
	return tt.Truth(result), nil
}

// propertyMissing is the error of strict mode for an object without the property.
func propertyMissing(name string, v objects.Value) *runtime.ErrorRecord {
	e := objects.NewException(objects.PSInvalidOperationException, "The property '"+name+"' cannot be found on this object. Verify that the property exists.")
	return runtime.NewErrorRecord(e, "PropertyNotFound", runtime.InvalidOperation, v)
}

// Narrowing tells which objects are dropped, where plain comparisons decide it.
func (c *WhereObject) Narrowing(rt *runtime.CommandRuntime) runtime.Narrowing {
	n := runtime.Narrowing{Passes: true}
	if c.FilterScript != nil {
		list, ok := c.FilterScript.Comparisons()
		if !ok {
			n.Open = true
			return n
		}
		n.Drops = list
	} else {
		operators := map[string]string{"EqualSet": "eq", "NotEqualSet": "ne", "LikeSet": "like", "NotLikeSet": "notlike"}
		operator, plain := operators[rt.ParameterSet()]
		if !plain || c.compare == nil {
			n.Open = true
			return n
		}
		n.Drops = []runtime.PropertyComparison{{Property: c.Property, Operator: operator, Value: c.Value}}
	}
	for _, d := range n.Drops {
		n.Reads = append(n.Reads, d.Property)
	}
	return n
}
