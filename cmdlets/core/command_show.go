package core

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// fact is a property of an object that says something about a command.
type fact struct {
	name  string
	value objects.Value
}

func described(facts ...fact) objects.Value {
	o := objects.NewCustomObject()
	for _, n := range facts {
		o.SetNote(n.name, n.value)
	}
	return objects.Of(o)
}

// showInfo is what a form for a command needs to know (Get-Command
// -ShowCommandInfo).
func showInfo(rt *runtime.CommandRuntime, info *runtime.CommandInfo) objects.Value {
	kind, _ := rt.Types().Text(objects.Word(runtime.CommandTypesType, uint64(info.Command.CommandType())), " ") // an enum has a name
	module := info.Command.ModuleName()
	var sets []objects.Value
	if table := info.Table(); table != nil {
		for _, set := range table.ParameterSetNames() {
			sets = append(sets, showSet(table, set))
		}
	}
	return described(
		fact{"Name", objects.String(info.Name())}, fact{"ModuleName", objects.String(module)},
		fact{"Module", described(fact{"Name", objects.String(module)})}, fact{"CommandType", objects.String(kind)},
		fact{"Definition", objects.String(info.Syntax())}, fact{"ParameterSets", objects.ArrayValue(sets)},
	)
}

func showSet(table *runtime.ParameterTable, set string) objects.Value {
	var list []objects.Value
	for _, p := range table.Parameters {
		for i := range p.Sets {
			if in := &p.Sets[i]; in.Set == set || in.Set == runtime.AllParameterSets {
				list = append(list, showParameter(p, in))
			}
		}
	}
	return described(fact{"Name", objects.String(set)}, fact{"IsDefault", objects.Bool(set == table.DefaultSet)}, fact{"Parameters", objects.ArrayValue(list)})
}

func showParameter(p *runtime.Parameter, in *runtime.ParameterInSet) objects.Value {
	t := p.Type
	kind := described(
		fact{"FullName", objects.String(t.FullName)}, fact{"IsEnum", objects.Bool(t.Enum != nil)}, fact{"IsArray", objects.Bool(t.Elem != nil)},
		fact{"IsString", objects.Bool(t == objects.StringType)}, fact{"IsScriptBlock", objects.Bool(t == objects.ScriptBlockType)},
		fact{"IsSwitch", objects.Bool(p.IsSwitch)}, fact{"IsBoolean", objects.Bool(t == objects.BooleanType)},
	)
	var words []objects.Value
	for _, v := range p.Validators {
		if set, ok := v.(*runtime.ValidateSetAttribute); ok {
			for _, word := range set.Values {
				words = append(words, objects.String(word))
			}
		}
	}
	return described(
		fact{"Name", objects.String(p.Name)}, fact{"IsMandatory", objects.Bool(in.Mandatory)}, fact{"ValueFromPipeline", objects.Bool(in.ValueFromPipeline)},
		fact{"Position", objects.Int(in.Position)}, fact{"ParameterType", kind},
		fact{"HasParameterSet", objects.Bool(len(words) > 0)}, fact{"ValidParamSetValues", objects.ArrayValue(words)},
	)
}
