package regex

import "math"

// Most expressions that scripts use need little of what .NET's engine can do,
// and most texts are ASCII. For those a program runs over the bytes of the text,
// several times as fast as the engine, which takes a text apart into characters
// first. The program is made from the engine's own syntax tree, so both read a
// pattern alike, and both backtrack in the same order, so they find the same
// (TestProgramsMatchLikeTheEngine). What the program cannot do, or takes too many
// steps for, is left to the engine with its time limits and its cancelling.

// program is a compiled expression for ASCII text from left to right.
type program struct {
	code      []instruction
	groups    int    // capturing groups, the whole match included
	registers int    // see machine.registers
	shortest  int    // characters that a match has at least
	atStart   bool   // matches only at the beginning of the text
	prefix    string // text that each match begins with
	first     *class // what a match can begin with; nil for anything
	// historyFree says that no group can match more than once, so that its last
	// capture is all of its captures.
	historyFree bool
}

// instruction is one step. Where it succeeds, the next one follows.
type instruction struct {
	op       operation
	a, b     int32  // targets, registers, slots, bounds
	text     string // of opText and opFold
	class    *class // of opSet and the loops
	restores bool   // whether backtracking puts back what opOpen or opClose changed
}

type operation uint8

const (
	opDone    operation = iota
	opFail              // matches nothing
	opText              // text
	opFold              // text in either case; the instruction's is lower
	opSet               // one character of class
	opGreedy            // a to b more characters of class, as many as possible
	opPossess           // opGreedy that gives nothing back
	opLazy              // a to b more characters of class, as few as possible
	opSplit             // goes to a, and to b where that fails
	opJump              // goes to a
	opOpen              // a group opens: keeps the place in register a
	opClose             // a group closes: from register a to here is slot b
	opBound             // \b
	opNoBound           // \B
	opBegin             // \A
	opLineBegin
	opEnd     // \z
	opLastEnd // \Z
	opLineEnd
	opBump    // later attempts begin here
	opCut     // an atomic group opens: the height of the stack goes to register a
	opCutEnd  // it ends: forgets the ways on the stack from there
	opLook    // (?=: opCut that keeps the place in register a+1
	opLookEnd // opCutEnd that goes back to the place
	opNot     // (?!: opCut that goes on at b where what follows fails
	opNotEnd  // what follows has matched: that is a failure
	opRef     // the text of slot a again; b is 1 for either case
)

// unlimited is the upper bound of a loop without one.
const unlimited = math.MaxInt32

// class is a set of ASCII characters.
type class struct {
	has [256]bool
	// except is the only character missing, as in . without Singleline; -1 where
	// the class is another one.
	except int
}
