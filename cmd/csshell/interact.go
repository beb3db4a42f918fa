package main

// interact is the prompt.
func (sh *shell) interact() int { return sh.runInput() }
