package net

import (
	"bytes"
	"context"
	"encoding/base64"
	"mime"
	"net/smtp"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
)

func background() context.Context { return context.Background() }

// The types of what sends mail.
var (
	SmtpClientType    = &objects.Type{FullName: "System.Net.Mail.SmtpClient", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.DisposableType}}
	SmtpExceptionType = &objects.Type{FullName: "System.Net.Mail.SmtpException", Base: objects.ExceptionType, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	credentialsIface  = &objects.Type{FullName: "System.Net.ICredentialsByHost", Kind: objects.KindObject, Attributes: objects.InterfaceAttr | objects.AbstractAttr}
)

// smtpClient sends mail through a server (System.Net.Mail.SmtpClient).
type smtpClient struct {
	host, port, ssl, credentials, defaults, timeout, method, pickup, target value
}

// Type is System.Net.Mail.SmtpClient.
func (*smtpClient) Type() *objects.Type { return SmtpClientType }

const (
	smtpPort    = 25
	smtpTimeout = 100_000 // ms
)

func newSmtpClient(c *call) value {
	s := &smtpClient{port: objects.Int(smtpPort), ssl: truth(false), defaults: truth(false), timeout: objects.Int(smtpTimeout), method: objects.Word(deliveryMethodType, 0)}
	if len(c.Args) > 0 {
		s.host = c.Args[0]
	}
	if len(c.Args) > 1 && c.Int(1) > 0 {
		s.port = c.Args[1]
	}
	return objects.Of(s)
}

func smtpDeclaration() *objects.Declaration {
	slot := objects.Slot[*smtpClient]
	return &objects.Declaration{
		Type: SmtpClientType,
		Constructors: []objects.Method{
			total("new()", newSmtpClient),
			total("new(string host)", newSmtpClient),
			total("new(string host, int port)", newSmtpClient),
		},
		Properties: []objects.Property{
			slot("System.Net.ICredentialsByHost Credentials {get;set;}", func(c *smtpClient) *value { return &c.credentials }),
			slot("System.Net.Mail.SmtpDeliveryMethod DeliveryMethod {get;set;}", func(c *smtpClient) *value { return &c.method }),
			slot("bool EnableSsl {get;set;}", func(c *smtpClient) *value { return &c.ssl }),
			slot("string Host {get;set;}", func(c *smtpClient) *value { return &c.host }),
			slot("string PickupDirectoryLocation {get;set;}", func(c *smtpClient) *value { return &c.pickup }),
			slot("int Port {get;set;}", func(c *smtpClient) *value { return &c.port }),
			slot("string TargetName {get;set;}", func(c *smtpClient) *value { return &c.target }),
			slot("int Timeout {get;set;}", func(c *smtpClient) *value { return &c.timeout }),
			slot("bool UseDefaultCredentials {get;set;}", func(c *smtpClient) *value { return &c.defaults }),
		},
		Methods: []objects.Method{
			does("void Send(System.Net.Mail.MailMessage message)", func(c *call) error { return sendMail(c, messageOf(c.Args[0])) }),
			does("void Send(string from, string recipients, string subject, string body)", func(c *call) error {
				made, err := newMailMessage(c)
				if err != nil {
					return err
				}
				return sendMail(c, messageOf(made))
			}),
			does("void Dispose()", func(*call) error { return nil }),
		},
	}
}

// sendMail hands a message to the server.
func sendMail(c *call, m *MailMessage) error {
	client, ok := objects.As[*smtpClient](c.This)
	if !ok {
		return nil
	}
	host, _ := client.host.Str()
	var recipients []string
	for _, l := range [...]*objects.List{m.to, m.cc, m.bcc} {
		for _, v := range l.Items() {
			recipients = append(recipients, mailOf(v).Address())
		}
	}
	switch {
	case host == "":
		return objects.NewException(objects.InvalidOperationException, "The SMTP host was not specified.")
	case m.from.IsNull():
		return objects.NewException(objects.InvalidOperationException, "A from address must be specified.")
	case len(recipients) == 0:
		return objects.NewException(objects.InvalidOperationException, "A recipient must be specified.")
	}
	var auth smtp.Auth
	if user, password, ok := account(c, client.credentials); ok {
		auth = smtp.PlainAuth("", user, password, host)
	}
	err := smtp.SendMail(host+":"+strconv.FormatInt(client.port.Int64(), 10), auth, mailOf(m.from).Address(), recipients, m.encode())
	if err != nil {
		return objects.NewException(SmtpExceptionType, "Failure sending mail.").Because(objects.NewException(objects.SystemException, err.Error()))
	}
	return nil
}

// account is the name and password of credentials.
func account(c *call, credentials value) (user, password string, ok bool) {
	if credentials.IsNull() {
		return "", "", false
	}
	name, _, _ := c.Types.GetProperty(credentials, "UserName")
	secret, _, _ := c.Types.GetProperty(credentials, "Password")
	user, _ = name.Str()
	password, _ = secret.Str()
	return user, password, user != ""
}

// encode is the message as it travels (RFC 5322, RFC 2045).
func (m *MailMessage) encode() []byte {
	var b bytes.Buffer
	header := func(name, s string) { b.WriteString(name + ": " + s + "\r\n") }
	list := func(name string, l *objects.List) {
		var all []string
		for _, v := range l.Items() {
			a := mailOf(v)
			if a.name == "" {
				all = append(all, a.Address())
			} else {
				all = append(all, mime.QEncoding.Encode("utf-8", a.name)+" <"+a.Address()+">")
			}
		}
		if len(all) > 0 {
			header(name, strings.Join(all, ", "))
		}
	}
	list("From", objects.NewList(mailAddressesType(), []value{m.from}))
	list("To", m.to)
	list("Cc", m.cc)
	list("Reply-To", m.replyTo)
	subject, _ := m.subject.Str()
	header("Subject", mime.QEncoding.Encode("utf-8", subject))
	header("MIME-Version", "1.0")
	kind := "text/plain"
	if m.html.Bool() {
		kind = "text/html"
	}
	body, _ := m.body.Str()
	if m.attachments.Len() == 0 {
		part(&b, kind+"; charset=utf-8", "", []byte(body))
		return b.Bytes()
	}
	const boundary = "--csshell-boundary"
	header("Content-Type", "multipart/mixed; boundary=\""+boundary+"\"")
	b.WriteString("\r\n--" + boundary + "\r\n")
	part(&b, kind+"; charset=utf-8", "", []byte(body))
	for _, v := range m.attachments.Items() {
		if a, ok := objects.As[*Attachment](v); ok {
			name, _ := a.name.Str()
			b.WriteString("--" + boundary + "\r\n")
			part(&b, "application/octet-stream", name, a.content)
		}
	}
	b.WriteString("--" + boundary + "--\r\n")
	return b.Bytes()
}

// lineLength is how long the lines of base64 are in mail.
const lineLength = 76

// part writes the headers and the content of one part.
func part(b *bytes.Buffer, kind, name string, content []byte) {
	b.WriteString("Content-Type: " + kind + "\r\nContent-Transfer-Encoding: base64\r\n")
	if name != "" {
		b.WriteString("Content-Disposition: attachment; filename=" + strconv.Quote(name) + "\r\n")
	}
	b.WriteString("\r\n")
	s := base64.StdEncoding.EncodeToString(content)
	for len(s) > lineLength {
		b.WriteString(s[:lineLength] + "\r\n")
		s = s[lineLength:]
	}
	b.WriteString(s + "\r\n")
}
