package runtime

import (
	"context"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// task is a block that runs in a session of its own (a thread job, a job, a round of
// ForEach-Object -Parallel). What it writes is kept for whoever asks.
type task struct {
	text      string
	before    string          // the text of a block that runs first; "" for none
	directory string          // where the session begins; "" for where its maker is
	sent      []objects.Value // behind its $using: expressions, in order
	named     []*Variable     // variables that its session has from the beginning
	args      []objects.Value
	input     []objects.Value
	piped     bool
	item      *objects.Value // $_ of a parallel round
}

// written is one thing that a task wrote.
type written struct {
	stream Stream
	value  objects.Value
}

// newTask is a task of the block, whose $using: expressions are evaluated now.
func (rt *CommandRuntime) newTask(b *ScriptBlock) (*task, error) {
	f := rt.callerFrame()
	values, err := b.usingValues(f)
	if err != nil {
		return nil, err
	}
	t := &task{text: b.Source()}
	eachUsing(b.code.ast, func(e *parser.UsingExpression) { t.sent = append(t.sent, values[usingKey(e)]) })
	return t, nil
}

// eachUsing goes through the $using: expressions of a block, in order.
func eachUsing(ast *parser.ScriptBlock, do func(*parser.UsingExpression)) {
	parser.Walk(ast, func(n parser.Node) bool {
		if e, ok := n.(*parser.UsingExpression); ok {
			do(e)
			return false
		}
		return true
	})
}

// isolated makes copies of all that the task was given.
func (t *task) isolated(s *Session) *task {
	t.sent, t.args, t.input = s.copiedItems(t.sent, 0), s.copiedItems(t.args, 0), s.copiedItems(t.input, 0)
	for _, v := range t.named {
		v.value = s.copied(v.value, 0)
	}
	return t
}

// run runs the task in its session. The error is one that ended the block.
func (t *task) run(s *Session, write func(written)) (err error) {
	defer func() {
		if r := recover(); r != nil { // a job that fails must not end the shell
			err = internalFault(r)
		}
	}()
	if t.directory != "" {
		if err := s.SetLocation(t.directory); err != nil {
			return err
		}
	}
	b, err := s.NewScriptBlock(t.text, "")
	if err != nil {
		return err
	}
	sent := map[parser.Expression]objects.Value{}
	eachUsing(b.code.ast, func(e *parser.UsingExpression) {
		if n := len(sent); n < len(t.sent) {
			sent[usingKey(e)] = t.sent[n]
		}
	})
	for _, v := range t.named {
		s.global.define(v)
	}
	var streams Streams
	for stream := SuccessStream; stream < streamCount; stream++ {
		streams[stream] = func(v objects.Value) error {
			write(written{stream, v})
			return nil
		}
	}
	f := &frame{session: s, scope: s.global, streams: &streams}
	s.current, s.writing = s.global, &streams
	if t.item != nil {
		restore := f.setUnderscore(*t.item)
		defer restore()
	}
	if err := t.runBefore(f); err != nil {
		return withoutJump(err)
	}
	fn := &Function{code: b.code, state: s.state, anonymous: true}
	st := functionStage{fn: fn, caller: f, streams: &streams, args: valueArguments(t.args), sent: sent, expectsInput: t.piped}
	if err := st.callWith(t.input); err != nil {
		return withoutJump(err)
	}
	return nil
}

// runBefore runs the block that goes first, in the scope of the task's session.
func (t *task) runBefore(f *frame) error {
	if t.before == "" {
		return nil
	}
	b, err := f.session.NewScriptBlock(t.before, "")
	if err != nil {
		return err
	}
	return b.runHere(f)
}

// spawned is a session for tasks, made by what the host gave; nil where the host
// has none.
func (s *Session) spawned(ctx context.Context, types *objects.TypeTable) *Session {
	if s.spawn == nil {
		return nil
	}
	if s.turn == nil {
		s.turn = newTurn(s) // it runs the code that asks for another session
	}
	made := s.spawn(ctx, types, s.location)
	made.turn, made.spawn = s.turn, s.spawn
	made.Types.ShareLocks(s.Types)
	return made
}

// pool runs tasks, so many at a time.
type pool struct {
	session *Session
	ctx     context.Context
	cancel  context.CancelFunc
	limit   int
	write   func(written)
	ended   func(t *task, err error)
	queue   []*task
	running map[*Session]bool
	spare   []*objects.TypeTable // of sessions that have ended
	wake    chan struct{}        // told after each write and each end
}

func newPool(s *Session, limit int) *pool {
	ctx, cancel := context.WithCancel(s.ctx)
	return &pool{session: s, ctx: ctx, cancel: cancel, limit: max(limit, 1), running: map[*Session]bool{}, wake: make(chan struct{}, 1)}
}

// add runs the task as soon as there is room.
func (p *pool) add(t *task) error {
	p.queue = append(p.queue, t)
	return p.fill()
}

func (p *pool) fill() error {
	for len(p.queue) > 0 && len(p.running) < p.limit && p.ctx.Err() == nil {
		var types *objects.TypeTable
		if n := len(p.spare); n > 0 {
			types, p.spare = p.spare[n-1], p.spare[:n-1]
		}
		child := p.session.spawned(p.ctx, types)
		if child == nil {
			return newError(objects.PSNotSupportedException, "NotSupported", NotImplemented, objects.Null, "This host has no other sessions.")
		}
		t := p.queue[0]
		p.queue = p.queue[1:]
		p.running[child] = true
		go p.work(child, t)
	}
	return nil
}

// work runs one task on a goroutine of its own.
func (p *pool) work(child *Session, t *task) {
	turn := child.turn
	turn.take(child)
	err := t.run(child, func(w written) {
		p.write(w)
		p.tell()
	})
	delete(p.running, child)
	p.spare = append(p.spare, child.Types)
	p.ended(t, err)
	if fillErr := p.fill(); fillErr != nil && err == nil {
		p.queue = nil
	}
	turn.give()
	p.tell()
}

func (p *pool) tell() {
	select {
	case p.wake <- struct{}{}:
	default:
	}
}

// idle reports whether nothing runs or waits to run.
func (p *pool) idle() bool { return len(p.running) == 0 && (len(p.queue) == 0 || p.ctx.Err() != nil) }

// wait waits until something happens, or for a moment.
func (p *pool) wait(s *Session) error {
	s.Aside(func() { waitFor(p.wake) })
	return s.interrupted()
}

// stop ends what runs and drops what waits.
func (p *pool) stop() {
	p.queue = nil
	p.cancel()
	for child := range p.running {
		child.Interrupt()
	}
}
