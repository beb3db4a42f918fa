// Package calculated reads the -Property arguments of cmdlets: names, script
// blocks, and hashtables that say more ("about_Calculated_Properties").
package calculated

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// Property is one -Property argument.
type Property struct {
	Name       string               // of the property, maybe with wildcards; "" for a block
	Block      *runtime.ScriptBlock // the expression instead of a name, or nil
	Label      string               // "" where none was given
	Format     string
	Width      int
	Alignment  string // "left", "center", "right" or ""
	Depth      int
	Ascending  runtime.Optional[bool]
	Descending runtime.Optional[bool]
}

// Keys are the keys that a cmdlet takes in a hashtable beside Expression.
type Keys uint8

// The keys; Label may also be written Name.
const (
	Label Keys = 1 << iota
	Format
	Width
	Alignment
	Depth
	Ascending
	Descending
)

// Parse reads the arguments of -Property. The error is an *runtime.ErrorRecord
// with the id that PowerShell gives, such as "DictionaryKeyIllegal".
func Parse(arguments []objects.Value, keys Keys) ([]Property, error) {
	properties := make([]Property, 0, len(arguments))
	for _, v := range arguments {
		p, err := parse(v, keys)
		if err != nil {
			return nil, err
		}
		properties = append(properties, p)
	}
	return properties, nil
}

func parse(v objects.Value, keys Keys) (Property, error) {
	if h, ok := objects.As[*objects.Hashtable](v); ok {
		return parseTable(h, keys)
	}
	var p Property
	if !p.setExpression(v) {
		return p, invalid("DictionaryKeyUnknownType", "Cannot convert "+typeName(v)+
			" to one of the following types {System.String, System.Management.Automation.ScriptBlock, System.Collections.IDictionary}.")
	}
	if p.Block == nil && p.Name == "" {
		return p, invalid("ExpressionEmptyString2", "An empty string value is not allowed.")
	}
	return p, nil
}

// setExpression takes a name or a script block.
func (p *Property) setExpression(v objects.Value) bool {
	if s, ok := v.Str(); ok {
		p.Name = s
		return true
	}
	block, ok := objects.As[*runtime.ScriptBlock](v)
	p.Block = block
	return ok
}

// key is what may stand in a hashtable.
type key struct {
	name  string
	other string // another name, or ""
	bit   Keys   // 0 for one that is always allowed
	types []string
	set   func(p *Property, v objects.Value) *problem
}

// problem is what is wrong with a value; wrongType of another type than
// expected, else an id and a message.
type problem struct {
	wrongType   bool
	id, message string
}

// wrongType is the problem of a value of a type that its key does not take.
func wrongType() *problem { return &problem{wrongType: true} }

func allKeys() []key {
	text, number, truth := []string{"System.String"}, []string{"System.Int32"}, []string{"System.Boolean"}
	return []key{
		{"expression", "", 0, []string{"System.String", "System.Management.Automation.ScriptBlock"}, setExpression},
		{"label", "name", Label, text, setLabel},
		{"formatstring", "", Format, text, setFormat},
		{"width", "", Width, number, setWidth},
		{"alignment", "", Alignment, text, setAlignment},
		{"depth", "", Depth, number, setDepth},
		{"ascending", "", Ascending, truth, setAscending},
		{"descending", "", Descending, truth, setDescending},
	}
}

// parseTable reads a hashtable. Keys may be cut short to their beginnings.
func parseTable(h *objects.Hashtable, keys Keys) (Property, error) {
	var p Property
	var err error
	known := allKeys()
	given := make(map[string]bool, h.Len())
	h.Each(func(k, v objects.Value) bool {
		err = p.setEntry(known, keys, given, k, v)
		return err == nil
	})
	if err == nil && !given["expression"] {
		err = invalid("DictionaryKeyMandatoryEntry", "A mandatory entry for expression is missing.")
	}
	return p, err
}

func (p *Property) setEntry(known []key, keys Keys, given map[string]bool, name, v objects.Value) error {
	written, ok := name.Str()
	if !ok {
		return invalid("DictionaryKeyNonString", "The key is not valid; it must be a string.")
	}
	k := find(known, keys, written)
	switch {
	case k == nil:
		return invalid("DictionaryKeyIllegal", `The "`+written+`" key is not valid.`)
	case given[k.name]:
		return invalid("DictionaryKeyDuplicate", `The "`+written+`" key is a duplicate of "`+k.name+`".`)
	case v.IsNull():
		return invalid("DictionaryKeyMissingValue", `The "`+written+`" key has no value.`)
	}
	given[k.name] = true
	switch bad := k.set(p, v.Base()); {
	case bad == nil:
		return nil
	case bad.wrongType:
		return k.unexpected(written, v)
	default:
		return invalid(bad.id, bad.message)
	}
}

func find(known []key, keys Keys, written string) *key {
	for i := range known {
		k := &known[i]
		if k.bit != 0 && keys&k.bit == 0 {
			continue
		}
		if begins(k.name, written) || begins(k.other, written) {
			return k
		}
	}
	return nil
}

func begins(name, written string) bool {
	return written != "" && len(written) <= len(name) && strings.EqualFold(name[:len(written)], written)
}

// unexpected is the error of a value of a type that the key does not take.
func (k *key) unexpected(written string, v objects.Value) error {
	message := `The "` + written + `" key has a type, ` + typeName(v) + ", that is not valid; expected "
	if len(k.types) > 1 {
		return invalid("DictionaryKeyIllegalValue1", message+"types are {"+strings.Join(k.types, ", ")+"}.")
	}
	return invalid("DictionaryKeyIllegalValue2", message+"type is "+k.types[0]+".")
}

func typeName(v objects.Value) string {
	if t := v.Type(); t != nil {
		return t.FullName
	}
	return "null"
}

// invalid makes the terminating error of an argument.
func invalid(id, message string) error {
	e := objects.NewException(objects.NotSupportedException, "Specified method is not supported.")
	r := runtime.NewErrorRecord(e, id, runtime.InvalidArgument, objects.Null)
	r.Details = &runtime.ErrorDetails{Message: message}
	return r
}
