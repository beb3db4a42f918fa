package runtime

import "github.com/csshell/csshell/objects"

// Tallier is a cmdlet that may need no more of objects than how many there are of
// each kind.
type Tallier interface {
	// Tallies are the properties that make the kinds; ok is false where the cmdlet
	// needs the objects themselves.
	Tallies() (properties []string, ok bool)
	// Tally takes n objects, of which v is one.
	Tally(rt *CommandRuntime, v objects.Value, n int) error
}

// Tally is what stands behind a source of objects that need only be counted.
type Tally struct {
	// Drops are comparisons: an object for which one is false is not counted.
	Drops []PropertyComparison
	// Properties make the kinds of objects; without any, all are of one.
	Properties []string

	stage *cmdletStage
}

// Tally finds out whether what the command writes goes to a [Tallier], with nothing
// between but plain comparisons; nil where it does not.
func (rt *CommandRuntime) Tally() *Tally {
	var t Tally
	st, _ := rt.stage.(*cmdletStage)
	for st != nil && st.rt != nil && !st.rt.observed() {
		next, _ := st.next.(*cmdletStage)
		if next == nil || next.rt == nil || next.binder == nil || len(next.binder.delayed) > 0 {
			return nil
		}
		if tallier, ok := next.cmdlet.(Tallier); ok {
			t.stage = next
			t.Properties, ok = tallier.Tallies()
			if !ok {
				return nil
			}
			return &t
		}
		n, ok := next.cmdlet.(Narrower)
		if !ok {
			return nil
		}
		one := n.Narrowing(next.rt)
		if len(one.Drops) == 0 || one.Open || one.Counts || !one.Passes {
			return nil
		}
		t.Drops = append(t.Drops, one.Drops...)
		st = next
	}
	return nil
}

// Take counts n objects, of which v is one and which meet all of Drops.
func (t *Tally) Take(v objects.Value, n int) error {
	return t.stage.checked(t.stage.cmdlet.(Tallier).Tally(t.stage.rt, v, n))
}
