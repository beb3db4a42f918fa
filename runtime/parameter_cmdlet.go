package runtime

import (
	"fmt"
	"reflect"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
)

// cmdletType is a cmdlet's declaration, read once from the tags of its struct.
type cmdletType struct {
	table *ParameterTable
	// class is what follows the comma in the ids of the cmdlet's errors: the name
	// of its .NET class where the tag says one, else the cmdlet's name.
	class  string
	fields []field
}

// field is a parameter's place in the struct.
type field struct {
	index []int
	set   setter
}

// cmdletTable reads the declaration of a cmdlet. A tag that makes no sense is an
// error of the programmer: it panics.
func cmdletTable(types *objects.TypeTable, module string, entry CmdletEntry) (*cmdletType, error) {
	t := reflect.TypeOf(entry.New())
	if t.Kind() != reflect.Pointer || t.Elem().Kind() != reflect.Struct {
		panic("runtime: the cmdlet " + entry.Name + " is no pointer to a struct")
	}
	k := &cmdletType{class: className(module, entry.Name), table: &ParameterTable{Advanced: true, PositionalBinding: true, ConfirmImpact: ImpactMedium}}
	r := tagReader{types: types, kind: k, owner: entry.Name}
	r.structure(t.Elem(), nil)
	if x, ok := entry.New().(TransformedParameters); ok {
		for _, p := range k.table.Parameters {
			if transform := x.TransformOf(p.Name); transform != nil {
				p.addTransform(transform)
			}
		}
	}
	return k, k.table.finish()
}

// className is the name of a cmdlet's .NET class where the tag says none: those of
// PowerShell's own modules are called alike, for others it is the cmdlet's name.
func className(module, name string) string {
	if !strings.HasPrefix(module, "Microsoft.PowerShell.") {
		return name
	}
	return "Microsoft.PowerShell.Commands." + strings.Replace(name, "-", "", 1) + "Command"
}

// dynamicStruct reads the struct that a cmdlet's DynamicParameters gives.
func dynamicStruct(types *objects.TypeTable, owner string, s any) ([]*Parameter, bindTarget) {
	v := reflect.ValueOf(s)
	k := &cmdletType{table: &ParameterTable{}}
	r := tagReader{types: types, kind: k, owner: owner}
	r.structure(v.Elem().Type(), nil)
	for _, p := range k.table.Parameters {
		p.Dynamic = true
	}
	return k.table.Parameters, &cmdletTarget{kind: k, fields: v.Elem(), lastSlot: -1}
}

// tagReader reads the tags of one struct (see [Cmdlet]).
type tagReader struct {
	types *objects.TypeTable
	kind  *cmdletType
	owner string
}

func (r *tagReader) bad(format string, args ...any) {
	panic("runtime: the tags of " + r.owner + ": " + fmt.Sprintf(format, args...))
}

// structure reads the fields of a struct and of those that it embeds.
func (r *tagReader) structure(t reflect.Type, path []int) {
	for i := 0; i < t.NumField(); i++ {
		f := t.Field(i)
		index := append(path[:len(path):len(path)], i)
		if tag, ok := f.Tag.Lookup("cmdlet"); ok {
			r.cmdlet(tag)
		}
		if tag, ok := f.Tag.Lookup("param"); ok {
			r.parameter(f, tag, index)
			continue
		}
		if f.Anonymous && f.Type.Kind() == reflect.Struct {
			r.structure(f.Type, index)
		}
	}
}

// cmdlet reads the words that CmdletBinding would have.
func (r *tagReader) cmdlet(tag string) {
	t := r.kind.table
	for word, value := range words(tag) {
		switch word {
		case "DefaultParameterSetName":
			t.DefaultSet = value
		case "SupportsShouldProcess":
			t.SupportsProcess = true
		case "SupportsPaging":
			t.SupportsPaging = true
		case "ConfirmImpact":
			impact, ok := impactNamed(value)
			if !ok {
				r.bad("ConfirmImpact=%s", value)
			}
			t.ConfirmImpact = impact
		case "HelpUri":
			t.HelpURI = value
		case "OutputType":
			t.OutputTypes = append(t.OutputTypes, value)
		case "Class":
			r.kind.class = value
		default:
			if !strings.Contains(word, "-") { // the cmdlet's name may stand first
				r.bad("the word %q", word)
			}
		}
	}
}

func impactNamed(name string) (ConfirmImpact, bool) {
	for i, n := range [...]string{"None", "Low", "Medium", "High"} {
		if n == name {
			return ConfirmImpact(i), true
		}
	}
	return ImpactNone, false
}

// words gives the words of a tag: a comma between them, a value after =.
func words(tag string) func(yield func(word, value string) bool) {
	return func(yield func(word, value string) bool) {
		for tag != "" {
			var word string
			word, tag, _ = strings.Cut(tag, ",")
			name, value, _ := strings.Cut(strings.TrimSpace(word), "=")
			if name != "" && !yield(name, value) {
				return
			}
		}
	}
}

// parameter reads a field that is a parameter.
func (r *tagReader) parameter(f reflect.StructField, tag string, index []int) {
	p := &Parameter{Name: f.Name, Help: f.Tag.Get("help"), Refused: f.Tag.Get("refuse"), slot: len(r.kind.fields)}
	if p.Refused != "" && p.Help == "" {
		p.Help = "Not available: " + p.Refused + "."
	}
	p.Type = r.fieldType(f)
	p.IsSwitch = p.Type == objects.SwitchParameterType
	var aliases []string
	for _, part := range strings.Split(tag, ";") {
		a := NewParameterAttribute()
		for word, value := range words(part) {
			if word == "Alias" {
				aliases = append(aliases, value)
				continue
			}
			r.inSet(p, a, word, value)
		}
		a.HelpMessage = f.Tag.Get("helpMessage")
		for _, set := range strings.Split(a.Set, "|") { // one part may speak for several sets
			one := *a
			one.Set = set
			p.add(&one)
		}
	}
	if aliases != nil {
		p.add(&AliasAttribute{aliases})
	}
	r.limits(p, f)
	p.bindsItself = bindsItself(f.Type)
	set, err := setterFor(r.types, f.Type, p.Type)
	if err != nil {
		r.bad("%s: %v", f.Name, err)
	}
	r.kind.fields = append(r.kind.fields, field{index, set})
	r.kind.table.Parameters = append(r.kind.table.Parameters, p)
}

