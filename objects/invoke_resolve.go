package objects

// candidate is an overload that the arguments fit, with the rank of each.
type candidate struct {
	*overload
	sig      *signature
	ranks    []rank
	expanded bool // a Params array is made of the last arguments
}

// paramType is the type that argument i is converted to.
func (c *candidate) paramType(i int) *Type {
	return paramTypeOf(c.sig, i, c.expanded)
}

func paramTypeOf(s *signature, i int, expanded bool) *Type {
	if last := len(s.params) - 1; expanded && i >= last {
		return s.params[last].typ.Elem
	}
	return s.params[i].typ
}

// choose finds the overload that PowerShell calls for the arguments: the one
// that is better than all others argument by argument, the first ones weighing
// more ("about_Methods"). A single overload with the right number of
// parameters is taken unseen, so that its conversion errors are told.
func (tt *TypeTable) choose(g *methodGroup, call Invocation) (candidate, error) {
	if len(g.overloads) == 1 {
		s := g.overloads[0].params()
		if len(s.params) == len(call.Args) && len(s.generic) == 0 && !takesMany(s) {
			return candidate{overload: g.overloads[0], sig: s}, nil
		}
	}
	var fits []candidate
	for _, o := range g.overloads {
		if c, ok := tt.fit(o, call); ok {
			fits = append(fits, c)
		}
	}
	if len(fits) == 0 {
		return candidate{}, noOverload(call)
	}
	if call.Casts != nil {
		fits = preferCasts(fits, call.Casts)
	}
	if len(fits) == 1 {
		return fits[0], nil
	}
	for i := range fits {
		if tt.best(fits, i, call.Args) {
			return fits[i], nil
		}
	}
	return candidate{}, ambiguous(call)
}

func takesMany(s *signature) bool {
	return len(s.params) > 0 && s.params[len(s.params)-1].params
}

// preferCasts keeps the candidates whose parameters have the types that the
// arguments were cast to, where there are any.
func preferCasts(fits []candidate, casts []*Type) []candidate {
	var kept []candidate
	for _, c := range fits {
		ok := true
		for i, t := range casts {
			if t != nil && i < len(c.ranks) && c.paramType(i) != t {
				ok = false
			}
		}
		if ok {
			kept = append(kept, c)
		}
	}
	if len(kept) == 0 {
		return fits
	}
	return kept
}

func (tt *TypeTable) best(fits []candidate, i int, args []Value) bool {
	for j := range fits {
		if i != j && tt.compareCandidates(&fits[i], &fits[j], args) <= 0 {
			return false
		}
	}
	return true
}

// fit ranks the arguments against an overload; ok is false where one does not
// convert or their number is wrong.
func (tt *TypeTable) fit(o *overload, call Invocation) (c candidate, ok bool) {
	s := o.params()
	n := len(call.Args)
	c = candidate{overload: o, sig: s}
	if len(call.Types) > 0 && len(call.Types) != len(s.generic) {
		return c, false
	}
	fixed := len(s.params)
	if takesMany(s) {
		fixed--
	} else if n > fixed {
		return c, false
	}
	for i := n; i < fixed; i++ {
		if !s.params[i].optional {
			return c, false
		}
	}
	c.ranks = make([]rank, n)
	for i := 0; i < n && i < fixed; i++ {
		if c.ranks[i] = tt.rankOfArgument(call.Args[i], &s.params[i], s.params[i].typ); c.ranks[i] == noConversion {
			return c, false
		}
	}
	if !takesMany(s) {
		return c, true
	}
	return c, tt.fitMany(&c, call.Args, fixed)
}

// fitMany ranks the arguments of a Params array: one argument may be the array
// itself, unless it serves better as its only element.
func (tt *TypeTable) fitMany(c *candidate, args []Value, fixed int) bool {
	p := &c.sig.params[fixed]
	if len(args) == fixed+1 {
		whole := tt.rankOfArgument(args[fixed], p, p.typ)
		element := tt.rankOfArgument(args[fixed], p, p.typ.Elem)
		if element > whole {
			c.expanded, whole = true, element
		}
		c.ranks[fixed] = whole
		return whole != noConversion
	}
	c.expanded = true
	for i := fixed; i < len(args); i++ {
		if c.ranks[i] = tt.rankOfArgument(args[i], p, p.typ.Elem); c.ranks[i] == noConversion {
			return false
		}
	}
	return true
}

