package argument

import "github.com/csshell/csshell/runtime"

// Script is the block, or the script of a file as one.
func Script(rt *runtime.CommandRuntime, block *runtime.ScriptBlock, path string) (*runtime.ScriptBlock, error) {
	if block != nil {
		return block, nil
	}
	file, err := rt.Session().FilePath(path)
	if err != nil {
		return nil, err
	}
	text, err := runtime.ReadScript(file)
	if err != nil {
		return nil, err
	}
	return rt.Session().NewScriptBlock(text, file)
}
