package view

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects"
)

// text gathers lines as Out-String does.
type text struct{ strings.Builder }

func (t *text) WriteLine(line string) error { t.WriteString(line + "\n"); return nil }
func (t *text) WriteText(s string) error    { t.WriteString(s + "\n"); return nil }

// settings are those of a session with the views.
func settings(views ...View) *Settings {
	return &Settings{
		Context:    Context{Types: objects.NewTypeTable(func() [][]objects.TypeEntry { return nil }), Context: context.Background(), Limit: 4},
		Views:      NewSet(func() []View { return views }),
		SplitWords: true,
	}
}

// object makes a [pscustomobject] of names and values in turn.
func object(pairs ...any) objects.Value {
	o := objects.NewCustomObject()
	for i := 0; i < len(pairs); i += 2 {
		o.SetNote(pairs[i].(string), value(pairs[i+1]))
	}
	return objects.Of(o)
}

func value(v any) objects.Value {
	switch v := v.(type) {
	case nil:
		return objects.Null
	case int:
		return objects.Int(v)
	case float64:
		return objects.Double(v)
	case bool:
		return objects.Bool(v)
	case string:
		return objects.String(v)
	case []int:
		items := make([]objects.Value, len(v))
		for i, n := range v {
			items[i] = objects.Int(n)
		}
		return objects.ArrayValue(items)
	case objects.Value:
		return v
	}
	panic(fmt.Sprintf("no value for %T", v))
}

