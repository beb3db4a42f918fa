package runtime

import (
	"reflect"

	"github.com/csshell/csshell/objects"
)

// save keeps the variable of a parameter that the pipeline is going to bind.
func (st *functionStage) save(p *Parameter) (restore func()) {
	scope := st.frame.scope
	if !st.here && len(p.constraints) == 0 {
		old := scope.slots[p.slot]
		return func() { scope.slots[p.slot] = old }
	}
	old, had := scope.local(fold(p.Name))
	return func() {
		if !had {
			scope.Remove(p.Name)
			return
		}
		_ = st.set(p, old)
	}
}

// cmdletTarget is the struct of one call of a cmdlet.
type cmdletTarget struct {
	kind   *cmdletType
	fields reflect.Value
	// last is the field that was set last, ready for the next object of a
	// pipeline.
	last     any
	lastSlot int
}

// target is the struct of a cmdlet as the binder fills it.
func (k *cmdletType) target(c Cmdlet) bindTarget {
	return &cmdletTarget{kind: k, fields: reflect.ValueOf(c).Elem(), lastSlot: -1}
}

// set converts the value to the field's Go type.
func (t *cmdletTarget) set(p *Parameter, v objects.Value) error {
	f := &t.kind.fields[p.slot]
	if t.lastSlot != p.slot {
		t.last, t.lastSlot = t.fields.FieldByIndex(f.index).Addr().Interface(), p.slot
	}
	return f.set(t.last, v)
}

// save keeps the field.
func (t *cmdletTarget) save(p *Parameter) (restore func()) {
	field := t.fields.FieldByIndex(t.kind.fields[p.slot].index)
	old := reflect.New(field.Type()).Elem()
	old.Set(field)
	return func() { field.Set(old) }
}

// dynamicTarget gives dynamic parameters to a target of their own.
type dynamicTarget struct{ own, dynamic bindTarget }

func (t *dynamicTarget) of(p *Parameter) bindTarget {
	if p.Dynamic {
		return t.dynamic
	}
	return t.own
}

func (t *dynamicTarget) set(p *Parameter, v objects.Value) error { return t.of(p).set(p, v) }

func (t *dynamicTarget) save(p *Parameter) func() { return t.of(p).save(p) }

// shownOnly lets values be seen in $PSBoundParameters only: the dynamic
// parameters of a function.
type shownOnly struct{}

func (shownOnly) set(*Parameter, objects.Value) error { return nil }

func (shownOnly) save(*Parameter) func() { return func() {} }
