package runtime

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"syscall"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/clixml"
)

// nativeStage runs a program: text in, lines out ("about_Pipelines": native
// commands). It alone has goroutines: one feeds it, one reads each stream.
type nativeStage struct {
	app        *Application
	request    stageRequest
	cancel     context.CancelFunc
	cmd        *exec.Cmd
	stdin      io.WriteCloser
	lines      chan nativeLine
	started    bool
	broken     bool // the program reads no more
	readers    sync.WaitGroup
	exitCode   int
	complained bool // it has written to its standard error
	fed        bool // something was written to it
	shell      bool // it is a shell that was given a script block: objects go in and come out
	objects    *clixml.Writer
}

// nativeLine is a line that a program has written, or all that a shell has written
// for this one.
type nativeLine struct {
	text     string
	stream   Stream
	document bool
}

func newNativeStage(a *Application, r stageRequest) *nativeStage {
	return &nativeStage{app: a, request: r}
}

func (st *nativeStage) begin() error {
	if st.started {
		return nil
	}
	st.started = true
	r := &st.request
	s := r.frame.session
	ctx, cancel := context.WithCancel(s.ctx)
	st.cancel = cancel
	args, shell, err := s.nativeArguments(r.args, r.frame.scope)
	if err != nil {
		return err
	}
	st.shell = shell
	cmd := exec.CommandContext(ctx, st.app.Path, args...)
	cmd.Args[0] = r.info.InvocationName
	cmd.Env, cmd.Dir = s.Environment.Pairs(), s.location
	if err := st.connect(cmd); err != nil {
		return err
	}
	if err := cmd.Start(); err != nil {
		return st.startFailure(err)
	}
	st.cmd = cmd
	return nil
}

// connect gives the program the terminal where nothing stands around it in the
// pipeline, else pipes.
func (st *nativeStage) connect(cmd *exec.Cmd) error {
	r := &st.request
	s := r.frame.session
	if r.place.expectsInput {
		in, err := cmd.StdinPipe()
		if err != nil {
			return err
		}
		st.stdin = in
	} else if !st.shell {
		cmd.Stdin = s.stdin
	}
	if d, ok := s.Host.(DirectHost); ok && s.writesToHost(r.streams) && d.Direct() && !st.shell {
		cmd.Stdout, cmd.Stderr = d.Files()
		return nil
	}
	out, err := cmd.StdoutPipe()
	if err != nil {
		return err
	}
	failure, err := cmd.StderrPipe()
	if err != nil {
		return err
	}
	st.lines = make(chan nativeLine, 256)
	st.readers.Add(2)
	go st.read(out, SuccessStream)
	go st.read(failure, ErrorStream)
	go func() { st.readers.Wait(); close(st.lines) }()
	return nil
}

// DirectHost is a host whose terminal a program can be given.
type DirectHost interface {
	// Direct reports whether programs may write past the host: a transcript must see
	// what they write.
	Direct() bool
	// Files are the terminal's own files.
	Files() (stdout, stderr *os.File)
}

func (st *nativeStage) read(r io.Reader, stream Stream) {
	defer st.readers.Done()
	lines := bufio.NewReaderSize(r, 64<<10)
	first := true
	for {
		text, err := lines.ReadString('\n')
		if first && trimLineEnd(text) == clixml.StreamMark {
			rest, _ := io.ReadAll(lines)
			st.lines <- nativeLine{string(rest), stream, true}
			return
		}
		first = false
		if text != "" {
			st.lines <- nativeLine{trimLineEnd(text), stream, false}
		}
		if err != nil {
			return
		}
	}
}

func (st *nativeStage) startFailure(err error) error {
	st.cancel()
	name := st.request.info.InvocationName
	return newError(objects.ApplicationFailedException, "NativeCommandFailed", ResourceUnavailable, objects.Null,
		"Program '"+name+"' failed to run: "+err.Error())
}

func (st *nativeStage) process(v objects.Value) error {
	if err := st.begin(); err != nil {
		return err
	}
	if err := st.drain(false); err != nil || st.broken {
		return err
	}
	if st.shell {
		return st.sendObject(v)
	}
	text, err := st.request.frame.session.inputLine(v)
	if err != nil {
		return err
	}
	if _, err := st.stdin.Write(st.encoded(text)); err != nil {
		st.broken = true
	}
	return nil
}