// inSet reads a word about a parameter in one set.
func (r *tagReader) inSet(p *Parameter, a *ParameterAttribute, word, value string) {
	switch word {
	case "ParameterSetName":
		a.Set = value
	case "Position":
		n, err := strconv.Atoi(value)
		if err != nil {
			r.bad("%s: Position=%s", p.Name, value)
		}
		a.Position = n
	case "Mandatory":
		a.Mandatory = true
	case "ValueFromPipeline":
		a.ValueFromPipeline = true
	case "ValueFromPipelineByPropertyName":
		a.ValueFromPipelineByPropertyName = true
	case "ValueFromRemainingArguments":
		a.ValueFromRemainingArguments = true
	case "DontShow":
		a.DontShow = true
	case "Dynamic":
		p.Dynamic = true
	case "Name":
		p.Name = value
	case "Obsolete":
		p.add(&obsoleteAttribute{message: value})
	case "SupportsWildcards":
		p.add(&markerAttribute{supportsWildcardsType})
	case "PSTypeName":
		p.add(&typeNameAttribute{value})
	default:
		r.bad("%s: the word %q", p.Name, word)
	}
}

// fieldType is the .NET type of a parameter: the tag `type`, or what the Go type
// stands for. A type that the session does not know is one without members and
// conversions.
func (r *tagReader) fieldType(f reflect.StructField) *objects.Type {
	if name, ok := f.Tag.Lookup("type"); ok {
		if t, ok := r.types.Lookup(name, nil); ok {
			return t
		}
		return &objects.Type{FullName: name, Kind: objects.KindObject}
	}
	t := netType(f.Type)
	if t == nil {
		r.bad("%s: a %s needs the tag type", f.Name, f.Type)
	}
	return t
}

// limits reads the tags `validate`, `allow` and `complete`.
func (r *tagReader) limits(p *Parameter, f reflect.StructField) {
	for word := range words(f.Tag.Get("allow")) {
		switch word {
		case "Null":
			p.add(&markerAttribute{allowNullType})
		case "EmptyString":
			p.add(&markerAttribute{allowEmptyStringType})
		case "EmptyCollection":
			p.add(&markerAttribute{allowEmptyType})
		default:
			r.bad("%s: allow %q", p.Name, word)
		}
	}
	for word, value := range words(f.Tag.Get("complete")) {
		if value != "" {
			r.bad("%s: complete %q", p.Name, word)
		}
		p.Completions = append(p.Completions, word)
	}
	tag := f.Tag.Get("validate")
	if before, pattern, ok := strings.Cut(tag, "Pattern="); ok {
		p.add(NewValidatePattern(pattern))
		tag = before
	}
	for word, value := range words(tag) {
		p.add(r.validator(p, word, value))
	}
}

func (r *tagReader) validator(p *Parameter, word, value string) objects.Object {
	switch word {
	case "Set":
		return &ValidateSetAttribute{Values: strings.Split(value, "|")}
	case "Range":
		return r.rangeOf(p, value)
	case "Count":
		low, high := r.pair(p, value)
		return &ValidateCountAttribute{int(low), int(high)}
	case "Length":
		low, high := r.pair(p, value)
		return &ValidateLengthAttribute{int(low), int(high)}
	case "NotNull":
		return &ValidateNotNullAttribute{}
	case "NotNullOrEmpty":
		return &ValidateNotNullAttribute{emptyToo}
	case "NotNullOrWhiteSpace":
		return &ValidateNotNullAttribute{whiteSpaceToo}
	}
	r.bad("%s: validate %q", p.Name, word)
	return nil
}

// rangeOf reads "0:100", "0.5:" (to the largest of the parameter's type) or a
// side of zero.
func (r *tagReader) rangeOf(p *Parameter, text string) *ValidateRangeAttribute {
	for i, name := range validateRangeKindType.Enum.Names {
		if name == text {
			return &ValidateRangeAttribute{Kind: rangeKind(i) + positiveRange}
		}
	}
	if strings.Contains(text, ".") {
		low, high, _ := strings.Cut(text, ":")
		a, errLow := strconv.ParseFloat(low, 64)
		z, errHigh := strconv.ParseFloat(high, 64)
		if errLow != nil || errHigh != nil {
			r.bad("%s: Range=%s", p.Name, text)
		}
		return &ValidateRangeAttribute{Min: objects.Double(a), Max: objects.Double(z)}
	}
	low, high := r.pair(p, text)
	t := objects.Int32Type
	if low < -1<<31 || high > 1<<31-1 {
		t = objects.Int64Type
	}
	return &ValidateRangeAttribute{Min: objects.Word(t, uint64(low)), Max: objects.Word(t, uint64(high))}
}

func (r *tagReader) pair(p *Parameter, text string) (low, high int64) {
	first, second, ok := strings.Cut(text, ":")
	low, errLow := strconv.ParseInt(first, 10, 64)
	high, errHigh := strconv.ParseInt(second, 10, 64)
	if !ok || errLow != nil || errHigh != nil {
		r.bad("%s: the limits %s", p.Name, text)
	}
	return low, high
}
