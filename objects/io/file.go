package io

import (
	"errors"
	"io"
	"io/fs"
	"os"
	stdstrings "strings"
	"syscall"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
	"github.com/csshell/csshell/objects/encoding"
	"github.com/csshell/csshell/objects/text"
)

// FileType is System.IO.File.
var FileType = staticClass("System.IO.File")

func fileDeclaration() *objects.Declaration {
	d := &objects.Declaration{Type: FileType}
	d.Methods = append(d.Methods, fileReads()...)
	d.Methods = append(d.Methods, fileWrites()...)
	d.Methods = append(d.Methods, fileMoves()...)
	d.Methods = append(d.Methods, fileFacts("path", "File")...)
	d.Methods = append(d.Methods, fileStreams()...)
	return d
}

// encodingAt is the encoding in argument i; UTF-8 without a mark where the
// overload has none.
func encodingAt(c *call, i int) *encoding.Encoding {
	if i < len(c.Args) && c.Is(i) {
		return text.EncodingOf(c.Args[i])
	}
	return encoding.UTF8(false)
}

// readAll is a whole file.
func readAll(path string) ([]byte, error) {
	if err := needPath(path); err != nil {
		return nil, err
	}
	b, err := os.ReadFile(path)
	return b, Failed(err, path)
}

// ReadFile is a whole file; the errors are those of FileStream.
func ReadFile(path string) ([]byte, error) { return readAll(path) }

// WriteFile replaces a file; the errors are those of FileStream.
func WriteFile(path string, b []byte) error { return write(path, b, os.O_TRUNC) }

// decoded is the text of bytes: a byte order mark says more than the encoding.
func decoded(b []byte, e *encoding.Encoding) string {
	if found := encoding.Detect(b); found != nil {
		return found.Decode(b[len(found.Preamble):])
	}
	return e.Decode(b)
}

// lines are those of a text, ended by \n, \r or both.
func lines(s string) []string {
	s = stdstrings.ReplaceAll(s, "\r\n", "\n")
	s = stdstrings.ReplaceAll(s, "\r", "\n")
	if s == "" {
		return nil
	}
	return stdstrings.Split(stdstrings.TrimSuffix(s, "\n"), "\n")
}

func fileReads() []objects.Method {
	whole := func(c *call) (value, error) {
		b, err := readAll(c.Str(0))
		return objects.String(decoded(b, encodingAt(c, 1))), err
	}
	byLine := func(c *call) (value, error) {
		b, err := readAll(c.Str(0))
		return strings(lines(decoded(b, encodingAt(c, 1)))), err
	}
	const encoded = ", System.Text.Encoding encoding)"
	return []objects.Method{
		partial("static byte[] ReadAllBytes(string path)", func(c *call) (value, error) {
			b, err := readAll(c.Str(0))
			return objects.Of(objects.Bytes(b)), err
		}),
		partial("static string ReadAllText(string path)", whole),
		partial("static string ReadAllText(string path"+encoded, whole),
		partial("static string[] ReadAllLines(string path)", byLine),
		partial("static string[] ReadAllLines(string path"+encoded, byLine),
		partial("static System.Collections.Generic.IEnumerable[string] ReadLines(string path)", byLine),
		partial("static System.Collections.Generic.IEnumerable[string] ReadLines(string path"+encoded, byLine),
	}
}

// write replaces or extends a file.
func write(path string, b []byte, flag int) error {
	return writeParts(path, flag, func(f *os.File) error {
		_, err := f.Write(b)
		return err
	})
}

// writeParts is write with content that fill writes.
func writeParts(path string, flag int, fill func(f *os.File) error) error {
	if err := needPath(path); err != nil {
		return err
	}
	f, err := os.OpenFile(path, os.O_WRONLY|os.O_CREATE|flag, 0o644)
	if err != nil {
		return Failed(err, path)
	}
	return Failed(errors.Join(fill(f), f.Close()), path)
}

// partSize is how much of a text is encoded at a time, and more up to where its
// line ends: no encoding makes other bytes of lines than of the whole.
const partSize = 64 << 10

