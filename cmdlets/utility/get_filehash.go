package utility

import (
	"crypto/md5"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"encoding/hex"
	"hash"
	"io"
	"os"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// GetFileHash computes the hashes of files or of a stream.
type GetFileHash struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Path,OutputType=Microsoft.PowerShell.Commands.FileHashInfo"`

	Path        []string      `param:"ParameterSetName=Path,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" help:"The files."`
	LiteralPath []string      `param:"ParameterSetName=LiteralPath,Position=0,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP" help:"The files, their names taken as they are."`
	InputStream objects.Value `param:"ParameterSetName=StreamParameterSet,Position=0,Mandatory" type:"System.IO.Stream" help:"A stream, read to its end."`
	Algorithm   string        `param:"Position=1" validate:"Set=SHA1|SHA256|SHA384|SHA512|MD5" help:"The algorithm; SHA256 where none is given."`
}

// FileHash is the hash of a file (Microsoft.PowerShell.Commands.FileHashInfo).
type FileHash struct{ algorithm, hash, path string }

var fileHashType = &objects.Type{FullName: "Microsoft.PowerShell.Commands.FileHashInfo", Kind: objects.KindObject}

// Type is Microsoft.PowerShell.Commands.FileHashInfo.
func (*FileHash) Type() *objects.Type { return fileHashType }

func declareFileHash() *objects.Declaration {
	return &objects.Declaration{Type: fileHashType, Properties: []objects.Property{
		property("string Algorithm {get;set;}", func(h *FileHash) objects.Value { return objects.String(h.algorithm) }),
		property("string Hash {get;set;}", func(h *FileHash) objects.Value { return objects.String(h.hash) }),
		property("string Path {get;set;}", func(h *FileHash) objects.Value { return objects.String(h.path) }),
	}}
}

// ProcessRecord writes the hash of each file; one that is not there is reported.
func (c *GetFileHash) ProcessRecord(rt *runtime.CommandRuntime) error {
	if rt.ParameterSet() == "StreamParameterSet" {
		stream, ok := c.InputStream.Base().Ref().(io.Reader)
		if !ok {
			return objects.NewException(objects.PSNotSupportedException, "The stream cannot be read.")
		}
		return c.write(rt, stream, "")
	}
	return eachFile(rt, c.Path, c.LiteralPath, "FileNotFound", func(path string) error {
		info, err := os.Stat(path)
		if err != nil || info.IsDir() {
			return nil
		}
		file, err := os.Open(path)
		if err != nil {
			e := objects.NewException(objects.IOException, "The file '"+path+"' cannot be read: "+err.Error())
			return rt.WriteError(runtime.NewErrorRecord(e, "FileReadError", runtime.ReadError, objects.String(path)))
		}
		defer file.Close()
		return c.write(rt, file, path)
	})
}

// eachFile runs f for the files that patterns and literal paths name. One that is not
// there is an error of the given id.
func eachFile(rt *runtime.CommandRuntime, patterns, literal []string, id string, f func(path string) error) error {
	for i, path := range append(append([]string(nil), patterns...), literal...) {
		list, found, err := rt.Session().Glob(path, runtime.Selection{Literal: i >= len(patterns)})
		if err != nil {
			return err
		}
		if !found || len(list) == 0 {
			missing := runtime.PathNotFound(rt.Session().FullPath(path))
			missing.ID = id
			if err := rt.WriteError(missing); err != nil {
				return err
			}
			continue
		}
		for _, item := range list {
			if err := f(item.Path); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *GetFileHash) write(rt *runtime.CommandRuntime, r io.Reader, path string) error {
	name := strings.ToUpper(c.Algorithm)
	if name == "" {
		name = "SHA256"
	}
	h := newHash(name)
	if _, err := io.Copy(h, r); err != nil {
		return err
	}
	return rt.WriteObject(objects.Of(&FileHash{name, strings.ToUpper(hex.EncodeToString(h.Sum(nil))), path}))
}

func newHash(name string) hash.Hash {
	switch name {
	case "MD5":
		return md5.New()
	case "SHA1":
		return sha1.New()
	case "SHA384":
		return sha512.New384()
	case "SHA512":
		return sha512.New()
	}
	return sha256.New()
}
