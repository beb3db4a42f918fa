package management

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/diagnostics"
	"github.com/csshell/csshell/runtime"
)

// StartProcess starts a program and goes on without it.
type StartProcess struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Default,SupportsShouldProcess"`

	FilePath               string                                    `param:"Mandatory,Position=0,Alias=PSPath,Alias=Path" validate:"NotNullOrEmpty"`
	ArgumentList           []string                                  `param:"Position=1,Alias=Args"`
	Credential             objects.Value                             `param:"ParameterSetName=Default,Alias=RunAs" type:"System.Management.Automation.PSCredential" validate:"NotNullOrEmpty"`
	WorkingDirectory       string                                    `param:"" validate:"NotNullOrEmpty"`
	LoadUserProfile        runtime.Optional[runtime.SwitchParameter] `param:"ParameterSetName=Default,Alias=Lup"`
	NoNewWindow            runtime.SwitchParameter                   `param:"ParameterSetName=Default,Alias=nnw"`
	PassThru               runtime.SwitchParameter                   `param:""`
	RedirectStandardError  string                                    `param:"ParameterSetName=Default,Alias=RSE" validate:"NotNullOrEmpty"`
	RedirectStandardInput  string                                    `param:"ParameterSetName=Default,Alias=RSI" validate:"NotNullOrEmpty"`
	RedirectStandardOutput string                                    `param:"ParameterSetName=Default,Alias=RSO" validate:"NotNullOrEmpty"`
	Verb                   string                                    `param:"ParameterSetName=UseShellExecute" validate:"NotNullOrEmpty"`
	WindowStyle            string                                    `param:"" type:"System.Diagnostics.ProcessWindowStyle" validate:"NotNullOrEmpty"`
	Wait                   runtime.SwitchParameter                   `param:""`
	UseNewEnvironment      runtime.SwitchParameter                   `param:"ParameterSetName=Default"`
	Environment            objects.Value                             `param:"" type:"System.Collections.Hashtable"`

	opened []*os.File
}

// ProcessRecord starts the program with the files and the environment asked for.
func (c *StartProcess) ProcessRecord(rt *runtime.CommandRuntime) error {
	if err := c.unsupported(); err != nil {
		return err
	}
	target := strings.TrimSpace(c.FilePath + " " + strings.Join(c.ArgumentList, " "))
	if yes, err := rt.ShouldProcess(target, "Start-Process"); !yes {
		return err
	}
	cmd, err := c.command(rt)
	if err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return c.failed(rt, cmd.Dir, err)
	}
	p := diagnostics.StartedProcess(cmd)
	for bool(c.Wait) && !p.Exited() {
		if err := rt.Sleep(waitEvery); err != nil {
			return err
		}
	}
	if !c.PassThru {
		return nil
	}
	return rt.WriteObject(objects.Of(p))
}

// Close lets go of the files of the program, which has its own.
func (c *StartProcess) Close() error {
	var all error
	for _, f := range c.opened {
		all = errors.Join(all, f.Close())
	}
	c.opened = nil
	return all
}

// unsupported is the error of a parameter that means nothing on Linux.
func (c *StartProcess) unsupported() error {
	for _, p := range [...]struct {
		name  string
		given bool
	}{
		{"-Verb", c.Verb != ""}, {"-WindowStyle", c.WindowStyle != ""}, {"-Credential", !c.Credential.IsNull()}, {"-LoadUserProfile", c.LoadUserProfile.Bound},
	} {
		if p.given {
			e := objects.NewException(objects.NotSupportedException, "The parameter '"+p.name+"' is not supported for the cmdlet 'Start-Process' on this edition of PowerShell.")
			return runtime.NewErrorRecord(e, "NotSupportedException", runtime.NotImplemented, objects.Null)
		}
	}
	return nil
}

// command is the program with all it is to have.
func (c *StartProcess) command(rt *runtime.CommandRuntime) (*exec.Cmd, error) {
	s := rt.Session()
	dir := s.Location()
	if c.WorkingDirectory != "" {
		var err error
		if dir, err = s.FilePath(c.WorkingDirectory); err != nil {
			return nil, err
		}
	}
	path := c.FilePath
	if app, ok := s.External(c.FilePath).(*runtime.Application); ok {
		path = app.Path
	}
	if !strings.Contains(path, "/") {
		return nil, c.failed(rt, dir, fs.ErrNotExist)
	}
	cmd := exec.Command(path, splitArguments(strings.Join(c.ArgumentList, " "))...)
	cmd.Dir = dir
	var err error
	if cmd.Env, err = c.environment(rt); err != nil {
		return nil, err
	}
	return cmd, c.redirect(rt, cmd)
}

