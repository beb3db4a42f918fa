package web

import (
	"bytes"
	"crypto/tls"
	"encoding/base64"
	"mime"
	"net"
	"net/mail"
	"net/smtp"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"time"

	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/runtime"
)

// SendMailMessage sends mail through an SMTP server.
type SendMailMessage struct {
	Attachments                []string                 `param:"ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=PsPath" validate:"NotNullOrEmpty" help:"Files to send."`
	Bcc                        []string                 `param:"ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Who gets a copy that nobody sees."`
	Body                       string                   `param:"Position=2,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"The text."`
	BodyAsHtml                 runtime.SwitchParameter  `param:"ValueFromPipelineByPropertyName,Alias=BAH" help:"The text is HTML."`
	Encoding                   argument.Encoding        `param:"ValueFromPipelineByPropertyName,Alias=BE" type:"System.Text.Encoding" validate:"NotNullOrEmpty" help:"The encoding of the text; UTF-8 where it is not given."`
	Cc                         []string                 `param:"ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Who gets a copy."`
	DeliveryNotificationOption int                      `param:"ValueFromPipelineByPropertyName,Alias=DNO" type:"System.Net.Mail.DeliveryNotificationOptions" validate:"NotNullOrEmpty" help:"When the server is to report."`
	From                       string                   `param:"Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Who sends it."`
	SmtpServer                 string                   `param:"Position=3,ValueFromPipelineByPropertyName,Alias=ComputerName" validate:"NotNullOrEmpty" help:"The server; $PSEmailServer where it is not given."`
	Priority                   string                   `param:"ValueFromPipelineByPropertyName" type:"System.Net.Mail.MailPriority" validate:"NotNullOrEmpty" help:"Normal, Low or High."`
	ReplyTo                    []string                 `param:"ValueFromPipelineByPropertyName" help:"Whom answers go to."`
	Subject                    string                   `param:"Position=1,ValueFromPipelineByPropertyName,Alias=sub" help:"The subject."`
	To                         []string                 `param:"Position=0,Mandatory,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Who gets it."`
	Credential                 *automation.PSCredential `param:"ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"Who logs on to the server."`
	UseSsl                     runtime.SwitchParameter  `param:"ValueFromPipelineByPropertyName" help:"Use TLS."`
	Port                       int                      `param:"ValueFromPipelineByPropertyName" validate:"Range=0:2147483647" help:"The port; 25 where it is not given."`

	files []string
}

// mailTimeout is how long a server may take to answer at first.
const mailTimeout = 30 * time.Second

// TransformOf makes -Credential ask for the password of a name.
func (*SendMailMessage) TransformOf(parameter string) runtime.Transform {
	if parameter == "Credential" {
		return runtime.CredentialAttribute{}
	}
	return nil
}

// BeginProcessing warns as PowerShell does.
func (c *SendMailMessage) BeginProcessing(rt *runtime.CommandRuntime) error {
	return rt.WriteWarning("The command 'Send-MailMessage' is obsolete. This cmdlet does not guarantee secure connections to SMTP servers. While there is no immediate replacement available in PowerShell, we recommend you do not use Send-MailMessage at this time. See https://aka.ms/SendMailMessage for more information.")
}

// ProcessRecord keeps the files.
func (c *SendMailMessage) ProcessRecord(*runtime.CommandRuntime) error {
	c.files = append(c.files, c.Attachments...)
	return nil
}

// EndProcessing sends one message with all files.
func (c *SendMailMessage) EndProcessing(rt *runtime.CommandRuntime) error {
	server := c.SmtpServer
	if server == "" {
		v, _ := rt.Session().Global().Get("PSEmailServer")
		if server, _ = v.Str(); server == "" {
			e := objects.NewException(objects.InvalidOperationException, "The email cannot be sent because no SMTP server was specified. You must specify an SMTP server by using either the SmtpServer parameter or the $PSEmailServer variable.")
			return runtime.NewErrorRecord(e, "InvalidOperation", runtime.InvalidArgument, objects.Null)
		}
	}
	from, to, err := c.addresses()
	if err != nil {
		e := objects.NewException(objects.FormatException, "The specified string is not in the form required for an e-mail address.")
		return runtime.NewErrorRecord(e, "FormatException", runtime.InvalidType, objects.Null)
	}
	message, err := c.message(rt)
	if err != nil {
		return err
	}
	if err := c.deliver(server, from, to, message); err != nil {
		e := objects.NewException(objects.InvalidOperationException, err.Error())
		return rt.WriteError(runtime.NewErrorRecord(e, "SmtpException", runtime.InvalidOperation, objects.String(server)))
	}
	return nil
}

