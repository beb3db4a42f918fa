package ldap

import (
	"context"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"fmt"
	"net"
	"net/url"
	"os"
	"strings"
	"sync"
	"time"

	"github.com/go-ldap/ldap/v3"
)

// Options say how a directory server is reached.
type Options struct {
	// URL is ldaps://HOST:PORT/BASE or ldap://HOST:PORT/BASE; BASE is the
	// distinguished name of the domain, which the server is asked for where it is
	// left out (RFC 4516).
	URL string
	// User and Password are those of a simple bind; without a user it is anonymous.
	User, Password string
	// Authorities is a file of certificates in PEM that vouch for the server, besides
	// those that the system knows; "" for none.
	Authorities string
	// Timeout bounds a connection's making and each answer; 30 seconds where it is 0.
	Timeout time.Duration
}

const defaultTimeout = 30 * time.Second

// Server is a directory server. It connects when it is first asked, and again where
// the connection was lost. It may be used from several goroutines, one of which it
// serves at a time.
type Server struct {
	options Options
	url     *url.URL

	mu   sync.Mutex
	conn *ldap.Conn
	base string
	kin  map[Options]*Server // those that [Server.As] has made
}

// New describes a server; nothing is connected yet. The error says what the text
// lacks.
func New(o Options) (*Server, error) {
	u, err := url.Parse(o.URL)
	if err != nil || u.Host == "" || u.Scheme != "ldaps" && u.Scheme != "ldap" {
		return nil, fmt.Errorf("%q does not name a directory server: write ldaps://HOST/DC=example,DC=com", o.URL)
	}
	if u.User != nil {
		return nil, fmt.Errorf("the directory %s: a password has no place in an address; set CSSHELL_DIRECTORY_USER and CSSHELL_DIRECTORY_PASSWORD_FILE", u.Host)
	}
	if o.Timeout == 0 {
		o.Timeout = defaultTimeout
	}
	return &Server{options: o, url: u, base: strings.TrimPrefix(u.Path, "/")}, nil
}

// Name is the server as messages name it.
func (s *Server) Name() string { return s.url.Scheme + "://" + s.url.Host }

// As is the server, or another one of the same kind, with other credentials: what
// -Server and -Credential of a cmdlet ask for. Empty texts change nothing.
func (s *Server) As(host, user, password string) (*Server, error) {
	o := s.options
	if host != "" && !strings.EqualFold(host, s.url.Host) && !strings.EqualFold(host, s.url.Hostname()) {
		u := *s.url
		if u.Host = host; !strings.Contains(host, ":") && s.url.Port() != "" {
			u.Host = net.JoinHostPort(host, s.url.Port())
		}
		o.URL = u.String()
	}
	if user != "" {
		o.User, o.Password = user, password
	}
	if o == s.options {
		return s, nil
	}
	s.mu.Lock()
	defer s.mu.Unlock()
	if other := s.kin[o]; other != nil {
		return other, nil
	}
	other, err := New(o)
	if err != nil {
		return nil, err
	}
	if s.kin == nil {
		s.kin = map[Options]*Server{}
	}
	s.kin[o] = other
	return other, nil
}

// Close ends the connection, and those of the servers that As has made.
func (s *Server) Close() error {
	s.mu.Lock()
	defer s.mu.Unlock()
	var failures []error
	for _, other := range s.kin {
		failures = append(failures, other.Close())
	}
	if s.conn != nil {
		failures = append(failures, s.conn.Close())
		s.conn = nil
	}
	return errors.Join(failures...)
}

// do runs a request. When ctx ends, the connection is given up, so that the request
// returns at once.
func (s *Server) do(ctx context.Context, request func(c *ldap.Conn) error) error {
	s.mu.Lock()
	defer s.mu.Unlock()
	if err := ctx.Err(); err != nil {
		return err
	}
	c, err := s.connection(ctx)
	if err == nil {
		stop := context.AfterFunc(ctx, func() { _ = c.Close() })
		err = request(c)
		stop()
	}
	if ctx.Err() != nil {
		s.drop()
		return ctx.Err()
	}
	if err == nil {
		return nil
	}
	if ldap.IsErrorWithCode(err, ldap.ErrorNetwork) {
		s.drop()
	}
	return s.failed(err)
}

// drop gives the connection up; the next request makes another.
func (s *Server) drop() {
	if s.conn != nil {
		_ = s.conn.Close() // it is broken: what closing it says is of no use
		s.conn = nil
	}
}

