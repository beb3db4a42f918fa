package net

import (
	"path/filepath"
	"strings"
	"sync"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/io"
)

// The types of mail messages.
var (
	MailMessageType    = &objects.Type{FullName: "System.Net.Mail.MailMessage", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.DisposableType}}
	attachmentBaseType = &objects.Type{FullName: "System.Net.Mail.AttachmentBase", Kind: objects.KindObject, Attributes: objects.AbstractAttr, Interfaces: []*objects.Type{objects.DisposableType}}
	AttachmentType     = &objects.Type{FullName: "System.Net.Mail.Attachment", Base: attachmentBaseType, Kind: objects.KindObject}

	mailAddressesType = sync.OnceValue(func() *objects.Type {
		return &objects.Type{FullName: "System.Net.Mail.MailAddressCollection", Base: objects.MakeGeneric(objects.CollectionOpenType, MailAddressType), Kind: objects.KindObject}
	})
	attachmentsType = sync.OnceValue(func() *objects.Type {
		return &objects.Type{FullName: "System.Net.Mail.AttachmentCollection", Base: objects.MakeGeneric(objects.CollectionOpenType, AttachmentType), Kind: objects.KindObject,
			Interfaces: []*objects.Type{objects.DisposableType}}
	})
)

// MailMessage is a message of electronic mail (System.Net.Mail.MailMessage).
type MailMessage struct {
	from, sender, subject, body, html, priority, notify, encoding, subjectEncoding value
	to, cc, bcc, replyTo, attachments                                              *objects.List
	headers                                                                        value
}

// Type is System.Net.Mail.MailMessage.
func (*MailMessage) Type() *objects.Type { return MailMessageType }

func newMessage() *MailMessage {
	addresses := func() *objects.List { return objects.NewList(mailAddressesType(), nil) }
	return &MailMessage{
		subject: text(""), body: text(""), html: truth(false), priority: objects.Word(mailPriorityType, 0), notify: objects.Word(notificationType, 0),
		to: addresses(), cc: addresses(), bcc: addresses(), replyTo: addresses(), attachments: objects.NewList(attachmentsType(), nil),
	}
}

func messageOf(v value) *MailMessage {
	if m, ok := objects.As[*MailMessage](v); ok {
		return m
	}
	return newMessage()
}

// addAddresses adds the addresses of a list with commas between.
func addAddresses(l *objects.List, s string) error {
	if s == "" {
		return objects.BadArgument("The value cannot be an empty string.", "addresses")
	}
	for _, part := range splitAddresses(s) {
		a, err := ParseMailAddress(part)
		if err != nil {
			return err
		}
		l.Add(objects.Of(a))
	}
	return nil
}

// splitAddresses cuts at the commas outside quotation marks.
func splitAddresses(s string) []string {
	quoted := false
	return strings.FieldsFunc(s, func(c rune) bool {
		if c == '"' {
			quoted = !quoted
		}
		return c == ',' && !quoted
	})
}

func newMailMessage(c *call) (value, error) {
	m := newMessage()
	for i, param := range [...]string{"from", "to"} {
		if !c.Is(i) {
			return objects.Null, objects.NullArgument(param)
		}
	}
	if a, ok := objects.As[*MailAddress](c.Args[0]); ok {
		m.from = objects.Of(a)
		m.to.Add(c.Args[1])
		return objects.Of(m), nil
	}
	a, err := ParseMailAddress(c.Str(0))
	if err == nil {
		m.from = objects.Of(a)
		err = addAddresses(m.to, c.Str(1))
	}
	if len(c.Args) > 2 && err == nil {
		m.body, err = c.Args[3], setSubject(m, c.Args[2])
	}
	return objects.Of(m), err
}

// setSubject refuses a subject of several lines.
func setSubject(m *MailMessage, v value) error {
	s, _ := v.Str()
	if strings.ContainsAny(s, "\r\n") {
		return objects.NewException(objects.ArgumentException, "The specified string is not in the form required for a subject.")
	}
	m.subject = v
	return nil
}

