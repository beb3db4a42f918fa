package style

import (
	"strconv"

	"github.com/csshell/csshell/objects"
)

func of(v objects.Value) *Style { s, _ := objects.As[*Style](v); return s }

// declaration is the members of PSStyle.
func declaration(instance *Style) *objects.Declaration {
	d := &objects.Declaration{Type: Type}
	for _, a := range attributes() {
		d.Properties = append(d.Properties, objects.Reads("string "+a.name+" {get;}", func(objects.Value) objects.Value {
			return objects.String(a.sequence)
		}))
	}
	d.Properties = append(d.Properties,
		objects.Property{
			Signature: "System.Management.Automation.OutputRendering OutputRendering {get;set;}",
			Get: func(this objects.Value) (objects.Value, error) {
				return objects.Word(renderingType, uint64(of(this).Rendering)), nil
			},
			Set: func(this, v objects.Value) error { of(this).Rendering = Rendering(v.Int64()); return nil },
		},
		objects.Reads("System.Management.Automation.PSStyle+FormattingData Formatting {get;}", func(this objects.Value) objects.Value { return objects.Of(of(this).formatting) }),
		objects.Reads("System.Management.Automation.PSStyle+ProgressConfiguration Progress {get;}", func(this objects.Value) objects.Value { return objects.Of(of(this).progress) }),
		objects.Reads("System.Management.Automation.PSStyle+FileInfoFormatting FileInfo {get;}", func(this objects.Value) objects.Value { return objects.Of(of(this).fileInfo) }),
		objects.Reads("System.Management.Automation.PSStyle+ForegroundColor Foreground {get;}", func(this objects.Value) objects.Value { return objects.Of(of(this).foreground) }),
		objects.Reads("System.Management.Automation.PSStyle+BackgroundColor Background {get;}", func(this objects.Value) objects.Value { return objects.Of(of(this).background) }),
		objects.Reads("static System.Management.Automation.PSStyle Instance {get;}", func(objects.Value) objects.Value { return objects.Of(instance) }),
	)
	d.Methods = []objects.Method{
		objects.Partial("string FormatHyperlink(string text, uri link)", formatHyperlink),
		objects.Total("static string MapForegroundColorToEscapeSequence(System.ConsoleColor foregroundColor)", func(c *objects.Call) objects.Value {
			return objects.String(sgr(consoleColour(c.Int(0), 30)))
		}),
		objects.Total("static string MapBackgroundColorToEscapeSequence(System.ConsoleColor backgroundColor)", func(c *objects.Call) objects.Value {
			return objects.String(sgr(consoleColour(c.Int(0), 40)))
		}),
		objects.Total("static string MapColorPairToEscapeSequence(System.ConsoleColor foregroundColor, System.ConsoleColor backgroundColor)", func(c *objects.Call) objects.Value {
			return objects.String("\x1b[" + strconv.Itoa(consoleColour(c.Int(0), 30)) + ";" + strconv.Itoa(consoleColour(c.Int(1), 40)) + "m")
		}),
	}
	return d
}

// consoleColour is the SGR number of a ConsoleColor, whose blue and red change
// places with ANSI's and whose upper half is bright.
func consoleColour(n, first int) int {
	ansi := n&2 | n&1<<2 | n>>2&1
	if n >= 8 {
		return first + 60 + ansi
	}
	return first + ansi
}

// formatHyperlink is text that links to an address where the terminal knows
// links (OSC 8).
func formatHyperlink(c *objects.Call) (objects.Value, error) {
	link, err := c.Types.Text(c.Args[1], " ")
	if err != nil {
		return objects.Null, err
	}
	return objects.String("\x1b]8;;" + link + "\x1b\\" + c.Str(0) + "\x1b]8;;\x1b\\"), nil
}

