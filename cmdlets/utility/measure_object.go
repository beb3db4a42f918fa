package utility

import (
	"math"
	"strings"
	"unicode"

	"github.com/csshell/csshell/cmdlets/calculated"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/utf16"
	"github.com/csshell/csshell/runtime"
)

// MeasureObject counts, adds and compares properties, or counts the lines,
// words and characters of texts.
type MeasureObject struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=GenericMeasure"`

	InputObject       objects.Value           `param:"ValueFromPipeline" type:"psobject"`
	Property          []propertyArgument      `param:"Position=0" type:"pspropertyexpression[]" validate:"NotNullOrEmpty"`
	StandardDeviation runtime.SwitchParameter `param:"ParameterSetName=GenericMeasure"`
	Sum               runtime.SwitchParameter `param:"ParameterSetName=GenericMeasure"`
	AllStats          runtime.SwitchParameter `param:"ParameterSetName=GenericMeasure"`
	Average           runtime.SwitchParameter `param:"ParameterSetName=GenericMeasure"`
	Maximum           runtime.SwitchParameter `param:"ParameterSetName=GenericMeasure"`
	Minimum           runtime.SwitchParameter `param:"ParameterSetName=GenericMeasure"`
	Line              runtime.SwitchParameter `param:"ParameterSetName=TextMeasure"`
	Word              runtime.SwitchParameter `param:"ParameterSetName=TextMeasure"`
	Character         runtime.SwitchParameter `param:"ParameterSetName=TextMeasure"`
	IgnoreWhiteSpace  runtime.SwitchParameter `param:"ParameterSetName=TextMeasure"`

	getters []*calculated.Getter
	all     []*statistics
	byName  map[string]*statistics
	text    bool
	numbers bool // a sum or the like is asked for
	began   bool // an object has come
}

// statistics are what was seen of one property.
type statistics struct {
	name                     string
	count, added             int
	notNumeric               bool // something was no number: there are no sums
	sum, mean, squares       float64
	max, min                 objects.Value
	lines, words, characters int
}

// BeginProcessing reads what is asked for.
func (c *MeasureObject) BeginProcessing(rt *runtime.CommandRuntime) error {
	properties, err := calculated.Parse(argumentValues(c.Property), 0)
	if err != nil {
		return err
	}
	c.getters = calculated.Getters(properties)
	c.byName = map[string]*statistics{}
	c.text = rt.ParameterSet() == "TextMeasure"
	if c.AllStats {
		c.Sum, c.Average, c.Maximum, c.Minimum, c.StandardDeviation = true, true, true, true, true
	}
	c.numbers = bool(c.Sum || c.Average || c.StandardDeviation)
	if len(c.getters) == 0 {
		c.statisticsOf("")
	}
	return nil
}

func (c *MeasureObject) statisticsOf(name string) *statistics {
	s, ok := c.byName[strings.ToLower(name)]
	if !ok {
		s = &statistics{name: name}
		c.byName[strings.ToLower(name)] = s
		c.all = append(c.all, s)
	}
	return s
}

// ProcessRecord measures the object, or its properties.
func (c *MeasureObject) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.InputObject.IsNull() {
		return nil
	}
	c.began = true
	if len(c.getters) == 0 {
		return c.measure(rt, c.all[0], c.InputObject)
	}
	for _, g := range c.getters {
		if err := c.measureProperty(rt, g); err != nil {
			return err
		}
	}
	return nil
}

func (c *MeasureObject) measureProperty(rt *runtime.CommandRuntime, g *calculated.Getter) error {
	if !g.IsPattern() {
		v, found, err := g.Value(rt, c.InputObject)
		if err != nil || !found {
			return err
		}
		return c.measure(rt, c.statisticsOf(g.Title()), v)
	}
	names, err := g.Matching(rt.Types(), c.InputObject)
	if err != nil {
		return err
	}
	for _, n := range names {
		v, _, err := rt.Types().GetProperty(c.InputObject, n)
		if err != nil || v.IsNull() {
			continue
		}
		if err := c.measure(rt, c.statisticsOf(n), v); err != nil {
			return err
		}
	}
	return nil
}

func (c *MeasureObject) measure(rt *runtime.CommandRuntime, s *statistics, v objects.Value) error {
	if c.text {
		if v.IsNull() {
			return nil
		}
		return c.measureText(rt, s, v)
	}
	s.count++
	if v.IsNull() {
		return nil
	}
	if c.numbers {
		n, err := rt.Types().Convert(v, objects.DoubleType)
		if err != nil {
			s.notNumeric = true
			return c.notNumeric(rt, v)
		}
		s.add(n.Float())
	}
	if _, text := v.Str(); text || v.Kind() == objects.KindEnum { // what can be a number is compared as one
		if n, err := rt.Types().Convert(v, objects.DoubleType); err == nil {
			v = n
		}
	}
	if bool(c.Maximum) && (s.max.IsNull() || c.greater(rt, v, s.max)) {
		s.max = v
	}
	if bool(c.Minimum) && (s.min.IsNull() || c.greater(rt, s.min, v)) {
		s.min = v
	}
	return nil
}

