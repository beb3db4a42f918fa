package net

import (
	"encoding/binary"
	"math/bits"
	"net/netip"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
)

// The types of addresses.
var (
	IPAddressType         = objects.Class("System.Net.IPAddress", objects.ObjectType)
	readOnlyIPAddressType = objects.Class("System.Net.IPAddress+ReadOnlyIPAddress", IPAddressType)
	IPEndPointType        = objects.Class("System.Net.IPEndPoint", endPointType)
	endPointType          = objects.Class("System.Net.EndPoint", objects.ObjectType)
	AddressFamilyType     = objects.ValuedEnum("System.Net.Sockets.AddressFamily", []int64{-1, 0, 1, 2, 23}, "Unknown", "Unspecified", "Unix", "InterNetwork", "InterNetworkV6")
)

const (
	interNetwork   = 2
	interNetworkV6 = 23
)

// IPAddress is a System.Net.IPAddress.
type IPAddress struct {
	netip.Addr
	fixed bool // one of the constants
}

// Type is System.Net.IPAddress.
func (a *IPAddress) Type() *objects.Type {
	if a.fixed {
		return readOnlyIPAddressType
	}
	return IPAddressType
}

// Text is the address.
func (a *IPAddress) Text() (string, error) { return a.String(), nil }

// Equals compares with another address, or the text of one.
func (a *IPAddress) Equals(other value) bool {
	if s, ok := other.Str(); ok {
		o, err := ParseAddress(s)
		return err == nil && o.Addr == a.Addr
	}
	o, ok := objects.As[*IPAddress](other)
	return ok && o.Addr == a.Addr
}

// HashKey is the same for equal addresses.
func (a *IPAddress) HashKey() any { return a.Addr }

// ParseAddress reads an address; one of IPv4 may have less than four parts and
// octal or hexadecimal ones.
func ParseAddress(s string) (*IPAddress, error) {
	plain, _ := strings.CutPrefix(s, "[")
	if strings.Contains(s, ":") {
		plain = strings.TrimSuffix(plain, "]")
		if a, err := netip.ParseAddr(plain); err == nil {
			return &IPAddress{Addr: a}, nil
		}
	} else if n, ok := parseIPv4(s); ok {
		return &IPAddress{Addr: netip.AddrFrom4(n)}, nil
	}
	return nil, objects.NewException(objects.FormatException, "An invalid IP address was specified.")
}

func parseIPv4(s string) (address [4]byte, ok bool) {
	parts := strings.Split(s, ".")
	if len(parts) > 4 {
		return address, false
	}
	var all uint64
	for i, p := range parts {
		if p == "" || strings.ContainsAny(p, "_+-bBoO") {
			return address, false
		}
		last := i == len(parts)-1
		limit := uint64(0xFF)
		if last {
			limit = 1<<(8*(4-i)) - 1
		}
		n, err := strconv.ParseUint(p, 0, 32)
		if err != nil || n > limit {
			return address, false
		}
		if last {
			all = all<<(8*(4-i)) | n
		} else {
			all = all<<8 | n
		}
	}
	binary.BigEndian.PutUint32(address[:], uint32(all))
	return address, true
}

func addressOf(v value) *IPAddress {
	if a, ok := objects.As[*IPAddress](v); ok {
		return a
	}
	return &IPAddress{Addr: netip.IPv4Unspecified()}
}

func addressValue(a *IPAddress, err error) (value, error) {
	if err != nil {
		return objects.Null, err
	}
	return objects.Of(a), nil
}

func bytesValue(b []byte) value {
	items := make([]value, len(b))
	for i, x := range b {
		items[i] = objects.Word(objects.ByteType, uint64(x))
	}
	return objects.Of(objects.NewArray(objects.ByteType, items))
}

// bytesOf are the elements of a byte[].
func bytesOf(items []value) []byte {
	b := make([]byte, len(items))
	for i, v := range items {
		b[i] = byte(v.Int64())
	}
	return b
}

// number is an address of IPv4 as Address has it: the bytes from the right.
func (a *IPAddress) number() (value, error) {
	if !a.Is4() {
		return objects.Null, objects.NewException(objects.OperationCanceled, "The attempted operation is not supported for the type of object referenced.")
	}
	b := a.As4()
	return objects.Int64(int64(binary.LittleEndian.Uint32(b[:]))), nil
}

func (a *IPAddress) family() value {
	if a.Is4() {
		return objects.Word(AddressFamilyType, interNetwork)
	}
	return objects.Word(AddressFamilyType, interNetworkV6)
}