// addresses are the bare addresses of the sender and of all who get the message.
func (c *SendMailMessage) addresses() (from string, to []string, err error) {
	sender, err := mail.ParseAddress(c.From)
	if err != nil {
		return "", nil, err
	}
	for _, list := range [...][]string{c.To, c.Cc, c.Bcc} {
		for _, text := range list {
			a, err := mail.ParseAddress(text)
			if err != nil {
				return "", nil, err
			}
			to = append(to, a.Address)
		}
	}
	return sender.Address, to, nil
}

// message is the message as it is sent (RFC 5322, RFC 2045).
func (c *SendMailMessage) message(rt *runtime.CommandRuntime) ([]byte, error) {
	var b bytes.Buffer
	header := func(name, value string) {
		b.WriteString(name + ": " + strings.NewReplacer("\r", " ", "\n", " ").Replace(value) + "\r\n")
	}
	header("MIME-Version", "1.0")
	header("From", c.From)
	header("To", strings.Join(c.To, ", "))
	if len(c.Cc) > 0 {
		header("Cc", strings.Join(c.Cc, ", "))
	}
	if len(c.ReplyTo) > 0 {
		header("Reply-To", strings.Join(c.ReplyTo, ", "))
	}
	header("Date", time.Now().Format(time.RFC1123Z))
	header("Subject", mime.QEncoding.Encode("utf-8", c.Subject))
	switch c.Priority {
	case "High":
		header("X-Priority", "1")
	case "Low":
		header("X-Priority", "5")
	}
	kind := "text/plain"
	if c.BodyAsHtml {
		kind = "text/html"
	}
	e := c.Encoding.OrUTF8()
	body := encodedPart(kind+"; charset="+e.Name, "", e.Append(nil, c.Body))
	if len(c.files) == 0 {
		b.WriteString(body)
		return b.Bytes(), nil
	}
	const boundary = "--boundary_0_csshell"
	header("Content-Type", `multipart/mixed; boundary="`+boundary+`"`)
	b.WriteString("\r\n--" + boundary + "\r\n" + body)
	for _, name := range c.files {
		path := rt.Session().FullPath(name)
		content, err := os.ReadFile(path)
		if err != nil {
			failed := objects.NewException(objects.FileNotFoundException, "Could not find file '"+path+"'.")
			return nil, runtime.NewErrorRecord(failed, "FileNotFoundException", runtime.ObjectNotFound, objects.String(name))
		}
		b.WriteString("--" + boundary + "\r\n" + encodedPart("application/octet-stream", filepath.Base(path), content))
	}
	b.WriteString("--" + boundary + "--\r\n")
	return b.Bytes(), nil
}

// encodedPart is a part of a message in base 64, with its headers.
func encodedPart(kind, file string, content []byte) string {
	var b strings.Builder
	b.WriteString("Content-Type: " + kind + "\r\n")
	if file != "" {
		b.WriteString("Content-Disposition: " + mime.FormatMediaType("attachment", map[string]string{"filename": file}) + "\r\n")
	}
	b.WriteString("Content-Transfer-Encoding: base64\r\n\r\n")
	text := base64.StdEncoding.EncodeToString(content)
	for len(text) > 76 {
		b.WriteString(text[:76] + "\r\n")
		text = text[76:]
	}
	return b.String() + text + "\r\n"
}

// deliver speaks to the server (RFC 5321).
func (c *SendMailMessage) deliver(server, from string, to []string, message []byte) error {
	port := c.Port
	if port == 0 {
		port = 25
	}
	conn, err := net.DialTimeout("tcp", net.JoinHostPort(server, strconv.Itoa(port)), mailTimeout)
	if err != nil {
		return err
	}
	client, err := smtp.NewClient(conn, server)
	if err != nil {
		_ = conn.Close()
		return err
	}
	defer client.Close()
	if c.UseSsl {
		if err := client.StartTLS(&tls.Config{ServerName: server}); err != nil {
			return err
		}
	}
	if c.Credential != nil {
		if err := client.Auth(smtp.PlainAuth("", c.Credential.UserName, c.Credential.Password.Plain(), server)); err != nil {
			return err
		}
	}
	if err := client.Mail(from); err != nil {
		return err
	}
	for _, address := range to {
		if err := client.Rcpt(address); err != nil {
			return err
		}
	}
	w, err := client.Data()
	if err == nil {
		_, err = w.Write(message)
	}
	if err == nil {
		err = w.Close()
	}
	if err != nil {
		return err
	}
	return client.Quit()
}