// partDeclaration is the members of a part: a property for each entry.
func partDeclaration(t *objects.Type, entries []entry, settable bool) *objects.Declaration {
	d := &objects.Declaration{Type: t}
	for i, e := range entries {
		p := objects.Property{Signature: "string " + e.name + " {get;}", Get: func(this objects.Value) (objects.Value, error) {
			own, _ := objects.As[*part](this)
			return objects.String(own.values()[i]), nil
		}}
		if settable {
			p.Signature = "string " + e.name + " {get;set;}"
			p.Set = func(this, v objects.Value) error {
				own, _ := objects.As[*part](this)
				s, _ := v.Str()
				if err := noContent(s); err != nil {
					return err
				}
				own.values()[i] = s
				return nil
			}
		}
		d.Properties = append(d.Properties, p)
	}
	return d
}

// noContent refuses text in a style: only escape sequences may stand there.
func noContent(s string) error {
	if Plain(s) == "" {
		return nil
	}
	return objects.NewException(objects.ArgumentException,
		"The specified string contains printable content when it should only contain ANSI escape sequences: "+s)
}

func colourDeclaration(t *objects.Type, first int) *objects.Declaration {
	d := partDeclaration(t, colours(first), false)
	d.Methods = []objects.Method{
		objects.Total("string FromRgb(byte red, byte green, byte blue)", func(c *objects.Call) objects.Value {
			return rgb(first, c.Int(0), c.Int(1), c.Int(2))
		}),
		objects.Total("string FromRgb(int rgb)", func(c *objects.Call) objects.Value {
			n := c.Int(0)
			return rgb(first, n>>16&0xff, n>>8&0xff, n&0xff)
		}),
	}
	return d
}

// rgb is a colour of 24 bits.
func rgb(first, red, green, blue int) objects.Value {
	return objects.String("\x1b[" + strconv.Itoa(first+8) + ";2;" + strconv.Itoa(red) + ";" + strconv.Itoa(green) + ";" + strconv.Itoa(blue) + "m")
}

func fileInfoDeclaration(instance *Style) *objects.Declaration {
	d := partDeclaration(fileInfoType, fileInfos(), true)
	d.Properties = append(d.Properties, objects.Reads(
		"System.Management.Automation.PSStyle+FileInfoFormatting+FileExtensionDictionary Extension {get;}",
		func(objects.Value) objects.Value { return objects.Of(instance.extensions()) }))
	return d
}

func progressDeclaration() *objects.Declaration {
	own := func(v objects.Value) *Progress { p, _ := objects.As[*Progress](v); return p }
	return &objects.Declaration{Type: progressType, Properties: []objects.Property{
		{
			Signature: "string Style {get;set;}",
			Get:       func(this objects.Value) (objects.Value, error) { return objects.String(own(this).Style), nil },
			Set: func(this, v objects.Value) error {
				s, _ := v.Str()
				if err := noContent(s); err != nil {
					return err
				}
				own(this).Style = s
				return nil
			},
		},
		{
			Signature: "int MaxWidth {get;set;}",
			Get:       func(this objects.Value) (objects.Value, error) { return objects.Int(own(this).MaxWidth), nil },
			Set:       setMaxWidth,
		},
		{
			Signature: "System.Management.Automation.ProgressView View {get;set;}",
			Get: func(this objects.Value) (objects.Value, error) {
				if own(this).Classic {
					return objects.Word(viewType, 1), nil
				}
				return objects.Word(viewType, 0), nil
			},
			Set: func(this, v objects.Value) error { own(this).Classic = v.Int64() == 1; return nil },
		},
		{
			Signature: "bool UseOSCIndicator {get;set;}",
			Get:       func(this objects.Value) (objects.Value, error) { return objects.Bool(own(this).UseOSCIndicator), nil },
			Set:       func(this, v objects.Value) error { own(this).UseOSCIndicator = v.Bool(); return nil },
		},
	}}
}

// minProgressWidth is the least width of a progress bar.
const minProgressWidth = 18

func setMaxWidth(this, v objects.Value) error {
	p, _ := objects.As[*Progress](this)
	if v.Int64() < minProgressWidth {
		return objects.NewException(objects.ArgumentOutOfRange, "Specified argument was out of the range of valid values. (Parameter 'MaxWidth')")
	}
	p.MaxWidth = int(v.Int64())
	return nil
}
