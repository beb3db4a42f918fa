package net

import (
	"net/netip"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
)

// Uri is a System.Uri, absolute or relative, with its parts escaped.
type Uri struct {
	original  string
	absolute  bool
	scheme    string
	user      string
	host      string // [::1] in brackets
	hostKind  uint64
	port      int  // -1 for none
	hierarchy bool // "//" follows the scheme
	path      string
	query     string // with its "?"
	fragment  string // with its "#"
}

// What a host is (System.UriHostNameType).
const (
	unknownHost uint64 = iota
	basicHost
	dnsHost
	ipv4Host
	ipv6Host
)

// Kinds of text that a Uri is made of (System.UriKind).
const (
	relativeOrAbsolute = iota
	absoluteKind
	relativeKind
)

// defaultPorts are the ports of the schemes; those with a host need "//".
var defaultPorts = map[string]int{"http": 80, "https": 443, "ftp": 21, "ws": 80, "wss": 443, "gopher": 70, "nntp": 119,
	"telnet": 23, "ldap": 389, "net.tcp": 808, "mailto": 25, "ssh": 22, "sftp": 22, "ftps": 990}

// needsHost reports the schemes that are nothing without a host.
func needsHost(scheme string) bool {
	switch scheme {
	case "http", "https", "ftp", "ws", "wss", "gopher", "net.tcp", "nntp":
		return true
	}
	return false
}

func badUri(message string) error {
	return objects.NewException(system.UriFormatException, "Invalid URI: "+message)
}

const (
	noFormat = "The format of the URI could not be determined."
	noHost   = "The hostname could not be parsed."
	noPort   = "Invalid port specified."
)

// ParseUri reads a Uri of the kind.
func ParseUri(s string, kind int) (*Uri, error) {
	u := &Uri{original: s, port: -1}
	trimmed := strings.TrimSpace(s)
	scheme, rest, ok := cutScheme(trimmed)
	switch {
	case kind == relativeKind && (ok || isPath(trimmed)):
		return nil, badUri("A relative URI cannot be created because the 'uriString' parameter represents an absolute URI.")
	case isPath(trimmed):
		u.file(trimmed)
		return u, nil
	case ok:
		if err := u.parseAbsolute(scheme, rest); err != nil {
			return nil, err
		}
		return u, nil
	case kind != absoluteKind:
		return u, nil
	case trimmed == "":
		return nil, badUri("The URI is empty.")
	}
	return nil, badUri(noFormat)
}

// isPath tells the paths of files, which are Uris as they are: /etc/x, \\server\share, C:\x.
func isPath(s string) bool {
	return strings.HasPrefix(s, "/") && !strings.HasPrefix(s, "//") || strings.HasPrefix(s, `\\`) || isDrive(s)
}

