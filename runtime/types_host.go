package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/system"
)

const hostNamespace = namespace + "Host."

// The types of $Host.
var (
	hostBase        = &objects.Type{FullName: hostNamespace + "PSHost", Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	hostType        = &objects.Type{FullName: namespace + "Internal.Host.InternalHost", Base: hostBase, Kind: objects.KindObject}
	hostUIType      = &objects.Type{FullName: namespace + "Internal.Host.InternalHostUserInterface", Kind: objects.KindObject}
	rawUIType       = &objects.Type{FullName: namespace + "Internal.Host.InternalHostRawUserInterface", Kind: objects.KindObject}
	hostColoursType = &objects.Type{FullName: "Microsoft.PowerShell.ConsoleHost+ConsoleColorProxy", Kind: objects.KindObject}
)

// hostObject is $Host (System.Management.Automation.Host.PSHost).
type hostObject struct{ session *Session }

// hostUI is $Host.UI (PSHostUserInterface).
type hostUI struct{ session *Session }

// rawUI is $Host.UI.RawUI (PSHostRawUserInterface).
type rawUI struct{ session *Session }

// hostColours is $Host.PrivateData, where PowerShell keeps colours that $PSStyle
// has replaced.
type hostColours struct{}

// Type is InternalHost.
func (*hostObject) Type() *objects.Type { return hostType }

// Type is InternalHostUserInterface.
func (*hostUI) Type() *objects.Type { return hostUIType }

// Type is InternalHostRawUserInterface.
func (*rawUI) Type() *objects.Type { return rawUIType }

// Type is ConsoleHost+ConsoleColorProxy.
func (hostColours) Type() *objects.Type { return hostColoursType }

// hostCulture is the culture of the session.
func hostCulture(name string) objects.Property {
	return objects.Property{Signature: "cultureinfo " + name + " {get;}", GetIn: func(tt *objects.TypeTable, _ objects.Value) (objects.Value, error) {
		t, ok := tt.Lookup("System.Globalization.CultureInfo", nil)
		if !ok {
			return objects.Null, nil
		}
		v, _, err := tt.StaticProperty(t, name)
		return v, err
	}}
}

func declareHost() *objects.Declaration {
	return &objects.Declaration{
		Type: hostType,
		Properties: []objects.Property{
			text("string Name {get;}", func(h *hostObject) string { return h.session.Host.Name() }),
			value("version Version {get;}", func(*hostObject) objects.Value {
				v, err := system.ParseVersion(languageVersion)
				if err != nil {
					return objects.Null
				}
				return objects.Of(v)
			}),
			value("System.Management.Automation.Host.PSHostUserInterface UI {get;}", func(h *hostObject) objects.Value { return objects.Of(&hostUI{h.session}) }),
			value("psobject PrivateData {get;}", func(*hostObject) objects.Value { return objects.Of(hostColours{}) }),
			hostCulture("CurrentCulture"), hostCulture("CurrentUICulture"),
			value("guid InstanceId {get;}", func(h *hostObject) objects.Value { return objects.GuidOf(h.session.runspace().Instance) }),
			value("bool DebuggerEnabled {get;set;}", func(*hostObject) objects.Value { return objects.Bool(true) }),
			value("bool IsRunspacePushed {get;}", func(*hostObject) objects.Value { return objects.Bool(false) }),
		},
		Methods: []objects.Method{
			method("void SetShouldExit(int exitCode)", func(h *hostObject, c *objects.Call) (objects.Value, error) {
				if e, ok := h.session.Host.(Exiter); ok {
					e.SetShouldExit(c.Int(0))
				}
				return none(), nil
			}),
			method("void EnterNestedPrompt()", func(h *hostObject, _ *objects.Call) (objects.Value, error) {
				if n, ok := h.session.Host.(NestedPrompter); ok {
					return none(), n.EnterNestedPrompt()
				}
				return none(), nil
			}),
			method("void ExitNestedPrompt()", func(h *hostObject, _ *objects.Call) (objects.Value, error) {
				if e, ok := h.session.Host.(Exiter); ok {
					e.ExitNestedPrompt()
				}
				return none(), nil
			}),
		},
	}
}

func declareHostUI() *objects.Declaration {
	return &objects.Declaration{
		Type: hostUIType,
		Properties: []objects.Property{
			value("System.Management.Automation.Host.PSHostRawUserInterface RawUI {get;}", func(u *hostUI) objects.Value { return objects.Of(&rawUI{u.session}) }),
			value("bool SupportsVirtualTerminal {get;}", func(u *hostUI) objects.Value {
				h, ok := u.session.Host.(TerminalHost)
				return objects.Bool(!ok || h.SupportsVirtualTerminal())
			}),
		},
		Methods: append(hostWrites(),
			method("string ReadLine()", func(u *hostUI, _ *objects.Call) (objects.Value, error) {
				line, err := u.session.ReadLine("", false)
				return objects.String(line), err
			}),
			method("securestring ReadLineAsSecureString()", func(u *hostUI, _ *objects.Call) (objects.Value, error) {
				line, err := u.session.ReadLine("", true)
				return objects.Of(automation.NewSecureString(line)), err
			}),
			method("int PromptForChoice(string caption, string message, System.Object choices, int defaultChoice)", promptForChoice),
			method("System.Collections.ObjectModel.Collection[int] PromptForChoice(string caption, string message, System.Object choices, int[] defaultChoices)", promptForChoices),
			method("System.Collections.Generic.Dictionary[string,psobject] Prompt(string caption, string message, System.Collections.ObjectModel.Collection[System.Management.Automation.Host.FieldDescription] descriptions)", promptFields),
		),
	}
}

// hostWrites are the methods that write to the host.
func hostWrites() []objects.Method {
	plain := func(signature, end string) objects.Method {
		return method(signature, func(u *hostUI, c *objects.Call) (objects.Value, error) {
			return none(), u.session.Host.WriteHost(c.Str(0), "", "", end != "")
		})
	}
	coloured := func(signature string, newline bool) objects.Method {
		return method(signature, func(u *hostUI, c *objects.Call) (objects.Value, error) {
			foreground, err := c.Types.ToString(c.Args[0], "")
			if err != nil {
				return objects.Null, err
			}
			background, err := c.Types.ToString(c.Args[1], "")
			if err != nil {
				return objects.Null, err
			}
			return none(), u.session.Host.WriteHost(c.Str(2), foreground, background, newline)
		})
	}
	stream := func(name string, s Stream) objects.Method {
		return method("void Write"+name+"Line(string message)", func(u *hostUI, c *objects.Call) (objects.Value, error) {
			return none(), u.session.Host.WriteStream(s, c.Str(0))
		})
	}
	return []objects.Method{
		plain("void Write(string value)", ""), plain("void WriteLine(string value)", "\n"),
		method("void WriteLine()", func(u *hostUI, _ *objects.Call) (objects.Value, error) {
			return none(), u.session.Host.WriteHost("", "", "", true)
		}),
		coloured("void Write(System.ConsoleColor foregroundColor, System.ConsoleColor backgroundColor, string value)", false),
		coloured("void WriteLine(System.ConsoleColor foregroundColor, System.ConsoleColor backgroundColor, string value)", true),
		method("void WriteErrorLine(string value)", func(u *hostUI, c *objects.Call) (objects.Value, error) {
			return none(), u.session.Host.WriteErrorText(c.Str(0) + "\n")
		}),
		stream("Warning", WarningStream), stream("Verbose", VerboseStream), stream("Debug", DebugStream),
	}
}
