package view

import (
	"strconv"
	"testing"

	"github.com/csshell/csshell/objects"
)

// discard counts lines and forgets them.
type discard struct{ lines int }

func (d *discard) WriteLine(string) error { d.lines++; return nil }
func (d *discard) WriteText(string) error { d.lines++; return nil }

// BenchmarkTable lays out 15,000 objects of four properties as default output.
func BenchmarkTable(b *testing.B) {
	shape := objects.NewShape("Id", "Name", "SipAddress", "Enabled")
	rows := make([]objects.Value, 15_000)
	for i := range rows {
		n := strconv.Itoa(i)
		rows[i] = objects.Of(objects.NewShaped(shape, []objects.Value{
			objects.Int(i), objects.String("User " + n), objects.String("sip:user" + n + "@litwareinc.com"), objects.Bool(i%3 == 0),
		}))
	}
	s := settings()
	b.ReportAllocs()
	for b.Loop() {
		r := NewRenderer(s, Page{Width: 120, TableWidth: 120, Height: 40}, &discard{})
		for _, v := range rows {
			if err := r.Process(v); err != nil {
				b.Fatal(err)
			}
		}
		if err := r.End(); err != nil {
			b.Fatal(err)
		}
	}
}
