// Package host holds the cmdlets of Microsoft.PowerShell.Host: transcripts.
package host

import (
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// Transcriber is a host that can write what it shows to files.
type Transcriber interface {
	// StartTranscript begins a transcript with a head; add writes it behind what
	// the file holds, invocations notes when each line began.
	StartTranscript(path, head string, add, invocations bool) error
	// CommandLine is what the shell was started with.
	CommandLine() string
	// StopTranscript ends the newest transcript and gives its path; "" where there
	// is none.
	StopTranscript(foot string) (path string, err error)
}

// Cmdlets are the cmdlets of Microsoft.PowerShell.Host.
func Cmdlets() []runtime.CmdletEntry {
	return []runtime.CmdletEntry{
		{Name: "Start-Transcript", New: func() runtime.Cmdlet { return new(StartTranscript) }},
		{Name: "Stop-Transcript", New: func() runtime.Cmdlet { return new(StopTranscript) }},
	}
}

// StartTranscript begins to write what the host shows to a file.
type StartTranscript struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ByPath,SupportsShouldProcess,ConfirmImpact=Medium,OutputType=System.String"`

	Path                    string                  `param:"ParameterSetName=ByPath,Position=0" validate:"NotNullOrEmpty"`
	LiteralPath             string                  `param:"ParameterSetName=ByLiteralPath,Position=0,Alias=PSPath,Alias=LP" validate:"NotNullOrEmpty"`
	OutputDirectory         string                  `param:"ParameterSetName=ByOutputDirectory,Position=0" validate:"NotNullOrEmpty"`
	Append                  runtime.SwitchParameter `param:""`
	Force                   runtime.SwitchParameter `param:""`
	NoClobber               runtime.SwitchParameter `param:"Alias=NoOverwrite"`
	IncludeInvocationHeader runtime.SwitchParameter `param:""`
	UseMinimalHeader        runtime.SwitchParameter `param:""`
}

// rule stands above and below the head and the foot of a transcript.
const rule = "**********************\n"

// stamp is how transcripts write a time.
const stamp = "20060102150405"

// ProcessRecord opens the file and says so.
func (c *StartTranscript) ProcessRecord(rt *runtime.CommandRuntime) error {
	t, ok := rt.Host().(Transcriber)
	if !ok {
		return objects.NewException(objects.PSNotSupportedException, "This host does not support transcription.")
	}
	shown := c.Path + c.LiteralPath
	if shown == "" {
		dir := c.OutputDirectory
		if dir == "" {
			dir, _ = rt.Session().Environment.Get("HOME")
		}
		shown = filepath.Join(dir, defaultName())
	}
	full := shown
	if !filepath.IsAbs(full) {
		full = filepath.Join(rt.Session().Location(), full)
	}
	if _, err := os.Stat(full); err == nil && bool(c.NoClobber) && !bool(c.Append) {
		e := objects.NewException(objects.PSArgumentException, "File "+full+" already exists and NoClobber was specified.")
		return runtime.NewErrorRecord(e, "NoClobber", runtime.ResourceExists, objects.String(full))
	}
	if ok, err := rt.ShouldProcess(shown, ""); !ok {
		return err
	}
	if err := t.StartTranscript(full, c.head(rt, t), bool(c.Append), bool(c.IncludeInvocationHeader)); err != nil {
		return runtime.NewErrorRecord(objects.NewException(objects.PSInvalidOperationException, "Transcription cannot be started."), "CannotStartTranscription", runtime.InvalidOperation, objects.Null)
	}
	v := objects.Wrap(objects.String("Transcript started, output file is " + shown))
	v.SetNote("Path", objects.String(shown))
	return rt.WriteObject(objects.Of(v))
}

// defaultName is the name of a transcript that was given none.
func defaultName() string {
	machine, err := os.Hostname()
	if err != nil {
		machine = "localhost"
	}
	const letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789+_"
	var random [8]byte
	for i := range random {
		random[i] = letters[rand.IntN(len(letters))]
	}
	return fmt.Sprintf("PowerShell_transcript.%s.%s.%s.txt", machine, random[:], time.Now().Format(stamp))
}

// head is the beginning of a transcript: who runs what, where and when.
func (c *StartTranscript) head(rt *runtime.CommandRuntime, host Transcriber) string {
	head := rule + "PowerShell transcript start\nStart time: " + time.Now().Format(stamp) + "\n"
	if c.UseMinimalHeader {
		return head + rule
	}
	env := rt.Session().Environment
	user, _ := env.Get("USER")
	machine, _ := os.Hostname()
	system := "Linux"
	if text, err := os.ReadFile("/proc/sys/kernel/osrelease"); err == nil {
		system += " " + strings.TrimSpace(string(text))
	}
	return head + "Username: " + machine + `\` + user + "\nRunAs User: " + machine + `\` + user + "\nConfiguration Name: \nMachine: " + machine + " (Unix)\n" +
		"Host Application: " + host.CommandLine() + "\nProcess ID: " + fmt.Sprint(os.Getpid()) + "\nPSVersion: 7.6.5\nPSEdition: Core\nGitCommitId: 7.6.5\n" +
		"OS: " + system + "\nPlatform: Unix\nPSCompatibleVersions: 1.0, 2.0, 3.0, 4.0, 5.0, 5.1, 6.0, 7.0\nPSRemotingProtocolVersion: 2.4\n" +
		"SerializationVersion: 1.1.0.1\nWSManStackVersion: 3.0\n" + rule
}

// StopTranscript ends the newest transcript.
type StopTranscript struct {
	_ struct{} `cmdlet:"SupportsShouldProcess,OutputType=System.String"`
}

// ProcessRecord closes the file and says so.
func (c *StopTranscript) ProcessRecord(rt *runtime.CommandRuntime) error {
	if yes, err := rt.ShouldProcess("", "Stop-Transcript"); !yes {
		return err
	}
	t, ok := rt.Host().(Transcriber)
	path := ""
	if ok {
		var err error
		if path, err = t.StopTranscript(rule + "PowerShell transcript end\nEnd time: " + time.Now().Format(stamp) + "\n" + rule); err != nil {
			return err
		}
	}
	if path == "" {
		e := objects.NewException(objects.PSInvalidOperationException, "An error occurred stopping transcription: The host is not currently transcribing.")
		return runtime.NewErrorRecord(e, "InvalidOperation", runtime.InvalidOperation, objects.Null)
	}
	v := objects.Wrap(objects.String("Transcript stopped, output file is " + path))
	v.SetNote("Path", objects.String(path))
	return rt.WriteObject(objects.Of(v))
}
