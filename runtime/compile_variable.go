package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// variable compiles the reading of a variable.
func (cc *compiler) variable(v *parser.VariableExpression) expression {
	switch v.Scope {
	case parser.ScopeDrive:
		return cc.driveVariable(v)
	case parser.ScopeGlobal, parser.ScopeScript, parser.ScopePrivate, parser.ScopeLocal:
		return cc.scopedVariable(v)
	}
	name := fold(v.Name)
	if a, constant, ok := automatic(name); ok {
		if constant {
			value := a.get(nil)
			return func(*frame) (objects.Value, error) { return value, nil }
		}
		return func(f *frame) (objects.Value, error) {
			if v, ok := f.scope.local(name); ok { // assigned here
				return v, nil
			}
			return a.get(f.scope.currentCall()), nil
		}
	}
	at := cc.extent(v)
	n := lookUpName{name: v.Name, folded: name, mark: markOf(name), at: at, inText: cc.inText}
	if i, ok := cc.slot(name); ok {
		return slotVariable(i, n)
	}
	return namedVariable(n)
}

// slotVariable reads a slot, or what the callers have while it is unset.
func slotVariable(i int, n lookUpName) expression {
	return func(f *frame) (objects.Value, error) {
		s := &f.scope.slots[i]
		if s.state == plain {
			return s.value, nil
		}
		if s.state == boxed {
			return s.cell.Value(), nil
		}
		if i < fixedSlots {
			return f.scope.fixed(i), nil
		}
		return f.lookUp(f.scope.parent, &n)
	}
}

// fixed is $_, $this, $args or $input of the nearest scope that has it.
func (s *Scope) fixed(i int) objects.Value {
	for c := s; c != nil; c = c.parent {
		if c.layout != nil && c.slots[i].state == plain {
			return c.slots[i].value
		}
		if i != slotUnderscore && i != slotThis && c.call != nil {
			return c.call.unset(i)
		}
		if c.layout == nil {
			if v, ok := c.named[fixedNames[i]]; ok {
				return v.Value()
			}
		}
	}
	return objects.Null
}

// unset is $args or $input of a call that was given none.
func (c *call) unset(i int) objects.Value {
	if i == slotArgs {
		return objects.ArrayValue(nil)
	}
	return objects.Of(newInputEnumerator(nil))
}

var fixedNames = [fixedSlots]string{"_", "this", "args", "input"}

// namedVariable reads a variable that no slot of the block holds.
func namedVariable(n lookUpName) expression {
	return func(f *frame) (objects.Value, error) { return f.lookUp(f.scope, &n) }
}

// lookUpName is a variable's name as look-ups through the callers need it.
type lookUpName struct {
	name, folded string
	mark         uint64
	at           *ScriptExtent
	inText       bool // stands in a string, which the first strict mode lets pass
}

// lookUp reads a variable through the scopes from s outwards; in strict mode a
// missing one is an error.
func (f *frame) lookUp(s *Scope, n *lookUpName) (objects.Value, error) {
	for c := s; c != nil; c = c.parent {
		if c.layout != nil && c.layout.marks&n.mark == 0 && c.named == nil {
			continue
		}
		if v, ok := c.local(n.folded); ok && (c == f.scope || !c.isPrivate(n.folded)) {
			return v, nil
		}
	}
	if m := f.scope.strictness(); m == strictOff || m == strict1 && n.inText {
		return objects.Null, nil
	}
	return objects.Null, undefinedVariable(n.name, n.at)
}

func undefinedVariable(name string, at *ScriptExtent) error {
	r := newError(objects.RuntimeException, "VariableIsUndefined", InvalidOperation, objects.String(name),
		"The variable '$"+name+"' cannot be retrieved because it has not been set.")
	r.Extent = at
	return r
}

// scopedVariable reads $global:x, $script:x, $local:x or $private:x.
func (cc *compiler) scopedVariable(v *parser.VariableExpression) expression {
	name, scope := fold(v.Name), v.Scope
	at := cc.extent(v)
	return func(f *frame) (objects.Value, error) {
		s := f.scopeOf(scope)
		if value, ok := s.local(name); ok {
			return value, nil
		}
		if a, _, ok := automatic(name); ok && s.call != nil {
			return a.get(s.call), nil
		}
		if f.scope.strictness() != strictOff {
			return objects.Null, undefinedVariable(v.Path, at)
		}
		return objects.Null, nil
	}
}

