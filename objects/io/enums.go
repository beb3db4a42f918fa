package io

import "github.com/csshell/csshell/objects"

// The enums of System.IO.
var (
	FileAttributesType = &objects.Type{FullName: "System.IO.FileAttributes", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags: true,
		Names: []string{"None", "ReadOnly", "Hidden", "System", "Directory", "Archive", "Device", "Normal", "Temporary", "SparseFile", "ReparsePoint", "Compressed",
			"Offline", "NotContentIndexed", "Encrypted", "IntegrityStream", "NoScrubData"},
		Values: []int64{0, 1, 2, 4, 16, 32, 64, 128, 256, 512, 1024, 2048, 4096, 8192, 16384, 32768, 131072},
	}}
	FileModeType = &objects.Type{FullName: "System.IO.FileMode", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"CreateNew", "Create", "Open", "OpenOrCreate", "Truncate", "Append"},
		Values: []int64{1, 2, 3, 4, 5, 6},
	}}
	FileAccessType = &objects.Type{FullName: "System.IO.FileAccess", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags:  true,
		Names:  []string{"Read", "Write", "ReadWrite"},
		Values: []int64{1, 2, 3},
	}}
	FileShareType = &objects.Type{FullName: "System.IO.FileShare", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags:  true,
		Names:  []string{"None", "Read", "Write", "ReadWrite", "Delete", "Inheritable"},
		Values: []int64{0, 1, 2, 3, 4, 16},
	}}
	SearchOptionType = &objects.Type{FullName: "System.IO.SearchOption", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"TopDirectoryOnly", "AllDirectories"},
		Values: []int64{0, 1},
	}}
	SeekOriginType = &objects.Type{FullName: "System.IO.SeekOrigin", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Begin", "Current", "End"},
		Values: []int64{0, 1, 2},
	}}
	UnixFileModeType = &objects.Type{FullName: "System.IO.UnixFileMode", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags: true,
		Names: []string{"None", "OtherExecute", "OtherWrite", "OtherRead", "GroupExecute", "GroupWrite", "GroupRead", "UserExecute", "UserWrite", "UserRead",
			"StickyBit", "SetGroup", "SetUser"},
		Values: []int64{0, 1, 2, 4, 8, 16, 32, 64, 128, 256, 512, 1024, 2048},
	}}
	DriveTypeType = &objects.Type{FullName: "System.IO.DriveType", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Unknown", "NoRootDirectory", "Removable", "Fixed", "Network", "CDRom", "Ram"},
		Values: []int64{0, 1, 2, 3, 4, 5, 6},
	}}
)

// enums are the entries of the types above.
func enums() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: FileAttributesType}, {Type: FileModeType}, {Type: FileAccessType}, {Type: FileShareType}, {Type: SearchOptionType}, {Type: SeekOriginType},
		{Type: UnixFileModeType}, {Type: DriveTypeType},
	}
}
