package web

import (
	"context"
	"crypto/tls"
	"errors"
	"net"
	"net/http"
	"net/url"
	"time"
)

// defaultRedirects is how many redirections are followed where nobody says otherwise.
const defaultRedirects = 5

// client makes the HTTP client that the parameters describe.
func (p *parameters) client(s *Session) (*http.Client, error) {
	transport := &http.Transport{
		Proxy: http.ProxyFromEnvironment, DisableKeepAlives: bool(p.DisableKeepAlive), ForceAttemptHTTP2: true,
		TLSClientConfig: &tls.Config{InsecureSkipVerify: bool(p.SkipCertificateCheck), MinVersion: p.oldestTLS()},
	}
	switch {
	case bool(p.NoProxy):
		transport.Proxy = nil
	case p.Proxy != nil:
		proxy, err := url.Parse(textOf(p.Proxy))
		if err != nil {
			return nil, err
		}
		if p.ProxyCredential != nil {
			proxy.User = url.UserPassword(p.ProxyCredential.UserName, p.ProxyCredential.Password.Plain())
		}
		transport.Proxy = http.ProxyURL(proxy)
	}
	transport.DialContext = p.dial
	if p.HttpVersion != nil && p.HttpVersion.Parts[0] < 2 {
		transport.ForceAttemptHTTP2 = false
		transport.TLSNextProto = map[string]func(string, *tls.Conn) http.RoundTripper{}
	}
	if p.UnixSocket != nil {
		transport.Proxy = nil
	}
	return &http.Client{
		Transport: transport, Jar: s.jar, CheckRedirect: p.redirect,
		Timeout: time.Duration(p.ConnectionTimeoutSeconds) * time.Second,
	}, nil
}

// oldestTLS is the lowest of the versions that -SslProtocol names; 0 for Go's own choice.
func (p *parameters) oldestTLS() uint16 {
	for _, v := range [...]struct {
		bit     int
		version uint16
	}{{192, tls.VersionTLS10}, {768, tls.VersionTLS11}, {3072, tls.VersionTLS12}, {12288, tls.VersionTLS13}} {
		if p.SslProtocol&v.bit == v.bit {
			return v.version
		}
	}
	return 0
}

// dial connects to the server, or to a Unix socket in its place, so that every read
// brings something in time where the parameters say so.
func (p *parameters) dial(ctx context.Context, network, address string) (net.Conn, error) {
	if p.UnixSocket != nil {
		network, address = "unix", p.UnixSocket.Path
	}
	conn, err := new(net.Dialer).DialContext(ctx, network, address)
	if err != nil || p.OperationTimeoutSeconds == 0 {
		return conn, err
	}
	return &idleConn{conn, time.Duration(p.OperationTimeoutSeconds) * time.Second}, nil
}

// idleConn is a connection whose reads fail after a while without data.
type idleConn struct {
	net.Conn
	limit time.Duration
}

// Read is the connection's, with a deadline.
func (c *idleConn) Read(b []byte) (int, error) {
	if err := c.SetReadDeadline(time.Now().Add(c.limit)); err != nil {
		return 0, err
	}
	return c.Conn.Read(b)
}

// redirect decides whether a redirection is followed.
func (p *parameters) redirect(next *http.Request, sent []*http.Request) error {
	most := defaultRedirects
	if p.MaximumRedirection.Bound {
		most = p.MaximumRedirection.Value
	}
	first := sent[0]
	switch {
	case most == 0:
		return http.ErrUseLastResponse
	case len(sent) > most:
		return errors.New("the maximum of " + first.URL.Host + "'s redirections is reached")
	case first.URL.Scheme == "https" && next.URL.Scheme == "http" && !bool(p.AllowInsecureRedirect):
		return errInsecureRedirect
	}
	if p.PreserveAuthorizationOnRedirect {
		next.Header.Set("Authorization", first.Header.Get("Authorization"))
	}
	if p.PreserveHttpMethodOnRedirect && next.Method != first.Method {
		next.Method = first.Method
		if first.GetBody != nil {
			body, err := first.GetBody()
			if err != nil {
				return err
			}
			next.Body, next.ContentLength, next.GetBody = body, first.ContentLength, first.GetBody
		}
	}
	return nil
}

// errInsecureRedirect refuses to leave TLS.
var errInsecureRedirect = errors.New("Cannot follow an insecure redirection by default. Reissue the command specifying the -AllowInsecureRedirect switch.")
