package regex

import (
	"context"
	"errors"
	"time"

	"github.com/dlclark/regexp2/v2"

	"github.com/csshell/csshell/objects/fault"
)

// The engine cannot be interrupted, but it can be given a time. A match first
// gets firstSlice, in which nearly all end. One that does not is begun anew in
// a goroutine, with twice the time at each try, and left to run out when the
// context is done before it is.
const (
	firstSlice = 250 * time.Millisecond
	noLimit    = time.Duration(1<<63 - 1)
)

// run calls f with the engine, again with more time where time runs out.
func run[T any](ctx context.Context, r *Regex, f func(*regexp2.Regexp) (T, error)) (T, error) {
	if r.timeout > 0 && r.timeout < firstSlice {
		return limited(r, r.timeout, f)
	}
	re, err := r.engine()
	if err != nil {
		var none T
		return none, err
	}
	v, err := f(re)
	if err == nil {
		return v, nil
	}
	if !ranOut(err) {
		return v, engineError(err)
	}
	if r.timeout > 0 && r.timeout <= firstSlice {
		return v, timedOut()
	}
	if ctx == nil || ctx.Done() == nil {
		return limited(r, r.timeout, f)
	}
	return patient(ctx, r, f)
}

// limited runs f in this goroutine with the time limit of the expression.
func limited[T any](r *Regex, limit time.Duration, f func(*regexp2.Regexp) (T, error)) (T, error) {
	if limit <= 0 {
		limit = noLimit
	}
	re, err := r.variant(limit)
	if err != nil {
		var none T
		return none, err
	}
	v, err := f(re)
	switch {
	case err == nil:
		return v, nil
	case ranOut(err):
		return v, timedOut()
	default:
		return v, engineError(err)
	}
}

// patient runs f with doubled time until it ends or the context is done.
func patient[T any](ctx context.Context, r *Regex, f func(*regexp2.Regexp) (T, error)) (T, error) {
	type outcome struct {
		value T
		err   error
	}
	for slice := 4 * firstSlice; ; slice *= 2 {
		last := r.timeout > 0 && slice >= r.timeout
		if last {
			slice = r.timeout
		}
		done := make(chan outcome, 1)
		go func() {
			v, err := limited(r, slice, f)
			done <- outcome{v, err}
		}()
		select {
		case o := <-done:
			if last || !fault.Is(o.err, fault.RegexTimedOut) {
				return o.value, o.err
			}
		case <-ctx.Done():
			var none T
			return none, context.Cause(ctx)
		}
	}
}

// variant returns the engine with another time limit.
func (r *Regex) variant(limit time.Duration) (*regexp2.Regexp, error) {
	r.slow.Lock()
	defer r.slow.Unlock()
	if re := r.variants[limit]; re != nil {
		return re, nil
	}
	re, err := r.compile(limit)
	if err != nil {
		return nil, err
	}
	if r.variants == nil {
		r.variants = make(map[time.Duration]*regexp2.Regexp)
	}
	r.variants[limit] = re
	return re, nil
}

// ranOut reports whether the engine ran out of time; it has no other error but
// that of its stack.
func ranOut(err error) bool { return !errors.Is(err, regexp2.ErrBacktrackingStackLimit) }

func engineError(err error) error {
	if errors.Is(err, regexp2.ErrBacktrackingStackLimit) {
		return fault.New("System.InsufficientExecutionStackException", "The regular expression backtracks too far on this input.")
	}
	return err
}

func timedOut() error {
	return fault.New(fault.RegexTimedOut, "The Regex engine has timed out while trying to match a pattern to an input string. This can occur for many reasons, including very large inputs or excessive backtracking caused by nested quantifiers, back-references and other factors.")
}