// connection is the open connection, or a new one.
func (s *Server) connection(ctx context.Context) (*ldap.Conn, error) {
	if s.conn != nil && !s.conn.IsClosing() {
		return s.conn, nil
	}
	c, err := s.dial(ctx)
	if err != nil {
		return nil, err
	}
	if err := s.bind(c); err != nil {
		return nil, errors.Join(err, c.Close())
	}
	s.conn = c
	return c, nil
}

func (s *Server) dial(ctx context.Context) (*ldap.Conn, error) {
	config, err := s.tls()
	if err != nil {
		return nil, err
	}
	dialer := &net.Dialer{Timeout: s.options.Timeout}
	secure := s.url.Scheme == "ldaps"
	var raw net.Conn
	if secure {
		raw, err = (&tls.Dialer{NetDialer: dialer, Config: config}).DialContext(ctx, "tcp", s.address(ldap.DefaultLdapsPort))
	} else {
		raw, err = dialer.DialContext(ctx, "tcp", s.address(ldap.DefaultLdapPort))
	}
	if err != nil {
		return nil, err
	}
	c := ldap.NewConn(raw, secure)
	c.Start()
	c.SetTimeout(s.options.Timeout)
	if !secure && s.options.User != "" && !isLoopback(s.url.Hostname()) {
		if err := c.StartTLS(config); err != nil {
			return nil, errors.Join(fmt.Errorf("a password does not travel in clear, and StartTLS failed: %w", err), c.Close())
		}
	}
	return c, nil
}

// address is the server's host with its port, or that of the protocol.
func (s *Server) address(port string) string {
	if s.url.Port() != "" {
		port = s.url.Port()
	}
	return net.JoinHostPort(s.url.Hostname(), port)
}

func (s *Server) tls() (*tls.Config, error) {
	config := &tls.Config{ServerName: s.url.Hostname(), MinVersion: tls.VersionTLS12}
	if s.options.Authorities == "" {
		return config, nil
	}
	pem, err := os.ReadFile(s.options.Authorities)
	if err != nil {
		return nil, err
	}
	if config.RootCAs, err = x509.SystemCertPool(); err != nil {
		config.RootCAs = x509.NewCertPool()
	}
	if !config.RootCAs.AppendCertsFromPEM(pem) {
		return nil, fmt.Errorf("%s holds no certificate in PEM", s.options.Authorities)
	}
	return config, nil
}

func isLoopback(host string) bool {
	ip := net.ParseIP(host)
	return strings.EqualFold(host, "localhost") || ip != nil && ip.IsLoopback()
}

func (s *Server) bind(c *ldap.Conn) error {
	switch {
	case s.options.User == "":
		return c.UnauthenticatedBind("")
	case s.options.Password == "": // which a server takes for an anonymous bind
		return fmt.Errorf("%s has no password: set CSSHELL_DIRECTORY_PASSWORD_FILE or use -Credential", s.options.User)
	}
	if err := c.Bind(s.options.User, s.options.Password); err != nil {
		return fmt.Errorf("%s may not sign in: %w", s.options.User, err)
	}
	return nil
}

// Base is the distinguished name below which the accounts are.
func (s *Server) Base(ctx context.Context) (string, error) {
	s.mu.Lock()
	base := s.base
	s.mu.Unlock()
	if base != "" {
		return base, nil
	}
	request := ldap.NewSearchRequest("", ldap.ScopeBaseObject, ldap.NeverDerefAliases, 0, 0, false, "(objectClass=*)", []string{"defaultNamingContext", "namingContexts"}, nil)
	err := s.do(ctx, func(c *ldap.Conn) error {
		answer, err := c.Search(request)
		if err != nil || len(answer.Entries) == 0 {
			return err
		}
		if base = answer.Entries[0].GetAttributeValue("defaultNamingContext"); base == "" {
			base = answer.Entries[0].GetAttributeValue("namingContexts")
		}
		return nil
	})
	if err == nil && base == "" {
		err = s.failed(errors.New("it does not say which domain it has: add it to the address, as in ldaps://HOST/DC=example,DC=com"))
	}
	if err != nil {
		return "", err
	}
	s.mu.Lock()
	s.base = base
	s.mu.Unlock()
	return base, nil
}

// Error is what went wrong at a directory server, which it names.
type Error struct {
	Server string
	Err    error
}

// Error is the message.
func (e *Error) Error() string { return "the directory " + e.Server + ": " + e.Err.Error() }

// Unwrap is the error behind it.
func (e *Error) Unwrap() error { return e.Err }

func (s *Server) failed(err error) error { return &Error{s.Name(), err} }
