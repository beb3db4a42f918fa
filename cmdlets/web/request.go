package web

import (
	"bytes"
	"encoding/base64"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"os"
	"path/filepath"
	"strings"

	"github.com/csshell/csshell/objects"
	dotnet "github.com/csshell/csshell/objects/io"
	"github.com/csshell/csshell/objects/net"
	"github.com/csshell/csshell/objects/xml"
	"github.com/csshell/csshell/runtime"
)

// agent is what the client calls itself.
const agent = "Mozilla/5.0 (Linux; en-US) PowerShell/7.6.5"

const formType = "application/x-www-form-urlencoded"

func textOf(u *net.Uri) string {
	s, _ := u.Text()
	return s
}

// method is the request's method.
func (p *parameters) method() string {
	switch {
	case p.CustomMethod != "":
		return strings.ToUpper(p.CustomMethod)
	case p.Method == "" || p.Method == "Default":
		return http.MethodGet
	}
	return strings.ToUpper(p.Method)
}

// request makes the request: its address, body and headers.
func (p *parameters) request(rt *runtime.CommandRuntime, s *Session) (*http.Request, error) {
	address := textOf(p.Uri)
	if !strings.Contains(address, "://") {
		address = "http://" + address
	}
	to, err := url.Parse(address)
	if err != nil {
		return nil, err
	}
	body, contentType, err := p.body(rt, to)
	if err != nil {
		return nil, err
	}
	r, err := http.NewRequestWithContext(rt.Context(), p.method(), to.String(), bytes.NewReader(body))
	if err != nil {
		return nil, err
	}
	if len(body) == 0 {
		r.Body, r.GetBody, r.ContentLength = http.NoBody, nil, 0
	}
	r.Header.Set("User-Agent", agent)
	if s.userAgent != "" {
		r.Header.Set("User-Agent", s.userAgent)
	}
	if p.ContentType != "" {
		contentType = p.ContentType
	}
	if contentType != "" {
		r.Header.Set("Content-Type", contentType)
	}
	for _, table := range [...]*objects.Hashtable{s.headers, p.Headers} {
		if err := setHeaders(rt, r, table); err != nil {
			return nil, err
		}
	}
	switch p.TransferEncoding {
	case "", "identity":
	case "chunked":
		r.TransferEncoding, r.ContentLength = []string{"chunked"}, -1
	default:
		return nil, objects.NewException(objects.PSNotSupportedException, "The transfer encoding '"+p.TransferEncoding+"' is not available in csshell: bodies are sent as they are, or chunked.")
	}
	return r, p.authorize(r, s)
}

func setHeaders(rt *runtime.CommandRuntime, r *http.Request, table *objects.Hashtable) (err error) {
	if table == nil {
		return nil
	}
	table.Each(func(k, v objects.Value) bool {
		var name, value string
		if name, err = rt.Types().Text(k, " "); err == nil {
			value, err = rt.Types().Text(v, ", ")
		}
		r.Header.Set(name, value)
		if strings.EqualFold(name, "Host") {
			r.Host = value
		}
		return err == nil
	})
	return err
}

// authorize adds what proves who asks; over plain HTTP only where that is allowed.
func (p *parameters) authorize(r *http.Request, s *Session) error {
	credential := s.credential
	if p.Credential != nil {
		credential = p.Credential
	}
	kind := p.Authentication
	if kind == "" || kind == "None" {
		if credential != nil {
			n := credential.Network()
			r.SetBasicAuth(n.UserName, n.Password)
		}
		return nil
	}
	if r.URL.Scheme != "https" && !bool(p.AllowUnencryptedAuthentication) {
		return refusal("WebCmdletAllowUnencryptedAuthenticationRequiredException", "The cmdlet cannot protect plain text secrets sent over unencrypted connections. To suppress this warning and send plain text secrets over unencrypted networks, reissue the command specifying the AllowUnencryptedAuthentication parameter.")
	}
	switch {
	case kind == "Basic" && credential == nil:
		return refusal("WebCmdletAuthenticationCredentialNotSuppliedException", "The cmdlet cannot run because the following parameter is not specified: Credential. The supplied Authentication type requires a Credential. Specify Credential, then retry.")
	case kind == "Basic":
		r.Header.Set("Authorization", "Basic "+base64.StdEncoding.EncodeToString([]byte(credential.UserName+":"+credential.Password.Plain())))
	case p.Token == nil:
		return refusal("WebCmdletAuthenticationTokenNotSuppliedException", "The cmdlet cannot run because the following parameter is not specified: Token. The supplied Authentication type requires a Token. Specify Token, then retry.")
	default:
		r.Header.Set("Authorization", "Bearer "+p.Token.Plain())
	}
	return nil
}

