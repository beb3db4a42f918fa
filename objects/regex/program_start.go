package regex

import "strings"

// Where a match can begin: found before the program runs, which most places are
// not worth.

// findStart looks at the beginning of the program for what each match begins with.
func (p *program) findStart() {
	for at := range p.code {
		switch i := &p.code[at]; i.op {
		case opOpen, opCut, opBound:
			continue
		case opBegin:
			p.atStart = true
		case opText:
			p.prefix = i.text
		default:
			k, fuel := &class{}, 2*len(p.code)
			if p.firstOf(at, k, &fuel) {
				p.first = k
			}
		}
		return
	}
}

// firstOf adds what a match from an instruction on can begin with to k; it is
// false where that is anything. fuel bounds how far it looks.
func (p *program) firstOf(at int, k *class, fuel *int) bool {
	for ; *fuel > 0; *fuel-- {
		switch i := &p.code[at]; i.op {
		case opFail:
			return true
		case opText:
			k.has[i.text[0]] = true
			return true
		case opFold:
			k.add(i.text[0])
			return true
		case opSet, opGreedy, opPossess, opLazy:
			k.union(i.class)
			if i.op == opSet || i.a > 0 {
				return true
			}
		case opSplit:
			if !p.firstOf(int(i.a), k, fuel) {
				return false
			}
			at = int(i.b)
			continue
		case opJump:
			at = int(i.a)
			continue
		case opOpen, opClose, opCut, opCutEnd, opBump, opBound, opNoBound, opLineBegin:
		default:
			return false
		}
		at++
	}
	return false
}

// add adds a character, a letter in both cases.
func (k *class) add(ch byte) {
	k.has[ch] = true
	if isLetter(rune(ch)) {
		k.has[ch&^0x20] = true
	}
}

func (k *class) union(other *class) {
	for ch := range k.has {
		k.has[ch] = k.has[ch] || other.has[ch]
	}
}

// candidate is the first place from at on where a match may begin, or -1.
func (p *program) candidate(s string, at int) int {
	switch {
	case at > len(s)-p.shortest:
		return -1
	case p.atStart:
		if at > 0 {
			return -1
		}
	case p.prefix != "":
		n := strings.Index(s[at:], p.prefix)
		if n < 0 {
			return -1
		}
		return at + n
	case p.first != nil:
		for ; at < len(s); at++ {
			if p.first.has[s[at]] {
				return at
			}
		}
		return -1
	}
	return at
}
