package net

import "github.com/csshell/csshell/objects"

// Types are the types of this package for a TypeTable.
func Types() []objects.TypeEntry {
	return append(clientEntries(), []objects.TypeEntry{
		{Type: UriType, Accelerators: []string{"uri"}, Declare: uriDeclaration},
		{Type: UriBuilderType, Declare: builderDeclaration},
		{Type: IPAddressType, Accelerators: []string{"ipaddress"}, Declare: addressDeclaration},
		{Type: readOnlyIPAddressType},
		{Type: endPointType},
		{Type: IPEndPointType, Accelerators: []string{"IPEndpoint"}, Declare: endPointDeclaration},
		{Type: UnixEndPointType, Declare: unixEndPointDeclaration},
		{Type: AddressFamilyType},
		{Type: DnsType, Declare: dnsDeclaration},
		{Type: IPHostEntryType, Declare: hostEntryDeclaration},
		{Type: PhysicalAddressType, Accelerators: []string{"PhysicalAddress"}, Declare: physicalDeclaration},
		{Type: HttpStatusCodeType}, {Type: SecurityProtocolType}, {Type: mailPriorityType}, {Type: deliveryMethodType}, {Type: notificationType},
		{Type: MailAddressType, Accelerators: []string{"mailaddress"}, Declare: mailAddressDeclaration},
		{Type: mailAddressesType(), Declare: mailAddressesDeclaration},
		{Type: MailMessageType, Declare: mailMessageDeclaration},
		{Type: attachmentBaseType},
		{Type: AttachmentType, Declare: attachmentDeclaration},
		{Type: attachmentsType()},
		{Type: credentialsIface},
		{Type: SmtpClientType, Declare: smtpDeclaration},
		{Type: SmtpExceptionType},
		{Type: WebUtilityType, Declare: webUtilityDeclaration},
		{Type: HttpUtilityType, Declare: httpUtilityDeclaration},
	}...)
}