// refusal is the error of parameters that do not go together.
func refusal(id, message string) error {
	e := objects.NewException(objects.ArgumentException, message)
	return runtime.NewErrorRecord(e, id, runtime.InvalidArgument, objects.Null)
}

// body is what is sent, and its type. A dictionary becomes the query of a GET and the
// form of other methods.
func (p *parameters) body(rt *runtime.CommandRuntime, to *url.URL) (body []byte, contentType string, err error) {
	switch {
	case p.Form != nil:
		return p.multipart(rt)
	case p.InFile != "":
		body, err = os.ReadFile(rt.Session().FullPath(p.InFile))
		return body, "", err
	case p.Body.IsNull():
		return nil, "", nil
	}
	if p.method() != http.MethodGet {
		contentType = formType
	}
	if h, ok := objects.As[*objects.Hashtable](p.Body); ok {
		form, err := encodeForm(rt, h)
		if err == nil && contentType == "" {
			to.RawQuery = strings.TrimPrefix(to.RawQuery+"&"+form, "&")
			return nil, "", nil
		}
		return []byte(form), contentType, err
	}
	if raw, ok := objects.As[*objects.Array](p.Body); ok && raw.Type().Elem == objects.ByteType {
		body = make([]byte, raw.Len())
		for i := range body {
			body[i] = byte(raw.At(i).Bits())
		}
		return body, contentType, nil
	}
	if n := xml.NodeOf(p.Body); n != nil {
		outer, _, err := rt.Types().GetProperty(p.Body, "OuterXml")
		text, _ := outer.Str()
		return []byte(text), "application/xml", err
	}
	text, err := rt.Types().Text(p.Body, " ")
	return []byte(text), contentType, err
}

// encodeForm writes name=value pairs in the order of the dictionary.
func encodeForm(rt *runtime.CommandRuntime, h *objects.Hashtable) (text string, err error) {
	var pairs []string
	h.Each(func(k, v objects.Value) bool {
		var name, value string
		if name, err = rt.Types().Text(k, " "); err == nil {
			value, err = rt.Types().Text(v, " ")
		}
		pairs = append(pairs, url.QueryEscape(name)+"="+url.QueryEscape(value))
		return err == nil
	})
	return strings.Join(pairs, "&"), err
}

// multipart writes the fields and files of -Form.
func (p *parameters) multipart(rt *runtime.CommandRuntime) ([]byte, string, error) {
	var out bytes.Buffer
	w := multipart.NewWriter(&out)
	var err error
	p.Form.Each(func(k, v objects.Value) bool {
		var name string
		if name, err = rt.Types().Text(k, " "); err != nil {
			return false
		}
		if list, ok := objects.Enumeration(v); ok {
			err = list.Enumerate(func(item objects.Value) error { return addPart(rt, w, name, item) })
		} else {
			err = addPart(rt, w, name, v)
		}
		return err == nil
	})
	if err == nil {
		err = w.Close()
	}
	return out.Bytes(), w.FormDataContentType(), err
}

func addPart(rt *runtime.CommandRuntime, w *multipart.Writer, name string, v objects.Value) error {
	info, ok := objects.As[*dotnet.Info](v)
	if !ok {
		text, err := rt.Types().Text(v, " ")
		if err != nil {
			return err
		}
		return w.WriteField(name, text)
	}
	file, err := os.Open(info.FullName())
	if err != nil {
		return err
	}
	defer file.Close()
	part, err := w.CreateFormFile(name, filepath.Base(info.FullName()))
	if err != nil {
		return err
	}
	_, err = io.Copy(part, file)
	return err
}
