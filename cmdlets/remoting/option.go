package remoting

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// SessionOption are the options of a session
// (System.Management.Automation.Remoting.PSSessionOption). The store is in the
// shell's own process or has its own settings of TLS, so they describe the session
// and change nothing.
type SessionOption struct {
	skipCA, skipCN, skipRevocation, noCompression, noEncryption bool

	idle, open, operation, cancel int
}

// SessionOptionType is System.Management.Automation.Remoting.PSSessionOption.
var SessionOptionType = &objects.Type{FullName: "System.Management.Automation.Remoting.PSSessionOption", Kind: objects.KindObject}

// Type is System.Management.Automation.Remoting.PSSessionOption.
func (*SessionOption) Type() *objects.Type { return SessionOptionType }

func declareOption() *objects.Declaration {
	flag := func(name string, of func(*SessionOption) bool) objects.Property {
		return objects.Reads("bool "+name+" {get;set;}", func(this objects.Value) objects.Value {
			o, _ := objects.As[*SessionOption](this)
			return objects.Bool(of(o))
		})
	}
	span := func(name string, of func(*SessionOption) int) objects.Property {
		return objects.Reads("timespan "+name+" {get;set;}", func(this objects.Value) objects.Value {
			const ticks = 10_000 // in a millisecond
			o, _ := objects.As[*SessionOption](this)
			return objects.Word(objects.TimeSpanType, uint64(of(o)*ticks))
		})
	}
	return &objects.Declaration{
		Type: SessionOptionType,
		Properties: []objects.Property{
			flag("NoCompression", func(o *SessionOption) bool { return o.noCompression }),
			flag("SkipCACheck", func(o *SessionOption) bool { return o.skipCA }),
			flag("SkipCNCheck", func(o *SessionOption) bool { return o.skipCN }),
			flag("SkipRevocationCheck", func(o *SessionOption) bool { return o.skipRevocation }),
			span("OperationTimeout", func(o *SessionOption) int { return o.operation }),
			flag("NoEncryption", func(o *SessionOption) bool { return o.noEncryption }),
			span("OpenTimeout", func(o *SessionOption) int { return o.open }),
			span("CancelTimeout", func(o *SessionOption) int { return o.cancel }),
			span("IdleTimeout", func(o *SessionOption) int { return o.idle }),
		},
	}
}

// NewPSSessionOption makes options for a session, in milliseconds where they are
// times. PowerShell has the switches after the second on Windows alone, where
// runbooks come from.
type NewPSSessionOption struct {
	_ struct{} `cmdlet:"OutputType=System.Management.Automation.Remoting.PSSessionOption"`

	SkipCACheck         runtime.SwitchParameter `param:"" help:"Part of the options; nothing is checked."`
	SkipCNCheck         runtime.SwitchParameter `param:"" help:"Part of the options; nothing is checked."`
	SkipRevocationCheck runtime.SwitchParameter `param:"DontShow" help:"Part of the options; nothing is checked."`
	NoCompression       runtime.SwitchParameter `param:"DontShow" help:"Part of the options; nothing is compressed."`
	NoEncryption        runtime.SwitchParameter `param:"DontShow" help:"Part of the options; nothing is sent."`
	IdleTimeout         runtime.Optional[int]   `param:"DontShow,Alias=IdleTimeoutMSec" help:"Part of the options; no session ends by itself."`
	OpenTimeout         runtime.Optional[int]   `param:"DontShow,Alias=OpenTimeoutMSec" help:"Part of the options; sessions open at once."`
	OperationTimeout    runtime.Optional[int]   `param:"DontShow,Alias=OperationTimeoutMSec" help:"Part of the options; the store has time-outs of its own."`
	CancelTimeout       runtime.Optional[int]   `param:"DontShow,Alias=CancelTimeoutMSec" help:"Part of the options."`
	ProxyAccessType     objects.Value           `param:"DontShow" refuse:"there is no proxy before the store"`
	ProxyAuthentication objects.Value           `param:"DontShow" refuse:"there is no proxy before the store"`
	ProxyCredential     objects.Value           `param:"DontShow" refuse:"there is no proxy before the store"`
	MaximumRedirection  int                     `param:"DontShow" refuse:"the store redirects nobody"`
	Culture             string                  `param:"DontShow" refuse:"a session has the culture of the shell"`
	UICulture           string                  `param:"DontShow" refuse:"a session has the culture of the shell"`
}

// ProcessRecord writes the options.
func (c *NewPSSessionOption) ProcessRecord(rt *runtime.CommandRuntime) error {
	given := func(o runtime.Optional[int], otherwise int) int {
		if o.Bound {
			return o.Value
		}
		return otherwise
	}
	const minutes = 60_000
	return rt.WriteObject(objects.Of(&SessionOption{
		skipCA: bool(c.SkipCACheck), skipCN: bool(c.SkipCNCheck), skipRevocation: bool(c.SkipRevocationCheck),
		noCompression: bool(c.NoCompression), noEncryption: bool(c.NoEncryption),
		idle: given(c.IdleTimeout, -1), open: given(c.OpenTimeout, 3*minutes),
		operation: given(c.OperationTimeout, 3*minutes), cancel: given(c.CancelTimeout, minutes),
	}))
}
