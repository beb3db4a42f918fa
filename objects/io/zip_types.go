package io

import (
	"archive/zip"
	"bytes"
	stdio "io"
	"os"
	"path"
	"path/filepath"
	stdstrings "strings"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
)

const compression = "System.IO.Compression."

// The types of archives.
var (
	zipFileType       = staticClass(compression + "ZipFile")
	zipExtensionsType = staticClass(compression + "ZipFileExtensions")
	zipArchiveType    = class(compression+"ZipArchive", nil, 0, objects.DisposableType)
	zipEntryType      = class(compression+"ZipArchiveEntry", nil, 0)
	zipModeType       = objects.ValuedEnum(compression+"ZipArchiveMode", []int64{0, 1, 2}, "Read", "Create", "Update")
	zipLevelType      = objects.ValuedEnum(compression+"CompressionLevel", []int64{0, 1, 2, 3}, "Optimal", "Fastest", "NoCompression", "SmallestSize")
)

// zipArchive is an archive that is open: what was in it, and what was added.
type zipArchive struct {
	reader  *zip.Reader
	source  stdio.Closer // of a file that is read; nil for none
	target  stdio.WriteCloser
	entries []*zipEntry
	writes  bool
	closed  bool
}

// Type is System.IO.Compression.ZipArchive.
func (*zipArchive) Type() *objects.Type { return zipArchiveType }

// zipEntry is one of the files of an archive.
type zipEntry struct {
	archive *zipArchive
	name    string
	file    *zip.File // of one that is read; nil for a new one
	body    *memory   // of one that was opened to write; nil for others
	when    time.Time
	level   int
}

// Type is System.IO.Compression.ZipArchiveEntry.
func (*zipEntry) Type() *objects.Type { return zipEntryType }

// Text is the full name.
func (e *zipEntry) Text() (string, error) { return e.name, nil }

// read gives the bytes of the entry.
func (e *zipEntry) read() ([]byte, error) {
	if e.body != nil {
		return e.body.bytes, nil
	}
	if e.file == nil {
		return nil, nil
	}
	r, err := e.file.Open()
	if err != nil {
		return nil, badZip(err)
	}
	defer r.Close()
	b, err := stdio.ReadAll(r)
	if err != nil {
		return nil, badZip(err)
	}
	return b, nil
}

// open is the entry as a stream, which may be written where the archive may be.
func (e *zipEntry) open() (*Stream, error) {
	b, err := e.read()
	if err != nil {
		return nil, err
	}
	if !e.archive.writes {
		s := NewMemoryStream(b)
		s.written = false
		return s, nil
	}
	e.body, e.file = &memory{bytes: b}, nil
	return &Stream{typ: MemoryStreamType, body: e.body, read: true, written: true}, nil
}

// openZip opens the archive of a file in a mode.
func openZip(path string, mode int) (*zipArchive, error) {
	a := &zipArchive{writes: mode != 0}
	if mode != 1 {
		b, err := os.ReadFile(path)
		switch {
		case err != nil && (mode == 0 || !os.IsNotExist(err)):
			return nil, Failed(err, path)
		case err == nil && len(b) > 0:
			if err := a.load(b); err != nil {
				return nil, err
			}
		}
	}
	if !a.writes {
		return a, nil
	}
	flags := os.O_WRONLY | os.O_CREATE
	if mode == 1 {
		flags |= os.O_EXCL
	}
	file, err := os.OpenFile(path, flags, 0o644)
	if err != nil {
		return nil, Failed(err, path)
	}
	a.target = file
	return a, nil
}

// load reads the directory of an archive.
func (a *zipArchive) load(b []byte) error {
	r, err := zip.NewReader(bytes.NewReader(b), int64(len(b)))
	if err != nil {
		return badZip(err)
	}
	a.reader = r
	for _, f := range r.File {
		a.entries = append(a.entries, &zipEntry{archive: a, name: f.Name, file: f, when: f.Modified})
	}
	return nil
}

// close writes what was added.
func (a *zipArchive) close() error {
	if a.closed {
		return nil
	}
	a.closed = true
	if !a.writes || a.target == nil {
		return nil
	}
	var whole bytes.Buffer
	w := zip.NewWriter(&whole)
	for _, e := range a.entries {
		b, err := e.read()
		if err != nil {
			return err
		}
		out, err := w.CreateHeader(&zip.FileHeader{Name: e.name, Method: zipMethod(e.level), Modified: e.when})
		if err == nil {
			_, err = out.Write(b)
		}
		if err != nil {
			return badZip(err)
		}
	}
	if err := w.Close(); err != nil {
		return badZip(err)
	}
	if f, ok := a.target.(*os.File); ok {
		if err := f.Truncate(0); err != nil {
			return Failed(err, f.Name())
		}
	}
	if _, err := a.target.Write(whole.Bytes()); err != nil {
		return err
	}
	return a.target.Close()
}

