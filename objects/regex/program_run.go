package regex

import "strings"

// machine is what a run of a program needs; one can serve run after run.
type machine struct {
	slots     []int // beginning and end of each group, -1 for none
	registers []int // where groups opened, and heights of the stack
	stack     []retry
	steps     int // that are left
	bump      int // where the next attempt begins at the earliest
}

// retry is a way that has not been tried, or what backtracking puts back.
type retry struct {
	kind     retryKind
	at       int32 // instruction; slot or register of undoings
	pos, end int
}

type retryKind uint8

const (
	retryAt      retryKind = iota // from pos on
	retryShorter                  // the loop before at ends earlier: before pos, but not before end
	retryLonger                   // the loop before at takes one more character: at pos, but not at end
	undoSlot                      // slot at was pos to end
	undoRegister                  // register at was pos
)

// Steps that a search may take and ways it may keep before the engine gets it.
const (
	mostSteps   = 1 << 21
	mostRetries = 1 << 19
	keptRetries = 1 << 10
)

// outcome is how a search ended.
type outcome uint8

const (
	notFound outcome = iota
	found
	gaveUp
)

func (p *program) newMachine() *machine {
	return &machine{slots: make([]int, 2*p.groups), registers: make([]int, p.registers)}
}

// search finds the first match in s from a place on; its groups are in m.slots.
func (p *program) search(m *machine, s string, from int) outcome {
	for i := range m.slots {
		m.slots[i] = -1
	}
	m.steps = mostSteps
	for at := p.candidate(s, from); at >= 0; at = p.candidate(s, max(at+1, m.bump)) {
		m.bump, m.stack = 0, m.stack[:0]
		end, ok := p.attempt(m, s, at)
		if ok {
			m.slots[0], m.slots[1] = at, end
			return found
		}
		if m.steps < 0 {
			return gaveUp
		}
	}
	return notFound
}

// attempt runs the program from a place; end is where the match ends.
func (p *program) attempt(m *machine, s string, pos int) (end int, ok bool) {
	at := 0
	for {
		i := &p.code[at]
		at++
		ok := true
		switch i.op {
		case opDone:
			return pos, true
		case opText:
			if ok = strings.HasPrefix(s[pos:], i.text); ok {
				pos += len(i.text)
			}
		case opFold:
			if ok = hasFolded(s[pos:], i.text); ok {
				pos += len(i.text)
			}
		case opSet:
			if ok = pos < len(s) && i.class.has[s[pos]]; ok {
				pos++
			}
		case opGreedy, opPossess, opLazy:
			pos, ok = m.loop(i, at, s, pos)
		case opSplit:
			m.push(retry{kind: retryAt, at: i.b, pos: pos})
			at = int(i.a)
		case opJump:
			at = int(i.a)
		case opOpen:
			if i.restores {
				m.push(retry{kind: undoRegister, at: i.a, pos: m.registers[i.a]})
			}
			m.registers[i.a] = pos
		case opClose:
			m.close(i, pos)
		case opBump:
			m.bump = max(m.bump, pos)
		case opCut, opCutEnd, opLook, opLookEnd, opNot, opNotEnd:
			pos, ok = m.enclose(i, pos)
		case opRef:
			pos, ok = m.reference(i, s, pos)
		default:
			ok = anchored(i.op, s, pos)
		}
		if !ok {
			if at, pos, ok = p.backtrack(m, s); !ok {
				return 0, false
			}
		}
	}
}

func (m *machine) push(r retry) { m.stack = append(m.stack, r) }

// loop runs a loop over characters and keeps the other ways that it could end.
func (m *machine) loop(i *instruction, next int, s string, pos int) (end int, ok bool) {
	least, most := pos+int(i.a), len(s)
	if least > len(s) {
		return pos, false
	}
	if room := int(i.b); room < most-pos {
		most = pos + room
	}
	if i.op == opLazy {
		if i.class.run(s, pos, least) < least {
			return pos, false
		}
		if least < most {
			m.push(retry{kind: retryLonger, at: int32(next), pos: least, end: most})
		}
		return least, true
	}
	end = i.class.run(s, pos, most)
	m.steps -= (end - pos) >> 4
	if end < least {
		return pos, false
	}
	if i.op == opGreedy && end > least {
		m.push(retry{kind: retryShorter, at: int32(next), pos: end, end: least})
	}
	return end, true
}

// run is where the characters of the class end, most at the latest.
func (k *class) run(s string, pos, most int) int {
	if k.except >= 0 {
		if n := strings.IndexByte(s[pos:most], byte(k.except)); n >= 0 {
			return pos + n
		}
		return most
	}
	for pos < most && k.has[s[pos]] {
		pos++
	}
	return pos
}

