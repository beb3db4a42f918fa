package net

import (
	"context"
	"errors"
	stdio "io"
	"net"
	"net/http"
	"strconv"
	"strings"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/io"
)

// The clients of the network.
var (
	WebClientType           = &objects.Type{FullName: "System.Net.WebClient", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.DisposableType}}
	WebExceptionType        = &objects.Type{FullName: "System.Net.WebException", Base: objects.InvalidOperationException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	ServicePointManagerType = &objects.Type{FullName: "System.Net.ServicePointManager", Kind: objects.KindObject}
	TcpClientType           = &objects.Type{FullName: "System.Net.Sockets.TcpClient", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.DisposableType}}
	SocketExceptionType     = &objects.Type{FullName: "System.Net.Sockets.SocketException", Base: objects.SystemException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
)

// webClient reads what an address gives (System.Net.WebClient).
type webClient struct{ credentials, encoding, base value }

// Type is System.Net.WebClient.
func (*webClient) Type() *objects.Type { return WebClientType }

// downloadLimit bounds what is held of one answer.
const downloadLimit = 1 << 30

// download is what an address of http, https or file, or a path, gives.
func download(ctx context.Context, address string) ([]byte, error) {
	if address == "" {
		return nil, objects.BadArgument("The value cannot be an empty string.", "path")
	}
	if u, err := ParseUri(address, absoluteKind); err != nil || u.scheme == "file" {
		b, err := io.ReadFile(strings.TrimPrefix(address, "file://"))
		if err != nil {
			return nil, objects.NewException(WebExceptionType, err.Error()).Because(err)
		}
		return b, nil
	}
	request, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return nil, objects.NewException(objects.NotSupportedException, "The URI prefix is not recognized.")
	}
	response, err := http.DefaultClient.Do(request)
	if err != nil {
		return nil, webFailure(err)
	}
	defer response.Body.Close()
	if response.StatusCode >= http.StatusBadRequest {
		return nil, objects.NewException(WebExceptionType, "The remote server returned an error: ("+strconv.Itoa(response.StatusCode)+") "+http.StatusText(response.StatusCode)+".")
	}
	b, err := stdio.ReadAll(stdio.LimitReader(response.Body, downloadLimit))
	if err != nil {
		return nil, webFailure(err)
	}
	return b, nil
}

func webFailure(err error) error {
	if errors.Is(err, context.Canceled) {
		return err
	}
	return objects.NewException(WebExceptionType, "An exception occurred during a WebClient request.").Because(objects.NewException(objects.IOException, err.Error()))
}

func webClientDeclaration() *objects.Declaration {
	slot := objects.Slot[*webClient]
	d := &objects.Declaration{
		Type:         WebClientType,
		Constructors: []objects.Method{total("new()", func(*call) value { return objects.Of(&webClient{base: text("")}) })},
		Properties: []objects.Property{
			slot("string BaseAddress {get;set;}", func(w *webClient) *value { return &w.base }),
			slot("System.Object Credentials {get;set;}", func(w *webClient) *value { return &w.credentials }),
			slot("System.Text.Encoding Encoding {get;set;}", func(w *webClient) *value { return &w.encoding }),
		},
		Methods: []objects.Method{does("void Dispose()", func(*call) error { return nil })},
	}
	address := func(c *call) string {
		if u, ok := objects.As[*Uri](c.Args[0]); ok {
			s, _ := u.Text()
			return s
		}
		return c.Str(0)
	}
	for _, param := range [...]string{"string address", "uri address"} {
		d.Methods = append(d.Methods,
			partial("string DownloadString("+param+")", func(c *call) (value, error) {
				b, err := download(c.Context, address(c))
				return text(string(b)), err
			}),
			partial("byte[] DownloadData("+param+")", func(c *call) (value, error) {
				b, err := download(c.Context, address(c))
				if err != nil {
					return objects.Null, err
				}
				return objects.ByteArray(b), nil
			}),
			does("void DownloadFile("+param+", string fileName)", func(c *call) error {
				b, err := download(c.Context, address(c))
				if err != nil {
					return err
				}
				return io.WriteFile(c.Str(1), b)
			}))
	}
	return d
}

