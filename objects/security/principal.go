package security

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
)

// The types of Windows principals, which .NET has on every system but which
// work on Windows alone.
var (
	WindowsIdentityType  = &objects.Type{FullName: principal + "WindowsIdentity", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.DisposableType}}
	WindowsPrincipalType = &objects.Type{FullName: principal + "WindowsPrincipal", Kind: objects.KindObject}
	identityRefType      = &objects.Type{FullName: principal + "IdentityReference", Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	SIDType              = &objects.Type{FullName: principal + "SecurityIdentifier", Base: identityRefType, Kind: objects.KindObject, Attributes: objects.SealedAttr}
	NTAccountType        = &objects.Type{FullName: principal + "NTAccount", Base: identityRefType, Kind: objects.KindObject, Attributes: objects.SealedAttr}
	builtInRoleType      = &objects.Type{FullName: principal + "WindowsBuiltInRole", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Administrator", "User", "Guest", "PowerUser", "AccountOperator", "SystemOperator", "PrintOperator", "BackupOperator", "Replicator"},
		Values: []int64{544, 545, 546, 547, 548, 549, 550, 551, 552},
	}}
	registryType       = &objects.Type{FullName: "Microsoft.Win32.Registry", Kind: objects.KindObject, Attributes: objects.AbstractAttr | objects.SealedAttr}
	registryKeyType    = &objects.Type{FullName: "Microsoft.Win32.RegistryKey", Kind: objects.KindObject, Attributes: objects.SealedAttr, Interfaces: []*objects.Type{objects.DisposableType}}
	registryHiveType   = &objects.Type{FullName: "Microsoft.Win32.RegistryHive", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{Names: []string{"ClassesRoot", "CurrentUser", "LocalMachine", "Users", "PerformanceData", "CurrentConfig"}, Values: []int64{-2147483648, -2147483647, -2147483646, -2147483645, -2147483644, -2147483643}}}
	registryViewType   = &objects.Type{FullName: "Microsoft.Win32.RegistryView", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{Names: []string{"Default", "Registry64", "Registry32"}, Values: []int64{0, 256, 512}}}
	registryValueType  = &objects.Type{FullName: "Microsoft.Win32.RegistryValueKind", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{Names: []string{"Unknown", "String", "ExpandString", "Binary", "DWord", "MultiString", "QWord", "None"}, Values: []int64{0, 1, 2, 3, 4, 7, 11, -1}}}
	fileRightsType     = &objects.Type{FullName: "System.Security.AccessControl.FileSystemRights", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{Flags: true, Names: []string{"ListDirectory", "ReadData", "CreateFiles", "WriteData", "AppendData", "CreateDirectories", "ReadExtendedAttributes", "WriteExtendedAttributes", "ExecuteFile", "Traverse", "DeleteSubdirectoriesAndFiles", "ReadAttributes", "WriteAttributes", "Write", "Delete", "ReadPermissions", "Read", "ReadAndExecute", "Modify", "ChangePermissions", "TakeOwnership", "Synchronize", "FullControl"}, Values: []int64{1, 1, 2, 2, 4, 4, 8, 16, 32, 32, 64, 128, 256, 278, 65536, 131072, 131209, 131241, 197055, 262144, 524288, 1048576, 2032127}}}
	accessControlType  = &objects.Type{FullName: "System.Security.AccessControl.AccessControlType", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{Names: []string{"Allow", "Deny"}, Values: []int64{0, 1}}}
	objectSecurityType = &objects.Type{FullName: "System.Security.AccessControl.ObjectSecurity", Kind: objects.KindObject, Attributes: objects.AbstractAttr}
)

const principal = "System.Security.Principal."

// windowsOnly is the error of a principal outside Windows.
func windowsOnly() error {
	return objects.NewException(system.PlatformNotSupportedException, "Windows Principal functionality is not supported on this platform.")
}

func refuses(signature string) objects.Method {
	return partial(signature, func(*call) (value, error) { return objects.Null, windowsOnly() })
}

func noRegistry(signature string) objects.Method {
	return partial(signature, func(*call) (value, error) {
		return objects.Null, objects.NewException(system.PlatformNotSupportedException, "Registry is not supported on this platform.")
	})
}

// principalEntries are the types above: making one fails as it does in .NET.
func principalEntries() []objects.TypeEntry {
	declare := func(d objects.Declaration) func() *objects.Declaration {
		return func() *objects.Declaration { return &d }
	}
	return []objects.TypeEntry{
		{Type: WindowsIdentityType, Declare: declare(objects.Declaration{
			Type:         WindowsIdentityType,
			Constructors: []objects.Method{refuses("new(string sUserPrincipalName)"), refuses("new(System.IntPtr userToken)")},
			Methods: []objects.Method{
				refuses("static System.Security.Principal.WindowsIdentity GetCurrent()"),
				refuses("static System.Security.Principal.WindowsIdentity GetCurrent(bool ifImpersonating)"),
				refuses("static System.Security.Principal.WindowsIdentity GetAnonymous()"),
			},
		})},
		{Type: WindowsPrincipalType, Declare: declare(objects.Declaration{
			Type:         WindowsPrincipalType,
			Constructors: []objects.Method{refuses("new(System.Security.Principal.WindowsIdentity ntIdentity)")},
		})},
		{Type: identityRefType},
		{Type: SIDType, Declare: declare(objects.Declaration{
			Type:         SIDType,
			Constructors: []objects.Method{refuses("new(string sddlForm)"), refuses("new(byte[] binaryForm, int offset)"), refuses("new(System.IntPtr binaryForm)")},
		})},
		{Type: NTAccountType, Declare: declare(objects.Declaration{
			Type:         NTAccountType,
			Constructors: []objects.Method{refuses("new(string name)"), refuses("new(string domainName, string accountName)")},
		})},
		{Type: registryType, Declare: registryDeclaration},
		{Type: registryKeyType, Declare: declare(objects.Declaration{
			Type: registryKeyType,
			Methods: []objects.Method{
				noRegistry("static Microsoft.Win32.RegistryKey OpenBaseKey(Microsoft.Win32.RegistryHive hKey, Microsoft.Win32.RegistryView view)"),
				noRegistry("static Microsoft.Win32.RegistryKey OpenRemoteBaseKey(Microsoft.Win32.RegistryHive hKey, string machineName)"),
				noRegistry("static Microsoft.Win32.RegistryKey OpenRemoteBaseKey(Microsoft.Win32.RegistryHive hKey, string machineName, Microsoft.Win32.RegistryView view)"),
			},
		})},
		{Type: builtInRoleType}, {Type: registryHiveType}, {Type: registryViewType}, {Type: registryValueType}, {Type: fileRightsType}, {Type: accessControlType},
		{Type: objectSecurityType, Accelerators: []string{"ObjectSecurity"}},
	}
}

// registryDeclaration has the roots, which are null outside Windows.
func registryDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type: registryType,
		Methods: []objects.Method{
			noRegistry("static System.Object GetValue(string keyName, string valueName, System.Object defaultValue)"),
			noRegistry("static void SetValue(string keyName, string valueName, System.Object value)"),
			noRegistry("static void SetValue(string keyName, string valueName, System.Object value, Microsoft.Win32.RegistryValueKind valueKind)"),
		},
	}
	for _, root := range [...]string{"ClassesRoot", "CurrentConfig", "CurrentUser", "LocalMachine", "PerformanceData", "Users"} {
		d.Properties = append(d.Properties, objects.Constant("static Microsoft.Win32.RegistryKey "+root+" {get;}", objects.Null))
	}
	return d
}