func (tt *TypeTable) rankOfArgument(arg Value, p *parameter, to *Type) rank {
	arg = arg.Base()
	if r, ok := arg.ref.(Reference); ok {
		if p.ref {
			if held := r.Value(); held.IsNull() {
				return nullToReference
			}
			return max(tt.rankOf(r.Value().Type(), to), toStringRank)
		}
	}
	if p.open {
		return rankOpen(arg.Type(), to)
	}
	return tt.rankOf(arg.Type(), to)
}

// rankOpen ranks a type for a parameter whose type the method's own type
// parameters fill in: whatever has the shape serves as it is.
func rankOpen(t, to *Type) rank {
	switch {
	case t == nil:
		return nullToReference
	case to == ObjectType, to.Elem != nil && t.Elem != nil, to.Open != nil && closes(t, to.Open):
		return assignableRank
	case to.DerivesFrom(DelegateType) && isCode(t):
		return languageRank
	}
	return noConversion
}

// closes reports whether t is, derives from or implements a generic type closed
// over anything.
func closes(t, open *Type) bool {
	if t.Elem != nil && open.Is(collectionAttr) {
		return true
	}
	for c := t; c != nil; c = c.BaseType() {
		if c.Open == open {
			return true
		}
		for _, i := range c.Interfaces {
			if closes(i, open) {
				return true
			}
		}
	}
	return false
}

// compareCandidates is positive where a serves better than b.
func (tt *TypeTable) compareCandidates(a, b *candidate, args []Value) int {
	better := 0
	for i, weight := 0, len(a.ranks); i < len(a.ranks); i, weight = i+1, weight-1 {
		x, y := a.ranks[i], b.ranks[i]
		if x == y && x == unrelatedArrays {
			elem := elementType(args[i])
			x, y = tt.rankOf(elem, a.paramType(i).Elem), tt.rankOf(elem, b.paramType(i).Elem)
		}
		better += weight * sign(int(x)-int(y))
	}
	if better == 0 {
		better = tt.compareSpecific(a, b)
	}
	if better == 0 {
		better = compareShape(a, b)
	}
	return better
}

// compareSpecific prefers, for arguments that convert alike, the narrower of
// two parameter types where nothing is lost, else the wider.
func (tt *TypeTable) compareSpecific(a, b *candidate) int {
	better := 0
	for i, weight := 0, len(a.ranks); i < len(a.ranks); i, weight = i+1, weight-1 {
		x, y := a.ranks[i], b.ranks[i]
		if x < nullToValue || y < nullToValue || (x >= numericImplicit) != (y >= numericImplicit) {
			continue
		}
		w := weight
		if x >= numericImplicit {
			w = -weight
		}
		p, q := a.paramType(i), b.paramType(i)
		better += w * sign(int(tt.rankOf(q, p))-int(tt.rankOf(p, q)))
	}
	return better
}

// compareShape prefers a method whose Params array is not made up, then one
// without parameters left out.
func compareShape(a, b *candidate) int {
	if a.expanded != b.expanded {
		if b.expanded {
			return 1
		}
		return -1
	}
	if a.sig.iface == "" != (b.sig.iface == "") {
		if a.sig.iface == "" {
			return 1
		}
		return -1
	}
	if len(a.sig.generic) != len(b.sig.generic) {
		return sign(len(b.sig.generic) - len(a.sig.generic))
	}
	return sign(len(b.sig.params) - len(a.sig.params))
}

func sign(n int) int {
	switch {
	case n < 0:
		return -1
	case n > 0:
		return 1
	}
	return 0
}

// elementType is the type of an array argument's elements: that of each, where
// an object[] holds elements of one type only.
func elementType(arg Value) *Type {
	a, ok := arg.Base().ref.(*Array)
	if !ok {
		return ObjectType
	}
	if a.Elem() != ObjectType || a.Len() == 0 {
		return a.Elem()
	}
	t := a.At(0).Type()
	for _, item := range a.items[1:] {
		if item.Type() != t {
			return ObjectType
		}
	}
	if t == nil {
		return ObjectType
	}
	return t
}