// clientEntries are the types above.
func clientEntries() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: WebClientType, Declare: webClientDeclaration},
		{Type: WebExceptionType}, {Type: SocketExceptionType},
		{Type: ServicePointManagerType, Declare: servicePointDeclaration},
		{Type: TcpClientType, Declare: tcpClientDeclaration},
	}
}

// servicePoints are the settings that scripts set before they ask a server;
// the defaults of the system hold whatever they say.
type servicePoints struct{ protocol, callback, limit, expect, revocation, nagle value }

func servicePointDeclaration() *objects.Declaration {
	s := &servicePoints{protocol: objects.Word(SecurityProtocolType, 0), limit: objects.Int(2), expect: truth(true), revocation: truth(false), nagle: truth(true)}
	static := func(signature string, at *value) objects.Property {
		return objects.Property{
			Signature: "static " + signature + " {get;set;}",
			Get:       func(value) (value, error) { return *at, nil },
			Set:       func(_, v value) error { *at = v; return nil },
		}
	}
	return &objects.Declaration{
		Type: ServicePointManagerType,
		Properties: []objects.Property{
			static("bool CheckCertificateRevocationList", &s.revocation),
			static("int DefaultConnectionLimit", &s.limit),
			static("bool Expect100Continue", &s.expect),
			static("System.Net.SecurityProtocolType SecurityProtocol", &s.protocol),
			static("System.Object ServerCertificateValidationCallback", &s.callback),
			static("bool UseNagleAlgorithm", &s.nagle),
		},
	}
}

// tcpClient is a connection (System.Net.Sockets.TcpClient).
type tcpClient struct {
	conn                 net.Conn
	receive, send, delay value
}

// Type is System.Net.Sockets.TcpClient.
func (*tcpClient) Type() *objects.Type { return TcpClientType }

// connectTimeout bounds how long a connection is waited for.
const connectTimeout = 60 * time.Second

func (t *tcpClient) connect(c *call, host string, port int) error {
	if port < 0 || port > 65535 {
		return objects.OutOfRange("Specified argument was out of the range of valid values.", "port")
	}
	dialer := net.Dialer{Timeout: connectTimeout}
	conn, err := dialer.DialContext(c.Context, "tcp", net.JoinHostPort(host, strconv.Itoa(port)))
	if err != nil {
		if errors.Is(err, context.Canceled) {
			return err
		}
		var noHost *net.DNSError
		if errors.As(err, &noHost) {
			return objects.NewException(SocketExceptionType, "Name or service not known")
		}
		return objects.NewException(SocketExceptionType, "Connection refused")
	}
	t.conn = conn
	return nil
}

func tcpClientDeclaration() *objects.Declaration {
	of := func(v value) *tcpClient {
		if t, ok := objects.As[*tcpClient](v); ok {
			return t
		}
		return &tcpClient{}
	}
	made := func() *tcpClient {
		return &tcpClient{receive: objects.Int(0), send: objects.Int(0), delay: truth(false)}
	}
	closing := func(c *call) error {
		if t := of(c.This); t.conn != nil {
			t.conn.Close()
			t.conn = nil
		}
		return nil
	}
	return &objects.Declaration{
		Type: TcpClientType,
		Constructors: []objects.Method{
			total("new()", func(*call) value { return objects.Of(made()) }),
			partial("new(string hostname, int port)", func(c *call) (value, error) {
				t := made()
				return objects.Of(t), t.connect(c, c.Str(0), c.Int(1))
			}),
		},
		Properties: []objects.Property{
			reads("bool Connected {get;}", func(v value) value { return truth(of(v).conn != nil) }),
			objects.Slot("bool NoDelay {get;set;}", func(t *tcpClient) *value { return &t.delay }),
			objects.Slot("int ReceiveTimeout {get;set;}", func(t *tcpClient) *value { return &t.receive }),
			objects.Slot("int SendTimeout {get;set;}", func(t *tcpClient) *value { return &t.send }),
		},
		Methods: []objects.Method{
			does("void Connect(string hostname, int port)", func(c *call) error { return of(c.This).connect(c, c.Str(0), c.Int(1)) }),
			does("void Connect(ipaddress address, int port)", func(c *call) error {
				host, err := c.Types.Text(c.Args[0], " ")
				if err != nil {
					return err
				}
				return of(c.This).connect(c, host, c.Int(1))
			}),
			does("void Close()", closing),
			does("void Dispose()", closing),
		},
	}
}
