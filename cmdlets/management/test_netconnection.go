package management

import (
	"net"
	"strconv"
	"strings"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// TestNetConnection tells whether a port of another computer takes connections, as
// the cmdlet of the NetTCPIP module does on Windows. Test-Connection sends pings.
type TestNetConnection struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=RemotePort"`

	ComputerName     string                  `param:"Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=RemoteAddress,Alias=cn" help:"The computer; localhost where nothing is said."`
	CommonTCPPort    string                  `param:"ParameterSetName=CommonTCPPort,Position=1,Mandatory" validate:"Set=HTTP|RDP|SMB|WINRM" help:"The port of a known service."`
	Port             int                     `param:"ParameterSetName=RemotePort,Mandatory,ValueFromPipelineByPropertyName,Alias=RemotePort" validate:"Range=1:65535" help:"The port."`
	InformationLevel string                  `param:"" validate:"Set=Detailed|Quiet" help:"Quiet writes the answer alone."`
	TraceRoute       runtime.SwitchParameter `param:"ParameterSetName=ICMP" refuse:"Test-Connection -Traceroute shows the way"`
}

// connectTimeout is how long a connection may take.
const connectTimeout = 5 * time.Second

// ProcessRecord writes what came of a connection.
func (c *TestNetConnection) ProcessRecord(rt *runtime.CommandRuntime) error {
	name, port := c.ComputerName, c.Port
	if name == "" {
		name = "localhost"
	}
	if c.CommonTCPPort != "" {
		port = map[string]int{"HTTP": 80, "RDP": 3389, "SMB": 445, "WINRM": 5985}[strings.ToUpper(c.CommonTCPPort)]
	}
	var remote, local string
	dialer := net.Dialer{Timeout: connectTimeout}
	conn, err := dialer.DialContext(rt.Context(), "tcp", net.JoinHostPort(name, strconv.Itoa(port)))
	if err == nil {
		remote, _, _ = net.SplitHostPort(conn.RemoteAddr().String())
		local, _, _ = net.SplitHostPort(conn.LocalAddr().String())
		err = conn.Close()
	}
	if stopped := rt.Stopping(); stopped != nil {
		return stopped
	}
	if strings.EqualFold(c.InformationLevel, "Quiet") {
		return rt.WriteObject(objects.Bool(remote != "" && err == nil))
	}
	if err != nil {
		if err := rt.WriteWarning("TCP connect to (" + name + " : " + strconv.Itoa(port) + ") failed"); err != nil {
			return err
		}
	}
	o := objects.NewCustomObject()
	o.SetNote("ComputerName", objects.String(name))
	o.SetNote("RemoteAddress", objects.String(remote))
	o.SetNote("RemotePort", objects.Int(port))
	o.SetNote("SourceAddress", objects.String(local))
	o.SetNote("TcpTestSucceeded", objects.Bool(remote != "" && err == nil))
	return rt.WriteObject(objects.Of(o))
}