// scopeOf is the scope that a modifier names, seen from running code.
func (f *frame) scopeOf(m parser.VariableScope) *Scope {
	switch m {
	case parser.ScopeGlobal:
		return f.session.global
	case parser.ScopeScript:
		return f.scope.scriptScope()
	}
	return f.scope
}

// scriptScope is the nearest scope of a script file or module, else the outermost.
func (s *Scope) scriptScope() *Scope {
	for c := s; ; c = c.parent {
		if c.script || c.parent == nil {
			return c
		}
	}
}

// driveVariable reads $env:PATH, $function:prompt and their like through the
// provider of the drive.
func (cc *compiler) driveVariable(v *parser.VariableExpression) expression {
	drive, name := v.Drive(), v.Name
	if objects.EqualFold(drive, "env") {
		return func(f *frame) (objects.Value, error) {
			if text, ok := f.session.Environment.Get(name); ok {
				return objects.String(text), nil
			}
			return objects.Null, nil
		}
	}
	return func(f *frame) (objects.Value, error) { return f.session.driveValue(drive, name) }
}

// target is something that can be assigned to.
type target interface {
	set(f *frame, v objects.Value) error
	// get reads the target for compound assignment.
	get(f *frame) (objects.Value, error)
}

// variableTarget is a variable without a type before it.
type variableTarget struct {
	name   string
	folded string
	scope  parser.VariableScope
	slot   int // -1 where the variable is kept by name
	read   expression
	own    bool // the slot belongs to a scope of the block's own
}

func (cc *compiler) variableTarget(v *parser.VariableExpression) target {
	if v.Scope == parser.ScopeDrive {
		return &driveTarget{drive: v.Drive(), name: v.Name, read: cc.variable(v)}
	}
	if v.Scope == parser.ScopeNone && objects.EqualFold(v.Name, "null") {
		return nowhere{}
	}
	t := &variableTarget{name: v.Name, folded: fold(v.Name), scope: v.Scope, slot: -1, read: cc.variable(v)}
	if v.Scope == parser.ScopeNone || v.Scope == parser.ScopeLocal {
		if i, ok := cc.slot(v.Name); ok {
			t.slot, t.own = i, cc.own
		}
	}
	return t
}

func (t *variableTarget) get(f *frame) (objects.Value, error) { return t.read(f) }

// before is the variable's value for an operator that changes it, such as +=: in
// a scope of the block's own that of the local variable, $null where there is none,
// whatever the callers have.
func before(f *frame, left target) (objects.Value, error) {
	t, ok := left.(*variableTarget)
	if ok && t.own && t.slot >= fixedSlots {
		switch s := &f.scope.slots[t.slot]; s.state {
		case plain:
			return s.value, nil
		case unset:
			if f.scope.allScope(t.folded) == nil {
				return objects.Null, nil
			}
		}
	}
	return left.get(f)
}

func (t *variableTarget) set(f *frame, v objects.Value) error {
	if t.slot >= 0 {
		s := &f.scope.slots[t.slot]
		if s.state == plain {
			s.value = v
			return nil
		}
		if s.state == unset && t.slot < fixedSlots {
			s.state, s.value = plain, v
			return nil
		}
	}
	return t.setSlow(f, v)
}

// setSlow assigns a variable that is not yet there, has a type or is kept by name.
func (t *variableTarget) setSlow(f *frame, v objects.Value) error {
	if t.folded == "?" || isConstantName(t.folded) {
		return newError(objects.SessionStateUnauthorized, "VariableNotWritable", WriteError, objects.String(t.name),
			"Cannot overwrite variable "+t.name+" because it is read-only or constant.")
	}
	s := f.scopeOf(t.scope)
	if t.scope == parser.ScopePrivate && s.Variable(t.name) == nil {
		made := NewVariable(t.name, v)
		made.Options = PrivateOption
		s.define(made)
		return nil
	}
	return s.Set(f.session, t.name, v)
}

func isConstantName(folded string) bool {
	_, constant, ok := automatic(folded)
	return ok && constant
}

// nowhere is $null as a target: what is assigned is dropped.
type nowhere struct{}

func (nowhere) get(*frame) (objects.Value, error) { return objects.Null, nil }

func (nowhere) set(*frame, objects.Value) error { return nil }

// driveTarget is $env:X and its like.
type driveTarget struct {
	drive, name string
	read        expression
}

func (t *driveTarget) get(f *frame) (objects.Value, error) { return t.read(f) }

func (t *driveTarget) set(f *frame, v objects.Value) error {
	return f.session.setDriveValue(t.drive, t.name, v)
}
