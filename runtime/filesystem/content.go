package filesystem

import (
	"bufio"
	"errors"
	"os"
	"os/exec"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/io"
	"github.com/csshell/csshell/runtime"
)

// ReadContent are the lines of a file: what ${work:f.txt} gives.
func (Provider) ReadContent(s *runtime.Session, path string) (objects.Value, error) {
	file, err := os.Open(path)
	if errors.Is(err, os.ErrNotExist) {
		return objects.Null, runtime.PathNotFound(path)
	}
	if err != nil {
		return objects.Null, io.Failed(err, path)
	}
	defer file.Close()
	var lines []objects.Value
	r := bufio.NewReader(file)
	for {
		line, err := r.ReadString('\n')
		if line != "" {
			line = strings.TrimSuffix(strings.TrimSuffix(line, "\n"), "\r")
			lines = append(lines, objects.String(strings.ToValidUTF8(line, "\uFFFD")))
		}
		if err != nil {
			break
		}
	}
	switch len(lines) {
	case 0:
		return objects.Null, nil
	case 1:
		return lines[0], nil
	}
	return objects.Of(objects.NewArray(objects.ObjectType, lines)), nil
}

// WriteContent replaces what a file holds by lines, or adds them: what an
// assignment to ${work:f.txt} does.
func (Provider) WriteContent(s *runtime.Session, path string, values []objects.Value, add bool) error {
	flags := os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	if add {
		flags = os.O_WRONLY | os.O_CREATE | os.O_APPEND
	}
	file, err := os.OpenFile(path, flags, 0o666)
	if err != nil {
		return io.Failed(err, path)
	}
	w := bufio.NewWriter(file)
	var write func(v objects.Value) error
	write = func(v objects.Value) error {
		if list, ok := objects.Enumeration(v); ok {
			return list.Enumerate(write)
		}
		text, err := s.Types.ToString(v, "")
		if err == nil {
			_, err = w.WriteString(text + "\n")
		}
		return err
	}
	for _, v := range values {
		if err == nil && !v.IsNull() {
			err = write(v)
		}
	}
	return errors.Join(err, w.Flush(), file.Close())
}

// SetProperty changes a property of a file or directory, such as LastWriteTime.
func (Provider) SetProperty(rt *runtime.CommandRuntime, at runtime.ItemPath, name string, v objects.Value) error {
	found, err := os.Lstat(at.Path)
	if err != nil {
		return runtime.PathNotFound(at.String())
	}
	item := itemOf(at.Path, found)
	text, err := rt.Types().Text(v, " ")
	if err != nil {
		return err
	}
	if yes, err := rt.ShouldProcess("Item: "+at.Path+" Property: "+name+" Value: "+text, "Set Property "+kindName(item)); !yes {
		return err
	}
	if _, ok, err := rt.Types().GetProperty(item.Value, name); err == nil && !ok {
		return noProperty(name, "SetPropertyError")
	}
	return rt.Types().SetProperty(item.Value, name, v)
}

// ClearProperty gives the attributes of a file their default; no other property
// has one.
func (Provider) ClearProperty(rt *runtime.CommandRuntime, at runtime.ItemPath, name string) error {
	found, err := os.Lstat(at.Path)
	if err != nil {
		return runtime.PathNotFound(at.String())
	}
	if !strings.EqualFold(name, "Attributes") {
		e := objects.NewException(objects.PSArgumentException, "The 'Attributes' property is the only property that can be cleared.").WithID("Argument")
		return e
	}
	item := itemOf(at.Path, found)
	if yes, err := rt.ShouldProcess("Item: "+at.Path+" Property: "+name, "Clear Property "+kindName(item)); !yes {
		return err
	}
	return io.SetAttributes(at.Path, io.NormalAttribute)
}

func kindName(item runtime.Item) string {
	if item.Container {
		return "Directory"
	}
	return "File"
}

func noProperty(name, id string) error {
	e := objects.NewException(objects.IOException, "The property "+name+" does not exist or was not found.")
	return runtime.NewErrorRecord(e, id, runtime.ReadError, objects.String(name))
}

// InvokeItem opens a file: a program runs, anything else goes to the application
// the desktop has for it.
func (Provider) InvokeItem(rt *runtime.CommandRuntime, path string) error {
	info, err := os.Stat(path)
	if err != nil {
		return runtime.PathNotFound(path)
	}
	action := "Invoke Item"
	if yes, err := rt.ShouldProcess("Item: "+path, action); !yes {
		return err
	}
	program, arguments := "xdg-open", []string{path}
	if !info.IsDir() && info.Mode().Perm()&0o111 != 0 {
		program, arguments = path, nil
	}
	cmd := exec.Command(program, arguments...)
	cmd.Env, cmd.Dir = rt.Session().Environment.Pairs(), rt.Session().Location()
	if err := cmd.Start(); err != nil {
		e := objects.NewException(objects.InvalidOperationException, "An error occurred trying to start process '"+program+"' with working directory '"+cmd.Dir+"'. "+err.Error())
		return runtime.NewErrorRecord(e, "InvokeItemError", runtime.OpenError, objects.String(path))
	}
	go cmd.Wait() // nobody asks how it ends, but it must not stay as a zombie
	return nil
}
