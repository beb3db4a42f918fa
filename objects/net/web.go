package net

import (
	"html"
	"strconv"
	"strings"
	"unicode/utf16"

	"github.com/csshell/csshell/objects"
)

// The types that write text for web pages.
var (
	WebUtilityType  = staticType("System.Net.WebUtility")
	HttpUtilityType = objects.Class("System.Web.HttpUtility", objects.ObjectType)
)

func staticType(name string) *objects.Type {
	return &objects.Type{FullName: name, Kind: objects.KindObject, Attributes: objects.AbstractAttr | objects.SealedAttr}
}

// HTMLEncode writes what is no plain text of HTML as entities.
func HTMLEncode(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '<':
			b.WriteString("&lt;")
		case r == '>':
			b.WriteString("&gt;")
		case r == '&':
			b.WriteString("&amp;")
		case r == '"':
			b.WriteString("&quot;")
		case r == '\'':
			b.WriteString("&#39;")
		case r >= 160 && r < 256 || r > 0xFFFF:
			b.WriteString("&#" + strconv.Itoa(int(r)) + ";")
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// urlEncode writes text for a form: a blank is "+".
func urlEncode(s string, lower bool) string {
	s = strings.ReplaceAll(escape(s, " -_.!*()"), " ", "+")
	if !lower {
		return s
	}
	b := []byte(s)
	for i := 0; i+2 < len(b); i++ {
		if b[i] == '%' {
			b[i+1] = toLower(b[i+1])
			b[i+2] = toLower(b[i+2])
		}
	}
	return string(b)
}

func toLower(c byte) byte {
	if 'A' <= c && c <= 'F' {
		c |= 0x20
	}
	return c
}

func urlDecode(s string) string { return unescape(strings.ReplaceAll(s, "+", " "), "") }

// scriptEncode writes text for a string of JavaScript.
func scriptEncode(s string) string {
	var b strings.Builder
	for _, r := range s {
		switch {
		case r == '"' || r == '\\':
			b.WriteString("\\" + string(r))
		case r == '\n':
			b.WriteString(`\n`)
		case r == '\r':
			b.WriteString(`\r`)
		case r == '\t':
			b.WriteString(`\t`)
		case r == '\b':
			b.WriteString(`\b`)
		case r == '\f':
			b.WriteString(`\f`)
		case r < 0x20 || r == '<' || r == '>' || r == '&' || r == '\'' || r == 0x85 || r == 0x2028 || r == 0x2029:
			for _, unit := range utf16.Encode([]rune{r}) {
				h := strconv.FormatUint(uint64(unit), 16)
				b.WriteString(`\u` + strings.Repeat("0", 4-len(h)) + h)
			}
		default:
			b.WriteRune(r)
		}
	}
	return b.String()
}

// ofText is a static method from text to text; $null stays.
func ofText(signature string, f func(s string) string) objects.Method {
	return total("static string "+signature, func(c *call) value {
		if c.Args[0].IsNull() {
			return objects.Null
		}
		return text(f(c.Str(0)))
	})
}

func webUtilityDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: WebUtilityType,
		Methods: []objects.Method{
			ofText("HtmlDecode(string value)", html.UnescapeString),
			ofText("HtmlEncode(string value)", HTMLEncode),
			ofText("UrlDecode(string encodedValue)", urlDecode),
			ofText("UrlEncode(string value)", func(s string) string { return urlEncode(s, false) }),
		},
	}
}

func httpUtilityDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: HttpUtilityType,
		Methods: []objects.Method{
			ofText("HtmlAttributeEncode(string s)", strings.NewReplacer("<", "&lt;", "&", "&amp;", `"`, "&quot;", "'", "&#39;").Replace),
			ofText("HtmlDecode(string s)", html.UnescapeString),
			ofText("HtmlEncode(string s)", HTMLEncode),
			ofText("JavaScriptStringEncode(string value)", scriptEncode),
			partial("static string JavaScriptStringEncode(string value, bool addDoubleQuotes)", func(c *call) (value, error) {
				s := scriptEncode(c.Str(0))
				if c.Bool(1) {
					s = `"` + s + `"`
				}
				return text(s), nil
			}),
			ofText("UrlDecode(string str)", urlDecode),
			ofText("UrlEncode(string str)", func(s string) string { return urlEncode(s, true) }),
			ofText("UrlPathEncode(string str)", func(s string) string { return escape(s, unreserved+reserved+"%") }),
		},
	}
}
