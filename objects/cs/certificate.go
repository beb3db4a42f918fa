package cs

// ClientCertificate is a certificate with which one installation of a client
// signs its user in: the object of Get-CsClientCertificate. Scripts see the
// first five fields; the others describe the X.509 record.
type ClientCertificate struct {
	// Key is the certificate's number in the store it came from.
	Key int64
	// UserKey is the [User.Key] of the owner.
	UserKey int64

	Identity        string // the owner's SIP address
	CertificateType string
	DeviceId        GUID // one certificate for each device
	PublicationTime Ticks
	ExpirationTime  Ticks

	Subject           string
	Issuer            string
	SerialNumber      string
	Thumbprint        string
	NotBefore         Ticks
	NotAfter          Ticks
	DeviceDescription string

	// RevokedBy is the number of the audit entry of the revocation, or zero
	// while the certificate is in force.
	RevokedBy int64
}

// CertificateProperties are the properties of a [ClientCertificate], in the
// order of the default list view.
var CertificateProperties = Properties[ClientCertificate]{
	{Name: "Identity", Column: "sip_address", Text: func(c *ClientCertificate) *string { return &c.Identity }},
	{Name: "CertificateType", Column: "certificate_type", Shared: true, Text: func(c *ClientCertificate) *string { return &c.CertificateType }},
	{Name: "DeviceId", Column: "device_id", Braces: true, GUID: func(c *ClientCertificate) *GUID { return &c.DeviceId }},
	{Name: "PublicationTime", Column: "publication_time", Time: func(c *ClientCertificate) *Ticks { return &c.PublicationTime }},
	{Name: "ExpirationTime", Column: "expiration_time", Time: func(c *ClientCertificate) *Ticks { return &c.ExpirationTime }},
	{Name: "Subject", Column: "subject", Internal: true, Text: func(c *ClientCertificate) *string { return &c.Subject }},
	{Name: "Issuer", Column: "issuer", Internal: true, Shared: true, Text: func(c *ClientCertificate) *string { return &c.Issuer }},
	{Name: "SerialNumber", Column: "serial_number", Internal: true, Text: func(c *ClientCertificate) *string { return &c.SerialNumber }},
	{Name: "Thumbprint", Column: "thumbprint", Internal: true, Text: func(c *ClientCertificate) *string { return &c.Thumbprint }},
	{Name: "NotBefore", Column: "not_before", Internal: true, Time: func(c *ClientCertificate) *Ticks { return &c.NotBefore }},
	{Name: "NotAfter", Column: "not_after", Internal: true, Time: func(c *ClientCertificate) *Ticks { return &c.NotAfter }},
	{Name: "DeviceDescription", Column: "device_description", Internal: true, Shared: true, Text: func(c *ClientCertificate) *string { return &c.DeviceDescription }},
}
