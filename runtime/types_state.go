package runtime

import "github.com/csshell/csshell/objects"

// sessionStateInternalType is the state behind SessionState. Test frameworks take
// it by reflection from one block and give it to another, to run that block in a
// module's scope.
var sessionStateInternalType = &objects.Type{FullName: namespace + "SessionStateInternal", Kind: objects.KindObject, Attributes: objects.SealedAttr}

func declareSessionStateInternal() *objects.Declaration {
	return &objects.Declaration{
		Type:      sessionStateInternalType,
		Internals: []objects.Property{value("psmoduleinfo Module {get;}", (*stateView).moduleValue)},
	}
}

// moduleValue is the module that the state is of; the module of a closure is its
// own; $null for the session.
func (v *stateView) moduleValue() objects.Value {
	switch {
	case v.dynamic != nil:
		return objects.Of(v.dynamic)
	case v.state == nil || v.state.module == nil:
		return objects.Null
	}
	return objects.Of(v.state.module)
}

// internals are the state that the block's code runs in.
func (b *ScriptBlock) internals() *stateView {
	return &stateView{typ: sessionStateInternalType, session: b.session, state: b.state, closure: b.closure, dynamic: b.dynamic}
}

// getBlockState reads the state of a block, in one of its faces; $null for one
// that belongs to none.
func getBlockState(t *objects.Type) func(objects.Value) (objects.Value, error) {
	return func(this objects.Value) (objects.Value, error) {
		b, ok := objects.As[*ScriptBlock](this)
		switch {
		case !ok || b.state == nil:
			return objects.Null, nil
		case b.closure == nil:
			return b.session.face(t, b.state), nil
		}
		v := b.internals()
		v.typ = t
		return objects.Of(v), nil
	}
}

// setBlockState moves a block to another state.
func setBlockState(this, to objects.Value) error {
	b, ok := objects.As[*ScriptBlock](this)
	if !ok {
		return nil
	}
	b.state, b.closure, b.dynamic = nil, nil, nil
	if v, ok := objects.As[*stateView](to); ok {
		b.state, b.closure, b.dynamic = v.state, v.closure, v.dynamic
	}
	return nil
}
