package xml

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/objects/markup"
)

// ConvertType is System.Xml.XmlConvert.
var ConvertType = &objects.Type{FullName: "System.Xml.XmlConvert", Kind: objects.KindObject}

var dateModeType = &objects.Type{FullName: "System.Xml.XmlDateTimeSerializationMode", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
	Names:  []string{"Local", "Utc", "Unspecified", "RoundtripKind"},
	Values: []int64{0, 1, 2, 3},
}}

// SimpleText is a value as XML Schema writes it (XmlConvert.ToString).
func SimpleText(tt *objects.TypeTable, v value) (string, error) {
	format := ""
	switch v.Kind() {
	case objects.KindBoolean:
		return strconv.FormatBool(v.Bool()), nil
	case objects.KindDateTime:
		format = "yyyy-MM-ddTHH:mm:ss.FFFFFFFK"
	case objects.KindTimeSpan:
		return duration(v.Int64()), nil
	}
	s, err := tt.ToStringIn(v, format, culture.Invariant())
	switch s {
	case "Infinity", "∞":
		s = "INF"
	case "-Infinity", "-∞":
		s = "-INF"
	}
	return s, err
}

// ParseSimple reads a value as XML Schema writes it.
func ParseSimple(tt *objects.TypeTable, s string, t *objects.Type) (value, error) {
	if t == objects.StringType {
		return text(s), nil
	}
	trimmed := strings.Trim(s, " \t\r\n")
	switch t {
	case objects.BooleanType:
		switch trimmed {
		case "1", "true":
			return truth(true), nil
		case "0", "false":
			return truth(false), nil
		}
		return objects.Null, objects.NewException(objects.FormatException, "The string '"+s+"' is not a valid Boolean value.")
	case objects.CharType:
		return tt.Convert(text(s), t)
	case objects.TimeSpanType:
		if n, ok := parseDuration(trimmed); ok {
			return objects.Word(t, uint64(n)), nil
		}
		return objects.Null, objects.NewException(objects.FormatException, "The string '"+s+"' is not a valid TimeSpan value.")
	case objects.DoubleType, objects.SingleType:
		trimmed = strings.Replace(trimmed, "INF", "Infinity", 1)
	}
	v, err := tt.InvokeStatic(background(), t, objects.Invocation{Name: "Parse", Args: []value{text(trimmed), objects.Null}})
	if err != nil {
		return objects.Null, objects.NewException(objects.FormatException, "The input string '"+s+"' was not in a correct format.")
	}
	return v, nil
}

func convertDeclaration() *objects.Declaration {
	name := func(signature string, f func(string) string) objects.Method {
		return total(signature, func(c *call) value {
			if !c.Is(0) {
				return objects.Null
			}
			return text(f(c.Str(0)))
		})
	}
	d := &objects.Declaration{
		Type: ConvertType,
		Methods: []objects.Method{
			name("static string EncodeName(string name)", markup.EncodeName),
			name("static string EncodeLocalName(string name)", markup.EncodeLocalName),
			name("static string DecodeName(string name)", markup.DecodeName),
			partial("static string VerifyName(string name)", func(c *call) (value, error) {
				if !c.Is(0) {
					return objects.Null, objects.NullArgument("name")
				}
				return c.Args[0], raised(markup.VerifyName(c.Str(0)))
			}),
			partial("static datetime ToDateTime(string s, System.Xml.XmlDateTimeSerializationMode dateTimeOption)", toDateTime),
			partial("static string ToString(datetime value, System.Xml.XmlDateTimeSerializationMode dateTimeOption)", dateInMode),
			partial("static string ToString(datetime value, string format)", func(c *call) (value, error) {
				s, err := c.Types.ToStringIn(c.Args[0], c.Str(1), culture.Invariant())
				return text(s), err
			}),
		},
	}
	for _, n := range [...]string{"bool", "char", "decimal", "sbyte", "short", "int", "long", "byte", "ushort", "uint", "ulong", "float", "double", "timespan", "datetime", "System.DateTimeOffset", "guid"} {
		d.Methods = append(d.Methods, partial("static string ToString("+n+" value)", func(c *call) (value, error) {
			s, err := SimpleText(c.Types, c.Args[0])
			return text(s), err
		}))
	}
	for _, t := range [...]struct {
		name string
		typ  *objects.Type
	}{
		{"bool", objects.BooleanType}, {"char", objects.CharType}, {"decimal", objects.DecimalType}, {"sbyte", objects.SByteType}, {"short", objects.Int16Type},
		{"int", objects.Int32Type}, {"long", objects.Int64Type}, {"byte", objects.ByteType}, {"ushort", objects.UInt16Type}, {"uint", objects.UInt32Type},
		{"ulong", objects.UInt64Type}, {"float", objects.SingleType}, {"double", objects.DoubleType}, {"timespan", objects.TimeSpanType},
		{"System.DateTimeOffset", objects.DateTimeOffsetType}, {"guid", objects.GuidType},
	} {
		d.Methods = append(d.Methods, partial("static "+t.name+" To"+t.typ.Name()+"(string s)", func(c *call) (value, error) {
			if !c.Is(0) {
				return objects.Null, objects.NullArgument("s")
			}
			return ParseSimple(c.Types, c.Str(0), t.typ)
		}))
	}
	return d
}

// toDateTime reads a date for a zone (XmlDateTimeSerializationMode).
func toDateTime(c *call) (value, error) {
	v, err := c.Types.InvokeStatic(c.Context, objects.DateTimeType, objects.Invocation{Name: "Parse",
		Args: []value{text(strings.TrimSpace(c.Str(0))), objects.Null, text("RoundtripKind")}})
	if err != nil {
		return objects.Null, objects.NewException(objects.FormatException, "The string '"+c.Str(0)+"' is not a valid AllXsd value.")
	}
	return inMode(c, v, c.Int(1))
}

func dateInMode(c *call) (value, error) {
	v, err := inMode(c, c.Args[0], c.Int(1))
	if err != nil {
		return objects.Null, err
	}
	s, err := SimpleText(c.Types, v)
	return text(s), err
}

// inMode is a date as local time, as universal time, of no zone, or as it is.
func inMode(c *call, v value, mode int) (value, error) {
	invoke := func(name string, args ...value) (value, error) {
		return c.Types.Invoke(c.Context, v, objects.Invocation{Name: name, Args: args})
	}
	switch mode {
	case 0:
		return invoke("ToLocalTime")
	case 1:
		return invoke("ToUniversalTime")
	case 2:
		return c.Types.InvokeStatic(c.Context, objects.DateTimeType, objects.Invocation{Name: "SpecifyKind", Args: []value{v, text("Unspecified")}})
	}
	return v, nil
}
