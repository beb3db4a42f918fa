package management

import (
	"context"
	"net"
	"os"
	"strconv"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// TestConnection asks computers for an answer.
type TestConnection struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=DefaultPing"`

	Ping               runtime.SwitchParameter `param:"ParameterSetName=DefaultPing|RepeatPing"`
	IPv4               runtime.SwitchParameter `param:""`
	IPv6               runtime.SwitchParameter `param:""`
	ResolveDestination runtime.SwitchParameter `param:""`
	Source             string                  `param:"ParameterSetName=DefaultPing|RepeatPing|TraceRoute|TcpPort"`
	MaxHops            runtime.Optional[int]   `param:"ParameterSetName=DefaultPing|RepeatPing|TraceRoute,Alias=Ttl,Alias=TimeToLive,Alias=Hops" validate:"Range=1:128"`
	Count              runtime.Optional[int]   `param:"ParameterSetName=DefaultPing|TcpPort" validate:"Range=Positive"`
	Delay              runtime.Optional[int]   `param:"ParameterSetName=DefaultPing|RepeatPing|TcpPort" validate:"Range=Positive"`
	BufferSize         runtime.Optional[int]   `param:"ParameterSetName=DefaultPing|RepeatPing,Alias=Size,Alias=Bytes,Alias=BS" validate:"Range=0:65500"`
	DontFragment       runtime.SwitchParameter `param:"ParameterSetName=DefaultPing|RepeatPing"`
	Repeat             runtime.SwitchParameter `param:"ParameterSetName=RepeatPing,Mandatory,Alias=Continuous;ParameterSetName=TcpPort"`
	Quiet              runtime.SwitchParameter `param:""`
	TimeoutSeconds     runtime.Optional[int]   `param:"" validate:"Range=Positive"`
	TargetName         []string                `param:"Mandatory,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=ComputerName" validate:"NotNullOrEmpty"`
	MtuSize            runtime.SwitchParameter `param:"ParameterSetName=MtuSizeDetect,Mandatory,Alias=MtuSizeDetect"`
	Traceroute         runtime.SwitchParameter `param:"ParameterSetName=TraceRoute,Mandatory"`
	TcpPort            int                     `param:"ParameterSetName=TcpPort,Mandatory" validate:"Range=0:65535"`
	Detailed           runtime.SwitchParameter `param:"ParameterSetName=TcpPort"`
}

