package net

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
)

func hostKind(kind uint64) value { return objects.Word(system.UriHostNameTypeType, kind) }

func uriDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type: UriType,
		Constructors: []objects.Method{
			partial("new(string uriString)", func(c *call) (value, error) { return newUri(c, absoluteKind) }),
			partial("new(string uriString, System.UriKind uriKind)", func(c *call) (value, error) { return newUri(c, c.Int(1)) }),
			partial("new(uri baseUri, string relativeUri)", func(c *call) (value, error) {
				if !c.Is(0) {
					return objects.Null, objects.NullArgument("baseUri")
				}
				return uriValue(uriOf(c.Args[0]).resolve(c.Str(1)))
			}),
			partial("new(uri baseUri, uri relativeUri)", func(c *call) (value, error) {
				if !c.Is(0) {
					return objects.Null, objects.NullArgument("baseUri")
				}
				return uriValue(uriOf(c.Args[0]).resolve(uriOf(c.Args[1]).original))
			}),
		},
		Properties: uriProperties(),
		Methods: []objects.Method{
			total("bool Equals(System.Object comparand)", func(c *call) value { return truth(uriOf(c.This).Equals(c.Args[0])) }),
			total("string GetLeftPart(System.UriPartial part)", func(c *call) value { return text(uriOf(c.This).leftPart(c.Int(0))) }),
			total("bool IsBaseOf(uri uri)", func(c *call) value { return truth(uriOf(c.This).isBaseOf(uriOf(c.Args[0]))) }),
			total("bool IsWellFormedOriginalString()", func(c *call) value { return truth(uriOf(c.This).wellFormed()) }),
			partial("uri MakeRelativeUri(uri uri)", func(c *call) (value, error) {
				if !c.Is(0) {
					return objects.Null, objects.NullArgument("uri")
				}
				return objects.Of(uriOf(c.This).relativeTo(uriOf(c.Args[0]))), nil
			}),
		},
		Convert: func(tt *objects.TypeTable, v value) (value, bool, error) {
			s, ok := v.Base().Str()
			if !ok {
				return objects.Null, false, nil
			}
			u, err := ParseUri(s, relativeOrAbsolute)
			if err != nil {
				return objects.Null, true, tt.ConversionRefused("InvalidCastFromStringToUri", v, UriType, err)
			}
			return objects.Of(u), true, nil
		},
	}
	for _, s := range [...][2]string{{"File", "file"}, {"Ftp", "ftp"}, {"Ftps", "ftps"}, {"Gopher", "gopher"}, {"Http", "http"}, {"Https", "https"}, {"Mailto", "mailto"},
		{"NetPipe", "net.pipe"}, {"NetTcp", "net.tcp"}, {"News", "news"}, {"Nntp", "nntp"}, {"Sftp", "sftp"}, {"Ssh", "ssh"}, {"Telnet", "telnet"}, {"Ws", "ws"}, {"Wss", "wss"}} {
		d.Properties = append(d.Properties, objects.Constant("static string UriScheme"+s[0]+" {get;}", text(s[1])))
	}
	d.Properties = append(d.Properties, objects.Constant("static string SchemeDelimiter {get;}", text("://")))
	d.Methods = append(d.Methods, uriEscapes()...)
	d.Methods = append(d.Methods, uriChecks()...)
	return d
}

func newUri(c *call, kind int) (value, error) {
	if c.Args[0].IsNull() {
		return objects.Null, objects.NullArgument("uriString")
	}
	return uriValue(ParseUri(c.Str(0), kind))
}

// leftPart is the Uri up to a part (System.UriPartial).
func (u *Uri) leftPart(part int) string {
	switch part {
	case 0:
		if u.hierarchy {
			return u.scheme + "://"
		}
		return u.scheme + ":"
	case 1:
		if !u.hierarchy {
			return ""
		}
		return u.head()
	case 2:
		return u.head() + u.path
	}
	return u.head() + u.path + u.query
}

