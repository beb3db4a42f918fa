package management

import (
	"bufio"
	"errors"
	"io/fs"
	"os"

	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/io"
	"github.com/csshell/csshell/runtime"
)

// contentFailed is the error of a file whose content could not be opened: what
// begins its id, and the category of what is no other's.
func contentFailed(action, path string, err error, category runtime.ErrorCategory) error {
	cause := io.Failed(err, path)
	id := "IOError"
	switch e, _ := errors.AsType[*objects.Exception](cause); e.Type() {
	case objects.UnauthorizedAccess:
		id, category = "UnauthorizedAccessError", runtime.PermissionDenied
	case objects.DirectoryNotFound:
		id, category = "DirectoryNotFoundError", runtime.ObjectNotFound
	case objects.FileNotFoundException:
		id, category = "FileNotFoundError", runtime.ObjectNotFound
	}
	return runtime.NewErrorRecord(cause, action+id, category, objects.String(path))
}

// contentWriter are the parameters and the work of Set-Content and Add-Content.
type contentWriter struct {
	Value       []objects.Value         `param:"Mandatory,Position=1,ValueFromPipeline,ValueFromPipelineByPropertyName" allow:"Null,EmptyCollection"`
	PassThru    runtime.SwitchParameter `param:""`
	Path        []string                `param:"ParameterSetName=Path,Mandatory,Position=0,ValueFromPipelineByPropertyName"`
	LiteralPath []string                `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	filters
	Force runtime.SwitchParameter `param:""`
	credential
	NoNewline    runtime.SwitchParameter `param:"Dynamic"`
	Encoding     argument.Encoding       `param:"Dynamic" type:"System.Text.Encoding"`
	AsByteStream runtime.SwitchParameter `param:"Dynamic"`

	files []*contentFile
	items []*contentItem
	bytes []byte
	open  bool
}

// contentFile is a file that is written to.
type contentFile struct {
	file *os.File
	out  *bufio.Writer
	mode fs.FileMode // to go back to, for a read-only file; 0 for others
}

// contentItem is an item of another provider, whose content is given at the end.
type contentItem struct {
	at     runtime.ItemPath
	values []objects.Value
}

func (c *contentWriter) write(rt *runtime.CommandRuntime, flags int, action string) error {
	if !c.open {
		c.open = true
		if c.AsByteStream && c.Encoding.Given() != nil {
			if err := rt.WriteWarning("Encoding not used when '-AsByteStream' specified."); err != nil {
				return err
			}
		}
		if err := c.openAll(rt, flags, action); err != nil {
			return err
		}
	}
	for _, v := range c.Value {
		if v.IsNull() && len(c.Value) == 1 && flags&os.O_APPEND == 0 {
			continue
		}
		if err := c.writeValue(rt, v); err != nil {
			return err
		}
	}
	for _, item := range c.items {
		item.values = append(item.values, c.Value...)
	}
	if !c.PassThru {
		return nil
	}
	return rt.WriteObject(objects.Of(objects.NewArray(objects.ObjectType, c.Value)))
}

func (c *contentWriter) openAll(rt *runtime.CommandRuntime, flags int, action string) error {
	return c.each(rt, c.Path, c.LiteralPath, c.Force, func(p runtime.ItemPath) error {
		if _, ok := p.Provider.Provider.(runtime.ContentSource); !ok {
			return noInterface("IContentCmdletProvider")
		}
		if yes, err := rt.ShouldProcess("Path: "+p.String(), action); !yes {
			return err
		}
		if !p.Provider.Navigation {
			c.items = append(c.items, &contentItem{at: p})
			return nil
		}
		flags, err := c.clears(rt, p, flags)
		if err != nil {
			return err
		}
		return c.openFile(p.Path, flags)
	})
}

// clears asks again before a file loses its old content: Set-Content clears it first,
// and writes over its beginning where it must not.
func (c *contentWriter) clears(rt *runtime.CommandRuntime, p runtime.ItemPath, flags int) (int, error) {
	if flags&os.O_TRUNC == 0 {
		return flags, nil
	}
	if info, err := os.Stat(p.Path); err != nil || info.IsDir() {
		return flags, nil
	}
	yes, err := rt.ShouldProcess("Item: "+p.String(), "Clear Content")
	if !yes {
		flags &^= os.O_TRUNC
	}
	return flags, err
}

// openFile opens a file; force makes a read-only one writable meanwhile. The mark
// of an encoding stands at the beginning of a file alone.
func (c *contentWriter) openFile(path string, flags int) error {
	f := &contentFile{}
	old, err := os.Stat(path)
	if err == nil && old.Mode().Perm()&0o222 == 0 && !old.IsDir() {
		if !c.Force {
			return contentFailed("GetContentWriter", path, fs.ErrPermission, runtime.WriteError)
		}
		f.mode = old.Mode().Perm()
		if err := os.Chmod(path, f.mode|0o200); err != nil {
			return contentFailed("GetContentWriter", path, err, runtime.WriteError)
		}
	}
	if f.file, err = os.OpenFile(path, flags|os.O_WRONLY|os.O_CREATE, 0o666); err != nil {
		return contentFailed("GetContentWriter", path, err, runtime.WriteError)
	}
	f.out = bufio.NewWriterSize(f.file, 64<<10)
	c.files = append(c.files, f)
	if c.AsByteStream || flags&os.O_APPEND != 0 && old != nil && old.Size() > 0 {
		return nil
	}
	_, err = f.out.Write(c.Encoding.OrUTF8().Preamble)
	return err
}

func (c *contentWriter) writeValue(rt *runtime.CommandRuntime, v objects.Value) error {
	if len(c.files) == 0 {
		return nil
	}
	if list, ok := objects.Enumeration(v); ok {
		return list.Enumerate(func(item objects.Value) error { return c.writeValue(rt, item) })
	}
	if c.AsByteStream {
		b := v.Base()
		if b.Kind() != objects.KindByte {
			return objects.NewException(objects.PSArgumentException, "Cannot proceed with byte encoding. When using byte encoding the content must be of type byte.").WithID("Argument")
		}
		c.bytes = append(c.bytes[:0], byte(b.Bits()))
		return c.writeBytes()
	}
	text, err := rt.Types().ToString(v, "")
	if err != nil {
		return err
	}
	if !c.NoNewline {
		text += "\n"
	}
	c.bytes = c.Encoding.OrUTF8().Append(c.bytes[:0], text)
	return c.writeBytes()
}

func (c *contentWriter) writeBytes() error {
	for _, f := range c.files {
		if _, err := f.out.Write(c.bytes); err != nil {
			return err
		}
	}
	return nil
}

// finish gives the items of other providers their content.
func (c *contentWriter) finish(rt *runtime.CommandRuntime, add bool) error {
	for _, item := range c.items {
		err := item.at.Provider.Provider.(runtime.ContentSource).WriteContent(rt.Session(), item.at.Path, item.values, add)
		if err := rt.WriteProviderError(err); err != nil {
			return err
		}
	}
	return nil
}

// Close writes out what is held back.
func (c *contentWriter) Close() error {
	var all error
	for _, f := range c.files {
		all = errors.Join(all, f.out.Flush())
		if f.mode != 0 {
			all = errors.Join(all, f.file.Chmod(f.mode))
		}
		all = errors.Join(all, f.file.Close())
	}
	c.files = nil
	return all
}

// SetContent replaces what items hold.
type SetContent struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`
	contentWriter
}

