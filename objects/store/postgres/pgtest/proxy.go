package pgtest

import (
	"bufio"
	"encoding/binary"
	"errors"
	"io"
	"maps"
	"net"
	"path/filepath"
	"slices"
	"strings"
	"sync"
	"testing"
)

// Phase is a place in the talk of a client with its server (PostgreSQL, chapter
// "Frontend/Backend Protocol").
type Phase string

// The phases at which a [Proxy] can cut a connection.
const (
	Connect Phase = "connect"  // before a connection
	Startup Phase = "start-up" // before the start-up message reaches the server
	Parse   Phase = "parse"    // before a statement does
	Bind    Phase = "bind"     // before its parameters do
	Execute Phase = "execute"  // before it is run
	Rows    Phase = "rows"     // in the middle of a row
	Commit  Phase = "commit"   // before the end of a transaction reaches the server
	Answer  Phase = "answer"   // after it did, and before the client hears of it
)

// Phases are all of them.
var Phases = [...]Phase{Connect, Startup, Parse, Bind, Execute, Rows, Commit, Answer}

// Proxy stands between clients and a server, hears what they say, and can cut them off.
type Proxy struct {
	listener net.Listener
	socket   string

	mu         sync.Mutex
	phase      Phase
	left       int  // how often the phase is passed before the cut
	forGood    bool // no connection comes through after it
	down, cut  bool
	statements map[string]bool
}

// StartProxy starts a proxy before s, until the test ends.
func (s *Server) StartProxy(t testing.TB) *Proxy {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	p := &Proxy{listener: listener, socket: filepath.Join(s.folder, ".s.PGSQL.5432"), statements: make(map[string]bool)}
	t.Cleanup(func() { _ = listener.Close() }) // it was only listened on
	go p.serve()
	return p
}

// Through returns the URL of a database behind p.
func (p *Proxy) Through(address string) string {
	database, _, _ := strings.Cut(strings.TrimPrefix(address, "postgres://postgres@/"), "?")
	return "postgres://postgres@" + p.listener.Addr().String() + "/" + database + "?sslmode=disable"
}

// Cut cuts the connection the n-th time, from 1, that a phase is come to; for good,
// no other comes through until [Proxy.Heal].
func (p *Proxy) Cut(phase Phase, n int, forGood bool) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.phase, p.left, p.forGood, p.down, p.cut = phase, n, forGood, false, false
}

// Heal lets everything through again, and reports whether something was cut.
func (p *Proxy) Heal() bool {
	p.mu.Lock()
	defer p.mu.Unlock()
	cut := p.cut
	p.phase, p.down, p.cut = "", false, false
	return cut
}

// Statements returns the different statements that clients have sent.
func (p *Proxy) Statements() []string {
	p.mu.Lock()
	defer p.mu.Unlock()
	return slices.Sorted(maps.Keys(p.statements))
}

var errCut = errors.New("the connection is cut")

// reach is called at each phase.
func (p *Proxy) reach(phase Phase) error {
	p.mu.Lock()
	defer p.mu.Unlock()
	if p.down {
		return errCut
	}
	if phase != p.phase {
		return nil
	}
	if p.left--; p.left != 0 {
		return nil
	}
	p.cut, p.down = true, p.forGood
	return errCut
}

func (p *Proxy) hear(statement []byte) {
	p.mu.Lock()
	defer p.mu.Unlock()
	p.statements[string(statement)] = true
}

func (p *Proxy) serve() {
	for {
		client, err := p.listener.Accept()
		if err != nil {
			return
		}
		go p.connect(client)
	}
}

func (p *Proxy) connect(client net.Conn) {
	defer client.Close()
	if p.reach(Connect) != nil {
		return
	}
	server, err := net.Dial("unix", p.socket)
	if err != nil {
		return
	}
	defer server.Close()
	ended := make(chan error, 2)
	go func() { ended <- p.forth(server, bufio.NewReader(client)) }()
	go func() { ended <- p.back(client, bufio.NewReader(server)) }()
	<-ended
}

// forth carries what a client says.
func (p *Proxy) forth(server io.Writer, client *bufio.Reader) error {
	first, err := readMessage(client, 0)
	if err == nil {
		err = p.reach(Startup)
	}
	for err == nil {
		if _, err = server.Write(first); err != nil {
			break
		}
		if first, err = readMessage(client, 1); err == nil {
			err = p.said(first)
		}
	}
	return err
}

// said looks at a message of a client.
func (p *Proxy) said(message []byte) error {
	body := message[5:]
	switch message[0] {
	case 'P':
		_, statement, _ := strings.Cut(string(body), "\x00")
		statement, _, _ = strings.Cut(statement, "\x00")
		p.hear([]byte(statement))
		return p.reach(Parse)
	case 'Q':
		p.hear(body[:len(body)-1])
		if strings.EqualFold(string(body), "commit\x00") {
			return p.reach(Commit)
		}
	case 'B':
		return p.reach(Bind)
	case 'E':
		return p.reach(Execute)
	}
	return nil
}

// back carries what a server says.
func (p *Proxy) back(client io.Writer, server *bufio.Reader) error {
	for {
		message, err := readMessage(server, 1)
		if err != nil {
			return err
		}
		switch {
		case message[0] == 'D' && p.reach(Rows) != nil:
			_, _ = client.Write(message[:len(message)/2])
			return errCut
		case message[0] == 'C' && string(message[5:]) == "COMMIT\x00":
			if err := p.reach(Answer); err != nil {
				return err
			}
		}
		if _, err := client.Write(message); err != nil {
			return err
		}
	}
}

// readMessage reads a message: its kind, unless it is the first of all, its length,
// and the rest.
func readMessage(r io.Reader, kind int) ([]byte, error) {
	head := make([]byte, kind+4)
	if _, err := io.ReadFull(r, head); err != nil {
		return nil, err
	}
	message := make([]byte, kind+int(binary.BigEndian.Uint32(head[kind:])))
	copy(message, head)
	_, err := io.ReadFull(r, message[len(head):])
	return message, err
}
