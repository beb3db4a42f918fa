package runtime

import (
	"github.com/csshell/csshell/objects"
)

// BlockRunner runs a script block again and again in the scope of the command's
// caller, as ForEach-Object does: it makes no scope and no frame a round.
type BlockRunner struct {
	frame  frame
	block  *ScriptBlock
	blocks []*block // nil where the block needs a scope of its own
	// isolated says that blocks is right for a calculated property.
	isolated bool
}

// Runner makes a runner of b that writes to the streams of the command.
func (rt *CommandRuntime) Runner(b *ScriptBlock) *BlockRunner {
	return newRunner(b, *rt.callerFrame())
}

func newRunner(b *ScriptBlock, f frame) *BlockRunner {
	r := &BlockRunner{frame: f, block: b}
	if b.state != nil && b.state != f.scope.state && b.state.called != nil {
		r.frame.scope = b.state.called
		f = r.frame
	}
	if b.elsewhere(&f) || b.code.params != nil {
		return r
	}
	p := b.code.in(f.scope.layout)
	if len(p.types) > 0 {
		return r
	}
	for _, body := range [...]*block{p.begin, p.process, p.end} {
		if body != nil {
			r.blocks = append(r.blocks, body)
		}
	}
	return r
}

// Run runs the block with $_ being v; what it writes goes down the pipeline.
func (r *BlockRunner) Run(v objects.Value) error {
	f := &r.frame
	if f.scope.layout == nil || r.blocks == nil {
		return r.runSlow(v)
	}
	s := &f.scope.slots[slotUnderscore]
	old := *s
	*s = slot{state: plain, value: v}
	err := r.runBlocks()
	f.scope.slots[slotUnderscore] = old
	return err
}

func (r *BlockRunner) runSlow(v objects.Value) error {
	restore := r.frame.setUnderscore(v)
	defer restore()
	if r.blocks == nil {
		return r.block.call(&r.frame, nil, objects.Null, false)
	}
	return r.runBlocks()
}

func (r *BlockRunner) runBlocks() error {
	for _, b := range r.blocks {
		if err := b.run(&r.frame); err != nil && err != errReturn {
			return err
		}
	}
	return nil
}

// Value runs the block with $_ being v and gives what it writes as the value
// of an expression.
func (r *BlockRunner) Value(v objects.Value) (objects.Value, error) {
	var c collector
	outer := r.frame.streams
	streams := *outer
	streams[SuccessStream] = c.add
	r.frame.streams = &streams
	err := r.Run(v)
	r.frame.streams = outer
	return c.value(), err
}
