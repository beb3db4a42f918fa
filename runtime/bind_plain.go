package runtime

// bindPlain gives the positional arguments of an everyday call to the untyped
// parameters of a plain function, without a binder: it is made where somebody asks
// for the bound parameters. It reports false for any other call.
func (st *functionStage) bindPlain(table *ParameterTable) bool {
	if !table.untyped || st.here || st.program.dynamicParam != nil || len(st.args) > len(table.Parameters) {
		return false
	}
	for i := range st.args {
		if st.args[i].name != "" {
			return false
		}
	}
	for i := range st.args {
		st.scope.slots[table.Parameters[i].slot] = slot{state: plain, value: st.args[i].value}
	}
	st.call.plainTable, st.call.plainArgs = table, st.args
	st.info.call = &st.call
	return true
}

// bound is the binder that knows the bound parameters of the call; nil where the
// command has no parameters.
func (c *call) bound() *binder {
	if c.binder != nil || c.plainTable == nil {
		return c.binder
	}
	c.binder = &binder{table: c.plainTable}
	for i := range c.plainArgs {
		c.binder.record(c.plainTable.Parameters[i], c.plainArgs[i].value)
	}
	return c.binder
}

// bound is the binder that knows the command's bound parameters; nil where there
// is none.
func (i *InvocationInfo) bound() *binder {
	if i.binder == nil && i.call != nil {
		return i.call.bound()
	}
	return i.binder
}
