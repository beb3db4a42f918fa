package regex

import (
	"slices"
	"strings"

	"github.com/dlclark/regexp2/v2/syntax"
)

// longestProgram bounds what counted groups unroll to.
const longestProgram = 1000

// newProgram makes a program of a tree; it is nil where the expression needs the
// engine. numbers are the groups' numbers in the order of their slots.
func newProgram(tree *syntax.RegexTree, numbers []int) *program {
	if tree.Options&(syntax.RightToLeft|syntax.ECMAScript) != 0 || len(tree.Root.Children) != 1 {
		return nil
	}
	c := &programCompiler{numbers: numbers, seen: make([]bool, len(numbers)), refers: refersBack(tree.Root)}
	c.p = &program{groups: len(numbers), historyFree: true}
	if !c.node(tree.Root.Children[0], surroundings{}) {
		return nil
	}
	c.emit(instruction{op: opDone})
	c.p.shortest = tree.Root.ComputeMinLength()
	c.p.findStart()
	return c.p
}

// refersBack reports whether an expression has references to groups.
func refersBack(n *syntax.RegexNode) bool {
	return n.T == syntax.NtRef || slices.ContainsFunc(n.Children, refersBack)
}

// programCompiler writes a program. Its methods report false for what needs the
// engine.
type programCompiler struct {
	p       *program
	numbers []int
	seen    []bool // groups that were met
	refers  bool
}

// surroundings are what matters of the nodes around one.
type surroundings struct {
	optional bool // in a branch or a loop, so that backtracking may undo it
	repeated bool // in a loop
}

func (c *programCompiler) emit(i instruction) (at int) {
	c.p.code = append(c.p.code, i)
	return len(c.p.code) - 1
}

// here is the place of the next instruction.
func (c *programCompiler) here() int32 { return int32(len(c.p.code)) }

// register reserves a number of registers.
func (c *programCompiler) register(n int) int32 {
	c.p.registers += n
	return int32(c.p.registers - n)
}

func (c *programCompiler) node(n *syntax.RegexNode, in surroundings) bool {
	if n.Options&syntax.RightToLeft != 0 || len(c.p.code) > longestProgram {
		return false
	}
	if op, ok := simpleOperation(n.T); ok {
		c.emit(instruction{op: op})
		return true
	}
	switch n.T {
	case syntax.NtEmpty:
		return true
	case syntax.NtOne, syntax.NtMulti, syntax.NtNotone, syntax.NtSet:
		return c.character(n)
	case syntax.NtConcatenate, syntax.NtGroup:
		return c.sequence(n.Children, in)
	case syntax.NtAlternate:
		return c.alternatives(n.Children, surroundings{true, in.repeated})
	case syntax.NtLoop, syntax.NtLazyloop:
		return c.loop(n)
	case syntax.NtCapture:
		return c.capture(n, in)
	case syntax.NtAtomic:
		return c.enclosed(n, opCut, opCutEnd, in)
	case syntax.NtPosLook:
		return c.enclosed(n, opLook, opLookEnd, in)
	case syntax.NtNegLook:
		return c.enclosed(n, opNot, opNotEnd, surroundings{true, in.repeated})
	case syntax.NtRef:
		return c.reference(n)
	default:
		return c.characterLoop(n)
	}
}

// simpleOperation is the operation of a node that has nothing to say but its type.
func simpleOperation(t syntax.NodeType) (operation, bool) {
	switch t {
	case syntax.NtNothing:
		return opFail, true
	case syntax.NtBoundary:
		return opBound, true
	case syntax.NtNonboundary:
		return opNoBound, true
	case syntax.NtBeginning:
		return opBegin, true
	case syntax.NtBol:
		return opLineBegin, true
	case syntax.NtEnd:
		return opEnd, true
	case syntax.NtEndZ:
		return opLastEnd, true
	case syntax.NtEol:
		return opLineEnd, true
	case syntax.NtUpdateBumpalong:
		return opBump, true
	}
	return 0, false
}

func (c *programCompiler) sequence(nodes []*syntax.RegexNode, in surroundings) bool {
	for len(nodes) > 0 {
		if n := c.literals(nodes); n > 0 {
			nodes = nodes[n:]
			continue
		}
		if !c.node(nodes[0], in) {
			return false
		}
		nodes = nodes[1:]
	}
	return true
}

// alternatives tries each in turn.
func (c *programCompiler) alternatives(nodes []*syntax.RegexNode, in surroundings) bool {
	var exits []int
	for i, n := range nodes {
		split := -1
		if i < len(nodes)-1 {
			split = c.emit(instruction{op: opSplit, a: c.here() + 1})
		}
		if !c.node(n, in) {
			return false
		}
		if split >= 0 {
			exits = append(exits, c.emit(instruction{op: opJump}))
			c.p.code[split].b = c.here()
		}
	}
	for _, exit := range exits {
		c.p.code[exit].a = c.here()
	}
	return true
}

// loop unrolls the counted turns of a group. One that can match nothing needs
// the engine's rules of when to stop.
func (c *programCompiler) loop(n *syntax.RegexNode) bool {
	body, in := n.Children[0], surroundings{true, true}
	if body.ComputeMinLength() == 0 {
		return false
	}
	for range n.M {
		if !c.node(body, in) {
			return false
		}
	}
	if n.N == unlimited {
		split := c.emit(instruction{op: opSplit})
		if !c.node(body, in) {
			return false
		}
		c.emit(instruction{op: opJump, a: int32(split)})
		c.exitAt(split, n.T)
		return true
	}
	var splits []int
	for range n.N - n.M {
		splits = append(splits, c.emit(instruction{op: opSplit}))
		if !c.node(body, in) {
			return false
		}
	}
	for _, split := range splits {
		c.exitAt(split, n.T)
	}
	return true
}

