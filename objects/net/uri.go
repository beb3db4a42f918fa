package net

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
)

// UriType is System.Uri.
var UriType = objects.Class("System.Uri", objects.ObjectType)

// Type is System.Uri.
func (*Uri) Type() *objects.Type { return UriType }

// Text is the Uri as people read it.
func (u *Uri) Text() (string, error) {
	if !u.absolute {
		return u.original, nil
	}
	return u.head() + unescape(u.path, "%#?") + unescape(u.query, "%#") + unescape(u.fragment, "%"), nil
}

// String is the Uri with all that must be escaped.
func (u *Uri) String() string {
	if !u.absolute {
		return u.original
	}
	return u.head() + u.path + u.query + u.fragment
}

// head is the scheme and the host with its port.
func (u *Uri) head() string {
	switch {
	case u.scheme == "mailto" && u.host != "":
		return "mailto:" + u.user + "@" + u.host
	case !u.hierarchy:
		return u.scheme + ":"
	}
	return u.scheme + "://" + u.authority(true)
}

// authority is the host with its port where that is not the scheme's.
func (u *Uri) authority(user bool) string {
	s := u.host
	if user && u.user != "" {
		s = u.user + "@" + s
	}
	if u.port >= 0 && !u.defaultPort() {
		s += ":" + strconv.Itoa(u.port)
	}
	return s
}

func (u *Uri) defaultPort() bool {
	p, ok := defaultPorts[u.scheme]
	return u.port < 0 || ok && p == u.port
}

// key is what equal Uris have in common: all but user and fragment.
func (u *Uri) key() string {
	if !u.absolute {
		return u.original
	}
	return u.scheme + "://" + u.authority(false) + u.path + u.query
}

// Equals compares with another Uri, or with the text of one.
func (u *Uri) Equals(other value) bool {
	if s, ok := other.Str(); ok {
		o, err := ParseUri(s, relativeOrAbsolute)
		return err == nil && o.key() == u.key()
	}
	o, ok := objects.As[*Uri](other)
	return ok && o.key() == u.key()
}

// HashKey is the same for equal Uris.
func (u *Uri) HashKey() any { return uriKey(u.key()) }

type uriKey string

// localPath is the path as the file system has it.
func (u *Uri) localPath() string {
	path := unescape(u.path, "")
	switch {
	case u.scheme == "file" && u.host != "":
		return `\\` + u.host + strings.ReplaceAll(path, "/", `\`)
	case u.scheme == "file" && isDrive(strings.TrimPrefix(path, "/")):
		return strings.ReplaceAll(path[1:], "/", `\`)
	}
	return path
}

func (u *Uri) segments() []string {
	if !u.hierarchy {
		return []string{u.path}
	}
	parts := strings.SplitAfter(u.path, "/")
	if parts[len(parts)-1] == "" {
		parts = parts[:len(parts)-1]
	}
	return parts
}

// wellFormed reports whether the text needs no escaping.
func (u *Uri) wellFormed() bool {
	return escapePath(u.original, "") == u.original && !strings.Contains(u.original, `\`) && u.original != ""
}

func uriOf(v value) *Uri {
	if u, ok := objects.As[*Uri](v); ok {
		return u
	}
	return &Uri{port: -1}
}

func uriValue(u *Uri, err error) (value, error) {
	if err != nil {
		return objects.Null, err
	}
	return objects.Of(u), nil
}

// ofAbsolute is a property that a relative Uri does not have.
func ofAbsolute(signature string, get func(u *Uri) value) objects.Property {
	return objects.Property{Signature: signature, Get: func(v value) (value, error) {
		u := uriOf(v)
		if !u.absolute {
			return objects.Null, objects.NewException(objects.InvalidOperationException, "This operation is not supported for a relative URI.")
		}
		return get(u), nil
	}}
}

func uriProperties() []objects.Property {
	part := func(name string, get func(u *Uri) string) objects.Property {
		return ofAbsolute("string "+name+" {get;}", func(u *Uri) value { return text(get(u)) })
	}
	return []objects.Property{
		part("AbsolutePath", func(u *Uri) string { return u.path }),
		part("AbsoluteUri", (*Uri).String),
		part("Authority", func(u *Uri) string { return u.authority(false) }),
		part("DnsSafeHost", func(u *Uri) string { return strings.Trim(u.host, "[]") }),
		part("Fragment", func(u *Uri) string { return u.fragment }),
		part("Host", func(u *Uri) string { return u.host }),
		ofAbsolute("System.UriHostNameType HostNameType {get;}", func(u *Uri) value { return hostKind(u.hostKind) }),
		part("IdnHost", func(u *Uri) string { return strings.Trim(u.host, "[]") }),
		reads("bool IsAbsoluteUri {get;}", func(v value) value { return truth(uriOf(v).absolute) }),
		ofAbsolute("bool IsDefaultPort {get;}", func(u *Uri) value { return truth(u.defaultPort()) }),
		ofAbsolute("bool IsFile {get;}", func(u *Uri) value { return truth(u.scheme == "file") }),
		ofAbsolute("bool IsLoopback {get;}", func(u *Uri) value {
			return truth(u.host == "localhost" || u.host == "loopback" || strings.HasPrefix(u.host, "127.") || u.host == "[::1]" || u.scheme == "file" && u.host == "")
		}),
		ofAbsolute("bool IsUnc {get;}", func(u *Uri) value { return truth(u.scheme == "file" && u.host != "") }),
		part("LocalPath", (*Uri).localPath),
		reads("string OriginalString {get;}", func(v value) value { return text(uriOf(v).original) }),
		part("PathAndQuery", func(u *Uri) string { return u.path + u.query }),
		ofAbsolute("int Port {get;}", func(u *Uri) value { return objects.Int(u.port) }),
		part("Query", func(u *Uri) string { return u.query }),
		part("Scheme", func(u *Uri) string { return u.scheme }),
		ofAbsolute("string[] Segments {get;}", func(u *Uri) value { return objects.Of(objects.Strings(u.segments())) }),
		reads("bool UserEscaped {get;}", func(value) value { return truth(false) }),
		part("UserInfo", func(u *Uri) string { return u.user }),
	}
}
