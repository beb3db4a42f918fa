package clixml

import (
	"context"
	"slices"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/dotnet"
)

func table() *objects.TypeTable { return objects.NewTypeTable(dotnet.Sources) }

func TestText(t *testing.T) {
	for _, row := range [...]struct{ plain, written string }{
		{"", ""}, {"plain", "plain"}, {"a\nb", "a_x000A_b"}, {"_x", "_x005F_x"}, {"_y", "_y"}, {"😀", "_xD83D__xDE00_"}, {"é", "é"}, {"\x7f", "_x007F_"}, {"_X41", "_x005F_X41"},
	} {
		if got := encode(row.plain); got != row.written {
			t.Errorf("encode(%q) = %q, want %q", row.plain, got, row.written)
		}
		if got := decode(row.written); got != row.plain {
			t.Errorf("decode(%q) = %q, want %q", row.written, got, row.plain)
		}
	}
	for _, broken := range [...]string{"_x", "_x00", "_xZZZZ_", "a_x0041"} {
		if got := decode(broken); got != broken {
			t.Errorf("decode(%q) = %q", broken, got)
		}
	}
}

// What Windows PowerShell 5.1 writes, by hand: a reference, an enum, a queue.
const windows = `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">
  <Obj RefId="0">
    <TN RefId="0"><T>Litware.Phone</T><T>System.Object</T></TN>
    <ToString>phone one</ToString>
    <Props>
      <S N="Line">tel:+1</S>
      <Obj N="Day" RefId="1"><TN RefId="1"><T>System.DayOfWeek</T><T>System.Enum</T></TN><ToString>Monday</ToString><I32>1</I32></Obj>
      <Obj N="Calls" RefId="2"><TN RefId="2"><T>System.Collections.Queue</T></TN><QUE><I64>5</I64><Nil /></QUE></Obj>
      <Ref N="Same" RefId="2" />
      <Ref N="Self" RefId="0" />
    </Props>
    <MS><Nil N="Owner" /></MS>
  </Obj>
</Objs>`

func TestReadsWindows(t *testing.T) {
	types := table()
	for v, err := range Read(context.Background(), types, windows) {
		if err != nil {
			t.Fatal(err)
		}
		if names := strings.Join(objects.TypeNames(v), " "); names != "Deserialized.Litware.Phone Deserialized.System.Object" {
			t.Errorf("types: %s", names)
		}
		for _, row := range [...]struct{ property, want string }{{"Line", "tel:+1"}, {"Day", "1"}, {"Calls", "5 "}, {"Same", "5 "}, {"Owner", ""}, {"Self", "phone one"}} {
			p, ok, err := types.GetProperty(v, row.property)
			text, _ := types.Text(p, " ")
			if !ok || err != nil || text != row.want {
				t.Errorf("%s is %q, %v, %v; want %q", row.property, text, ok, err, row.want)
			}
		}
	}
}

func TestHostileDocuments(t *testing.T) {
	const head = `<Objs Version="1.1.0.1" xmlns="http://schemas.microsoft.com/powershell/2004/04">`
	for _, inside := range [...]string{
		"<I32>x</I32>", "<Foo/>", "<C>70000</C>", "<BA>?</BA>", "<SS>0</SS>", `<Obj RefId="0"><DCT><En><S N="Value">x</S></En></DCT></Obj>`, "<G>no</G>", "<DT>never</DT>", "<TS>P</TS>",
		strings.Repeat(`<Obj><LST>`, 500) + strings.Repeat(`</LST></Obj>`, 500),
	} {
		failed := false
		for _, err := range Read(context.Background(), table(), head+inside+"</Objs>") {
			failed = failed || err != nil
		}
		if !failed {
			t.Errorf("%.60s was taken", inside)
		}
	}
}

func TestWritesCircles(t *testing.T) {
	types := table()
	o := objects.NewCustomObject()
	o.SetNote("Self", objects.Of(o))
	list := objects.NewList(objects.ArrayListType, nil)
	list.Add(objects.Of(list))
	for _, v := range [...]objects.Value{objects.Of(o), objects.Of(list)} {
		var text strings.Builder
		w := NewWriter(context.Background(), types, 2, func(s string) error { text.WriteString(s); return nil })
		if err := w.Write(v); err != nil {
			t.Fatal(err)
		}
		if err := w.Close(); err != nil || !strings.Contains(text.String(), `<Ref`) {
			t.Errorf("%v in %s", err, text.String())
		}
	}
}

func TestStreamsKeepTheirNames(t *testing.T) {
	types := table()
	var text strings.Builder
	w := NewStreamWriter(t.Context(), types, func(s string) error { text.WriteString(s); return nil })
	for _, row := range []struct{ stream, text string }{{"Output", "one"}, {"Warning", "two\n"}} {
		if err := w.WriteTo(row.stream, objects.String(row.text)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	var got []string
	for item, err := range ReadStreams(t.Context(), types, text.String()) {
		if err != nil {
			t.Fatal(err)
		}
		s, _ := item.Value.Str()
		got = append(got, item.Stream+" "+s)
	}
	if want := []string{"output one", "warning two\n"}; !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}