// exitAt makes a split lead into the turn behind it and out to here, in the
// order of the kind of loop.
func (c *programCompiler) exitAt(split int, kind syntax.NodeType) {
	i := &c.p.code[split]
	i.a, i.b = int32(split)+1, c.here()
	if kind == syntax.NtLazyloop {
		i.a, i.b = i.b, i.a
	}
}

func (c *programCompiler) capture(n *syntax.RegexNode, in surroundings) bool {
	slot := slices.Index(c.numbers, n.M)
	if n.N != -1 || slot < 0 {
		return false // a balancing group
	}
	if c.seen[slot] || in.repeated {
		c.p.historyFree = false
	}
	c.seen[slot] = true
	register := c.register(1)
	c.emit(instruction{op: opOpen, a: register, restores: in.repeated})
	if !c.node(n.Children[0], in) {
		return false
	}
	c.emit(instruction{op: opClose, a: register, b: int32(slot), restores: in.optional || c.refers || !c.p.historyFree})
	return true
}

// enclosed is a group from which there is no way back.
func (c *programCompiler) enclosed(n *syntax.RegexNode, open, end operation, in surroundings) bool {
	register := c.register(2)
	at := c.emit(instruction{op: open, a: register})
	if !c.node(n.Children[0], in) {
		return false
	}
	c.emit(instruction{op: end, a: register})
	c.p.code[at].b = c.here()
	return true
}

func (c *programCompiler) reference(n *syntax.RegexNode) bool {
	slot := slices.Index(c.numbers, n.M)
	if slot < 0 {
		return false
	}
	i := instruction{op: opRef, a: int32(slot)}
	if n.Options&syntax.IgnoreCase != 0 {
		i.b = 1
	}
	c.emit(i)
	return true
}

// literals writes the texts that nodes begin with as one, and says how many nodes
// they are.
func (c *programCompiler) literals(nodes []*syntax.RegexNode) int {
	text, folds, count := "", false, 0
	for ; count < len(nodes); count++ {
		next, nextFolds, ok := fixedText(nodes[count])
		either := folds || nextFolds
		if !ok || either && (!folds && hasLetter(text) || !nextFolds && hasLetter(next)) {
			break
		}
		text, folds = text+next, either
	}
	if count == 0 {
		return 0
	}
	op := opText
	if folds {
		op = opFold
	}
	c.emit(instruction{op: op, text: text})
	return count
}

// fixedText is the text that a node stands for, in either case where it folds: with
// IgnoreCase the tree has letters as sets of two.
func fixedText(n *syntax.RegexNode) (text string, folds, ok bool) {
	switch n.T {
	case syntax.NtOne:
		text = string(n.Ch)
	case syntax.NtMulti:
		text = string(n.Str)
	case syntax.NtSet:
		letter, ok := classOf(n).letter()
		return string(letter), true, ok
	}
	return text, false, text != "" && n.Options&syntax.RightToLeft == 0 && (n.Options&syntax.IgnoreCase == 0 || !hasLetter(text))
}

func hasLetter(s string) bool { return strings.ContainsFunc(s, isLetter) }

func isLetter(r rune) bool { return r|0x20 >= 'a' && r|0x20 <= 'z' }

// character is a text or one character of a class.
func (c *programCompiler) character(n *syntax.RegexNode) bool {
	if c.literals([]*syntax.RegexNode{n}) == 1 {
		return true
	}
	if n.T == syntax.NtMulti || foldsLetter(n) {
		return false
	}
	c.emit(instruction{op: opSet, class: classOf(n)})
	return true
}

// foldsLetter reports whether a node of one character is a letter in either case,
// which the tree should have as a set.
func foldsLetter(n *syntax.RegexNode) bool {
	return n.Options&syntax.IgnoreCase != 0 && !n.IsSetFamily() && isLetter(n.Ch)
}

// characterLoop is a loop over single characters.
func (c *programCompiler) characterLoop(n *syntax.RegexNode) bool {
	var op operation
	switch n.T {
	case syntax.NtOneloop, syntax.NtNotoneloop, syntax.NtSetloop:
		op = opGreedy
	case syntax.NtOneloopatomic, syntax.NtNotoneloopatomic, syntax.NtSetloopatomic:
		op = opPossess
	case syntax.NtOnelazy, syntax.NtNotonelazy, syntax.NtSetlazy:
		op = opLazy
	default:
		return false
	}
	if foldsLetter(n) {
		return false
	}
	c.emit(instruction{op: op, class: classOf(n), a: int32(n.M), b: int32(n.N)})
	return true
}

// classOf is what a node of one character, or of a loop over one, can match.
func classOf(n *syntax.RegexNode) *class {
	k := &class{except: -1}
	missing := 0
	for ch := range rune(128) {
		switch {
		case n.IsOneFamily():
			k.has[ch] = ch == n.Ch
		case n.IsNotoneFamily():
			k.has[ch] = ch != n.Ch
		default:
			k.has[ch] = n.Set.Contains(ch)
		}
		if !k.has[ch] {
			missing++
			k.except = int(ch)
		}
	}
	if missing != 1 {
		k.except = -1
	}
	return k
}

// letter is the lower case of a letter whose two cases the class has, and
// nothing else.
func (k *class) letter() (byte, bool) {
	var found []byte
	for ch := range 128 {
		if k.has[ch] {
			found = append(found, byte(ch))
		}
	}
	if len(found) == 2 && isLetter(rune(found[0])) && found[0]|0x20 == found[1] {
		return found[1], true
	}
	return 0, false
}
