package management

import (
	"context"
	"encoding/binary"
	"errors"
	"net"
	"os"
	"syscall"
	"time"
)

// echo is what came of one echo request.
type echo struct {
	status  int64 // System.Net.NetworkInformation.IPStatus
	latency time.Duration
}

// The statuses that requests end with.
const (
	pingSuccess            = 0
	pingTimedOut           = 11010
	pingNetworkUnreachable = 11002
	pingHostUnreachable    = 11003
	pingUnknown            = -1
)

// The types of messages (RFC 792, RFC 4443).
const (
	echoRequest4, echoReply4 = 8, 0
	echoRequest6, echoReply6 = 128, 129
)

// pinger sends echo requests to one address.
type pinger struct {
	conn net.PacketConn
	to   net.Addr
	six  bool
}

// newPinger opens a socket for echo requests: one that any user may have (icmp(7)),
// else a raw one.
func newPinger(ip net.IP, ttl int, wholeOnly bool) (*pinger, error) {
	p := &pinger{six: ip.To4() == nil}
	family, protocol := syscall.AF_INET, syscall.IPPROTO_ICMP
	if p.six {
		family, protocol = syscall.AF_INET6, syscall.IPPROTO_ICMPV6
	}
	fd, err := syscall.Socket(family, syscall.SOCK_DGRAM|syscall.SOCK_CLOEXEC, protocol)
	if err != nil {
		return p.raw(ip, err)
	}
	if p.six {
		err = syscall.SetsockoptInt(fd, syscall.IPPROTO_IPV6, syscall.IPV6_UNICAST_HOPS, ttl)
	} else {
		err = syscall.SetsockoptInt(fd, syscall.IPPROTO_IP, syscall.IP_TTL, ttl)
		if err == nil && wholeOnly {
			err = syscall.SetsockoptInt(fd, syscall.IPPROTO_IP, syscall.IP_MTU_DISCOVER, syscall.IP_PMTUDISC_DO)
		}
	}
	file := os.NewFile(uintptr(fd), "icmp")
	defer file.Close()
	if err != nil {
		return nil, err
	}
	if p.conn, err = net.FilePacketConn(file); err != nil {
		return nil, err
	}
	p.to = &net.UDPAddr{IP: ip}
	return p, nil
}

func (p *pinger) raw(ip net.IP, cause error) (*pinger, error) {
	network, local := "ip4:icmp", "0.0.0.0"
	if p.six {
		network, local = "ip6:ipv6-icmp", "::"
	}
	conn, err := net.ListenPacket(network, local)
	if err != nil {
		return nil, errors.Join(cause, err)
	}
	p.conn, p.to = conn, &net.IPAddr{IP: ip}
	return p, nil
}

// ping sends one request with so many bytes and waits for its answer.
func (p *pinger) ping(ctx context.Context, sequence uint16, size int, timeout time.Duration) echo {
	message := p.request(sequence, size)
	begun := time.Now()
	if _, err := p.conn.WriteTo(message, p.to); err != nil {
		return echo{status: statusOf(err)}
	}
	stop := context.AfterFunc(ctx, func() { _ = p.conn.SetReadDeadline(time.Now()) })
	defer stop()
	if err := p.conn.SetReadDeadline(begun.Add(timeout)); err != nil {
		return echo{status: pingUnknown}
	}
	buffer := make([]byte, size+128)
	for {
		n, _, err := p.conn.ReadFrom(buffer)
		if err != nil {
			return echo{status: statusOf(err)}
		}
		if p.answers(buffer[:n], sequence) {
			return echo{latency: time.Since(begun)}
		}
	}
}

// request is an echo request; the kernel fills in the identifier of a socket
// that any user may have, and the checksum of the sixth version.
func (p *pinger) request(sequence uint16, size int) []byte {
	m := make([]byte, 8+size)
	m[0] = echoRequest4
	if p.six {
		m[0] = echoRequest6
	}
	binary.BigEndian.PutUint16(m[4:], uint16(os.Getpid()))
	binary.BigEndian.PutUint16(m[6:], sequence)
	for i := range size {
		m[8+i] = 'a' + byte(i%23) // as .NET fills it
	}
	if !p.six {
		binary.BigEndian.PutUint16(m[2:], checksum(m))
	}
	return m
}

// answers reports whether a message is the reply to the request of that number.
func (p *pinger) answers(m []byte, sequence uint16) bool {
	reply := byte(echoReply4)
	if p.six {
		reply = echoReply6
	}
	return len(m) >= 8 && m[0] == reply && binary.BigEndian.Uint16(m[6:]) == sequence
}

// checksum is the Internet checksum (RFC 1071).
func checksum(b []byte) uint16 {
	var sum uint32
	for i := 0; i+1 < len(b); i += 2 {
		sum += uint32(b[i])<<8 | uint32(b[i+1])
	}
	if len(b)%2 == 1 {
		sum += uint32(b[len(b)-1]) << 8
	}
	for sum>>16 != 0 {
		sum = sum&0xffff + sum>>16
	}
	return ^uint16(sum)
}

// statusOf is the status that an error of the network stands for.
func statusOf(err error) int64 {
	switch {
	case errors.Is(err, os.ErrDeadlineExceeded):
		return pingTimedOut
	case errors.Is(err, syscall.ENETUNREACH):
		return pingNetworkUnreachable
	case errors.Is(err, syscall.EHOSTUNREACH):
		return pingHostUnreachable
	}
	return pingUnknown
}
