package io

import (
	"bufio"
	"os"
	"slices"
	stdstrings "strings"
	"syscall"

	"github.com/csshell/csshell/objects"
)

// DriveInfoType is System.IO.DriveInfo.
var DriveInfoType = class("System.IO.DriveInfo", objects.ObjectType, objects.SealedAttr)

// Drive is a mounted file system.
type Drive struct{ name, format string }

// Type is System.IO.DriveInfo.
func (*Drive) Type() *objects.Type { return DriveInfoType }

// Text is the place it is mounted at.
func (d *Drive) Text() (string, error) { return d.name, nil }

// Space is the room on the drive: in all, free, and free for users, in bytes.
func (d *Drive) Space() (size, free, available int64, err error) {
	var s syscall.Statfs_t
	if err := syscall.Statfs(d.name, &s); err != nil {
		return 0, 0, 0, Failed(err, d.name)
	}
	unit := int64(s.Bsize)
	return int64(s.Blocks) * unit, int64(s.Bfree) * unit, int64(s.Bavail) * unit, nil
}

func driveOf(v value) *Drive {
	if d, ok := objects.As[*Drive](v); ok {
		return d
	}
	return &Drive{name: "/"}
}

// mounts are the mounted file systems.
func mounts() []*Drive {
	f, err := os.Open("/proc/mounts")
	if err != nil {
		return []*Drive{{name: "/"}}
	}
	defer f.Close()
	var drives []*Drive
	for scan := bufio.NewScanner(f); scan.Scan(); {
		if fields := stdstrings.Fields(scan.Text()); len(fields) > 2 {
			drives = append(drives, &Drive{fields[1], fields[2]})
		}
	}
	return drives
}

const (
	driveFixed = 3
	driveRAM   = 6
)

func driveDeclaration() *objects.Declaration {
	space := func(name string, of func(size, free, available int64) int64) objects.Property {
		return objects.Property{Signature: "long " + name + " {get;}", Get: func(this value) (value, error) {
			size, free, available, err := driveOf(this).Space()
			return objects.Int64(of(size, free, available)), err
		}}
	}
	return &objects.Declaration{
		Type: DriveInfoType,
		Constructors: []objects.Method{
			total("new(string driveName)", func(c *call) value { return objects.Of(&Drive{name: c.Str(0)}) }),
		},
		Properties: []objects.Property{
			reads("string Name {get;}", func(this value) value { return objects.String(driveOf(this).name) }),
			reads("bool IsReady {get;}", func(this value) value { _, err := os.Stat(driveOf(this).name); return objects.Bool(err == nil) }),
			reads("System.IO.DirectoryInfo RootDirectory {get;}", func(this value) value { return objects.Of(NewInfo(driveOf(this).name, true)) }),
			reads("System.IO.DriveType DriveType {get;}", func(this value) value {
				switch driveOf(this).format {
				case "tmpfs", "ramfs", "proc", "sysfs", "devpts", "cgroup2", "mqueue":
					return objects.Word(DriveTypeType, driveRAM)
				}
				return objects.Word(DriveTypeType, driveFixed)
			}),
			reads("string DriveFormat {get;}", func(this value) value { return objects.String(driveOf(this).format) }),
			space("AvailableFreeSpace", func(_, _, available int64) int64 { return available }),
			space("TotalFreeSpace", func(_, free, _ int64) int64 { return free }),
			space("TotalSize", func(size, _, _ int64) int64 { return size }),
			reads("string VolumeLabel {get;}", func(this value) value { return objects.String(driveOf(this).name) }),
		},
		Methods: []objects.Method{
			total("string ToString()", func(c *call) value { return objects.String(driveOf(c.This).name) }),
			total("static System.IO.DriveInfo[] GetDrives()", func(*call) value {
				var items []value
				for _, d := range mounts() {
					items = append(items, objects.Of(d))
				}
				return objects.Of(objects.NewArray(DriveInfoType, items))
			}),
		},
	}
}

// Types are the types of this package for a TypeTable.
func Types() []objects.TypeEntry {
	return slices.Concat([]objects.TypeEntry{
		{Type: PathType, Declare: pathDeclaration},
		{Type: FileType, Declare: fileDeclaration},
		{Type: DirectoryType, Declare: directoryDeclaration},
		{Type: MarshalByRefType},
		{Type: FileSystemInfoType, Declare: fileSystemInfoDeclaration},
		{Type: FileInfoType, Declare: fileInfoDeclaration},
		{Type: DirectoryInfoType, Declare: directoryInfoDeclaration},
		{Type: DriveInfoType, Declare: driveDeclaration},
		{Type: StreamType, Declare: streamDeclaration},
		{Type: FileStreamType, Declare: fileStreamDeclaration},
		{Type: MemoryStreamType, Declare: memoryStreamDeclaration}, {Type: pipeType},
		{Type: TextReaderType, Declare: textReaderDeclaration},
		{Type: StreamReaderType, Declare: streamReaderDeclaration},
		{Type: StringReaderType, Declare: stringReaderDeclaration},
		{Type: TextWriterType, Declare: textWriterDeclaration},
		{Type: StreamWriterType, Declare: streamWriterDeclaration},
		{Type: StringWriterType, Declare: stringWriterDeclaration},
	}, enums(), zipTypes())
}