func (a *zipArchive) add(name string, level int) (*zipEntry, error) {
	if !a.writes {
		return nil, objects.NewException(objects.NotSupportedException, "Cannot create entries on an archive opened in read mode.")
	}
	e := &zipEntry{archive: a, name: name, when: time.Now(), level: level}
	a.entries = append(a.entries, e)
	return e, nil
}

// addFile puts a file into the archive.
func (a *zipArchive) addFile(source, name string, level int) (*zipEntry, error) {
	b, err := readAll(source)
	if err != nil {
		return nil, err
	}
	e, err := a.add(name, level)
	if err == nil {
		e.body = &memory{bytes: b}
	}
	return e, err
}

func archiveOf(v value) *zipArchive { a, _ := objects.As[*zipArchive](v); return a }

func entryOf(v value) *zipEntry { e, _ := objects.As[*zipEntry](v); return e }

// levelAt is the compression that argument i asks for.
func levelAt(c *call, i int) int {
	if i < len(c.Args) {
		return c.Int(i)
	}
	return 0
}

func zipArchiveDeclaration() *objects.Declaration {
	create := func(c *call) (value, error) {
		a, mode := &zipArchive{}, levelAt(c, 1)
		s := streamOf(c.Args[0])
		if a.writes = mode != 0; a.writes {
			a.target = s
		}
		if mode != 1 {
			b, err := ReadAll(s)
			if err != nil {
				return objects.Null, err
			}
			if len(b) > 0 || mode == 0 {
				if err := a.load(b); err != nil {
					return objects.Null, err
				}
			}
		}
		return objects.Of(a), nil
	}
	added := func(c *call) (value, error) {
		e, err := archiveOf(c.This).add(c.Str(0), levelAt(c, 1))
		return objects.Of(e), err
	}
	return &objects.Declaration{
		Type:         zipArchiveType,
		Constructors: []objects.Method{partial("new(System.IO.Stream stream)", create), partial("new(System.IO.Stream stream, "+compression+"ZipArchiveMode mode)", create), partial("new(System.IO.Stream stream, "+compression+"ZipArchiveMode mode, bool leaveOpen)", create)},
		Properties: []objects.Property{
			reads("System.Collections.ObjectModel.ReadOnlyCollection["+compression+"ZipArchiveEntry] Entries {get;}", func(v value) value {
				a := archiveOf(v)
				items := make([]value, len(a.entries))
				for i, e := range a.entries {
					items[i] = objects.Of(e)
				}
				return objects.Of(objects.NewArray(zipEntryType, items))
			}),
			reads(compression+"ZipArchiveMode Mode {get;}", func(v value) value {
				if archiveOf(v).writes {
					return objects.Word(zipModeType, 2)
				}
				return objects.Word(zipModeType, 0)
			}),
		},
		Methods: []objects.Method{
			total(compression+"ZipArchiveEntry GetEntry(string entryName)", func(c *call) value {
				for _, e := range archiveOf(c.This).entries {
					if e.name == c.Str(0) {
						return objects.Of(e)
					}
				}
				return objects.Null
			}),
			partial(compression+"ZipArchiveEntry CreateEntry(string entryName)", added),
			partial(compression+"ZipArchiveEntry CreateEntry(string entryName, "+compression+"CompressionLevel compressionLevel)", added),
			does("void Dispose()", func(c *call) error { return archiveOf(c.This).close() }),
		},
	}
}

func zipEntryDeclaration() *objects.Declaration {
	number := func(name string, of func(e *zipEntry) int64) objects.Property {
		return reads("long "+name+" {get;}", func(v value) value { return objects.Int64(of(entryOf(v))) })
	}
	return &objects.Declaration{
		Type: zipEntryType,
		Properties: []objects.Property{
			reads("string FullName {get;}", func(v value) value { return objects.String(entryOf(v).name) }),
			reads("string Name {get;}", func(v value) value {
				if stdstrings.HasSuffix(entryOf(v).name, "/") {
					return objects.String("")
				}
				return objects.String(path.Base(entryOf(v).name))
			}),
			reads(compression+"ZipArchive Archive {get;}", func(v value) value { return objects.Of(entryOf(v).archive) }),
			number("Length", func(e *zipEntry) int64 {
				if e.file != nil {
					return int64(e.file.UncompressedSize64)
				}
				b, _ := e.read()
				return int64(len(b))
			}),
			number("CompressedLength", func(e *zipEntry) int64 {
				if e.file == nil {
					return 0
				}
				return int64(e.file.CompressedSize64)
			}),
			{Signature: "System.DateTimeOffset LastWriteTime {get;set;}", GetIn: func(tt *objects.TypeTable, this value) (value, error) {
				t, err := datetime.OffsetFrom(datetime.FromTime(entryOf(this).when.In(tt.Zone()), datetime.Local), tt.Zone())
				return objects.DateTimeOffsetOf(t), err
			}},
		},
		Methods: []objects.Method{
			partial("System.IO.Stream Open()", func(c *call) (value, error) {
				s, err := entryOf(c.This).open()
				return objects.Of(s), err
			}),
			does("void Delete()", func(c *call) error {
				e := entryOf(c.This)
				for i, other := range e.archive.entries {
					if other == e {
						e.archive.entries = append(e.archive.entries[:i:i], e.archive.entries[i+1:]...)
						break
					}
				}
				return nil
			}),
			total("string ToString()", func(c *call) value { return objects.String(entryOf(c.This).name) }),
		},
	}
}

