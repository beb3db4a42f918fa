package net

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
)

// UriBuilderType is System.UriBuilder.
var UriBuilderType = objects.Class("System.UriBuilder", objects.ObjectType)

// uriBuilder holds the parts of a Uri that is being made.
type uriBuilder struct {
	scheme, host, path, query, fragment, user, password string
	port                                                int
}

// Type is System.UriBuilder.
func (*uriBuilder) Type() *objects.Type { return UriBuilderType }

// Text is the Uri with its port.
func (b *uriBuilder) Text() (string, error) {
	s := b.scheme + ":"
	if b.host != "" || needsHost(b.scheme) || b.scheme == "file" {
		s += "//"
	}
	if b.user != "" {
		s += b.user
		if b.password != "" {
			s += ":" + b.password
		}
		s += "@"
	}
	s += b.host
	if b.port >= 0 && b.host != "" {
		s += ":" + strconv.Itoa(b.port)
	}
	if b.path != "" && b.host != "" && !strings.HasPrefix(b.path, "/") {
		s += "/"
	}
	return s + b.path + b.query + b.fragment, nil
}

func (b *uriBuilder) uri() (*Uri, error) {
	s, err := b.Text()
	if err != nil {
		return nil, err
	}
	return ParseUri(s, absoluteKind)
}

func builderOf(v value) *uriBuilder {
	if b, ok := objects.As[*uriBuilder](v); ok {
		return b
	}
	return newBuilder()
}

func newBuilder() *uriBuilder {
	return &uriBuilder{scheme: "http", host: "localhost", path: "/", port: -1}
}

func builderFrom(u *Uri) *uriBuilder {
	b := &uriBuilder{scheme: u.scheme, host: u.host, path: u.path, query: u.query, fragment: u.fragment, port: u.port}
	b.user, b.password, _ = strings.Cut(u.user, ":")
	return b
}

// parseBuilder reads a Uri for a builder; a host alone is one of http.
func parseBuilder(s string) (value, error) {
	if _, _, ok := cutScheme(s); !ok || !strings.Contains(s, "://") && isHostPort(s) {
		s = "http://" + s
	}
	u, err := ParseUri(s, absoluteKind)
	if err != nil {
		return objects.Null, err
	}
	return objects.Of(builderFrom(u)), nil
}

// isHostPort tells host:80 from scheme:text.
func isHostPort(s string) bool {
	_, port, _ := strings.Cut(s, ":")
	port, _, _ = strings.Cut(port, "/")
	_, err := strconv.Atoi(port)
	return err == nil
}

func builderConstructors() []objects.Method {
	from := func(c *call) (value, error) {
		b := newBuilder()
		b.scheme, b.host = strings.ToLower(c.Str(0)), c.Str(1)
		if len(c.Args) > 2 {
			b.port = c.Int(2)
		}
		if len(c.Args) > 3 {
			b.path = c.Str(3)
		}
		if len(c.Args) > 4 {
			u, err := ParseUri("x://x/"+c.Str(4), absoluteKind)
			if err != nil {
				return objects.Null, err
			}
			b.query, b.fragment = u.query, u.fragment
		}
		return objects.Of(b), nil
	}
	return []objects.Method{
		total("new()", func(*call) value { return objects.Of(newBuilder()) }),
		partial("new(string uri)", func(c *call) (value, error) { return parseBuilder(c.Str(0)) }),
		total("new(uri uri)", func(c *call) value { return objects.Of(builderFrom(uriOf(c.Args[0]))) }),
		partial("new(string schemeName, string hostName)", from),
		partial("new(string scheme, string host, int portNumber)", from),
		partial("new(string scheme, string host, int port, string pathValue)", from),
		partial("new(string scheme, string host, int port, string path, string extraValue)", from),
	}
}

func builderDeclaration() *objects.Declaration {
	part := func(name string, of func(b *uriBuilder) *string, clean func(s string) string) objects.Property {
		return objects.Property{
			Signature: "string " + name + " {get;set;}",
			Get:       func(v value) (value, error) { return text(*of(builderOf(v))), nil },
			Set: func(this, v value) error {
				s, _ := v.Str()
				*of(builderOf(this)) = clean(s)
				return nil
			},
		}
	}
	same := func(s string) string { return s }
	after := func(mark string) func(s string) string {
		return func(s string) string {
			if s == "" || strings.HasPrefix(s, mark) {
				return s
			}
			return mark + s
		}
	}
	return &objects.Declaration{
		Type:         UriBuilderType,
		Constructors: builderConstructors(),
		Properties: []objects.Property{
			part("Fragment", func(b *uriBuilder) *string { return &b.fragment }, after("#")),
			part("Host", func(b *uriBuilder) *string { return &b.host }, same),
			part("Password", func(b *uriBuilder) *string { return &b.password }, same),
			part("Path", func(b *uriBuilder) *string { return &b.path }, func(s string) string { return escapePath(after("/")(s), "?#") }),
			{
				Signature: "int Port {get;set;}",
				Get:       func(v value) (value, error) { return objects.Int(builderOf(v).port), nil },
				Set: func(this, v value) error {
					if n := v.Int64(); n < -1 || n > 65535 {
						return objects.OutOfRange("Specified argument was out of the range of valid values.", "value")
					}
					builderOf(this).port = int(v.Int64())
					return nil
				},
			},
			part("Query", func(b *uriBuilder) *string { return &b.query }, after("?")),
			part("Scheme", func(b *uriBuilder) *string { return &b.scheme }, strings.ToLower),
			{Signature: "uri Uri {get;}", Get: func(v value) (value, error) { return uriValue(builderOf(v).uri()) }},
			part("UserName", func(b *uriBuilder) *string { return &b.user }, same),
		},
	}
}