func isDrive(s string) bool {
	return len(s) > 2 && isLetter(s[0]) && s[1] == ':' && (s[2] == '\\' || s[2] == '/')
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

func isDigit(c byte) bool { return '0' <= c && c <= '9' }

func cutScheme(s string) (scheme, rest string, ok bool) {
	for i := 0; i < len(s); i++ {
		c := s[i]
		switch {
		case c == ':' && i > 1:
			return strings.ToLower(s[:i]), s[i+1:], true
		case isLetter(c) || i > 0 && (isDigit(c) || c == '+' || c == '-' || c == '.'):
		default:
			return "", "", false
		}
	}
	return "", "", false
}

// file takes the path of a file.
func (u *Uri) file(path string) {
	u.absolute, u.hierarchy, u.scheme, u.hostKind = true, true, "file", basicHost
	path = strings.ReplaceAll(path, `\`, "/")
	if after, ok := strings.CutPrefix(path, "//"); ok {
		host, share, _ := strings.Cut(after, "/")
		u.host, u.hostKind, path = strings.ToLower(host), kindOfHost(host), "/"+share
	} else if !strings.HasPrefix(path, "/") {
		path = "/" + path
	}
	u.path = escapePath(withoutDots(path), "#?")
}

func (u *Uri) parseAbsolute(scheme, rest string) error {
	u.absolute, u.scheme = true, scheme
	if hierarchical(scheme) {
		rest = slashes(rest)
	}
	rest, u.fragment = cutFrom(rest, '#')
	rest, u.query = cutFrom(rest, '?')
	u.query, u.fragment = escapePath(u.query, ""), escapePath(u.fragment, "")
	after, ok := strings.CutPrefix(rest, "//")
	switch {
	case ok:
		u.hierarchy = true
		authority, path := cutFrom(after, '/')
		u.path = escapePath(withoutDots(path), "")
		if u.path == "" && (needsHost(scheme) || scheme == "file") {
			u.path = "/"
		}
		return u.parseAuthority(authority)
	case needsHost(scheme):
		return badUri("The Authority/Host could not be parsed.")
	case scheme == "file":
		u.file(rest)
		return nil
	case scheme == "mailto":
		u.user, u.host, ok = strings.Cut(rest, "@")
		if ok {
			u.hostKind, u.port = kindOfHost(u.host), defaultPorts[scheme]
			return nil
		}
		u.user, u.host = "", ""
	}
	u.path = escapePath(rest, "")
	return nil
}

// hierarchical schemes take a backslash for a slash.
func hierarchical(scheme string) bool { return needsHost(scheme) || scheme == "file" }

// slashes turns backslashes before the query into slashes.
func slashes(s string) string {
	end := strings.IndexAny(s, "?#")
	if end < 0 {
		end = len(s)
	}
	return strings.ReplaceAll(s[:end], `\`, "/") + s[end:]
}

// cutFrom splits before c.
func cutFrom(s string, c byte) (before, from string) {
	if i := strings.IndexByte(s, c); i >= 0 {
		return s[:i], s[i:]
	}
	return s, ""
}

func (u *Uri) parseAuthority(s string) error {
	if i := strings.LastIndexByte(s, '@'); i >= 0 {
		u.user, s = s[:i], s[i+1:]
	}
	host, port := s, ""
	if i := strings.LastIndexByte(s, ':'); i >= 0 && !strings.Contains(s[i:], "]") {
		host, port = s[:i], s[i+1:]
	}
	u.host, u.hostKind = strings.ToLower(host), kindOfHost(host)
	switch {
	case host == "" && needsHost(u.scheme):
		return badUri(noHost)
	case host == "":
		u.hostKind = basicHost
	case u.hostKind == unknownHost:
		return badUri(noHost)
	}
	u.port = -1
	if p, ok := defaultPorts[u.scheme]; ok {
		u.port = p
	}
	if port != "" {
		n, err := strconv.ParseUint(port, 10, 16)
		if err != nil {
			return badUri(noPort)
		}
		u.port = int(n)
	}
	return nil
}

// kindOfHost tells addresses from names (Uri.CheckHostName).
func kindOfHost(host string) uint64 {
	if inner, ok := strings.CutPrefix(host, "["); ok {
		inner, ok = strings.CutSuffix(inner, "]")
		if _, err := netip.ParseAddr(inner); !ok || err != nil {
			return unknownHost
		}
		return ipv6Host
	}
	if a, err := netip.ParseAddr(host); err == nil {
		if a.Is4() {
			return ipv4Host
		}
		return ipv6Host
	}
	for label := range strings.SplitSeq(strings.TrimSuffix(host, "."), ".") {
		if label == "" || len(label) > 63 || label[0] == '-' {
			return unknownHost
		}
		for i := 0; i < len(label); i++ {
			if c := label[i]; c < 0x80 && !isLetter(c) && !isDigit(c) && c != '-' && c != '_' {
				return unknownHost
			}
		}
	}
	return dnsHost
}

// withoutDots removes "." and ".." from a path.
func withoutDots(path string) string {
	if !strings.Contains(path, "/.") {
		return path
	}
	var kept []string
	parts := strings.Split(path, "/")
	for i, p := range parts {
		switch {
		case p != "." && p != "..":
			kept = append(kept, p)
			continue
		case p == ".." && len(kept) > 1:
			kept = kept[:len(kept)-1]
		}
		if i == len(parts)-1 {
			kept = append(kept, "")
		}
	}
	return strings.Join(kept, "/")
}

// resolve is the Uri that a relative one means beside an absolute one.
func (u *Uri) resolve(relative string) (*Uri, error) {
	if !u.absolute {
		return nil, objects.OutOfRange("This operation is not supported for a relative URI.", "baseUri")
	}
	if _, _, ok := cutScheme(relative); ok {
		return ParseUri(relative, absoluteKind)
	}
	head := u.scheme + ":"
	switch {
	case strings.HasPrefix(relative, "//"):
		return ParseUri(head+relative, absoluteKind)
	case u.hierarchy:
		head += "//" + u.authority(true)
	}
	path, rest := relative, ""
	if i := strings.IndexAny(relative, "?#"); i >= 0 {
		path, rest = relative[:i], relative[i:]
	}
	switch {
	case path == "" && strings.HasPrefix(rest, "?"):
		return ParseUri(head+u.path+rest, absoluteKind)
	case path == "":
		return ParseUri(head+u.path+u.query+rest, absoluteKind)
	case strings.HasPrefix(path, "/"):
		return ParseUri(head+path+rest, absoluteKind)
	}
	return ParseUri(head+u.path[:strings.LastIndexByte(u.path, '/')+1]+path+rest, absoluteKind)
}
