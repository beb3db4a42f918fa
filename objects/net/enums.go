package net

import "github.com/csshell/csshell/objects"

// The enums of the network.
var (
	// HttpStatusCodeType is System.Net.HttpStatusCode.
	HttpStatusCodeType = &objects.Type{FullName: "System.Net.HttpStatusCode", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names: []string{"Continue", "SwitchingProtocols", "Processing", "EarlyHints", "OK", "Created", "Accepted", "NonAuthoritativeInformation", "NoContent", "ResetContent",
			"PartialContent", "MultiStatus", "AlreadyReported", "IMUsed", "MultipleChoices", "Ambiguous", "MovedPermanently", "Moved", "Found", "Redirect",
			"SeeOther", "RedirectMethod", "NotModified", "UseProxy", "Unused", "TemporaryRedirect", "RedirectKeepVerb", "PermanentRedirect", "BadRequest",
			"Unauthorized", "PaymentRequired", "Forbidden", "NotFound", "MethodNotAllowed", "NotAcceptable", "ProxyAuthenticationRequired", "RequestTimeout",
			"Conflict", "Gone", "LengthRequired", "PreconditionFailed", "RequestEntityTooLarge", "RequestUriTooLong", "UnsupportedMediaType",
			"RequestedRangeNotSatisfiable", "ExpectationFailed", "MisdirectedRequest", "UnprocessableEntity", "UnprocessableContent", "Locked",
			"FailedDependency", "UpgradeRequired", "PreconditionRequired", "TooManyRequests", "RequestHeaderFieldsTooLarge", "UnavailableForLegalReasons",
			"InternalServerError", "NotImplemented", "BadGateway", "ServiceUnavailable", "GatewayTimeout", "HttpVersionNotSupported", "VariantAlsoNegotiates",
			"InsufficientStorage", "LoopDetected", "NotExtended", "NetworkAuthenticationRequired"},
		Values: []int64{100, 101, 102, 103, 200, 201, 202, 203, 204, 205, 206, 207, 208, 226, 300, 300, 301, 301, 302, 302, 303, 303, 304, 305, 306, 307, 307, 308, 400, 401,
			402, 403, 404, 405, 406, 407, 408, 409, 410, 411, 412, 413, 414, 415, 416, 417, 421, 422, 422, 423, 424, 426, 428, 429, 431, 451, 500, 501, 502, 503,
			504, 505, 506, 507, 508, 510, 511},
	}}
	// SecurityProtocolType is System.Net.SecurityProtocolType.
	SecurityProtocolType = &objects.Type{FullName: "System.Net.SecurityProtocolType", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags:  true,
		Names:  []string{"SystemDefault", "Ssl3", "Tls", "Tls11", "Tls12", "Tls13"},
		Values: []int64{0, 48, 192, 768, 3072, 12288},
	}}
	mailPriorityType = &objects.Type{FullName: "System.Net.Mail.MailPriority", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Normal", "Low", "High"},
		Values: []int64{0, 1, 2},
	}}
	deliveryMethodType = &objects.Type{FullName: "System.Net.Mail.SmtpDeliveryMethod", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Names:  []string{"Network", "SpecifiedPickupDirectory", "PickupDirectoryFromIis"},
		Values: []int64{0, 1, 2},
	}}
	notificationType = &objects.Type{FullName: "System.Net.Mail.DeliveryNotificationOptions", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags:  true,
		Names:  []string{"None", "OnSuccess", "OnFailure", "Delay", "Never"},
		Values: []int64{0, 1, 2, 4, 134217728},
	}}
)