// written is a text as a file's content: with the byte order mark of its
// encoding, unless the file already has content.
func written(path, s string, e *encoding.Encoding, flag int) error {
	var b []byte
	info, err := os.Stat(path)
	if flag == os.O_TRUNC || err != nil || info.Size() == 0 {
		b = append(b, e.Preamble...)
	}
	return writeParts(path, flag, func(f *os.File) error {
		for {
			part := s
			if len(s) > partSize {
				if end := stdstrings.IndexByte(s[partSize:], '\n'); end >= 0 {
					part = s[:partSize+end+1]
				}
			}
			b = e.Append(b, part)
			if _, err := f.Write(b); err != nil {
				return err
			}
			if s = s[len(part):]; s == "" {
				return nil
			}
			b = b[:0]
		}
	})
}

func fileWrites() []objects.Method {
	var methods []objects.Method
	for _, w := range [...]struct {
		verb string
		flag int
	}{{"WriteAll", os.O_TRUNC}, {"AppendAll", os.O_APPEND}} {
		content := func(c *call) error { return written(c.Str(0), c.Str(1), encodingAt(c, 2), w.flag) }
		byLine := func(c *call) error {
			var b stdstrings.Builder
			e, ok := objects.Enumeration(c.Args[1])
			if !ok {
				return objects.NullArgument("contents")
			}
			if err := e.Enumerate(func(v value) error { b.WriteString(str(v) + "\n"); return nil }); err != nil {
				return err
			}
			return written(c.Str(0), b.String(), encodingAt(c, 2), w.flag)
		}
		methods = append(methods,
			does("static void "+w.verb+"Text(string path, string contents)", content),
			does("static void "+w.verb+"Text(string path, string contents, System.Text.Encoding encoding)", content),
			does("static void "+w.verb+"Lines(string path, System.Collections.Generic.IEnumerable[string] contents)", byLine),
			does("static void "+w.verb+"Lines(string path, System.Collections.Generic.IEnumerable[string] contents, System.Text.Encoding encoding)", byLine),
			does("static void "+w.verb+"Bytes(string path, byte[] bytes)", func(c *call) error {
				b := make([]byte, len(c.Items(1)))
				for i, v := range c.Items(1) {
					b[i] = byte(v.Int64())
				}
				return write(c.Str(0), b, w.flag)
			}))
		if w.flag == os.O_TRUNC {
			methods = append(methods,
				does("static void WriteAllLines(string path, string[] contents)", byLine),
				does("static void WriteAllLines(string path, string[] contents, System.Text.Encoding encoding)", byLine))
		}
	}
	return methods
}

// CopyFile copies a file with its mode and the time of its last change (File.Copy).
func CopyFile(from, to string, overwrite bool) error {
	in, err := os.Open(from)
	if err != nil {
		return Failed(err, from)
	}
	defer in.Close()
	info, err := in.Stat()
	if err != nil {
		return Failed(err, from)
	}
	flag := os.O_EXCL
	if overwrite {
		flag = os.O_TRUNC
	}
	out, err := os.OpenFile(to, os.O_WRONLY|os.O_CREATE|flag, info.Mode().Perm())
	if err != nil {
		return Failed(err, to)
	}
	_, err = io.Copy(out, in)
	return Failed(errors.Join(err, out.Close(), os.Chtimes(to, time.Time{}, info.ModTime())), to)
}

// MoveFile moves a file, to another file system by a copy (File.Move).
func MoveFile(from, to string, overwrite bool) error {
	if _, err := os.Lstat(from); err != nil {
		return Failed(err, from)
	}
	if _, err := os.Lstat(to); err == nil && !overwrite {
		return Failed(fs.ErrExist, to)
	}
	err := os.Rename(from, to)
	if errors.Is(err, syscall.EXDEV) {
		if err := CopyFile(from, to, overwrite); err != nil {
			return err
		}
		return Failed(os.Remove(from), from)
	}
	if errors.Is(err, fs.ErrNotExist) {
		return noDirectory(err, to)
	}
	return Failed(err, to)
}

