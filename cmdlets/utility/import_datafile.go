package utility

import (
	"os"
	"strings"

	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// ImportPowerShellDataFile reads a hashtable from a data file without running
// code.
type ImportPowerShellDataFile struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ByPath"`

	Path           []string                `param:"ParameterSetName=ByPath,Position=0,Mandatory" validate:"NotNullOrEmpty"`
	LiteralPath    []string                `param:"ParameterSetName=ByLiteralPath,Position=0,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP" validate:"NotNullOrEmpty"`
	SkipLimitCheck runtime.SwitchParameter `param:""`
}

// ProcessRecord writes the hashtable of each file.
func (c *ImportPowerShellDataFile) ProcessRecord(rt *runtime.CommandRuntime) error {
	for i, path := range append(append([]string(nil), c.Path...), c.LiteralPath...) {
		files, err := argument.Files(rt, path, i >= len(c.Path))
		if err := rt.WriteProviderError(err); err != nil {
			return err
		}
		for _, file := range files {
			if err := c.read(rt, file); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *ImportPowerShellDataFile) read(rt *runtime.CommandRuntime, path string) error {
	text, err := runtime.ReadScript(path)
	if os.IsNotExist(err) {
		r := runtime.RecordOf(pathError(path, err))
		r.Category.Category = runtime.InvalidArgument
		return rt.WriteError(r)
	}
	if err != nil {
		return rt.WriteError(dataFileError("CouldNotParseAsPowerShellDataFile", path, "The file '"+path+"' cannot be read: "+err.Error()))
	}
	if _, err := rt.Session().NewScriptBlock(text, path); err != nil {
		return rt.WriteError(dataFileError("CouldNotParseAsPowerShellDataFile", path, "The file '"+path+"' could not be parsed as a PowerShell Data File."))
	}
	if !strings.Contains(text, "@{") {
		return rt.WriteError(dataFileError("CouldNotParseAsPowerShellDataFileNoHashtableRoot", path, "The file '"+path+"' could not be parsed as a PowerShell Data File because it holds no hashtable."))
	}
	v, err := rt.EvaluateData(text)
	if err != nil { // not only constants
		return objects.NewException(objects.InvalidOperationException, "Cannot generate a PowerShell object for a ScriptBlock evaluating dynamic expressions.")
	}
	return rt.WriteObject(v)
}

func dataFileError(id, path, message string) *runtime.ErrorRecord {
	e := objects.NewException(objects.InvalidOperationException, message)
	return runtime.NewErrorRecord(e, id, runtime.ParserError, objects.String(path))
}
