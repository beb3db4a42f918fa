package web

import (
	"html"
	"regexp"
	"sort"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/io"
	"github.com/csshell/csshell/objects/net"
)

var (
	webResponseType  = &objects.Type{FullName: "Microsoft.PowerShell.Commands.WebResponseObject", Kind: objects.KindObject}
	htmlResponseType = &objects.Type{FullName: "Microsoft.PowerShell.Commands.BasicHtmlWebResponseObject", Base: webResponseType, Kind: objects.KindObject}
)

// Response is an answer as Invoke-WebRequest writes it
// (Microsoft.PowerShell.Commands.WebResponseObject).
type Response struct {
	*answer
	typ *objects.Type
}

// Type is BasicHtmlWebResponseObject for texts, else WebResponseObject.
func (r *Response) Type() *objects.Type { return r.typ }

// Text is the content.
func (r *Response) Text() (string, error) { return r.text(), nil }

func formatInt(n int64) string { return strconv.FormatInt(n, 10) }

// status is the status code as an enum.
func (a *answer) status() objects.Value {
	return objects.Word(net.HttpStatusCodeType, uint64(a.StatusCode))
}

// headerTable are the headers by name, each with a list of texts.
func (a *answer) headerTable() objects.Value {
	t := objects.MakeGeneric(objects.DictionaryOpenType, objects.StringType, objects.ArrayOf(objects.StringType))
	table := objects.NewDictionary(t, true)
	names := make([]string, 0, len(a.Header))
	for name := range a.Header {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		table.Set(objects.String(name), objects.Of(objects.Strings(a.Header[name])))
	}
	return objects.Of(table)
}

// raw is the answer as it was sent: status line, headers, body.
func (a *answer) raw() string {
	var b strings.Builder
	b.WriteString(a.Proto + " " + formatInt(int64(a.StatusCode)) + " " + a.reason() + "\r\n")
	names := make([]string, 0, len(a.Header))
	for name := range a.Header {
		names = append(names, name)
	}
	sort.Strings(names)
	for _, name := range names {
		b.WriteString(name + ": " + strings.Join(a.Header[name], ", ") + "\r\n")
	}
	return b.String() + "\r\n" + a.text()
}

func declareResponse() *objects.Declaration {
	return &objects.Declaration{Type: webResponseType, Properties: []objects.Property{
		property("int StatusCode {get;}", func(r *Response) objects.Value { return objects.Int(r.StatusCode) }),
		property("string StatusDescription {get;}", func(r *Response) objects.Value { return objects.String(r.reason()) }),
		property("byte[] Content {get;}", func(r *Response) objects.Value {
			if r.typ == htmlResponseType {
				return objects.String(r.text())
			}
			return objects.Of(objects.Bytes(r.body))
		}),
		property("string RawContent {get;}", func(r *Response) objects.Value { return objects.String(r.raw()) }),
		property("System.Collections.Generic.Dictionary[string,System.Collections.Generic.IEnumerable[string]] Headers {get;}", func(r *Response) objects.Value { return r.headerTable() }),
		property("long RawContentLength {get;}", func(r *Response) objects.Value { return objects.Int64(int64(len(r.body))) }),
		property("System.IO.MemoryStream RawContentStream {get;}", func(r *Response) objects.Value { return objects.Of(io.NewMemoryStream(r.body)) }),
	}}
}

func declareHTMLResponse() *objects.Declaration {
	elements := func(signature, pattern string) objects.Property {
		return property(signature, func(r *Response) objects.Value { return found(r.text(), pattern) })
	}
	return &objects.Declaration{Type: htmlResponseType, Properties: []objects.Property{
		property("string Content {get;}", func(r *Response) objects.Value { return objects.String(r.text()) }),
		elements("Microsoft.PowerShell.Commands.WebCmdletElementCollection Images {get;}", `<img\b[^>]*>`),
		elements("Microsoft.PowerShell.Commands.WebCmdletElementCollection InputFields {get;}", `<input\b[^>]*>`),
		elements("Microsoft.PowerShell.Commands.WebCmdletElementCollection Links {get;}", `<a\b[^>]*>[\s\S]*?</a\s*>|<a\b[^>]*>`),
	}}
}

// found are the elements of a page that match a pattern: their text and attributes.
func found(page, pattern string) objects.Value {
	elements := regexp.MustCompile("(?i)" + pattern)
	attributes := regexp.MustCompile(`([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]+))`)
	list := []objects.Value{}
	for _, text := range elements.FindAllString(page, -1) {
		o := objects.NewCustomObject()
		o.SetNote("outerHTML", objects.String(text))
		tag, _, _ := strings.Cut(text, ">")
		o.SetNote("tagName", objects.String(strings.ToUpper(strings.Fields(tag[1:])[0])))
		for _, a := range attributes.FindAllStringSubmatch(tag, -1) {
			o.SetNote(a[1], objects.String(html.UnescapeString(a[2]+a[3]+a[4])))
		}
		list = append(list, objects.Of(o))
	}
	return objects.ArrayValue(list)
}

var responseMessageType = &objects.Type{FullName: "System.Net.Http.HttpResponseMessage", Kind: objects.KindObject}

// message is an answer of failure, as the exception has it
// (System.Net.Http.HttpResponseMessage).
type message struct{ *answer }

// Type is System.Net.Http.HttpResponseMessage.
func (*message) Type() *objects.Type { return responseMessageType }

func declareResponseMessage() *objects.Declaration {
	return &objects.Declaration{Type: responseMessageType, Properties: []objects.Property{
		property("System.Net.HttpStatusCode StatusCode {get;set;}", func(m *message) objects.Value { return m.status() }),
		property("string ReasonPhrase {get;set;}", func(m *message) objects.Value { return objects.String(m.reason()) }),
		property("System.Net.Http.Headers.HttpResponseHeaders Headers {get;}", func(m *message) objects.Value { return m.headerTable() }),
		property("bool IsSuccessStatusCode {get;}", func(m *message) objects.Value { return objects.Bool(m.StatusCode/100 == 2) }),
	}}
}

// declareFailure declares the exception of an answer of failure.
func declareFailure() *objects.Declaration {
	return &objects.Declaration{Type: httpResponseException, Properties: []objects.Property{
		property("System.Net.Http.HttpResponseMessage Response {get;}", func(e *objects.Exception) objects.Value { return e.Fields["Response"] }),
		property("System.Nullable[System.Net.HttpStatusCode] StatusCode {get;}", func(e *objects.Exception) objects.Value {
			m, _ := objects.As[*message](e.Fields["Response"])
			return m.status()
		}),
	}}
}
