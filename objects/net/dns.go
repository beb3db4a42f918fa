package net

import (
	"context"
	"errors"
	"net"
	"os"
	"strings"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
)

// The types of the name service.
var (
	DnsType         = &objects.Type{FullName: "System.Net.Dns", Kind: objects.KindObject, Attributes: objects.AbstractAttr | objects.SealedAttr}
	IPHostEntryType = objects.Class("System.Net.IPHostEntry", objects.ObjectType)
)

// dnsTimeout bounds a question to the name service.
const dnsTimeout = 15 * time.Second

// hostEntry is what is known of a host.
type hostEntry struct {
	name      string
	addresses []*IPAddress
}

// Type is System.Net.IPHostEntry.
func (*hostEntry) Type() *objects.Type { return IPHostEntryType }

// socketError is the SocketException of a name that is not found.
func socketError(err error) error {
	message := "Name or service not known"
	var e *net.DNSError
	if errors.As(err, &e) && e.IsTemporary {
		message = "Resource temporarily unavailable"
	}
	return objects.NewException(system.SocketException, message)
}

// addressesOf finds the addresses of a host.
func addressesOf(ctx context.Context, host string) ([]*IPAddress, error) {
	if a, err := ParseAddress(host); err == nil {
		return []*IPAddress{a}, nil
	}
	if host == "" {
		host, _ = os.Hostname()
	}
	ctx, cancel := context.WithTimeout(ctx, dnsTimeout)
	defer cancel()
	found, err := net.DefaultResolver.LookupNetIP(ctx, "ip", host)
	if err != nil {
		return nil, socketError(err)
	}
	addresses := make([]*IPAddress, len(found))
	for i, a := range found {
		addresses[i] = &IPAddress{Addr: a.Unmap()}
	}
	return addresses, nil
}

// hostByName is the entry of a host, asked by its name or its address.
func hostByName(c *call) (value, error) {
	if !c.Is(0) {
		return objects.Null, objects.NullArgument("hostNameOrAddress")
	}
	if a, err := ParseAddress(c.Str(0)); err == nil {
		return hostByAddress(c.Context, a)
	}
	addresses, err := addressesOf(c.Context, c.Str(0))
	if err != nil {
		return objects.Null, err
	}
	return objects.Of(&hostEntry{c.Str(0), addresses}), nil
}

func hostByAddress(ctx context.Context, a *IPAddress) (value, error) {
	ctx, cancel := context.WithTimeout(ctx, dnsTimeout)
	defer cancel()
	names, err := net.DefaultResolver.LookupAddr(ctx, a.String())
	if err != nil || len(names) == 0 {
		return objects.Null, socketError(err)
	}
	return objects.Of(&hostEntry{strings.TrimSuffix(names[0], "."), []*IPAddress{a}}), nil
}

func addressArray(addresses []*IPAddress) value {
	items := make([]value, len(addresses))
	for i, a := range addresses {
		items[i] = objects.Of(a)
	}
	return objects.Of(objects.NewArray(IPAddressType, items))
}

func dnsDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: DnsType,
		Methods: []objects.Method{
			partial("static ipaddress[] GetHostAddresses(string hostNameOrAddress)", func(c *call) (value, error) {
				if !c.Is(0) {
					return objects.Null, objects.NullArgument("hostNameOrAddress")
				}
				found, err := addressesOf(c.Context, c.Str(0))
				if err != nil {
					return objects.Null, err
				}
				return addressArray(found), nil
			}),
			partial("static System.Net.IPHostEntry GetHostByAddress(string address)", func(c *call) (value, error) {
				a, err := ParseAddress(c.Str(0))
				if err != nil {
					return objects.Null, err
				}
				return hostByAddress(c.Context, a)
			}),
			partial("static System.Net.IPHostEntry GetHostByAddress(ipaddress address)", func(c *call) (value, error) {
				return hostByAddress(c.Context, addressOf(c.Args[0]))
			}),
			partial("static System.Net.IPHostEntry GetHostByName(string hostName)", hostByName),
			partial("static System.Net.IPHostEntry GetHostEntry(string hostNameOrAddress)", hostByName),
			partial("static System.Net.IPHostEntry GetHostEntry(ipaddress address)", func(c *call) (value, error) {
				return hostByAddress(c.Context, addressOf(c.Args[0]))
			}),
			partial("static string GetHostName()", func(*call) (value, error) {
				name, err := os.Hostname()
				return text(name), err
			}),
			partial("static System.Net.IPHostEntry Resolve(string hostName)", hostByName),
		},
	}
}

func hostEntryDeclaration() *objects.Declaration {
	of := func(v value) *hostEntry {
		if e, ok := objects.As[*hostEntry](v); ok {
			return e
		}
		return &hostEntry{}
	}
	return &objects.Declaration{
		Type: IPHostEntryType,
		Properties: []objects.Property{
			reads("ipaddress[] AddressList {get;set;}", func(v value) value { return addressArray(of(v).addresses) }),
			reads("string[] Aliases {get;set;}", func(value) value { return objects.Of(objects.Strings(nil)) }),
			reads("string HostName {get;set;}", func(v value) value { return text(of(v).name) }),
		},
	}
}

// physicalAddress is the address of a network card.
type physicalAddress []byte

// PhysicalAddressType is System.Net.NetworkInformation.PhysicalAddress.
var PhysicalAddressType = objects.Class("System.Net.NetworkInformation.PhysicalAddress", objects.ObjectType)

// Type is System.Net.NetworkInformation.PhysicalAddress.
func (*physicalAddress) Type() *objects.Type { return PhysicalAddressType }

// Text is the address in hexadecimal digits.
func (p *physicalAddress) Text() (string, error) {
	var b strings.Builder
	for _, x := range *p {
		b.WriteString(hexDigits[x>>4:x>>4+1] + hexDigits[x&15:x&15+1])
	}
	return b.String(), nil
}

func physicalDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: PhysicalAddressType,
		Methods: []objects.Method{
			partial("static PhysicalAddress Parse(string address)", func(c *call) (value, error) {
				s := strings.NewReplacer("-", "", ":", "", ".", "").Replace(c.Str(0))
				p := physicalAddress{}
				for i := 0; i < len(s); i += 2 {
					b, ok := hexByte(s[i:])
					if !ok {
						return objects.Null, objects.NewException(objects.FormatException, "An invalid physical address was specified.")
					}
					p = append(p, b)
				}
				return objects.Of(&p), nil
			}),
			total("byte[] GetAddressBytes()", func(c *call) value {
				if p, ok := objects.As[*physicalAddress](c.This); ok {
					return bytesValue(*p)
				}
				return bytesValue(nil)
			}),
		},
	}
}