// environment is the session's with the changes of -Environment; $null removes a
// variable.
func (c *StartProcess) environment(rt *runtime.CommandRuntime) ([]string, error) {
	env := runtime.NewEnvironment(rt.Session().Environment.Pairs())
	if c.UseNewEnvironment {
		env = runtime.NewEnvironment(nil)
		for _, name := range [...]string{"PATH", "HOME", "USER", "LANG", "TZ"} {
			if v, ok := rt.Session().Environment.Get(name); ok {
				env.Set(name, v)
			}
		}
	}
	h, ok := objects.As[*objects.Hashtable](c.Environment)
	if !ok {
		return env.Pairs(), nil
	}
	for _, key := range h.Keys() {
		v, _ := h.Get(key)
		name, err := rt.Types().Text(key, " ")
		if err != nil {
			return nil, err
		}
		if v.IsNull() {
			env.Remove(name)
			continue
		}
		text, err := rt.Types().Text(v, " ")
		if err != nil {
			return nil, err
		}
		env.Set(name, text)
	}
	return env.Pairs(), nil
}

// redirect gives the program files, or the terminal of the session.
func (c *StartProcess) redirect(rt *runtime.CommandRuntime, cmd *exec.Cmd) error {
	if c.RedirectStandardOutput != "" && c.RedirectStandardOutput == c.RedirectStandardError {
		e := objects.NewException(objects.InvalidOperationException, "This command cannot be run because \"RedirectStandardOutput\" and \"RedirectStandardError\" are same. Give different inputs and Run your command again.")
		return runtime.NewErrorRecord(e, "InvalidOperationException", runtime.InvalidOperation, objects.Null)
	}
	cmd.Stdin = rt.Session().Input()
	if d, ok := rt.Host().(runtime.DirectHost); ok {
		cmd.Stdout, cmd.Stderr = d.Files()
	}
	if c.RedirectStandardInput != "" {
		f, err := c.open(rt, c.RedirectStandardInput, os.O_RDONLY)
		if err != nil {
			return err
		}
		cmd.Stdin = f
	}
	if c.RedirectStandardOutput != "" {
		f, err := c.open(rt, c.RedirectStandardOutput, os.O_WRONLY|os.O_CREATE|os.O_TRUNC)
		if err != nil {
			return err
		}
		cmd.Stdout = f
	}
	if c.RedirectStandardError != "" {
		f, err := c.open(rt, c.RedirectStandardError, os.O_WRONLY|os.O_CREATE|os.O_TRUNC)
		if err != nil {
			return err
		}
		cmd.Stderr = f
	}
	return nil
}

func (c *StartProcess) open(rt *runtime.CommandRuntime, name string, flags int) (*os.File, error) {
	path, err := rt.Session().FilePath(name)
	if err != nil {
		return nil, err
	}
	f, err := os.OpenFile(path, flags, 0o666)
	if err != nil {
		if errors.Is(err, fs.ErrNotExist) {
			e := objects.NewException(objects.FileNotFoundException, "This command cannot be run because either the parameter \"RedirectStandardInput '"+path+"'\" has a value that is not valid or cannot be used with this command. Give a valid input and Run your command again.")
			return nil, runtime.NewErrorRecord(e, "FileNotFoundException", runtime.InvalidOperation, objects.Null)
		}
		return nil, contentFailed("StartProcess", path, err, runtime.OpenError)
	}
	c.opened = append(c.opened, f)
	return f, nil
}

// failed is the error of a program that cannot be started.
func (c *StartProcess) failed(rt *runtime.CommandRuntime, dir string, err error) error {
	reason := "No such file or directory"
	switch {
	case errors.Is(err, fs.ErrPermission):
		reason = "Permission denied"
	case !errors.Is(err, fs.ErrNotExist):
		reason = err.Error()
	}
	e := objects.NewException(objects.InvalidOperationException, "This command cannot be run due to the error: An error occurred trying to start process '"+c.FilePath+"' with working directory '"+dir+"'. "+reason+".")
	return runtime.NewErrorRecord(e, "InvalidOperationException", runtime.InvalidOperation, objects.Null)
}

// splitArguments cuts a command line as .NET does on Unix: blanks stand between
// arguments, double quotes around those that hold some; a backslash makes a quote
// plain.
func splitArguments(line string) []string {
	var list []string
	var b strings.Builder
	quoted, some := false, false
	end := func() {
		if some {
			list = append(list, b.String())
		}
		b.Reset()
		some = false
	}
	for i := 0; i < len(line); i++ {
		switch ch := line[i]; {
		case ch == '\\':
			n := 0
			for i+n < len(line) && line[i+n] == '\\' {
				n++
			}
			i += n - 1
			some = true
			if i+1 >= len(line) || line[i+1] != '"' {
				b.WriteString(strings.Repeat(`\`, n))
				continue
			}
			b.WriteString(strings.Repeat(`\`, n/2))
			if n%2 == 1 {
				b.WriteByte('"')
				i++
			}
		case ch == '"' && quoted && i+1 < len(line) && line[i+1] == '"':
			b.WriteByte('"')
			i++
		case ch == '"':
			quoted, some = !quoted, true
		case (ch == ' ' || ch == '\t') && !quoted:
			end()
		default:
			b.WriteByte(ch)
			some = true
		}
	}
	end()
	return list
}
