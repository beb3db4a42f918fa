package cs

import (
	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
	"github.com/csshell/csshell/runtime/check"
)

// TestCsRunbook tells what in a script will not work, without running it.
type TestCsRunbook struct {
	_ struct{} `cmdlet:""`

	Path []string `param:"Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=FullName" validate:"NotNullOrEmpty" help:"The scripts."`
}

// ProcessRecord writes one object for each finding.
func (c *TestCsRunbook) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, path := range c.Path {
		for _, f := range check.File(rt.Session(), path) {
			err := rt.WriteObject(access.Object("Csshell.RunbookFinding",
				access.Note("File", objects.String(f.File)), access.Note("Line", objects.Int(f.Line)), access.Note("Column", objects.Int(f.Column)),
				access.Note("Severity", objects.String(f.Severity.String())), access.Note("Rule", objects.String(f.Rule)),
				access.Note("Reason", objects.String(f.Reason)), access.Note("Remedy", objects.String(f.Remedy))))
			if err != nil {
				return err
			}
		}
	}
	return nil
}