var (
	ipStatusType = &objects.Type{FullName: "System.Net.NetworkInformation.IPStatus", Kind: objects.KindEnum,
		Attributes: objects.ValueTypeAttr | objects.SealedAttr,
		Enum: &objects.EnumInfo{Underlying: objects.Int32Type,
			Names:  []string{"Success", "DestinationNetworkUnreachable", "DestinationHostUnreachable", "TimedOut", "TtlExpired", "Unknown"},
			Values: []int64{pingSuccess, pingNetworkUnreachable, pingHostUnreachable, pingTimedOut, 11013, pingUnknown}},
	}
	pingExceptionType = &objects.Type{FullName: "System.Net.NetworkInformation.PingException", Base: objects.InvalidOperationException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
)

// ProcessRecord tests each computer.
func (c *TestConnection) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.MtuSize || c.Traceroute {
		e := objects.NewException(objects.PSNotSupportedException, "Routes and packet sizes are not traced here: tracepath does that on Linux.")
		return runtime.NewErrorRecord(e, "NotSupported", runtime.NotImplemented, objects.Null)
	}
	for _, target := range c.TargetName {
		ip, err := c.resolve(rt.Context(), target)
		switch {
		case err != nil && bool(c.Quiet):
			err = rt.WriteObject(objects.Bool(false))
		case err != nil:
			err = rt.WriteError(unreachable(target, "Cannot resolve the target name."))
		case rt.ParameterSet() == "TcpPort":
			err = c.connect(rt, target, ip)
		default:
			err = c.ping(rt, target, ip)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func unreachable(target, reason string) *runtime.ErrorRecord {
	e := objects.NewException(pingExceptionType, "Testing connection to computer '"+target+"' failed: "+reason)
	return runtime.NewErrorRecord(e, "TestConnectionException", runtime.ResourceUnavailable, objects.String(target))
}

// resolve is the first address of a name in the version asked for.
func (c *TestConnection) resolve(ctx context.Context, target string) (net.IP, error) {
	network := "ip"
	switch {
	case bool(c.IPv4):
		network = "ip4"
	case bool(c.IPv6):
		network = "ip6"
	}
	found, err := net.DefaultResolver.LookupIP(ctx, network, target)
	if err != nil {
		return nil, err
	}
	for _, ip := range found { // .NET prefers the fourth version
		if ip.To4() != nil {
			return ip, nil
		}
	}
	return found[0], nil
}

func orElse(o runtime.Optional[int], otherwise int) int {
	if o.Bound {
		return o.Value
	}
	return otherwise
}

func (c *TestConnection) timeout() time.Duration {
	return time.Duration(orElse(c.TimeoutSeconds, 5)) * time.Second
}

// turns calls test so often as asked for, with pauses between.
func (c *TestConnection) turns(rt *runtime.CommandRuntime, otherwise int, test func(n int) error) error {
	for n := 1; bool(c.Repeat) || n <= orElse(c.Count, otherwise); n++ {
		if n > 1 {
			if err := rt.Sleep(time.Duration(orElse(c.Delay, 1)) * time.Second); err != nil {
				return err
			}
		}
		if err := test(n); err != nil {
			return err
		}
	}
	return nil
}

// shownAs is the name or the address of a computer.
func (c *TestConnection) shownAs(rt *runtime.CommandRuntime, target string, ip net.IP) string {
	if !c.ResolveDestination {
		return ip.String()
	}
	if names, err := net.DefaultResolver.LookupAddr(rt.Context(), ip.String()); err == nil && len(names) > 0 {
		return names[0]
	}
	return target
}

// source is the name of this computer, or what -Source says.
func (c *TestConnection) source() string {
	if c.Source != "" {
		return c.Source
	}
	host, _ := os.Hostname()
	return host
}

func (c *TestConnection) ping(rt *runtime.CommandRuntime, target string, ip net.IP) error {
	p, err := newPinger(ip, orElse(c.MaxHops, 128), bool(c.DontFragment))
	if err != nil {
		if c.Quiet {
			return rt.WriteObject(objects.Bool(false))
		}
		return rt.WriteError(unreachable(target, "An exception occurred during a Ping request."))
	}
	defer p.conn.Close()
	size := orElse(c.BufferSize, 32)
	shape := objects.NewShape("Ping", "Source", "Destination", "Address", "DisplayAddress", "Latency", "Status", "BufferSize")
	all := true
	err = c.turns(rt, 4, func(n int) error {
		got := p.ping(rt.Context(), uint16(n), size, c.timeout())
		all = all && got.status == pingSuccess
		if c.Quiet {
			return nil
		}
		o := objects.NewShaped(shape, []objects.Value{
			objects.Word(objects.UInt32Type, uint64(n)), objects.String(c.source()), objects.String(target), objects.String(ip.String()),
			objects.String(c.shownAs(rt, target, ip)), objects.Int64(got.latency.Milliseconds()), objects.Word(ipStatusType, uint64(got.status)), objects.Int(size),
		})
		o.SetTypeNames([]string{"Microsoft.PowerShell.Commands.TestConnectionCommand+PingStatus"})
		return rt.WriteObject(objects.Of(o))
	})
	if err != nil || !bool(c.Quiet) {
		return err
	}
	return rt.WriteObject(objects.Bool(all))
}

// connect tries to open a connection to a port.
func (c *TestConnection) connect(rt *runtime.CommandRuntime, target string, ip net.IP) error {
	shape := objects.NewShape("Id", "Source", "Target", "TargetAddress", "Port", "Latency", "Connected", "Status")
	return c.turns(rt, 1, func(n int) error {
		begun := time.Now()
		dialer := net.Dialer{Timeout: c.timeout()}
		conn, err := dialer.DialContext(rt.Context(), "tcp", net.JoinHostPort(ip.String(), strconv.Itoa(c.TcpPort)))
		latency := time.Since(begun)
		status := "Success"
		if err != nil {
			status = socketStatus(err)
		} else if err := conn.Close(); err != nil {
			return err
		}
		if !c.Detailed {
			return rt.WriteObject(objects.Bool(err == nil))
		}
		o := objects.NewShaped(shape, []objects.Value{
			objects.Int(n), objects.String(c.source()), objects.String(c.shownAs(rt, target, ip)), objects.String(ip.String()), objects.Int(c.TcpPort),
			objects.Int64(latency.Milliseconds()), objects.Bool(err == nil), objects.String(status),
		})
		o.SetTypeNames([]string{"Microsoft.PowerShell.Commands.TestConnectionCommand+TcpPortStatus"})
		return rt.WriteObject(objects.Of(o))
	})
}

// socketStatus is what .NET calls an error of a socket (SocketError).
func socketStatus(err error) string {
	if timed, ok := err.(net.Error); ok && timed.Timeout() {
		return "TimedOut"
	}
	switch statusOf(err) {
	case pingNetworkUnreachable:
		return "NetworkUnreachable"
	case pingHostUnreachable:
		return "HostUnreachable"
	}
	return "ConnectionRefused"
}
