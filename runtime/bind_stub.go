package runtime

func (rt *CommandRuntime) WriteCallerError(r *ErrorRecord) error { return rt.WriteError(r) }
