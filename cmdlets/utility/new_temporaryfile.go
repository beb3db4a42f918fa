package utility

import (
	"os"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/io"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/runtime"
)

// NewTemporaryFile makes an empty file with a name of its own.
type NewTemporaryFile struct {
	_ struct{} `cmdlet:"SupportsShouldProcess,ConfirmImpact=Low,OutputType=System.IO.FileInfo"`
}

// ProcessRecord writes the file.
func (*NewTemporaryFile) ProcessRecord(rt *runtime.CommandRuntime) error {
	if yes, err := rt.ShouldProcess(os.TempDir(), ""); !yes {
		return err
	}
	file, err := os.CreateTemp("", "tmp*.tmp")
	if err != nil {
		e := objects.NewException(objects.IOException, err.Error())
		return runtime.NewErrorRecord(e, "NewTemporaryFileWriteError", runtime.WriteError, objects.Null)
	}
	name := file.Name()
	if err := file.Close(); err != nil {
		return err
	}
	return rt.WriteObject(objects.Of(io.NewInfo(name, false)))
}

// UnblockFile refuses: only Windows and macOS mark files that were downloaded.
type UnblockFile struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ByPath,SupportsShouldProcess"`

	Path        []string `param:"ParameterSetName=ByPath,Position=0,Mandatory" help:"The files."`
	LiteralPath []string `param:"ParameterSetName=ByLiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP" help:"The files, their names taken as they are."`
}

// ProcessRecord is the error that PowerShell gives on Linux.
func (*UnblockFile) ProcessRecord(*runtime.CommandRuntime) error {
	e := objects.NewException(system.PlatformNotSupportedException, "Unblock-File does not support Linux.")
	return runtime.NewErrorRecord(e, "LinuxNotSupported", runtime.NotImplemented, objects.Null)
}