// drain passes on the lines that are there; all of them until the program ends
// when it is told to wait.
func (st *nativeStage) drain(wait bool) error {
	for {
		var line nativeLine
		var ok bool
		if wait {
			st.request.frame.session.Aside(func() { line, ok = <-st.lines })
			if !ok {
				return nil
			}
		} else {
			select {
			case line, ok = <-st.lines:
				if !ok {
					return nil
				}
			default:
				return nil
			}
		}
		if err := st.pass(line); err != nil {
			return err
		}
	}
}

func (st *nativeStage) pass(line nativeLine) error {
	s := st.request.frame.session
	if err := s.interrupted(); err != nil {
		return err
	}
	if line.document {
		return st.passObjects(line.text)
	}
	if line.stream == SuccessStream {
		return st.request.streams.write(objects.String(line.text))
	}
	id := "NativeCommandError"
	if st.complained {
		id = "NativeCommandErrorMessage"
	}
	st.complained = true
	r := newError(objects.RemoteException, id, NotSpecified, objects.String(line.text), line.text)
	r.native = true
	return st.request.streams[ErrorStream](objects.Of(r))
}

func (st *nativeStage) end() error {
	if err := st.begin(); err != nil {
		return err
	}
	if st.objects != nil {
		_ = st.objects.Close()
	}
	if st.stdin != nil {
		st.stdin.Close()
	}
	if st.lines != nil {
		if err := st.drain(true); err != nil {
			return err
		}
	}
	return st.wait()
}

// wait takes the exit code: $LASTEXITCODE and $?.
func (st *nativeStage) wait() error {
	s := st.request.frame.session
	var err error
	s.Aside(func() { err = st.cmd.Wait() })
	var exit *exec.ExitError
	switch {
	case err == nil:
		s.exitCode = 0
	case errors.As(err, &exit):
		s.exitCode = exit.ExitCode()
		if s.exitCode < 0 {
			s.exitCode = 128 + signalOf(exit)
		}
	default:
		return err
	}
	st.exitCode = s.exitCode
	if err := s.setExitCode(); err != nil {
		return err
	}
	if exit != nil && signalOf(exit) == int(syscall.SIGINT) {
		s.Interrupt() // Ctrl+C reaches the program and the shell alike
		return errStopped
	}
	return st.reportExit()
}

// reportExit makes an error of an exit code other than 0, where
// $PSNativeCommandUseErrorActionPreference says so; what becomes of it, the
// preference for errors says.
func (st *nativeStage) reportExit() error {
	f := st.request.frame
	use, _ := f.scope.Get("PSNativeCommandUseErrorActionPreference")
	if st.exitCode == 0 || !f.session.Types.Truth(use) {
		return nil
	}
	name := filepath.Base(st.app.Path)
	r := newError(objects.NativeCommandExitException, "ProgramExitedWithNonZeroCode", NotSpecified, objects.String(st.app.Path),
		fmt.Sprintf("Program %q ended with non-zero exit code: %d (0x%02X).", name, st.exitCode, uint32(st.exitCode)))
	r.Exception.Fields = map[string]objects.Value{
		"Path": objects.String(st.app.Path), "ExitCode": objects.Int(st.exitCode), "ProcessId": objects.Int(st.cmd.ProcessState.Pid()),
	}
	r.Extent = st.request.info.Extent
	f.traced(r)
	switch f.errorAction(r) {
	case SilentlyContinue:
		f.remember(r)
	case IgnoreAction:
	case StopAction:
		r.stop = true
		return r
	default:
		f.remember(r)
		return st.request.streams[ErrorStream](objects.Of(r))
	}
	return nil
}

func (st *nativeStage) failed() bool { return st.exitCode != 0 }

func (st *nativeStage) close() error {
	if st.cancel == nil {
		return nil
	}
	st.cancel()
	if st.cmd != nil && st.cmd.ProcessState == nil {
		go func() {
			for range st.lines { // let the readers end
			}
		}()
		_ = st.cmd.Wait()
	}
	return nil
}

// directFiles are those of a host that programs may write to by themselves; nil for
// others.
func (s *Session) directFiles() (out, errors *os.File) {
	if d, ok := s.Host.(DirectHost); ok {
		return d.Files()
	}
	return nil, nil
}
