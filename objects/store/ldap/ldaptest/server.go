// Package ldaptest is a small directory server on this machine for tests. It knows
// what csshell asks of one: simple binds, searches in pages, changes of attributes
// and new entries, over TLS or in clear.
package ldaptest

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/pem"
	"math/big"
	"net"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	ber "github.com/go-asn1-ber/asn1-ber"

	"github.com/csshell/csshell/objects/store/ldap"
)

// Who may sign in at the server.
const (
	User     = `LITWARE\svc-csshell`
	Password = "not a secret"
)

// Base is the domain of the server.
const Base = "DC=litwareinc,DC=com"

// Server is a running server.
type Server struct {
	// URL is its address without a base.
	URL string
	// Authority is the file of the certificate that vouches for it; "" in clear.
	Authority string

	listener net.Listener
	ended    chan struct{}

	mu       sync.Mutex
	entries  []*ldap.Entry
	requests []string
	delay    time.Duration
	conns    map[net.Conn]bool
}

// Start runs a server with the entries of an LDIF file until the test ends; secure
// says that it speaks TLS.
func Start(t testing.TB, ldif string, secure bool) *Server {
	t.Helper()
	s := &Server{conns: map[net.Conn]bool{}, ended: make(chan struct{})}
	for e, err := range ldap.ReadLDIF(strings.NewReader(ldif)) {
		if err != nil {
			t.Fatal(err)
		}
		s.entries = append(s.entries, e)
	}
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	s.URL = "ldap://" + listener.Addr().String()
	if secure {
		s.URL = "ldaps://" + listener.Addr().String()
		s.Authority = filepath.Join(t.TempDir(), "authority.pem")
		listener = tls.NewListener(listener, &tls.Config{Certificates: []tls.Certificate{certificate(t, s.Authority)}})
	}
	s.listener = listener
	var served sync.WaitGroup
	served.Go(func() { s.accept(&served) })
	t.Cleanup(func() {
		close(s.ended)
		listener.Close()
		s.Disconnect()
		served.Wait()
	})
	return s
}

// certificate makes a certificate for this machine and writes it to a file.
func certificate(t testing.TB, file string) tls.Certificate {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), NotBefore: time.Now().Add(-time.Hour), NotAfter: time.Now().Add(time.Hour),
		IPAddresses: []net.IP{net.IPv4(127, 0, 0, 1)}, IsCA: true, BasicConstraintsValid: true, KeyUsage: x509.KeyUsageDigitalSignature | x509.KeyUsageCertSign,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(file, pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}), 0o600); err != nil {
		t.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

// Requests are the requests so far, as text: "bind USER", "search FILTER",
// "modify DN" and "add DN".
func (s *Server) Requests() []string {
	s.mu.Lock()
	defer s.mu.Unlock()
	return slices.Clone(s.requests)
}

// Delay makes searches wait before they are answered.
func (s *Server) Delay(d time.Duration) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.delay = d
}

// Disconnect ends all connections, as a restart would.
func (s *Server) Disconnect() {
	s.mu.Lock()
	defer s.mu.Unlock()
	for c := range s.conns {
		c.Close()
	}
	clear(s.conns)
}

func (s *Server) accept(served *sync.WaitGroup) {
	for {
		c, err := s.listener.Accept()
		if err != nil {
			return
		}
		s.mu.Lock()
		s.conns[c] = true
		s.mu.Unlock()
		served.Go(func() { s.serve(c) })
	}
}

// The requests of the protocol and their answers (RFC 4511 4.2 and on).
const (
	bindRequest, bindResponse     = 0, 1
	unbindRequest                 = 2
	searchRequest, searchEntry    = 3, 4
	searchDone                    = 5
	modifyRequest, modifyResponse = 6, 7
	addRequest, addResponse       = 8, 9
)

// The results of the protocol (RFC 4511 A.1).
const (
	success            = 0
	noSuchAttribute    = 16
	valueExists        = 20
	noSuchObject       = 32
	invalidCredentials = 49
	insufficientRights = 50
	entryExists        = 68
)

func (s *Server) serve(c net.Conn) {
	defer c.Close()
	signedIn := false
	for {
		packet, err := ber.ReadPacket(c)
		if err != nil || len(packet.Children) < 2 {
			return
		}
		id, request := packet.Children[0].Value, packet.Children[1]
		var answers []*ber.Packet
		switch {
		case request.Tag == bindRequest:
			var code int
			code, signedIn = s.bind(request)
			answers = []*ber.Packet{result(bindResponse, code, "")}
		case request.Tag == unbindRequest:
			return
		case request.Tag == searchRequest && !signedIn && text(request.Children[0]) != "":
			answers = []*ber.Packet{result(searchDone, insufficientRights, "sign in first")}
		case request.Tag == searchRequest:
			s.search(c, id, packet)
			continue
		case request.Tag == modifyRequest:
			answers = []*ber.Packet{result(modifyResponse, s.modify(request), "")}
		case request.Tag == addRequest:
			answers = []*ber.Packet{result(addResponse, s.add(request), "")}
		}
		for _, a := range answers {
			send(c, id, a, nil)
		}
	}
}

func send(c net.Conn, id any, answer, controls *ber.Packet) {
	packet := ber.Encode(ber.ClassUniversal, ber.TypeConstructed, ber.TagSequence, nil, "")
	packet.AppendChild(ber.NewInteger(ber.ClassUniversal, ber.TypePrimitive, ber.TagInteger, id, ""))
	packet.AppendChild(answer)
	if controls != nil {
		packet.AppendChild(controls)
	}
	_, _ = c.Write(packet.Bytes()) // who has gone gets no answer
}

func result(tag ber.Tag, code int, message string) *ber.Packet {
	p := ber.Encode(ber.ClassApplication, ber.TypeConstructed, tag, nil, "")
	p.AppendChild(ber.NewInteger(ber.ClassUniversal, ber.TypePrimitive, ber.TagEnumerated, code, ""))
	p.AppendChild(octets(""))
	p.AppendChild(octets(message))
	return p
}

func octets(s string) *ber.Packet {
	return ber.NewString(ber.ClassUniversal, ber.TypePrimitive, ber.TagOctetString, s, "")
}

func text(p *ber.Packet) string { return p.Data.String() }

func (s *Server) note(request string) {
	s.mu.Lock()
	defer s.mu.Unlock()
	s.requests = append(s.requests, request)
}

func (s *Server) bind(request *ber.Packet) (code int, ok bool) {
	user := text(request.Children[1])
	s.note("bind " + user)
	if user == User && text(request.Children[2]) == Password {
		return success, true
	}
	if user == "" {
		return success, false
	}
	return invalidCredentials, false
}