func zipFileDeclaration() *objects.Declaration {
	pack := func(c *call) error {
		source := c.Str(0)
		if info, err := os.Stat(source); err != nil || !info.IsDir() {
			full, _ := filepath.Abs(source)
			return objects.NewException(objects.DirectoryNotFound, "Could not find a part of the path '"+full+"'.")
		}
		root := source
		if len(c.Args) > 3 && c.Bool(3) {
			root = filepath.Dir(filepath.Clean(source))
		}
		entries, err := ZipEntries(root, source)
		if err != nil {
			return Failed(err, source)
		}
		return WriteZip(c.Str(1), entries, levelAt(c, 2))
	}
	unpack := func(c *call) error {
		r, err := OpenZip(c.Str(0))
		if err != nil {
			return err
		}
		defer r.Close()
		_, err = ExtractZip(&r.Reader, c.Str(1), len(c.Args) > 2 && c.Bool(2))
		return err
	}
	opened := func(mode func(c *call) int) func(c *call) (value, error) {
		return func(c *call) (value, error) {
			a, err := openZip(c.Str(0), mode(c))
			return objects.Of(a), err
		}
	}
	const from, to = "string sourceDirectoryName, string destinationArchiveFileName", "string sourceArchiveFileName, string destinationDirectoryName"
	return &objects.Declaration{Type: zipFileType, Methods: []objects.Method{
		does("static void CreateFromDirectory("+from+")", pack),
		does("static void CreateFromDirectory("+from+", "+compression+"CompressionLevel compressionLevel, bool includeBaseDirectory)", pack),
		does("static void ExtractToDirectory("+to+")", unpack),
		does("static void ExtractToDirectory("+to+", bool overwriteFiles)", unpack),
		partial("static "+compression+"ZipArchive OpenRead(string archiveFileName)", opened(func(*call) int { return 0 })),
		partial("static "+compression+"ZipArchive Open(string archiveFileName, "+compression+"ZipArchiveMode mode)", opened(func(c *call) int { return c.Int(1) })),
	}}
}

func zipExtensionsDeclaration() *objects.Declaration {
	add := func(c *call) (value, error) {
		e, err := archiveOf(c.Args[0]).addFile(c.Str(1), c.Str(2), levelAt(c, 3))
		return objects.Of(e), err
	}
	save := func(c *call) error {
		b, err := entryOf(c.Args[0]).read()
		if err != nil {
			return err
		}
		flags := os.O_TRUNC
		if len(c.Args) < 3 || !c.Bool(2) {
			flags = os.O_EXCL
		}
		return write(c.Str(1), b, flags)
	}
	const create = "static " + compression + "ZipArchiveEntry CreateEntryFromFile(" + compression + "ZipArchive destination, string sourceFileName, string entryName"
	return &objects.Declaration{Type: zipExtensionsType, Methods: []objects.Method{
		partial(create+")", add), partial(create+", "+compression+"CompressionLevel compressionLevel)", add),
		does("static void ExtractToFile("+compression+"ZipArchiveEntry source, string destinationFileName)", save),
		does("static void ExtractToFile("+compression+"ZipArchiveEntry source, string destinationFileName, bool overwrite)", save),
		does("static void ExtractToDirectory("+compression+"ZipArchive source, string destinationDirectoryName)", func(c *call) error {
			a := archiveOf(c.Args[0])
			if a.reader == nil {
				return nil
			}
			_, err := ExtractZip(a.reader, c.Str(1), false)
			return err
		}),
	}}
}

func zipTypes() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: zipFileType, Declare: zipFileDeclaration}, {Type: zipExtensionsType, Declare: zipExtensionsDeclaration}, {Type: zipArchiveType, Declare: zipArchiveDeclaration},
		{Type: zipEntryType, Declare: zipEntryDeclaration}, {Type: zipModeType}, {Type: zipLevelType},
	}
}
