package management

import (
	"context"
	"errors"
	"net"
	"net/netip"
	"strings"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// ResolveDnsName asks the resolver of this computer for the records of names, as the
// cmdlet of the DnsClient module does on Windows.
type ResolveDnsName struct {
	_ struct{} `cmdlet:""`

	Name         []string                `param:"Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"The names, or addresses to find the names of."`
	Type         string                  `param:"Position=1,ValueFromPipelineByPropertyName" validate:"Set=A|AAAA|A_AAAA|CNAME|MX|NS|PTR|SRV|TXT" help:"The kind of records; A_AAAA where nothing is said."`
	Server       []string                `param:"Position=2,ValueFromPipelineByPropertyName" validate:"NotNullOrEmpty" help:"The servers to ask, the first that answers."`
	DnsOnly      runtime.SwitchParameter `param:"" help:"Ask DNS and no files."`
	QuickTimeout runtime.SwitchParameter `param:"" help:"Give up after a second."`
	TcpOnly      runtime.SwitchParameter `param:"" help:"Ask over TCP."`
}

// quickTimeout is how long -QuickTimeout waits.
const quickTimeout = time.Second

// ProcessRecord writes the records of each name.
func (c *ResolveDnsName) ProcessRecord(rt *runtime.CommandRuntime) error {
	ctx := rt.Context()
	if c.QuickTimeout {
		var stop context.CancelFunc
		ctx, stop = context.WithTimeout(ctx, quickTimeout)
		defer stop()
	}
	for _, name := range c.Name {
		records, err := c.records(ctx, strings.TrimSuffix(name, "."))
		if err != nil {
			e := objects.NewException(objects.InvalidOperationException, name+" : "+reason(err)).Because(err)
			records, err = nil, rt.WriteError(runtime.NewErrorRecord(e, "DNS_ERROR_RCODE_NAME_ERROR", runtime.ResourceUnavailable, objects.String(name)))
		}
		for _, r := range records {
			if err == nil {
				err = rt.WriteObject(r)
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// reason is what kept a name from being resolved.
func reason(err error) string {
	e, ok := errors.AsType[*net.DNSError](err)
	switch {
	case ok && e.IsNotFound:
		return "DNS name does not exist."
	case ok && e.IsTimeout:
		return "This operation returned because the timeout period expired."
	}
	return "DNS server failure."
}

// resolver asks the servers, or as the computer is set up.
func (c *ResolveDnsName) resolver() *net.Resolver {
	r := &net.Resolver{PreferGo: bool(c.DnsOnly) || len(c.Server) > 0}
	r.Dial = func(ctx context.Context, network, address string) (net.Conn, error) {
		if c.TcpOnly {
			network = "tcp"
		}
		if len(c.Server) == 0 {
			return new(net.Dialer).DialContext(ctx, network, address)
		}
		var conn net.Conn
		var err error
		for _, server := range c.Server {
			if conn, err = new(net.Dialer).DialContext(ctx, network, net.JoinHostPort(server, "53")); err == nil {
				break
			}
		}
		return conn, err
	}
	return r
}

// records are the answers for one name.
func (c *ResolveDnsName) records(ctx context.Context, name string) ([]objects.Value, error) {
	r, kind := c.resolver(), strings.ToUpper(c.Type)
	if _, err := netip.ParseAddr(name); err == nil && kind == "" {
		kind = "PTR"
	}
	switch kind {
	case "CNAME":
		host, err := r.LookupCNAME(ctx, name)
		return all(err, record(name, kind, "NameHost", objects.String(strings.TrimSuffix(host, "."))))
	case "MX":
		list, err := r.LookupMX(ctx, name)
		return each(err, list, func(mx *net.MX) objects.Value {
			return record(name, kind, "NameExchange", objects.String(strings.TrimSuffix(mx.Host, ".")), "Preference", objects.Int(int(mx.Pref)))
		})
	case "NS":
		list, err := r.LookupNS(ctx, name)
		return each(err, list, func(ns *net.NS) objects.Value {
			return record(name, kind, "NameHost", objects.String(strings.TrimSuffix(ns.Host, ".")))
		})
	case "SRV":
		_, list, err := r.LookupSRV(ctx, "", "", name)
		return each(err, list, func(s *net.SRV) objects.Value {
			return record(name, kind, "NameTarget", objects.String(strings.TrimSuffix(s.Target, ".")), "Priority", objects.Int(int(s.Priority)),
				"Weight", objects.Int(int(s.Weight)), "Port", objects.Int(int(s.Port)))
		})
	case "TXT":
		list, err := r.LookupTXT(ctx, name)
		return each(err, list, func(text string) objects.Value {
			return record(name, kind, "Strings", objects.Of(objects.Strings([]string{text})))
		})
	case "PTR":
		list, err := r.LookupAddr(ctx, name)
		return each(err, list, func(host string) objects.Value {
			return record(name, kind, "NameHost", objects.String(strings.TrimSuffix(host, ".")))
		})
	}
	networks := map[string]string{"A": "ip4", "AAAA": "ip6"}
	network, ok := networks[kind]
	if !ok {
		network = "ip"
	}
	list, err := r.LookupNetIP(ctx, network, name)
	return each(err, list, func(ip netip.Addr) objects.Value {
		kind := "A"
		if ip = ip.Unmap(); ip.Is6() {
			kind = "AAAA"
		}
		return record(name, kind, "IPAddress", objects.String(ip.String()))
	})
}

func all(err error, records ...objects.Value) ([]objects.Value, error) { return records, err }

func each[T any](err error, list []T, make func(T) objects.Value) ([]objects.Value, error) {
	var records []objects.Value
	for _, item := range list {
		records = append(records, make(item))
	}
	return records, err
}

// record is an answer: the name and kind that all have, then names and values.
func record(name, kind string, facts ...any) objects.Value {
	o := objects.NewCustomObject()
	o.SetNote("Name", objects.String(name))
	o.SetNote("Type", objects.String(kind))
	for i := 0; i+1 < len(facts); i += 2 {
		o.SetNote(facts[i].(string), facts[i+1].(objects.Value))
	}
	return objects.Of(o)
}
