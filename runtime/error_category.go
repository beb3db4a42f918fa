package runtime

import "github.com/csshell/csshell/objects"

// ErrorCategoryType is System.Management.Automation.ErrorCategory.
var ErrorCategoryType = &objects.Type{
	FullName: "System.Management.Automation.ErrorCategory", Kind: objects.KindEnum,
	Attributes: objects.ValueTypeAttr | objects.SealedAttr,
	Enum: &objects.EnumInfo{
		Names: []string{"NotSpecified", "OpenError", "CloseError", "DeviceError", "DeadlockDetected", "InvalidArgument", "InvalidData",
			"InvalidOperation", "InvalidResult", "InvalidType", "MetadataError", "NotImplemented", "NotInstalled", "ObjectNotFound",
			"OperationStopped", "OperationTimeout", "SyntaxError", "ParserError", "PermissionDenied", "ResourceBusy", "ResourceExists",
			"ResourceUnavailable", "ReadError", "WriteError", "FromStdErr", "SecurityError", "ProtocolError", "ConnectionError",
			"AuthenticationError", "LimitsExceeded", "QuotaExceeded", "NotEnabled"},
		Values: []int64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 30, 31},
	},
}

func categoryName(c ErrorCategory) string {
	names := ErrorCategoryType.Enum.Names
	if int(c) < 0 || int(c) >= len(names) {
		return names[0]
	}
	return names[c]
}
