package runtime

func (rt *CommandRuntime) applyCommon()     {}
func (rt *CommandRuntime) finishVariables() {}
func (st *functionStage) setPreferences()   {}

func (rt *CommandRuntime) WriteCallerError(r *ErrorRecord) error { return rt.WriteError(r) }
