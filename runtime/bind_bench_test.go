package runtime

import (
	"testing"

	"github.com/csshell/csshell/objects"
)

// slotTarget keeps bound values in slots, as a function's scope does.
type slotTarget struct{ slots []objects.Value }

func (t *slotTarget) set(p *Parameter, v objects.Value) error {
	t.slots[p.slot] = v
	return nil
}

func (t *slotTarget) save(p *Parameter) func() {
	old := t.slots[p.slot]
	return func() { t.slots[p.slot] = old }
}

// benchTable is a table of untyped parameters a and b.
func benchTable(b *testing.B, advanced bool) *ParameterTable {
	b.Helper()
	t := &ParameterTable{Advanced: advanced, script: !advanced}
	for i, name := range []string{"a", "b"} {
		p := &Parameter{Name: name, Type: objects.ObjectType, slot: i}
		in := NewParameterAttribute()
		in.Position = i
		in.ValueFromPipeline = advanced && i == 0
		p.add(in)
		t.Parameters = append(t.Parameters, p)
	}
	if err := t.finish(); err != nil {
		b.Fatal(err)
	}
	return t
}

func benchSession() *Session {
	s := &Session{Types: testTypes()}
	s.global = &Scope{call: &call{}}
	s.current = s.global
	return s
}

func BenchmarkBindPositional(b *testing.B) {
	s, table := benchSession(), benchTable(b, false)
	target := &slotTarget{make([]objects.Value, 2)}
	args := []argument{{value: objects.Int(1), hasValue: true}, {value: objects.Int(2), hasValue: true}}
	info := &InvocationInfo{}
	b.ReportAllocs()
	for b.Loop() {
		if err := newBinder(s, s.global, nil, table, target, info).commandLine(args, false); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBindNamed(b *testing.B) {
	s, table := benchSession(), benchTable(b, false)
	target := &slotTarget{make([]objects.Value, 2)}
	args := []argument{{name: "b"}, {value: objects.Int(1), hasValue: true}, {name: "a"}, {value: objects.Int(2), hasValue: true}}
	info := &InvocationInfo{}
	b.ReportAllocs()
	for b.Loop() {
		if err := newBinder(s, s.global, nil, table, target, info).commandLine(args, false); err != nil {
			b.Fatal(err)
		}
	}
}

// benchCmdlet has one positional parameter that the pipeline can fill.
type benchCmdlet struct {
	InputObject objects.Value   `param:"ValueFromPipeline"`
	Name        string          `param:"Position=0"`
	Force       SwitchParameter `param:""`
}

func (*benchCmdlet) ProcessRecord(*CommandRuntime) error { return nil }

func BenchmarkBindCmdlet(b *testing.B) {
	s := benchSession()
	kind, err := cmdletTable(s.Types, "", CmdletEntry{Name: "Get-Bench", New: func() Cmdlet { return new(benchCmdlet) }})
	if err != nil {
		b.Fatal(err)
	}
	args := []argument{{value: objects.String("x"), hasValue: true}}
	info := &InvocationInfo{}
	b.ReportAllocs()
	for b.Loop() {
		if err := newBinder(s, s.global, nil, kind.table, kind.target(new(benchCmdlet)), info).commandLine(args, false); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBindPipelineObject(b *testing.B) {
	s := benchSession()
	kind, err := cmdletTable(s.Types, "", CmdletEntry{Name: "Get-Bench", New: func() Cmdlet { return new(benchCmdlet) }})
	if err != nil {
		b.Fatal(err)
	}
	binder := newBinder(s, s.global, nil, kind.table, kind.target(new(benchCmdlet)), &InvocationInfo{})
	if err := binder.commandLine(nil, true); err != nil {
		b.Fatal(err)
	}
	v := objects.Int(5)
	b.ReportAllocs()
	for b.Loop() {
		if err := binder.pipelineObject(v); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkBindPipelineProperty(b *testing.B) {
	s := benchSession()
	table := &ParameterTable{Advanced: true}
	p := &Parameter{Name: "Name", Type: objects.StringType}
	in := NewParameterAttribute()
	in.ValueFromPipelineByPropertyName = true
	p.add(in)
	table.Parameters = []*Parameter{p}
	if err := table.finish(); err != nil {
		b.Fatal(err)
	}
	binder := newBinder(s, s.global, nil, table, &slotTarget{make([]objects.Value, 1)}, &InvocationInfo{})
	if err := binder.commandLine(nil, true); err != nil {
		b.Fatal(err)
	}
	v := objects.Of(objects.NewShaped(objects.NewShape("Id", "Name"), []objects.Value{objects.Int(1), objects.String("x")}))
	b.ReportAllocs()
	for b.Loop() {
		if err := binder.pipelineObject(v); err != nil {
			b.Fatal(err)
		}
	}
}
