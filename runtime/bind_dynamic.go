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
