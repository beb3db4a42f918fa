package io

import (
	"io/fs"
	"os"
	"path/filepath"
	stdstrings "strings"

	"github.com/csshell/csshell/objects"
)

// The types of files and directories as objects.
var (
	MarshalByRefType   = class("System.MarshalByRefObject", objects.ObjectType, objects.AbstractAttr)
	FileSystemInfoType = class("System.IO.FileSystemInfo", MarshalByRefType, objects.AbstractAttr)
	FileInfoType       = class("System.IO.FileInfo", FileSystemInfoType, objects.SealedAttr)
	DirectoryInfoType  = class("System.IO.DirectoryInfo", FileSystemInfoType, objects.SealedAttr)
)

// Info is a FileInfo or DirectoryInfo. What the system knows of the file is
// asked for at first use and kept until Refresh.
type Info struct {
	full      string // the path from the root
	original  string // as it was given: what ToString shows
	directory bool
	asked     bool
	found     fs.FileInfo // nil for none
}

// NewInfo makes the object of a file or directory.
func NewInfo(path string, directory bool) *Info {
	return &Info{full: stdstrings.TrimSuffix(fullPath(path), "/"), original: path, directory: directory}
}

// InfoOf makes the object of a file that was just looked up.
func InfoOf(full string, found fs.FileInfo) *Info {
	return &Info{full: full, original: full, directory: found.IsDir(), asked: true, found: found}
}

// InfoFound makes the object of what was looked up itself, be it a link; directory
// tells what it leads to.
func InfoFound(full string, found fs.FileInfo, directory bool) *Info {
	i := NewInfo(full, directory)
	i.asked, i.found = true, found
	return i
}

// Type is System.IO.FileInfo or DirectoryInfo.
func (i *Info) Type() *objects.Type {
	if i.directory {
		return DirectoryInfoType
	}
	return FileInfoType
}

// Text is the path as it was given.
func (i *Info) Text() (string, error) { return i.original, nil }

// FullName is the path from the root.
func (i *Info) FullName() string {
	if i.full == "" {
		return "/"
	}
	return i.full
}

// Name is the last part of the path.
func (i *Info) Name() string {
	if i.full == "" {
		return "/"
	}
	return fileName(i.full)
}

// Directory reports whether the object stands for a directory.
func (i *Info) Directory() bool { return i.directory }

// IsLink reports whether the object stands for a symbolic link.
func (i *Info) IsLink() bool {
	info := i.Stat()
	return info != nil && info.Mode()&fs.ModeSymlink != 0
}

// Stat is what the system knows of the file; nil where there is none.
func (i *Info) Stat() fs.FileInfo {
	if !i.asked {
		i.asked = true
		i.found, _ = os.Lstat(i.FullName())
	}
	return i.found
}

// Refresh forgets what the system said.
func (i *Info) Refresh() { i.asked, i.found = false, nil }

// exists reports whether there is such a file, or directory.
func (i *Info) exists() bool {
	info := i.Stat()
	if info != nil && info.Mode()&fs.ModeSymlink != 0 {
		info, _ = os.Stat(i.FullName())
	}
	return info != nil && info.IsDir() == i.directory
}

// Attributes are the bits of System.IO.FileAttributes; those of a link to a
// directory have Directory too.
func (i *Info) Attributes() uint64 {
	info := i.Stat()
	if info == nil {
		return ^uint64(0)
	}
	a := attributesOf(info)
	if info.Mode()&fs.ModeSymlink != 0 {
		if to, err := os.Stat(i.FullName()); err == nil && to.IsDir() {
			a |= DirectoryAttribute
		}
	}
	return a
}

func infoOf(v value) *Info {
	if i, ok := objects.As[*Info](v); ok {
		return i
	}
	return NewInfo("", false)
}

func fileSystemInfoDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type: FileSystemInfoType,
		Properties: []objects.Property{
			reads("string FullName {get;}", func(this value) value { return objects.String(infoOf(this).FullName()) }),
			reads("string Extension {get;}", func(this value) value { return objects.String(extension(infoOf(this).Name())) }),
			reads("string Name {get;}", func(this value) value { return objects.String(infoOf(this).Name()) }),
			reads("bool Exists {get;}", func(this value) value { return objects.Bool(infoOf(this).exists()) }),
		},
		Methods: []objects.Method{
			does("void Delete()", func(c *call) error { return deleteInfo(infoOf(c.This), false) }),
			total("void Refresh()", func(c *call) value { infoOf(c.This).Refresh(); return objects.AutomationNull() }),
			partial("string ToString()", func(c *call) (value, error) { return objects.String(infoOf(c.This).original), nil }),
			does("void CreateAsSymbolicLink(string pathToTarget)", func(c *call) error {
				i := infoOf(c.This)
				i.Refresh()
				return Failed(os.Symlink(c.Str(0), i.FullName()), i.FullName())
			}),
			partial("System.IO.FileSystemInfo ResolveLinkTarget(bool returnFinalTarget)", func(c *call) (value, error) {
				i := infoOf(c.This)
				to := linkTarget(i)
				if to == "" {
					return objects.Null, nil
				}
				return objects.Of(NewInfo(combined([]string{filepath.Dir(i.FullName()), to}), i.directory)), nil
			}),
		},
		Data: fileSystemData(),
	}
	for _, name := range [...]string{"CreationTime", "LastAccessTime", "LastWriteTime"} {
		d.Properties = append(d.Properties, infoTime(name, false), infoTime(name, true))
	}
	d.Properties = append(d.Properties,
		reads("string LinkTarget {get;}", func(this value) value {
			if to := linkTarget(infoOf(this)); to != "" {
				return objects.String(to)
			}
			return objects.Null
		}),
		objects.Property{
			Signature: "System.IO.UnixFileMode UnixFileMode {get;set;}",
			Get: func(this value) (value, error) {
				if info := infoOf(this).Stat(); info != nil {
					return objects.Word(UnixFileModeType, unixMode(info.Mode())), nil
				}
				return objects.Word(UnixFileModeType, ^uint64(0)), nil
			},
			Set: func(this, v value) error {
				i := infoOf(this)
				i.Refresh()
				return Failed(os.Chmod(i.FullName(), fs.FileMode(v.Bits()&0o777)), i.FullName())
			},
		},
		objects.Property{
			Signature: "System.IO.FileAttributes Attributes {get;set;}",
			Get: func(this value) (value, error) {
				return objects.Word(FileAttributesType, infoOf(this).Attributes()), nil
			},
			Set: func(this, v value) error {
				i := infoOf(this)
				i.Refresh()
				return SetAttributes(i.FullName(), v.Bits())
			},
		})
	return d
}

// infoTime is one of the times of a file.
func infoTime(name string, utc bool) objects.Property {
	suffix := ""
	if utc {
		suffix = "Utc"
	}
	return objects.Property{
		Signature: "datetime " + name + suffix + " {get;set;}",
		GetIn: func(tt *objects.TypeTable, this value) (value, error) {
			if info := infoOf(this).Stat(); info != nil {
				return timeOf(tt, timeIn(info, name), utc), nil
			}
			t, _ := tt.Convert(objects.String("1601-01-01"), objects.DateTimeType)
			return t, nil
		},
		SetIn: func(tt *objects.TypeTable, this, v value) error {
			i := infoOf(this)
			i.Refresh()
			return setTime(tt, i.FullName(), name, v.DateTime())
		},
	}
}

func linkTarget(i *Info) string {
	to, err := os.Readlink(i.FullName())
	if err != nil {
		return ""
	}
	return to
}

func deleteInfo(i *Info, recursive bool) error {
	i.Refresh()
	if !i.directory {
		return deleteFile(i.FullName())
	}
	return deleteDirectory(i.FullName(), recursive)
}

func fileInfoDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type: FileInfoType,
		Constructors: []objects.Method{
			partial("new(string fileName)", func(c *call) (value, error) {
				if err := needPath(c.Str(0)); err != nil {
					return objects.Null, err
				}
				return objects.Of(NewInfo(c.Str(0), false)), nil
			}),
		},
		Properties: []objects.Property{
			{Signature: "long Length {get;}", Get: func(this value) (value, error) {
				i := infoOf(this)
				info := i.Stat()
				if info == nil || info.IsDir() {
					return objects.Null, Failed(fs.ErrNotExist, i.FullName())
				}
				return objects.Int64(info.Size()), nil
			}},
			reads("string DirectoryName {get;}", func(this value) value {
				dir, _ := directoryName(infoOf(this).FullName())
				return objects.String(dir)
			}),
			reads("System.IO.DirectoryInfo Directory {get;}", func(this value) value {
				dir, _ := directoryName(infoOf(this).FullName())
				return objects.Of(NewInfo(dir, true))
			}),
			{
				Signature: "bool IsReadOnly {get;set;}",
				Get: func(this value) (value, error) {
					return objects.Bool(infoOf(this).Attributes()&ReadOnlyAttribute != 0), nil
				},
				Set: func(this, v value) error {
					i := infoOf(this)
					i.Refresh()
					bits := uint64(0)
					if v.Bool() {
						bits = ReadOnlyAttribute
					}
					return SetAttributes(i.FullName(), bits)
				},
			},
		},
		Methods: fileInfoMethods(),
		Data:    fileData(),
	}
	return d
}

func fileInfoMethods() []objects.Method {
	flag := func(c *call) bool { return len(c.Args) > 1 && c.Bool(1) }
	copied := func(c *call) (value, error) {
		return objects.Of(NewInfo(c.Str(0), false)), CopyFile(infoOf(c.This).FullName(), c.Str(0), flag(c))
	}
	moved := func(c *call) error {
		i := infoOf(c.This)
		if err := MoveFile(i.FullName(), c.Str(0), flag(c)); err != nil {
			return err
		}
		*i = *NewInfo(c.Str(0), false)
		return nil
	}
	path := func(c *call) string { return infoOf(c.This).FullName() }
	replaced := func(c *call) (value, error) {
		return objects.Of(NewInfo(c.Str(0), false)), replaceFile(path(c), c.Str(0), c.Str(1))
	}
	noEncryption := func(*call) error {
		return objects.NewException(objects.NotSupportedException, "File encryption is not supported on this platform.")
	}
	return []objects.Method{
		partial("System.IO.FileInfo CopyTo(string destFileName)", copied),
		partial("System.IO.FileInfo CopyTo(string destFileName, bool overwrite)", copied),
		does("void MoveTo(string destFileName)", moved),
		does("void MoveTo(string destFileName, bool overwrite)", moved),
		partial("System.IO.FileInfo Replace(string destinationFileName, string destinationBackupFileName)", replaced),
		partial("System.IO.FileInfo Replace(string destinationFileName, string destinationBackupFileName, bool ignoreMetadataErrors)", replaced),
		does("void Encrypt()", noEncryption),
		does("void Decrypt()", noEncryption),
		partial("System.IO.FileStream Create()", func(c *call) (value, error) {
			infoOf(c.This).Refresh()
			return opened(path(c), modeCreate, accessReadWrite)
		}),
		partial("System.IO.FileStream Open(System.IO.FileMode mode)", func(c *call) (value, error) { return opened(path(c), c.Int(0), accessReadWrite) }),
		partial("System.IO.FileStream Open(System.IO.FileMode mode, System.IO.FileAccess access)", func(c *call) (value, error) {
			return opened(path(c), c.Int(0), c.Int(1))
		}),
		partial("System.IO.FileStream OpenRead()", func(c *call) (value, error) { return opened(path(c), modeOpen, accessRead) }),
		partial("System.IO.FileStream OpenWrite()", func(c *call) (value, error) { return opened(path(c), modeOpenOrCreate, accessWrite) }),
		partial("System.IO.StreamReader OpenText()", func(c *call) (value, error) { return readerOf(path(c), encodingAt(c, 9)) }),
		partial("System.IO.StreamWriter CreateText()", func(c *call) (value, error) { return writerOf(path(c), modeCreate, encodingAt(c, 9)) }),
		partial("System.IO.StreamWriter AppendText()", func(c *call) (value, error) { return writerOf(path(c), modeAppend, encodingAt(c, 9)) }),
	}
}
