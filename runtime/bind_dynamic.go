package runtime

// cmdletLine is commandLine for a cmdlet, which may have dynamic parameters.
func (b *binder) cmdletLine(rt *CommandRuntime, c Cmdlet, args []argument, expectsInput bool) error {
	if d, ok := c.(DynamicParameters); ok {
		b.dynamic = func() ([]*Parameter, bindTarget, error) {
			fields, err := d.DynamicParameters(rt)
			if err != nil || fields == nil {
				return nil, nil, err
			}
			list, target := dynamicStruct(b.session.Types, b.command.Name(), fields)
			return list, target, nil
		}
	}
	return b.commandLine(args, expectsInput)
}

// dynamicParameters runs the dynamicparam block of the function; its parameters
// are seen in $PSBoundParameters only.
func (st *functionStage) dynamicParameters() ([]*Parameter, bindTarget, error) {
	v, err := st.frame.collect(func(inner *frame) error {
		err := st.program.dynamicParam.run(inner)
		if err == errReturn {
			return nil
		}
		return err
	})
	if err != nil {
		return nil, nil, err
	}
	return dynamicParameters(v), shownOnly{}, nil
}

// dynamicOf are the dynamic parameters that a command has without arguments.
func (s *Session) dynamicOf(c Command, table *ParameterTable) []*Parameter {
	switch c := c.(type) {
	case *Function:
		st := functionStage{fn: c, caller: s.hostFrame(), streams: &s.base}
		outer := s.current
		defer func() { s.current = outer }()
		st.enter()
		if st.program.dynamicParam == nil {
			return nil
		}
		list, _, err := st.dynamicParameters()
		if err != nil {
			return nil
		}
		return list
	case *CmdletCommand:
		return s.dynamicOfCmdlet(c, table)
	}
	return nil
}

func (s *Session) dynamicOfCmdlet(c *CmdletCommand, table *ParameterTable) []*Parameter {
	d, ok := c.entry.New().(DynamicParameters)
	if !ok {
		return nil
	}
	info := &InvocationInfo{Command: c}
	b := newBinder(s, s.current, c, table, shownOnly{}, info)
	fields, err := d.DynamicParameters(newCommandRuntime(s.hostFrame(), &s.base, c, b, info))
	if err != nil || fields == nil {
		return nil
	}
	list, _ := dynamicStruct(s.Types, c.Name(), fields)
	return list
}
