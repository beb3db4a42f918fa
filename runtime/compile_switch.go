package runtime

import (
	"bufio"
	"errors"
	"io"
	"os"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/parser"
)

type switchClause struct {
	pattern expression
	isBlock bool
	body    *block
}

// switcher is a compiled switch statement ("about_Switch").
type switcher struct {
	flags     parser.SwitchFlags
	label     string
	condition expression
	at        *ScriptExtent
	clauses   []switchClause
	otherwise *block
	asks      bool // a clause asks for $switch
	ofRange   bool
}

func (cc *compiler) switchStatement(s *parser.SwitchStatement) statement {
	w := &switcher{flags: s.Flags, label: s.Label, condition: cc.value(s.Condition), at: cc.extent(s.Condition), otherwise: cc.statementBlock(s.Default)}
	for _, c := range s.Clauses {
		_, block := c.Pattern.(*parser.ScriptBlockExpression)
		w.clauses = append(w.clauses, switchClause{cc.expression(c.Pattern), block, cc.statementBlock(c.Body)})
	}
	w.asks = mentions(s, "switch")
	w.ofRange = rangeOf(s.Condition) != nil
	return w.run
}

func (w *switcher) run(f *frame) error {
	v, err := w.condition(f)
	if err != nil {
		return placed(err, w.at)
	}
	if w.flags&parser.SwitchFile != 0 {
		return w.lines(f, v)
	}
	if v.IsAutomationNull() {
		return nil
	}
	if w.asks {
		return w.withEnumerator(f, v)
	}
	list, ok := objects.Enumeration(v)
	if !ok {
		_, err := w.one(f, v)
		return err
	}
	err = list.Enumerate(func(item objects.Value) error {
		left, err := w.one(f, item)
		if left && err == nil {
			return errLoopDone
		}
		return err
	})
	if err == errLoopDone {
		return nil
	}
	return err
}

// withEnumerator goes through the values with $switch being their enumerator.
func (w *switcher) withEnumerator(f *frame, v objects.Value) error {
	e := loopEnumerator(elements(v), w.ofRange)
	leave, err := f.enumerating("switch", e)
	if err != nil {
		return err
	}
	defer leave()
	for e.MoveNext() {
		if left, err := w.one(f, e.Current()); left || err != nil {
			return err
		}
	}
	return nil
}

// lines is switch -File: each line of a file, read as it goes.
func (w *switcher) lines(f *frame, v objects.Value) error {
	name, err := f.session.Types.Text(v, " ")
	if err != nil {
		return err
	}
	path, err := f.session.FilePath(name)
	if err != nil {
		return err
	}
	file, err := os.Open(path)
	if err != nil {
		return PathNotFound(path)
	}
	defer file.Close()
	r := bufio.NewReader(file)
	for {
		line, err := r.ReadString('\n')
		if line != "" {
			if left, err := w.one(f, objects.String(trimLineEnd(line))); left || err != nil {
				return err
			}
		}
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return err
		}
	}
}

func trimLineEnd(s string) string {
	if n := len(s); n > 0 && s[n-1] == '\n' {
		s = s[:n-1]
	}
	if n := len(s); n > 0 && s[n-1] == '\r' {
		s = s[:n-1]
	}
	return s
}

// one runs the clauses that fit one value; left reports a break.
func (w *switcher) one(f *frame, v objects.Value) (left bool, err error) {
	restore := f.setUnderscore(v)
	defer restore()
	matched := false
	for i := range w.clauses {
		yes, err := w.matches(f, &w.clauses[i], v)
		if err != nil {
			return false, err
		}
		if !yes {
			continue
		}
		matched = true
		if err := w.clauses[i].body.run(f); err != nil {
			again, out := loopEnd(err, w.label)
			return !again, out
		}
	}
	if matched || w.otherwise == nil {
		return false, nil
	}
	if err := w.otherwise.run(f); err != nil {
		again, out := loopEnd(err, w.label)
		return !again, out
	}
	return false, nil
}

func (w *switcher) matches(f *frame, c *switchClause, v objects.Value) (bool, error) {
	p, err := c.pattern(f)
	if err != nil {
		return false, err
	}
	if b, ok := objects.As[*ScriptBlock](p); ok {
		result, err := f.collect(func(inner *frame) error { return b.runInScope(inner, v) })
		return err == nil && f.session.Types.Truth(result), err
	}
	ignoreCase := w.flags&parser.SwitchCaseSensitive == 0
	switch {
	case w.flags&parser.SwitchRegex != 0:
		pattern, err := f.text(p) // also of a [regex], whose own options do not count
		if err != nil {
			return false, err
		}
		r, err := f.validExpression(objects.String(pattern), ignoreCase)
		if err != nil {
			return false, err
		}
		return f.matchText(r, v)
	case w.flags&parser.SwitchWildcard != 0:
		return w.wildcard(f, v, p, ignoreCase)
	}
	return f.sameText(v, p, ignoreCase)
}

// sameText compares a value with that of a clause, as switch does it: by what they
// are as text.
func (f *frame) sameText(v, p objects.Value, ignoreCase bool) (bool, error) {
	if v.IsInt32() && p.IsInt32() {
		return v.Int64() == p.Int64(), nil
	}
	if p.IsNull() {
		return v.IsNull(), nil
	}
	a, err := f.text(v)
	if err != nil {
		return false, err
	}
	b, err := f.text(p)
	return err == nil && culture.Equal(a, b, ignoreCase), err
}

func (w *switcher) wildcard(f *frame, v, p objects.Value, ignoreCase bool) (bool, error) {
	text, err := f.session.Types.Text(v, " ")
	if err != nil {
		return false, err
	}
	pattern, err := f.session.Types.Text(p, " ")
	if err != nil {
		return false, err
	}
	return f.session.like(text, pattern, ignoreCase)
}