// show is what Out-String -Width gives for the objects after a Format- cmdlet
// with the request; with the zero request, after none.
func show(t *testing.T, s *Settings, r Request, width int, input ...objects.Value) string {
	t.Helper()
	out := &text{}
	page := Page{Width: width, TableWidth: width, Height: 24}
	if width == 0 {
		page.Width, page.TableWidth = Endless, 80
	}
	render := NewRenderer(s, page, out)
	put := render.Process
	var f *Formatter
	if r.Shape != AnyShape {
		f = NewFormatter(s, r, render.Packet)
		put = f.Process
	}
	for _, v := range input {
		if err := put(v); err != nil {
			t.Fatal(err)
		}
	}
	if f != nil {
		if err := f.End(); err != nil {
			t.Fatal(err)
		}
	}
	if err := render.End(); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func check(t *testing.T, name, got, want string) {
	t.Helper()
	want = strings.TrimPrefix(want, "|\n")
	if got != want {
		t.Errorf("%s:\n%s\nwant:\n%s", name, strings.ReplaceAll(got, " ", "·"), strings.ReplaceAll(want, " ", "·"))
	}
}

func names(list ...string) []Property {
	p := make([]Property, len(list))
	for i, n := range list {
		p[i] = Property{Name: n}
	}
	return p
}

func TestDefaultOutput(t *testing.T) {
	five := object("A", 1, "B", 2, "C", 3, "D", 4, "E", 5)
	words := strings.TrimSpace(strings.Repeat("word ", 8))
	for _, c := range []struct {
		name  string
		width int
		input []objects.Value
		want  string
	}{
		{"text", 0, []objects.Value{value("two\nlines"), value(""), objects.Null, value(5)}, "two\nlines\n\n5\n"},
		{"empty object", 0, []objects.Value{object()}, "\n"},
		{"table", 0, []objects.Value{object("N", 1, "T", "a"), object("N", 22, "T", "bb")}, "|\n\n N T\n - -\n 1 a\n22 bb\n\n"},
		{"list", 0, []objects.Value{five, object("X", 1)}, "|\n\nA : 1\nB : 2\nC : 3\nD : 4\nE : 5\n\nX : 1\n\n"},
		{"other properties", 0, []objects.Value{object("X", 1), five}, "|\n\nX\n-\n1\n \n\n"},
		{"text in a table", 0, []objects.Value{object("A", 1), value(5), object("A", 2)}, "|\n\nA\n-\n1\n5\n2\n\n"},
		{"lists in cells", 0, []objects.Value{object("L", []int{1, 2, 3, 4, 5}, "M", []int{1})}, "|\n\nL             M\n-             -\n{1, 2, 3, 4…} {1}\n\n"},
		{"null first", 0, []objects.Value{object("V", nil, "W", "x"), object("V", 100, "W", "y")}, "|\n\nV   W\n-   -\n    x\n100 y\n\n"},
		{"nothing", 0, []objects.Value{object("Nothing", nil)}, "|\n\nNothing\n-------\n\n\n"},
		{"fifth of a line", 12, []objects.Value{object("A", "abcdefghij", "B", "klmnopqrst")}, "|\n\nA          B\n-          -\nabcdefghij k\n\n"},
		{"hidden column", 15, []objects.Value{object("Name", "Pilar Ackerman", "Id", 7)}, "|\n\nName\n----          \nPilar Ackerman\n\n"},
		{"too narrow", 3, []objects.Value{object("Name", "Pilar Ackerman", "Id", 7)}, "\n\n"},
		{"numbers cut at the left", 5, []objects.Value{object("N", 123456)}, "|\n\n    N\n    -\n…3456\n\n"},
		{"list with long words", 20, []objects.Value{object("A", words, "B", 1, "C", 1, "D", 1, "E", strings.Repeat("x", 30))},
			"|\n\nA : word word word \n    word word word \n    word word\nB : 1\nC : 1\nD : 1\nE : xxxxxxxxxxxxxxxx\n    xxxxxxxxxxxxxx\n\n"},
		{"list with long labels", 8, []objects.Value{object("A", 1, "B", 2, "C", 3, "D", 4, "LongName", "xyz")},
			"|\n\nA    : 1\nB    : 2\nC    : 3\nD    : 4\nLong : x\n       y\n       z\n\n"},
		{"wide characters", 0, []objects.Value{object("Name", "日本", "Id", 1), object("Name", "abc", "Id", 2)}, "|\n\nName Id\n---- --\n日本  1\nabc   2\n\n"},
		{"wide headers", 0, []objects.Value{object("名前", "x", "Id", 1)}, "|\n\n名前 Id\n---- --\nx     1\n\n"},
		{"astral characters", 0, []objects.Value{object("Name", "😀x", "Id", 1), object("Name", "abcd", "Id", 2)}, "|\n\nName Id\n---- --\n😀x   1\nabcd  2\n\n"},
		{"cut wide characters", 13, []objects.Value{object("N", 1, "T", "日本語テキスト表示")}, "|\n\nN T\n- -\n1 日本語テキ…\n\n"},
		{"first lines", 0, []objects.Value{object("A", "\nstarts with newline", "B", "b")}, "|\n\nA                    B\n-                    -\n…                    b\n\n"},
		{"header over lines", 20, []objects.Value{object("LongHeaderName", 1, "AnotherLongHeader", 2)},
			"|\n\nLongHeaderName Anoth\n               erLon\n               gHead\n                  er\n-------------- -----\n             1     2\n\n"},
	} {
		check(t, c.name, show(t, settings(), Request{}, c.width, c.input...), c.want)
	}
}

func TestFormatTable(t *testing.T) {
	ken := object("Name", "Ken", "Id", 7, "Pool", "P1")
	words := object("A", strings.TrimSpace(strings.Repeat("word ", 12)), "B", "b")
	groups := []objects.Value{object("P", "A", "N", 1), object("P", "B", "N", 22)}
	for _, c := range []struct {
		name    string
		request Request
		width   int
		input   []objects.Value
		want    string
	}{
		{"names as the object spells them", Request{Properties: names("name", "id")}, 0, []objects.Value{ken}, "|\n\nName Id\n---- --\nKen   7\n\n"},
		{"wildcards", Request{Properties: names("Pool", "*")}, 0, []objects.Value{ken}, "|\n\nPool Name Id Pool\n---- ---- -- ----\nP1   Ken   7 P1\n\n"},
		{"no match", Request{Properties: names("Q*")}, 0, []objects.Value{ken}, "\n\n"},
		{"missing", Request{Properties: names("Missing", "Name")}, 0, []objects.Value{ken}, "|\n\nMissing Name\n------- ----\n        Ken\n\n"},
		{"no headers", Request{HideHeaders: true, Properties: names("Name", "Id")}, 0, []objects.Value{ken}, "|\n\nKen   7\n\n"},
		{"wrap", Request{Wrap: On}, 30, []objects.Value{words}, "|\n\nA\n-                             \nword word word word word word\nword word word word word word\n\n"},
		{"wrap beside a column", Request{Wrap: On}, 0, []objects.Value{object("A", "one\ntwo\nthree", "B", "b")}, "|\n\nA             B\n-             -\none           b\ntwo\nthree\n\n"},
		{"widths given", Request{Properties: []Property{{Name: "Name", Width: 12}, {Name: "Id", Width: 5, Align: Right}}}, 0,
			[]objects.Value{object("Name", "Ken Myer", "Id", 7), object("Name", "Pilar Ackerman", "Id", 12)},
			"|\n\nName            Id\n----            --\nKen Myer         7\nPilar Acker…    12\n\n"},
		{"width of the first column", Request{Properties: []Property{{Name: "Name", Width: 4}, {Name: "Id"}}}, 20, []objects.Value{object("Name", "abcdefgh", "Id", 5)},
			"|\n\nName              Id\n----              --\nabc…               5\n\n"},
		{"groups", Request{GroupBy: &Property{Name: "P"}, Properties: names("N")}, 0, groups, "|\n\n   P: A\n\nN\n-\n1\n\n   P: B\n\n N\n -\n22\n\n"},
		{"groups with a label", Request{GroupBy: &Property{Name: "P", Label: "Pool"}, Properties: names("N")}, 0, groups[:1], "|\n\n   Pool: A\n\nN\n-\n1\n\n"},
		{"group of nothing", Request{GroupBy: &Property{Name: "P"}, Properties: names("N")}, 0, []objects.Value{object("P", nil, "N", 1)}, "|\n\n   : \n\nN\n-\n1\n\n"},
		{"strings stay text", Request{Properties: names("Length")}, 0, []objects.Value{value("aa")}, "aa\n"},
	} {
		c.request.Shape = TableShape
		check(t, c.name, show(t, settings(), c.request, c.width, c.input...), c.want)
	}
}

func TestFormatOthers(t *testing.T) {
	pair := object("A", 1, "Bcd", "x")
	items := []objects.Value{object("Name", "item1"), object("Name", "item2"), object("Name", "item3")}
	deep := object("O", object("P", object("Q", 1)))
	for _, c := range []struct {
		name    string
		request Request
		width   int
		input   []objects.Value
		want    string
	}{
		{"list", Request{Shape: ListShape, Properties: names("b*", "Missing")}, 0, []objects.Value{pair}, "|\n\nBcd : x\n\n"},
		{"grouped lists", Request{Shape: ListShape, GroupBy: &Property{Name: "A"}, Properties: names("Bcd")}, 0, []objects.Value{pair, object("A", 2, "Bcd", "y")},
			"|\n\n   A: 1\n\nBcd : x\n\n\n   A: 2\n\nBcd : y\n\n"},
		{"wide", Request{Shape: WideShape, Columns: 2}, 20, items, "|\n\nitem1      item2\nitem3      \n\n"},
		{"too many columns", Request{Shape: WideShape, Columns: 20}, 10, items, "|\n\ni i i    \n\n"},
		{"wide as needed", Request{Shape: WideShape, AutoSize: On}, 14, items, "|\n\nitem1   item2\nitem3   \n\n"},
		{"custom", Request{Shape: CustomShape, Depth: 5}, 0, []objects.Value{object("A", []int{1, 2}, "B", nil)},
			"|\n\nclass PSCustomObject\n{\n  A = \n    [\n      1\n      2\n    ]\n    \n  B = \n}\n\n\n"},
		{"custom to a depth", Request{Shape: CustomShape, Depth: 1}, 0, []objects.Value{deep},
			"|\n\nclass PSCustomObject\n{\n  O = \n    class PSCustomObject\n    {\n      P = @{Q=1}\n    }\n}\n\n\n"},
	} {
		check(t, c.name, show(t, settings(), c.request, c.width, c.input...), c.want)
	}
}

func TestEndlessObjects(t *testing.T) {
	loop := objects.NewCustomObject()
	loop.SetNote("A", objects.Of(loop))
	loop.SetNote("B", objects.ArrayValue([]objects.Value{objects.Of(loop), objects.Of(loop)}))
	out := show(t, settings(), Request{Shape: CustomShape, Depth: 1 << 30}, 0, objects.Of(loop))
	if !strings.HasPrefix(out, "\nclass PSCustomObject\n{\n  A = \n") {
		t.Errorf("got %.60q", out)
	}
	if out := show(t, settings(), Request{Shape: TableShape}, 0, objects.Of(loop)); !strings.Contains(out, "\n@{A=; B=System.Object[]} {@{A=") {
		t.Errorf("got %q", out)
	}
}

// TestStyles compares bytes with those that a terminal got of PowerShell.
func TestStyles(t *testing.T) {
	style := Style{Header: "\x1b[32;1m", Accent: "\x1b[32;1m", Reset: "\x1b[0m", Decorations: true}
	for _, c := range []struct {
		name  string
		input objects.Value
		want  string
	}{
		{"table", object("Name", "Ken", "Count", 5),
			"\n\x1b[32;1mName\x1b[0m\x1b[32;1m Count\x1b[0m\n\x1b[32;1m----\x1b[0m \x1b[32;1m-----\x1b[0m\nKen      5\n\n"},
		{"list", object("A", 1, "B", 2, "C", 3, "D", 4, "E", "x"),
			"\n\x1b[32;1mA : \x1b[0m1\n\x1b[32;1mB : \x1b[0m2\n\x1b[32;1mC : \x1b[0m3\n\x1b[32;1mD : \x1b[0m4\n\x1b[32;1mE : \x1b[0mx\n\n"},
		{"colours of the data", object("N", "\x1b[44;1msub\x1b[0m", "M", "\x1b[31mabcdefghijklmnopqrstuvwxyz\x1b[0m"),
			"\n\x1b[32;1mN  \x1b[0m\x1b[32;1m M\x1b[0m\n\x1b[32;1m-  \x1b[0m \x1b[32;1m-\x1b[0m\n\x1b[44;1msub\x1b[0m\x1b[0m \x1b[31mabcdefghijklmno…\x1b[0m\n\n"},
		{"harmful data", value("a\x1b[2Jb\x07\u009bc\rd"), "a␛[2Jb␇\ufffdc␍d\n"},
	} {
		out := &text{}
		r := NewRenderer(settings(), Page{Width: 20, TableWidth: 20, Style: style, Terminal: true}, out)
		if err := r.Process(c.input); err != nil {
			t.Fatal(err)
		}
		if err := r.End(); err != nil {
			t.Fatal(err)
		}
		if got := out.String(); got != c.want {
			t.Errorf("%s:\n%q\nwant:\n%q", c.name, got, c.want)
		}
	}
}

func TestOutOfSequence(t *testing.T) {
	for _, p := range []objects.Object{&GroupStart{}, &FormatEntry{}, &GroupEnd{}, &FormatEnd{}} {
		r := NewRenderer(settings(), Page{Width: 80, TableWidth: 80}, &text{})
		if err := r.Packet(p); err == nil {
			t.Errorf("%s alone is no error", p.Type().Name())
		}
	}
}

// notices gathers lines and notices together.
type notices struct{ text }

func (n *notices) WriteNotice(s string) error { n.WriteString("! " + s); return nil }

func TestNotices(t *testing.T) {
	out := &notices{}
	r := NewRenderer(settings(), Page{Width: 80, TableWidth: 80}, out)
	steps := []func() error{
		func() error { return r.Notice("first\n") },
		func() error { return r.Process(object("A", 1)) },
		func() error { return r.Notice("second\n") },
		func() error { return r.Process(object("A", 222)) },
		r.Flush,
		func() error { return r.Process(object("A", 3333)) },
		r.End,
	}
	for _, step := range steps {
		if err := step(); err != nil {
			t.Fatal(err)
		}
	}
	check(t, "notices", out.String(), "! first\n\n  A\n  -\n  1\n! second\n222\n…33\n\n")
}

// TestSequences mixes objects that somebody formatted with others that nobody
// did.
func TestSequences(t *testing.T) {
	formatted := func(shape Shape, input ...objects.Value) []objects.Value {
		var packets []objects.Value
		f := NewFormatter(settings(), Request{Shape: shape}, func(o objects.Object) error {
			packets = append(packets, objects.Of(o))
			return nil
		})
		for _, v := range input {
			if err := f.Process(v); err != nil {
				t.Fatal(err)
			}
		}
		if err := f.End(); err != nil {
			t.Fatal(err)
		}
		return packets
	}
	input := []objects.Value{value("text"), object("A", 1)}
	input = append(input, formatted(TableShape, object("B", 22))...)
	input = append(input, object("A", 333))
	input = append(input, formatted(ListShape, object("C", 4))...)
	input = append(input, value("end"))
	check(t, "mixed", show(t, settings(), Request{}, 0, input...),
		"|\ntext\n\nA\n-\n1\n\n\n B\n -\n22\n\n\n  A\n  -\n333\n\n\nC : 4\n\nend\n")
}
