package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// SteppablePipeline is a pipeline that its user feeds object by object, as proxy
// functions do (System.Management.Automation.SteppablePipeline).
type SteppablePipeline struct {
	frame   frame
	makers  []stageMaker
	stages  []stage
	fed     bool      // objects are expected; else the commands run once, at the end
	first   int       // the stage that takes the objects; those before it have stopped
	written collector // what Process and End give back, where nothing else takes it
}

var steppableType = &objects.Type{FullName: namespace + "SteppablePipeline", Kind: objects.KindObject, Attributes: objects.SealedAttr}

// Type is System.Management.Automation.SteppablePipeline.
func (*SteppablePipeline) Type() *objects.Type { return steppableType }

// steppable makes the pipeline that is all of the block, to run in the scope that
// runs now.
func (b *ScriptBlock) steppable() (*SteppablePipeline, error) {
	end := b.code.ast.End
	if end == nil || len(end.Statements) != 1 {
		return nil, notSteppable()
	}
	list, ok := end.Statements[0].(*parser.Pipeline)
	if !ok {
		return nil, notSteppable()
	}
	f := b.session.hostFrame()
	cc := &compiler{source: b.code.source, layout: f.scope.layout, namespaces: b.code.allNamespaces()}
	p := &SteppablePipeline{frame: *f}
	for _, e := range list.Elements {
		c, ok := e.(*parser.Command)
		if !ok {
			return nil, notSteppable()
		}
		p.makers = append(p.makers, cc.command(c))
	}
	return p, nil
}

func notSteppable() error {
	return newError(objects.PSInvalidOperationException, "CanConvertOneClauseOnly", InvalidOperation, objects.Null,
		"Only a script block that contains exactly one pipeline or command can be converted. Expressions or control structures are not permitted. "+
			"Verify that the script block contains exactly one pipeline or command.")
}

// begin makes the commands and runs their begin blocks. What the last one writes
// goes to the streams.
func (p *SteppablePipeline) begin(streams *Streams, expectsInput bool) error {
	p.frame.streams = streams
	list, err := makeStages(&p.frame, p.makers, expectsInput)
	if err != nil {
		return err
	}
	p.stages, p.first, p.fed = list, 0, expectsInput
	return p.step(func() error {
		for i, st := range list {
			if err := st.begin(); err != nil {
				if p.first = stoppedAt(list[:i+1], err); p.first < 0 {
					return err
				}
			}
		}
		return nil
	})
}

// process pushes one object through.
func (p *SteppablePipeline) process(v objects.Value) error {
	if len(p.stages) == 0 || p.first != 0 || !p.fed {
		return nil
	}
	return p.step(func() error {
		err := p.stages[0].process(v)
		if err == nil {
			return nil
		}
		if p.first = stoppedAt(p.stages, err); p.first < 0 {
			return err
		}
		return nil
	})
}

// end runs the end blocks and lets go of the commands.
func (p *SteppablePipeline) end() error {
	list := p.stages
	p.stages = nil
	return p.step(func() error {
		err := endStages(list, p.first)
		if cleanup := closeStages(list); err == nil {
			err = cleanup
		}
		return err
	})
}

// step runs a part of the pipeline; the scope that runs is the same afterwards.
func (p *SteppablePipeline) step(run func() error) error {
	s := p.frame.session
	outer := s.current
	err := run()
	s.current = outer
	return err
}

// taken is what the pipeline has written for its user since the last time.
func (p *SteppablePipeline) taken() objects.Value {
	items := p.written.items
	p.written.items = nil
	return objects.ArrayValue(items)
}

func declareSteppable() *objects.Declaration {
	process := func(p *SteppablePipeline, c *objects.Call) (objects.Value, error) {
		if len(c.Args) > 0 {
			if err := p.process(c.Args[0]); err != nil {
				return objects.Null, err
			}
		}
		return p.taken(), nil
	}
	return &objects.Declaration{Type: steppableType, Methods: leaving([]objects.Method{
		method("void Begin(bool expectInput)", func(p *SteppablePipeline, c *objects.Call) (objects.Value, error) {
			streams := *p.frame.session.writing
			streams[SuccessStream] = p.written.add
			return none(), p.begin(&streams, c.Bool(0))
		}),
		method("void Begin(System.Management.Automation.PSScriptCmdlet command)", func(p *SteppablePipeline, c *objects.Call) (objects.Value, error) {
			cmdlet, ok := objects.As[*PSCmdlet](c.Args[0])
			if !ok {
				return objects.Null, objects.NullArgument("command")
			}
			return none(), p.begin(cmdlet.rt.streams, cmdlet.rt.info.ExpectingInput)
		}),
		method("array Process(System.Object input)", process),
		method("array Process()", process),
		method("array End()", func(p *SteppablePipeline, _ *objects.Call) (objects.Value, error) {
			if err := p.end(); err != nil {
				return objects.Null, err
			}
			return p.taken(), nil
		}),
		method("void Clean()", func(*SteppablePipeline, *objects.Call) (objects.Value, error) { return none(), nil }),
		method("void Dispose()", func(p *SteppablePipeline, _ *objects.Call) (objects.Value, error) {
			return none(), closeStages(p.stages)
		}),
	})}
}