// add keeps sum, mean and the sum of squared distances (Welford's method).
func (s *statistics) add(n float64) {
	s.sum += n
	s.added++
	delta := n - s.mean
	s.mean += delta / float64(s.added)
	s.squares += delta * (n - s.mean)
}

func (c *MeasureObject) greater(rt *runtime.CommandRuntime, a, b objects.Value) bool {
	n, err := rt.Types().Compare(a, b, true)
	return err == nil && n > 0
}

func (c *MeasureObject) notNumeric(rt *runtime.CommandRuntime, v objects.Value) error {
	text, _ := rt.Types().ToString(v, "")
	e := objects.NewException(objects.PSInvalidOperationException, "Input object \""+text+"\" is not numeric.")
	return rt.WriteError(runtime.NewErrorRecord(e, "NonNumericInputObject", runtime.InvalidType, v))
}

func (c *MeasureObject) measureText(rt *runtime.CommandRuntime, s *statistics, v objects.Value) error {
	text, err := rt.Types().Text(v, " ")
	if err != nil {
		return err
	}
	s.count++
	s.lines += countLines(text, bool(c.IgnoreWhiteSpace))
	s.words += len(strings.FieldsFunc(text, unicode.IsSpace))
	s.characters += countCharacters(text, bool(c.IgnoreWhiteSpace))
	return nil
}

func countLines(text string, ignoreBlank bool) int {
	if text == "" {
		return 0
	}
	n := 0
	for _, line := range strings.Split(strings.TrimSuffix(text, "\n"), "\n") {
		if !ignoreBlank || strings.TrimSpace(line) != "" {
			n++
		}
	}
	return n
}

func countCharacters(text string, ignoreBlank bool) int {
	if !ignoreBlank {
		return utf16.Len(text)
	}
	return utf16.Len(strings.Join(strings.FieldsFunc(text, unicode.IsSpace), ""))
}

// EndProcessing writes the results; a property that none of the
// objects has is an error in strict mode.
func (c *MeasureObject) EndProcessing(rt *runtime.CommandRuntime) error {
	for _, g := range c.getters {
		if c.began && rt.Scope().Strict() > 0 && !g.IsPattern() && c.byName[strings.ToLower(g.Title())] == nil {
			e := objects.NewException(objects.PSArgumentException, "The property \""+g.Title()+"\" cannot be found in the input for any objects.")
			if err := rt.WriteError(runtime.NewErrorRecord(e, "GenericMeasurePropertyNotFound", runtime.InvalidArgument, objects.Null)); err != nil {
				return err
			}
		}
	}
	for _, s := range c.all {
		if err := rt.WriteObject(objects.Of(c.result(s))); err != nil {
			return err
		}
	}
	return nil
}

func (c *MeasureObject) result(s *statistics) objects.Object {
	if c.text {
		return &TextMeasureInfo{s, c}
	}
	if c.Maximum || c.Minimum {
		if c.numbers || isNumeric(s.max) || isNumeric(s.min) || s.count == 0 {
			return &GenericMeasureInfo{s, c, genericMeasureInfoType}
		}
		return &GenericMeasureInfo{s, c, measureObjectInfoType}
	}
	return &GenericMeasureInfo{s, c, genericMeasureInfoType}
}

func isNumeric(v objects.Value) bool {
	k := v.Kind()
	return k >= objects.KindSByte && k <= objects.KindDouble || v.Type() == objects.DecimalType
}

func (s *statistics) deviation() float64 {
	switch s.count {
	case 0:
		return math.NaN()
	case 1:
		return 0
	}
	return math.Sqrt(s.squares / float64(s.count-1))
}

// Tallies tells whether objects are only counted.
func (c *MeasureObject) Tallies() (properties []string, ok bool) {
	return nil, len(c.Property) == 0 && !c.numbers && !c.text && !bool(c.Maximum || c.Minimum)
}

// Tally counts n objects.
func (c *MeasureObject) Tally(_ *runtime.CommandRuntime, _ objects.Value, n int) error {
	c.began = c.began || n > 0
	c.all[0].count += n
	return nil
}

// Narrowing tells that objects are counted, or which properties are measured.
func (c *MeasureObject) Narrowing(*runtime.CommandRuntime) runtime.Narrowing {
	names, plain := calculated.Names(c.getters)
	return runtime.Narrowing{Counts: true, Reads: names, Open: !plain || len(c.Property) == 0 && (c.numbers || c.text)}
}