func mailMessageDeclaration() *objects.Declaration {
	list := func(signature string, of func(m *MailMessage) *objects.List) objects.Property {
		return reads(signature, func(v value) value { return objects.Of(of(messageOf(v))) })
	}
	slot := objects.Slot[*MailMessage]
	return &objects.Declaration{
		Type: MailMessageType,
		Constructors: []objects.Method{
			total("new()", func(*call) value { return objects.Of(newMessage()) }),
			partial("new(string from, string to)", newMailMessage),
			partial("new(string from, string to, string subject, string body)", newMailMessage),
			partial("new(mailaddress from, mailaddress to)", newMailMessage),
		},
		Properties: []objects.Property{
			list("System.Net.Mail.AttachmentCollection Attachments {get;}", func(m *MailMessage) *objects.List { return m.attachments }),
			list("System.Net.Mail.MailAddressCollection Bcc {get;}", func(m *MailMessage) *objects.List { return m.bcc }),
			slot("string Body {get;set;}", func(m *MailMessage) *value { return &m.body }),
			slot("System.Text.Encoding BodyEncoding {get;set;}", func(m *MailMessage) *value { return &m.encoding }),
			list("System.Net.Mail.MailAddressCollection CC {get;}", func(m *MailMessage) *objects.List { return m.cc }),
			slot("System.Net.Mail.DeliveryNotificationOptions DeliveryNotificationOptions {get;set;}", func(m *MailMessage) *value { return &m.notify }),
			slot("mailaddress From {get;set;}", func(m *MailMessage) *value { return &m.from }),
			{Signature: "System.Collections.Specialized.NameValueCollection Headers {get;}", GetIn: func(tt *objects.TypeTable, v value) (value, error) {
				m := messageOf(v)
				if m.headers.IsNull() {
					t, ok := tt.Lookup("System.Collections.Specialized.NameValueCollection", nil)
					if !ok {
						return objects.Null, nil
					}
					made, err := tt.InvokeStatic(background(), t, objects.Invocation{Name: "new"})
					if err != nil {
						return objects.Null, err
					}
					m.headers = made
				}
				return m.headers, nil
			}},
			slot("bool IsBodyHtml {get;set;}", func(m *MailMessage) *value { return &m.html }),
			slot("System.Net.Mail.MailPriority Priority {get;set;}", func(m *MailMessage) *value { return &m.priority }),
			list("System.Net.Mail.MailAddressCollection ReplyToList {get;}", func(m *MailMessage) *objects.List { return m.replyTo }),
			slot("mailaddress Sender {get;set;}", func(m *MailMessage) *value { return &m.sender }),
			{
				Signature: "string Subject {get;set;}",
				Get:       func(v value) (value, error) { return messageOf(v).subject, nil },
				Set:       func(this, v value) error { return setSubject(messageOf(this), v) },
			},
			slot("System.Text.Encoding SubjectEncoding {get;set;}", func(m *MailMessage) *value { return &m.subjectEncoding }),
			list("System.Net.Mail.MailAddressCollection To {get;}", func(m *MailMessage) *objects.List { return m.to }),
		},
		Methods: []objects.Method{does("void Dispose()", func(*call) error { return nil })},
	}
}

func mailAddressesDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type:         mailAddressesType(),
		Constructors: []objects.Method{total("new()", func(*call) value { return objects.Of(objects.NewList(mailAddressesType(), nil)) })},
		Methods: []objects.Method{
			does("void Add(string addresses)", func(c *call) error {
				if !c.Is(0) {
					return objects.NullArgument("addresses")
				}
				return addAddresses(mailList(c.This), c.Str(0))
			}),
			partial("string ToString()", func(c *call) (value, error) {
				s, err := c.Types.Text(c.This, ", ")
				return text(s), err
			}),
		},
	}
}

func mailList(v value) *objects.List {
	if l, ok := objects.As[*objects.List](v); ok {
		return l
	}
	return objects.NewList(mailAddressesType(), nil)
}

// Attachment is a file that goes with a message.
type Attachment struct {
	name    value
	content []byte
}

// Type is System.Net.Mail.Attachment.
func (*Attachment) Type() *objects.Type { return AttachmentType }

func attachmentDeclaration() *objects.Declaration {
	fromFile := func(c *call) (value, error) {
		if c.Str(0) == "" {
			return objects.Null, objects.BadArgument("The value cannot be an empty string.", "fileName")
		}
		b, err := io.ReadFile(c.Str(0))
		if err != nil {
			return objects.Null, err
		}
		return objects.Of(&Attachment{text(filepath.Base(c.Str(0))), b}), nil
	}
	return &objects.Declaration{
		Type: AttachmentType,
		Constructors: []objects.Method{
			partial("new(string fileName)", fromFile),
			partial("new(string fileName, string mediaType)", fromFile),
			partial("new(System.IO.Stream contentStream, string name)", func(c *call) (value, error) {
				s, ok := objects.As[*io.Stream](c.Args[0])
				if !ok {
					return objects.Null, objects.NullArgument("contentStream")
				}
				b, err := io.ReadAll(s)
				return objects.Of(&Attachment{c.Args[1], b}), err
			}),
		},
		Properties: []objects.Property{objects.Slot("string Name {get;set;}", func(a *Attachment) *value { return &a.name })},
		Methods:    []objects.Method{does("void Dispose()", func(*call) error { return nil })},
	}
}
