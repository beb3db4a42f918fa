package io

import (
	"fmt"
	"io/fs"
	"os/user"
	"path/filepath"
	"strconv"
	stdstrings "strings"
	"syscall"

	"github.com/csshell/csshell/objects"
)

// This file is what PowerShell adds to files and directories ("about_Types.ps1xml").

// added makes a property that PowerShell adds; script is the text of a script
// property, "" for a code property.
func added(name, script string, get func(i *Info) value) objects.OwnMember {
	kind := objects.ScriptPropertyMember
	if script == "" {
		kind = objects.CodePropertyMember
	}
	return objects.OwnMember{Name: name, Kind: kind, Value: objects.Of(&objects.CodePropertyDef{
		Name: name, Result: "System.String", Script: script,
		Getter: func(_ *objects.TypeTable, this value) (value, error) { return get(infoOf(this)), nil },
	})}
}

func fileSystemData() *objects.TypeData {
	stat := func(of func(s *syscall.Stat_t) string) func(i *Info) value {
		return func(i *Info) value {
			info := i.Stat()
			if info == nil {
				return objects.Null
			}
			s, ok := info.Sys().(*syscall.Stat_t)
			if !ok {
				return objects.Null
			}
			return objects.String(of(s))
		}
	}
	return &objects.TypeData{TypeName: FileSystemInfoType.FullName, Members: []objects.OwnMember{
		added("UnixMode", "$this.UnixStat.GetModeString()", func(i *Info) value {
			info := i.Stat()
			if info == nil {
				return objects.Null
			}
			return objects.String(permissions(info.Mode()))
		}),
		added("User", "$this.UnixStat.GetUserName()", stat(func(s *syscall.Stat_t) string {
			id := strconv.FormatUint(uint64(s.Uid), 10)
			if u, err := user.LookupId(id); err == nil {
				return u.Username
			}
			return id
		})),
		added("Group", "$this.UnixStat.GetGroupName()", stat(func(s *syscall.Stat_t) string {
			id := strconv.FormatUint(uint64(s.Gid), 10)
			if g, err := user.LookupGroupId(id); err == nil {
				return g.Name
			}
			return id
		})),
		added("Size", "$this.UnixStat.Size", func(i *Info) value {
			info := i.Stat()
			if info == nil {
				return objects.Null
			}
			return objects.Int64(info.Size())
		}),
	}}
}

// shared are the members that files and directories have alike.
func shared() []objects.OwnMember {
	mode := func(i *Info) value {
		if i.Stat() == nil {
			return objects.String("")
		}
		return objects.String(modeText(i.Attributes()))
	}
	return []objects.OwnMember{
		added("Mode", "", mode),
		added("ModeWithoutHardLink", "", mode),
		added("LinkType", "", func(i *Info) value {
			info := i.Stat()
			if info == nil {
				return objects.Null
			}
			if linkTarget(i) != "" {
				return objects.String("SymbolicLink")
			}
			if s, ok := info.Sys().(*syscall.Stat_t); ok && !info.IsDir() && s.Nlink > 1 {
				return objects.String("HardLink")
			}
			return objects.Null
		}),
		added("ResolvedTarget", "", func(i *Info) value {
			to := linkTarget(i)
			if to == "" {
				return objects.String(i.FullName())
			}
			return objects.String(combined([]string{filepath.Dir(i.FullName()), to}))
		}),
		added("LastWriteTimeString", "", func(i *Info) value {
			info := i.Stat()
			if info == nil {
				return objects.String("")
			}
			t := info.ModTime().Local()
			return objects.String(fmt.Sprintf("%10s  %8s", t.Format("1/2/2006"), t.Format("3:04 PM")))
		}),
		added("LengthString", "", func(i *Info) value {
			info := i.Stat()
			if info == nil || i.Directory() {
				return objects.String("")
			}
			return objects.String(strconv.FormatInt(info.Size(), 10))
		}),
		added("NameString", "", func(i *Info) value { return nameString(i) }),
		{Name: "Target", Kind: objects.AliasPropertyMember, Value: objects.Of(&objects.AliasMember{Name: "Target", Target: "LinkTarget"})},
	}
}

// nameString is the name as lists of files show it: of a link, with where it leads.
func nameString(i *Info) value {
	if to := linkTarget(i); to != "" {
		return objects.String(i.Name() + " -> " + to)
	}
	return objects.String(i.Name())
}

func fileData() *objects.TypeData {
	return &objects.TypeData{
		TypeName: FileInfoType.FullName, DefaultDisplayPropertySet: []string{"LastWriteTime", "Length", "Name"},
		Members: append(shared(), added("BaseName", "[System.IO.Path]::GetFileNameWithoutExtension($this.Name)", func(i *Info) value {
			return objects.String(stdstrings.TrimSuffix(i.Name(), extension(i.Name())))
		})),
	}
}

func directoryData() *objects.TypeData {
	return &objects.TypeData{
		TypeName: DirectoryInfoType.FullName, DefaultDisplayProperty: "Name",
		Members: append(shared(), added("BaseName", "$this.Name", func(i *Info) value { return objects.String(i.Name()) })),
	}
}

// permissions are the ten letters that ls shows of a file's mode.
func permissions(mode fs.FileMode) string {
	letters := []byte("-rwxrwxrwx")
	for i := range 9 {
		if mode&(1<<(8-i)) == 0 {
			letters[i+1] = '-'
		}
	}
	for _, k := range [...]struct {
		bit    fs.FileMode
		letter byte
	}{
		{fs.ModeDir, 'd'}, {fs.ModeSymlink, 'l'}, {fs.ModeNamedPipe, 'p'}, {fs.ModeSocket, 's'}, {fs.ModeCharDevice, 'c'},
	} {
		if mode&k.bit != 0 {
			letters[0] = k.letter
		}
	}
	for _, k := range [...]struct {
		bit    fs.FileMode
		at     int
		letter byte
	}{{fs.ModeSetuid, 3, 's'}, {fs.ModeSetgid, 6, 's'}, {fs.ModeSticky, 9, 't'}} {
		if mode&k.bit == 0 {
			continue
		}
		if letters[k.at] == '-' {
			k.letter -= 'a' - 'A'
		}
		letters[k.at] = k.letter
	}
	return string(letters)
}