func (u *Uri) isBaseOf(o *Uri) bool {
	return u.absolute && o.absolute && u.scheme == o.scheme && u.authority(false) == o.authority(false) &&
		strings.HasPrefix(o.path, u.path[:strings.LastIndexByte(u.path, '/')+1])
}

// relativeTo is how o is reached from u: o itself on another host.
func (u *Uri) relativeTo(o *Uri) *Uri {
	if u.scheme != o.scheme || u.authority(true) != o.authority(true) {
		return o
	}
	from, to := strings.Split(u.path, "/"), strings.Split(o.path, "/")
	n := 0
	for n < len(from)-1 && n < len(to)-1 && from[n] == to[n] {
		n++
	}
	path := strings.Repeat("../", len(from)-1-n) + strings.Join(to[n:], "/")
	return &Uri{original: path + o.query + o.fragment, port: -1}
}

func uriEscapes() []objects.Method {
	of := func(param string, f func(s string) string) func(c *call) (value, error) {
		return func(c *call) (value, error) {
			if c.Args[0].IsNull() {
				return objects.Null, objects.NullArgument(param)
			}
			return text(f(c.Str(0))), nil
		}
	}
	return []objects.Method{
		partial("static string EscapeDataString(string stringToEscape)", of("stringToEscape", EscapeData)),
		partial("static string EscapeUriString(string stringToEscape)", of("stringToEscape", func(s string) string { return escape(s, unreserved+reserved) })),
		partial("static string UnescapeDataString(string stringToUnescape)", of("stringToUnescape", func(s string) string { return unescape(s, "") })),
		partial("static string HexEscape(char character)", func(c *call) (value, error) {
			n := c.Int(0)
			if n > 0xFF {
				return objects.Null, objects.OutOfRange("Specified argument was out of the range of valid values.", "character")
			}
			return text("%" + hexDigits[n>>4:n>>4+1] + hexDigits[n&15:n&15+1]), nil
		}),
		total("static bool IsHexDigit(char character)", func(c *call) value {
			_, ok := hexDigit(byte(c.Int(0)))
			return truth(ok && c.Int(0) < 0x80)
		}),
	}
}

func uriChecks() []objects.Method {
	created := func(c *call, u *Uri, err error, into int) (value, error) {
		if err != nil {
			return truth(false), c.Assign(into, objects.Null)
		}
		return truth(true), c.Assign(into, objects.Of(u))
	}
	return []objects.Method{
		total("static System.UriHostNameType CheckHostName(string name)", func(c *call) value { return hostKind(kindOfHost(c.Str(0))) }),
		total("static bool CheckSchemeName(string schemeName)", func(c *call) value {
			_, rest, ok := cutScheme(c.Str(0) + "x:")
			return truth(ok && rest == "" && c.Str(0) != "")
		}),
		total("static bool IsWellFormedUriString(string uriString, System.UriKind uriKind)", func(c *call) value {
			u, err := ParseUri(c.Str(0), c.Int(1))
			return truth(err == nil && u.wellFormed())
		}),
		partial("static bool TryCreate(string uriString, System.UriKind uriKind, [ref] uri result)", func(c *call) (value, error) {
			if c.Args[0].IsNull() {
				return truth(false), c.Assign(2, objects.Null)
			}
			u, err := ParseUri(c.Str(0), c.Int(1))
			return created(c, u, err, 2)
		}),
		partial("static bool TryCreate(uri baseUri, string relativeUri, [ref] uri result)", func(c *call) (value, error) {
			u, err := uriOf(c.Args[0]).resolve(c.Str(1))
			return created(c, u, err, 2)
		}),
		partial("static bool TryCreate(uri baseUri, uri relativeUri, [ref] uri result)", func(c *call) (value, error) {
			u, err := uriOf(c.Args[0]).resolve(uriOf(c.Args[1]).original)
			return created(c, u, err, 2)
		}),
	}
}