// ProcessRecord writes the values.
func (c *SetContent) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.write(rt, os.O_TRUNC, "Set Content")
}

// EndProcessing hands the values to items that are no files.
func (c *SetContent) EndProcessing(rt *runtime.CommandRuntime) error { return c.finish(rt, false) }

// AddContent appends to what items hold.
type AddContent struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`
	contentWriter
}

// ProcessRecord writes the values.
func (c *AddContent) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.write(rt, os.O_APPEND, "Add Content")
}

// EndProcessing hands the values to items that are no files.
func (c *AddContent) EndProcessing(rt *runtime.CommandRuntime) error { return c.finish(rt, true) }

// ClearContent empties items and keeps them.
type ClearContent struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,SupportsShouldProcess"`

	Path        []string `param:"ParameterSetName=Path,Mandatory,Position=0,ValueFromPipelineByPropertyName"`
	LiteralPath []string `param:"ParameterSetName=LiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	filters
	Force runtime.SwitchParameter `param:""`
	credential
}

// ProcessRecord empties each item.
func (c *ClearContent) ProcessRecord(rt *runtime.CommandRuntime) error {
	sel, err := c.selection(c.Force)
	if err != nil {
		return err
	}
	return eachItem(rt, c.Path, c.LiteralPath, sel, func(p runtime.ItemPath) error {
		source, ok := p.Provider.Provider.(runtime.ContentSource)
		if !ok {
			return noInterface("IContentCmdletProvider")
		}
		if yes, err := rt.ShouldProcess("Item: "+p.String(), "Clear Content"); !yes {
			return err
		}
		if p.Provider.Navigation {
			if err := os.Truncate(p.Path, 0); err != nil {
				return contentFailed("ClearContent", p.Path, err, runtime.WriteError)
			}
			return nil
		}
		return source.WriteContent(rt.Session(), p.Path, []objects.Value{objects.Null}, false)
	})
}