func addressDeclaration() *objects.Declaration {
	is := func(name string, f func(a netip.Addr) bool) objects.Property {
		return reads("bool "+name+" {get;}", func(v value) value { return truth(f(addressOf(v).Addr)) })
	}
	d := &objects.Declaration{
		Type: IPAddressType,
		Constructors: []objects.Method{
			partial("new(long newAddress)", func(c *call) (value, error) {
				n := c.Args[0].Int64()
				if n < 0 || n > 0xFFFFFFFF {
					return objects.Null, objects.OutOfRange("Specified argument was out of the range of valid values.", "newAddress")
				}
				var b [4]byte
				binary.LittleEndian.PutUint32(b[:], uint32(n))
				return objects.Of(&IPAddress{Addr: netip.AddrFrom4(b)}), nil
			}),
			partial("new(byte[] address)", func(c *call) (value, error) {
				a, ok := netip.AddrFromSlice(bytesOf(c.Items(0)))
				if !ok {
					return objects.Null, objects.BadArgument("An invalid IP address was specified.", "address")
				}
				return objects.Of(&IPAddress{Addr: a}), nil
			}),
		},
		Properties: []objects.Property{
			{Signature: "long Address {get;set;}", Get: func(v value) (value, error) { return addressOf(v).number() }},
			reads("System.Net.Sockets.AddressFamily AddressFamily {get;}", func(v value) value { return addressOf(v).family() }),
			is("IsIPv4MappedToIPv6", netip.Addr.Is4In6), is("IsIPv6LinkLocal", func(a netip.Addr) bool { return a.Is6() && a.IsLinkLocalUnicast() }),
			is("IsIPv6Multicast", func(a netip.Addr) bool { return a.Is6() && a.IsMulticast() }),
			reads("string IPAddressToString {get;}", func(v value) value { return text(addressOf(v).String()) }),
		},
		Methods: []objects.Method{
			total("bool Equals(System.Object comparand)", func(c *call) value { return truth(addressOf(c.This).Equals(c.Args[0])) }),
			total("byte[] GetAddressBytes()", func(c *call) value { return bytesValue(addressOf(c.This).AsSlice()) }),
			total("ipaddress MapToIPv4()", func(c *call) value { return objects.Of(&IPAddress{Addr: addressOf(c.This).Unmap()}) }),
			total("ipaddress MapToIPv6()", func(c *call) value {
				return objects.Of(&IPAddress{Addr: netip.AddrFrom16(addressOf(c.This).As16())})
			}),
		},
	}
	d.Properties = append(d.Properties, addressConstants()...)
	d.Methods = append(d.Methods, addressStatic()...)
	return d
}

func addressConstants() (properties []objects.Property) {
	for _, a := range [...]struct{ name, address string }{
		{"Any", "0.0.0.0"}, {"Loopback", "127.0.0.1"}, {"Broadcast", "255.255.255.255"}, {"None", "255.255.255.255"},
		{"IPv6Any", "::"}, {"IPv6Loopback", "::1"}, {"IPv6None", "::"},
	} {
		v := objects.Of(&IPAddress{Addr: netip.MustParseAddr(a.address), fixed: true})
		properties = append(properties, objects.Constant("static ipaddress "+a.name+" {get;}", v))
	}
	return properties
}

func addressStatic() []objects.Method {
	swap := func(c *call) value {
		t, n := c.Args[0].Type(), uint64(c.Args[0].Int64())
		switch t {
		case objects.Int16Type:
			return objects.Word(t, uint64(int64(int16(bits.ReverseBytes16(uint16(n))))))
		case objects.Int32Type:
			return objects.Word(t, uint64(int64(int32(bits.ReverseBytes32(uint32(n))))))
		}
		return objects.Word(t, bits.ReverseBytes64(n))
	}
	methods := []objects.Method{
		partial("static ipaddress Parse(string ipString)", func(c *call) (value, error) {
			if c.Args[0].IsNull() {
				return objects.Null, objects.NullArgument("ipString")
			}
			return addressValue(ParseAddress(c.Str(0)))
		}),
		partial("static bool TryParse(string ipString, [ref] ipaddress address)", func(c *call) (value, error) {
			a, err := ParseAddress(c.Str(0))
			if err != nil {
				return truth(false), c.Assign(1, objects.Null)
			}
			return truth(true), c.Assign(1, objects.Of(a))
		}),
		total("static bool IsLoopback(ipaddress address)", func(c *call) value { return truth(addressOf(c.Args[0]).IsLoopback()) }),
	}
	for _, name := range [...]string{"HostToNetworkOrder", "NetworkToHostOrder"} {
		for _, t := range [...][2]string{{"long", "host"}, {"int", "host"}, {"int16", "host"}} {
			methods = append(methods, total("static "+t[0]+" "+name+"("+t[0]+" "+t[1]+")", swap))
		}
	}
	return methods
}

// endPoint is an address with a port.
type endPoint struct {
	address *IPAddress
	port    int
}

// Type is System.Net.IPEndPoint.
func (*endPoint) Type() *objects.Type { return IPEndPointType }

// Text is address:port.
func (e *endPoint) Text() (string, error) {
	return netip.AddrPortFrom(e.address.Addr, uint16(e.port)).String(), nil
}

func endPointDeclaration() *objects.Declaration {
	of := func(v value) *endPoint {
		if e, ok := objects.As[*endPoint](v); ok {
			return e
		}
		return &endPoint{address: addressOf(v)}
	}
	return &objects.Declaration{
		Type: IPEndPointType,
		Constructors: []objects.Method{
			partial("new(ipaddress address, int port)", func(c *call) (value, error) {
				switch n := c.Int(1); {
				case !c.Is(0):
					return objects.Null, objects.NullArgument("address")
				case n < 0 || n > 0xFFFF:
					return objects.Null, objects.OutOfRange("Specified argument was out of the range of valid values.", "port")
				}
				return objects.Of(&endPoint{addressOf(c.Args[0]), c.Int(1)}), nil
			}),
		},
		Properties: []objects.Property{
			reads("ipaddress Address {get;set;}", func(v value) value { return objects.Of(of(v).address) }),
			reads("System.Net.Sockets.AddressFamily AddressFamily {get;}", func(v value) value { return of(v).address.family() }),
			reads("int Port {get;set;}", func(v value) value { return objects.Int(of(v).port) }),
		},
		Methods: []objects.Method{
			partial("static IPEndpoint Parse(string s)", func(c *call) (value, error) {
				if a, err := netip.ParseAddrPort(c.Str(0)); err == nil {
					return objects.Of(&endPoint{&IPAddress{Addr: a.Addr()}, int(a.Port())}), nil
				}
				a, err := ParseAddress(c.Str(0))
				if err != nil {
					return objects.Null, objects.NewException(objects.FormatException, "An invalid IPEndPoint was specified.")
				}
				return objects.Of(&endPoint{a, 0}), nil
			}),
		},
	}
}
