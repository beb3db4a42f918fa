package io

import (
	"io/fs"
	"os"
	stdstrings "strings"
	"syscall"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
)

// The bits of System.IO.FileAttributes that files on Unix have.
const (
	ReadOnlyAttribute  = 1
	HiddenAttribute    = 2
	SystemAttribute    = 4
	DirectoryAttribute = 16
	NormalAttribute    = 128
	ReparseAttribute   = 1024
)

// attributesOf are the attributes .NET gives a file on Unix: read-only without
// permission to write, hidden where the name begins with a dot.
func attributesOf(info fs.FileInfo) uint64 {
	var a uint64
	if info.Mode().Perm()&0o222 == 0 {
		a |= ReadOnlyAttribute
	}
	if name := info.Name(); stdstrings.HasPrefix(name, ".") && name != "." && name != ".." {
		a |= HiddenAttribute
	}
	if info.IsDir() {
		a |= DirectoryAttribute
	}
	if info.Mode()&fs.ModeSymlink != 0 {
		a |= ReparseAttribute
	}
	if a == 0 {
		a = NormalAttribute
	}
	return a
}

// SetAttributes changes the one attribute that Unix has.
func SetAttributes(path string, bits uint64) error {
	info, err := os.Stat(path)
	if err != nil {
		return Failed(err, path)
	}
	mode := info.Mode().Perm() | 0o200
	if bits&ReadOnlyAttribute != 0 {
		mode = info.Mode().Perm() &^ 0o222
	}
	return Failed(os.Chmod(path, mode), path)
}

// timeIn is one of a file's times; its birth is the earliest that is known.
func timeIn(info fs.FileInfo, name string) time.Time {
	stat, ok := info.Sys().(*syscall.Stat_t)
	if !ok || name == "LastWriteTime" {
		return info.ModTime()
	}
	accessed := time.Unix(stat.Atim.Sec, stat.Atim.Nsec)
	if name == "LastAccessTime" {
		return accessed
	}
	changed := time.Unix(stat.Ctim.Sec, stat.Ctim.Nsec)
	if changed.Before(info.ModTime()) {
		return changed
	}
	return info.ModTime()
}

func timeOf(tt *objects.TypeTable, t time.Time, utc bool) value {
	if utc {
		return objects.DateTimeOf(datetime.FromTime(t.UTC(), datetime.UTC))
	}
	return objects.DateTimeOf(datetime.FromTime(t.In(tt.Zone()), datetime.Local))
}

// setTime changes the time of the last write or access; Unix has no call for
// the time of creation, which then sets the former as .NET does.
func setTime(tt *objects.TypeTable, path, name string, t datetime.DateTime) error {
	at := t.Time(tt.Zone())
	written, accessed := at, time.Time{}
	if name == "LastAccessTime" {
		written, accessed = time.Time{}, at
	}
	return Failed(os.Chtimes(path, accessed, written), path)
}

// unixMode are the bits of UnixFileMode.
func unixMode(mode fs.FileMode) uint64 {
	bits := uint64(mode.Perm())
	for _, b := range [...]struct {
		mode fs.FileMode
		bit  uint64
	}{{fs.ModeSticky, 512}, {fs.ModeSetgid, 1024}, {fs.ModeSetuid, 2048}} {
		if mode&b.mode != 0 {
			bits |= b.bit
		}
	}
	return bits
}

// modeText is the column Mode: directory or link, archive, read-only, hidden,
// system.
func modeText(attributes uint64) string {
	mode := []byte("-----")
	for i, m := range [...]struct {
		bit    uint64
		letter byte
	}{{DirectoryAttribute, 'd'}, {32, 'a'}, {ReadOnlyAttribute, 'r'}, {HiddenAttribute, 'h'}, {4, 's'}} {
		if attributes&m.bit != 0 {
			mode[i] = m.letter
		}
	}
	if attributes&ReparseAttribute != 0 {
		mode[0] = 'l'
	}
	return string(mode)
}