func (m *machine) close(i *instruction, pos int) {
	slot := m.slots[2*i.b : 2*i.b+2]
	if i.restores {
		m.push(retry{kind: undoSlot, at: i.b, pos: slot[0], end: slot[1]})
	}
	slot[0], slot[1] = m.registers[i.a], pos
}

// enclose begins and ends the groups that are left for good.
func (m *machine) enclose(i *instruction, pos int) (int, bool) {
	switch i.op {
	case opCut, opLook, opNot:
		m.registers[i.a] = len(m.stack)
		if i.op == opNot {
			m.push(retry{kind: retryAt, at: i.b, pos: pos})
		}
		if i.op == opLook {
			m.registers[i.a+1] = pos
		}
	case opNotEnd:
		for len(m.stack) > m.registers[i.a] {
			m.undo()
		}
		return pos, false
	default:
		m.forget(m.registers[i.a])
		if i.op == opLookEnd {
			pos = m.registers[i.a+1]
		}
	}
	return pos, true
}

// forget drops the ways above a height; what is to be put back stays.
func (m *machine) forget(height int) {
	kept := m.stack[:height]
	for _, r := range m.stack[height:] {
		if r.kind == undoSlot || r.kind == undoRegister {
			kept = append(kept, r)
		}
	}
	m.stack = kept
}

// undo takes the latest way off the stack, putting back what it says.
func (m *machine) undo() {
	r := m.stack[len(m.stack)-1]
	m.stack = m.stack[:len(m.stack)-1]
	switch r.kind {
	case undoSlot:
		m.slots[2*r.at], m.slots[2*r.at+1] = r.pos, r.end
	case undoRegister:
		m.registers[r.at] = r.pos
	}
}

// backtrack takes the latest way that is left: the instruction to go on at, and
// the place.
func (p *program) backtrack(m *machine, s string) (at, pos int, ok bool) {
	for len(m.stack) > 0 {
		if m.steps--; m.steps < 0 || len(m.stack) > mostRetries {
			m.steps = -1
			return 0, 0, false
		}
		r := &m.stack[len(m.stack)-1]
		switch r.kind {
		case retryAt:
			at, pos = int(r.at), r.pos
			m.stack = m.stack[:len(m.stack)-1]
			return at, pos, true
		case retryShorter:
			if p.shorter(r, s) {
				return int(r.at), r.pos, true
			}
		case retryLonger:
			if p.longer(m, r, s) {
				return int(r.at), r.pos, true
			}
		}
		m.undo()
	}
	return 0, 0, false
}

// shorter moves the end of a loop to the left, at once to where the text that
// must follow begins.
func (p *program) shorter(r *retry, s string) bool {
	if next := &p.code[r.at]; next.op == opText {
		if r.pos == r.end {
			return false
		}
		n := strings.LastIndexByte(s[r.end:r.pos], next.text[0])
		r.pos = r.end + n
		return n >= 0
	}
	r.pos--
	return r.pos >= r.end
}

// longer moves the end of a loop to the right, at once to where the text that
// must follow begins.
func (p *program) longer(m *machine, r *retry, s string) bool {
	k, next := p.code[r.at-1].class, &p.code[r.at]
	for r.pos < r.end && k.has[s[r.pos]] {
		r.pos++
		if next.op != opText || r.pos < len(s) && s[r.pos] == next.text[0] {
			return true
		}
		m.steps--
	}
	return false
}

func (m *machine) reference(i *instruction, s string, pos int) (int, bool) {
	start, end := m.slots[2*i.a], m.slots[2*i.a+1]
	if start < 0 || len(s)-pos < end-start {
		return pos, false
	}
	was, is := s[start:end], s[pos:pos+end-start]
	return pos + len(is), was == is || i.b == 1 && strings.EqualFold(was, is)
}

// hasFolded reports whether s begins with a text in either case; lower is in
// lower case.
func hasFolded(s, lower string) bool {
	if len(s) < len(lower) {
		return false
	}
	for i := range len(lower) {
		if c := s[i]; c != lower[i] && (c|0x20 != lower[i] || c < 'A' || c > 'Z') {
			return false
		}
	}
	return true
}

// anchored reports whether an assertion about a place holds.
func anchored(op operation, s string, pos int) bool {
	switch op {
	case opBound, opNoBound:
		before := pos > 0 && isWordByte(s[pos-1])
		after := pos < len(s) && isWordByte(s[pos])
		return (before != after) == (op == opBound)
	case opBegin:
		return pos == 0
	case opLineBegin:
		return pos == 0 || s[pos-1] == '\n'
	case opEnd:
		return pos == len(s)
	case opLastEnd:
		return pos == len(s) || pos == len(s)-1 && s[pos] == '\n'
	case opLineEnd:
		return pos == len(s) || s[pos] == '\n'
	}
	return false
}

func isWordByte(c byte) bool {
	return isLetter(rune(c)) || c >= '0' && c <= '9' || c == '_'
}