func fileMoves() []objects.Method {
	flag := func(c *call) bool { return len(c.Args) > 2 && c.Bool(2) }
	copied := func(c *call) error { return CopyFile(c.Str(0), c.Str(1), flag(c)) }
	moved := func(c *call) error { return MoveFile(c.Str(0), c.Str(1), flag(c)) }
	return []objects.Method{
		does("static void Copy(string sourceFileName, string destFileName)", copied),
		does("static void Copy(string sourceFileName, string destFileName, bool overwrite)", copied),
		does("static void Move(string sourceFileName, string destFileName)", moved),
		does("static void Move(string sourceFileName, string destFileName, bool overwrite)", moved),
		does("static void Delete(string path)", func(c *call) error { return deleteFile(c.Str(0)) }),
		total("static bool Exists(string path)", func(c *call) value {
			info, err := os.Stat(c.Str(0))
			return objects.Bool(err == nil && !info.IsDir())
		}),
		does("static void Replace(string sourceFileName, string destinationFileName, string destinationBackupFileName)", func(c *call) error {
			return replaceFile(c.Str(0), c.Str(1), c.Str(2))
		}),
		does("static void Replace(string sourceFileName, string destinationFileName, string destinationBackupFileName, bool ignoreMetadataErrors)", func(c *call) error {
			return replaceFile(c.Str(0), c.Str(1), c.Str(2))
		}),
	}
}

// replaceFile moves a file over another, which must be there and which a backup is
// made of where it has a name.
func replaceFile(from, to, backup string) error {
	if _, err := os.Lstat(to); err != nil {
		return Failed(err, to)
	}
	if backup != "" {
		if err := CopyFile(to, backup, true); err != nil {
			return err
		}
	}
	return MoveFile(from, to, true)
}

// deleteFile drops a file; one that is not there is no error.
func deleteFile(path string) error {
	if err := needPath(path); err != nil {
		return err
	}
	info, err := os.Lstat(path)
	switch {
	case errors.Is(err, fs.ErrNotExist):
		if dir, ok := directoryName(fullPath(path)); ok {
			if _, err := os.Stat(dir); err != nil {
				return noDirectory(err, path)
			}
		}
		return nil
	case err == nil && info.IsDir():
		return Failed(fs.ErrPermission, path)
	}
	return Failed(os.Remove(path), path)
}

// times are the functions that read and set one of the times of a file, local
// or universal.
func fileFacts(param, class string) []objects.Method {
	var methods []objects.Method
	for _, name := range [...]string{"CreationTime", "LastWriteTime", "LastAccessTime"} {
		for _, utc := range [...]bool{false, true} {
			suffix := ""
			if utc {
				suffix = "Utc"
			}
			methods = append(methods,
				total("static datetime Get"+name+suffix+"(string "+param+")", func(c *call) value {
					info, err := os.Stat(c.Str(0))
					if err != nil {
						t, _ := datetime.Date(1601, 1, 1)
						return objects.DateTimeOf(t)
					}
					return timeOf(c.Types, timeIn(info, name), utc)
				}),
				does("static void Set"+name+suffix+"(string "+param+", datetime "+lowerFirst(name+suffix)+")", func(c *call) error {
					return setTime(c.Types, c.Str(0), name, c.Args[1].DateTime())
				}))
		}
	}
	return append(methods, fileAttributes(class)...)
}

func lowerFirst(s string) string { return stdstrings.ToLower(s[:1]) + s[1:] }

func fileAttributes(class string) []objects.Method {
	if class != "File" {
		return nil
	}
	return []objects.Method{
		partial("static System.IO.FileAttributes GetAttributes(string path)", func(c *call) (value, error) {
			info, err := os.Lstat(c.Str(0))
			if err != nil {
				return objects.Null, Failed(err, c.Str(0))
			}
			return objects.Word(FileAttributesType, attributesOf(info)), nil
		}),
		does("static void SetAttributes(string path, System.IO.FileAttributes fileAttributes)", func(c *call) error {
			return SetAttributes(c.Str(0), c.Args[1].Bits())
		}),
		partial("static System.IO.UnixFileMode GetUnixFileMode(string path)", func(c *call) (value, error) {
			info, err := os.Stat(c.Str(0))
			if err != nil {
				return objects.Null, Failed(err, c.Str(0))
			}
			return objects.Word(UnixFileModeType, unixMode(info.Mode())), nil
		}),
		does("static void SetUnixFileMode(string path, System.IO.UnixFileMode mode)", func(c *call) error {
			return Failed(os.Chmod(c.Str(0), fs.FileMode(c.Args[1].Bits()&0o777)), c.Str(0))
		}),
	}
}
