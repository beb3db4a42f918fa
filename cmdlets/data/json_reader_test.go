package data

import (
	"strings"
	"testing"
	"time"

	"github.com/csshell/csshell/objects"
)

// What is no JSON, in the words and with the places of Newtonsoft.Json.
func TestJSONFailures(t *testing.T) {
	for _, row := range [...]struct{ text, want string }{
		{`{`, "Unexpected end when reading JSON. Path '', line 1, position 1."},
		{`[`, "Error reading JArray from JsonReader. Path '', line 1, position 1."},
		{`[1,2`, "Unexpected end of content while loading JArray. Path '[1]', line 1, position 4."},
		{`{"a":`, "Unexpected end when deserializing object. Path 'a', line 1, position 5."},
		{`{"a":{"b":1`, "Unexpected end when reading token. Path 'a'."},
		{"[1\n 2]", "After parsing a value an unexpected character was encountered: 2. Path '[0]', line 2, position 1."},
		{`{"a":1]`, "JsonToken EndArray is not valid for closing JsonType Object. Path 'a', line 1, position 7."},
		{`{"a.b":x}`, "Unexpected character encountered while parsing value: x. Path '['a.b']', line 1, position 7."},
		{`{"é😀":x}`, "Unexpected character encountered while parsing value: x. Path 'é😀', line 1, position 7."},
		{`tru`, "Unexpected end when reading JSON. Path '', line 1, position 3."},
		{`trux`, "Error parsing boolean value. Path '', line 1, position 3."},
		{`nix`, "Unexpected character encountered while parsing value: n. Path '', line 0, position 0."},
		{`"\u12`, "Unexpected end while parsing Unicode escape sequence. Path '', line 1, position 5."},
		{`{a b:1}`, "Invalid character after parsing property name. Expected ':' but got: b. Path '', line 1, position 3."},
		{`{a-b:1}`, "Invalid JavaScript property identifier character: -. Path '', line 1, position 2."},
		{`1 /* x`, "Unexpected end while parsing comment. Path '', line 1, position 6."},
		{`08`, "Input string '08' is not a valid number. Path '', line 1, position 2."},
		{`1z`, "Unexpected character encountered while parsing number: z. Path '', line 1, position 1."},
	} {
		_, err := ParseJSON(row.text)
		if got := message(err); got != "Conversion from JSON failed with error: "+row.want {
			t.Errorf("%s: %s, want %s", row.text, got, row.want)
		}
	}
}

func message(err error) string {
	if err == nil {
		return "no error"
	}
	return err.Error()
}

func TestJSONValues(t *testing.T) {
	tt := objects.NewTypeTable(func() [][]objects.TypeEntry { return nil })
	for _, row := range [...]struct{ text, want string }{
		{`0x1F`, "31"}, {`017`, "15"}, {`.5`, "0.5"}, {`1e400`, "Infinity"}, {`[,1,,]`, " 1 "}, {`  // nothing`, ""},
		{`{"a":,"b":undefined}`, "@{a=; b=}"}, {`'it\'s'`, "it's"}, {`{"a":1,"a":2}`, "@{a=2}"},
	} {
		v, err := ParseJSON(row.text)
		if err != nil {
			t.Errorf("%s: %v", row.text, err)
			continue
		}
		if got, _ := tt.Text(v, " "); got != row.want {
			t.Errorf("%s: %q, want %q", row.text, got, row.want)
		}
	}
}

// Deep nesting is an error and no dead process, whatever -Depth says.
func TestJSONDepth(t *testing.T) {
	r := jsonReader{text: strings.Repeat("[", 2*jsonDeepest), maxDepth: 1 << 30}
	if _, err := r.document(); err == nil || !strings.Contains(err.Error(), "MaxDepth") {
		t.Errorf("%v, want an error of the depth", err)
	}
}

func TestJSONDates(t *testing.T) {
	was := time.Local
	time.Local = time.FixedZone("", 2*3600)
	defer func() { time.Local = was }()
	tt := objects.NewTypeTable(func() [][]objects.TypeEntry { return nil })
	for _, row := range [...]struct {
		kind       jsonDates
		text, want string
	}{
		{"Default", "2024-03-05T14:07:09Z", "2024-03-05T14:07:09.0000000Z"},
		{"Default", "2024-03-05T14:07:09+01:00", "2024-03-05T15:07:09.0000000+02:00"},
		{"Utc", "2024-03-05T14:07:09.25+0100", "2024-03-05T13:07:09.2500000Z"},
		{"Local", "2024-03-05T14:07:09", "2024-03-05T14:07:09.0000000+02:00"},
		{"Offset", "2024-03-05T14:07:09", "2024-03-05T14:07:09.0000000+02:00"},
		{"Offset", "/Date(0+0130)/", "1970-01-01T01:30:00.0000000+01:30"},
		{"Default", "/Date(-1)/", "1969-12-31T23:59:59.9990000Z"},
	} {
		got, err := tt.ToString(row.kind.value(row.text), "o")
		if err != nil || got != row.want {
			t.Errorf("%s as %s: %s (%v), want %s", row.text, row.kind, got, err, row.want)
		}
	}
}
