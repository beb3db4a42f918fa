package system

import "github.com/csshell/csshell/objects"

// The enums of the System namespace.
var (
	ConsoleColorType = &objects.Type{FullName: "System.ConsoleColor", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names: []string{"Black", "DarkBlue", "DarkGreen", "DarkCyan", "DarkRed", "DarkMagenta", "DarkYellow", "Gray", "DarkGray", "Blue", "Green", "Cyan", "Red",
			"Magenta", "Yellow", "White"},
		Values: []int64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15},
	}}
	DayOfWeekType = &objects.Type{FullName: "System.DayOfWeek", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"},
		Values: []int64{0, 1, 2, 3, 4, 5, 6},
	}}
	StringComparisonType = &objects.Type{FullName: "System.StringComparison", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"CurrentCulture", "CurrentCultureIgnoreCase", "InvariantCulture", "InvariantCultureIgnoreCase", "Ordinal", "OrdinalIgnoreCase"},
		Values: []int64{0, 1, 2, 3, 4, 5},
	}}
	StringSplitOptionsType = &objects.Type{FullName: "System.StringSplitOptions", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags:  true,
		Names:  []string{"None", "RemoveEmptyEntries", "TrimEntries"},
		Values: []int64{0, 1, 2},
	}}
	DateTimeKindType = &objects.Type{FullName: "System.DateTimeKind", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Unspecified", "Utc", "Local"},
		Values: []int64{0, 1, 2},
	}}
	MidpointRoundingType = &objects.Type{FullName: "System.MidpointRounding", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"ToEven", "AwayFromZero", "ToZero", "ToNegativeInfinity", "ToPositiveInfinity"},
		Values: []int64{0, 1, 2, 3, 4},
	}}
	TypeCodeType = &objects.Type{FullName: "System.TypeCode", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names: []string{"Empty", "Object", "DBNull", "Boolean", "Char", "SByte", "Byte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Single", "Double",
			"Decimal", "DateTime", "String"},
		Values: []int64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 18},
	}}
	NumberStylesType = &objects.Type{FullName: "System.Globalization.NumberStyles", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags: true,
		Names: []string{"None", "AllowLeadingWhite", "AllowTrailingWhite", "AllowLeadingSign", "Integer", "AllowTrailingSign", "AllowParentheses", "AllowDecimalPoint",
			"AllowThousands", "Number", "AllowExponent", "Float", "AllowCurrencySymbol", "Currency", "Any", "AllowHexSpecifier", "HexNumber", "AllowBinarySpecifier",
			"BinaryNumber"},
		Values: []int64{0, 1, 2, 4, 7, 8, 16, 32, 64, 111, 128, 167, 256, 383, 511, 512, 515, 1024, 1027},
	}}
	DateTimeStylesType = &objects.Type{FullName: "System.Globalization.DateTimeStyles", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags: true,
		Names: []string{"None", "AllowLeadingWhite", "AllowTrailingWhite", "AllowInnerWhite", "AllowWhiteSpaces", "NoCurrentDateDefault", "AdjustToUniversal",
			"AssumeLocal", "AssumeUniversal", "RoundtripKind"},
		Values: []int64{0, 1, 2, 4, 7, 8, 16, 32, 64, 128},
	}}
	SpecialFolderType = &objects.Type{FullName: "System.Environment+SpecialFolder", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names: []string{"Desktop", "Programs", "MyDocuments", "Personal", "Favorites", "Startup", "Recent", "SendTo", "StartMenu", "MyMusic", "MyVideos", "DesktopDirectory",
			"MyComputer", "NetworkShortcuts", "Fonts", "Templates", "CommonStartMenu", "CommonPrograms", "CommonStartup", "CommonDesktopDirectory", "ApplicationData",
			"PrinterShortcuts", "LocalApplicationData", "InternetCache", "Cookies", "History", "CommonApplicationData", "Windows", "System", "ProgramFiles", "MyPictures",
			"UserProfile", "SystemX86", "ProgramFilesX86", "CommonProgramFiles", "CommonProgramFilesX86", "CommonTemplates", "CommonDocuments", "CommonAdminTools",
			"AdminTools", "CommonMusic", "CommonPictures", "CommonVideos", "Resources", "LocalizedResources", "CommonOemLinks", "CDBurning"},
		Values: []int64{0, 2, 5, 5, 6, 7, 8, 9, 11, 13, 14, 16, 17, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44,
			45, 46, 47, 48, 53, 54, 55, 56, 57, 58, 59},
	}}
	Base64FormattingOptionsType = &objects.Type{FullName: "System.Base64FormattingOptions", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags:  true,
		Names:  []string{"None", "InsertLineBreaks"},
		Values: []int64{0, 1},
	}}
	ProcessWindowStyleType = &objects.Type{FullName: "System.Diagnostics.ProcessWindowStyle", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Normal", "Hidden", "Minimized", "Maximized"},
		Values: []int64{0, 1, 2, 3},
	}}
	UriKindType = &objects.Type{FullName: "System.UriKind", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"RelativeOrAbsolute", "Absolute", "Relative"},
		Values: []int64{0, 1, 2},
	}}
	NormalizationFormType = &objects.Type{FullName: "System.Text.NormalizationForm", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"FormC", "FormD", "FormKC", "FormKD"},
		Values: []int64{1, 2, 5, 6},
	}}
	PlatformIDType = &objects.Type{FullName: "System.PlatformID", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Win32S", "Win32Windows", "Win32NT", "WinCE", "Unix", "Xbox", "MacOSX", "Other"},
		Values: []int64{0, 1, 2, 3, 4, 5, 6, 7},
	}}
	EnvironmentVariableTargetType = &objects.Type{FullName: "System.EnvironmentVariableTarget", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Process", "User", "Machine"},
		Values: []int64{0, 1, 2},
	}}
	UriHostNameTypeType = &objects.Type{FullName: "System.UriHostNameType", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Unknown", "Basic", "Dns", "IPv4", "IPv6"},
		Values: []int64{0, 1, 2, 3, 4},
	}}
	UriFormatType = &objects.Type{FullName: "System.UriFormat", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"UriEscaped", "Unescaped", "SafeUnescaped"},
		Values: []int64{1, 2, 3},
	}}
	UriPartialType = &objects.Type{FullName: "System.UriPartial", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Scheme", "Authority", "Path", "Query"},
		Values: []int64{0, 1, 2, 3},
	}}
	CompareOptionsType = &objects.Type{FullName: "System.Globalization.CompareOptions", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags: true,
		Names: []string{"None", "IgnoreCase", "IgnoreNonSpace", "IgnoreSymbols", "IgnoreKanaType", "IgnoreWidth", "NumericOrdering", "OrdinalIgnoreCase", "StringSort",
			"Ordinal"},
		Values: []int64{0, 1, 2, 4, 8, 16, 32, 268435456, 536870912, 1073741824},
	}}
	TimeSpanStylesType = &objects.Type{FullName: "System.Globalization.TimeSpanStyles", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags:  true,
		Names:  []string{"None", "AssumeNegative"},
		Values: []int64{0, 1},
	}}
	CultureTypesType = &objects.Type{FullName: "System.Globalization.CultureTypes", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags: true,
		Names: []string{"NeutralCultures", "SpecificCultures", "InstalledWin32Cultures", "AllCultures", "UserCustomCulture", "ReplacementCultures", "WindowsOnlyCultures",
			"FrameworkCultures"},
		Values: []int64{1, 2, 4, 7, 8, 16, 32, 64},
	}}
	CalendarWeekRuleType = &objects.Type{FullName: "System.Globalization.CalendarWeekRule", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"FirstDay", "FirstFullWeek", "FirstFourDayWeek"},
		Values: []int64{0, 1, 2},
	}}
)

// enums are the entries of the types above.
func enums() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: ConsoleColorType}, {Type: DayOfWeekType}, {Type: StringComparisonType}, {Type: StringSplitOptionsType}, {Type: DateTimeKindType},
		{Type: MidpointRoundingType}, {Type: TypeCodeType}, {Type: NumberStylesType}, {Type: DateTimeStylesType}, {Type: SpecialFolderType},
		{Type: Base64FormattingOptionsType}, {Type: ProcessWindowStyleType}, {Type: UriKindType}, {Type: NormalizationFormType}, {Type: PlatformIDType},
		{Type: EnvironmentVariableTargetType}, {Type: UriHostNameTypeType}, {Type: UriFormatType}, {Type: UriPartialType}, {Type: CompareOptionsType},
		{Type: TimeSpanStylesType}, {Type: CultureTypesType}, {Type: CalendarWeekRuleType},
	}
}
