package core

import (
	"fmt"
	"math"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/runtime"
)

// SetStrictMode makes mistakes that are overlooked by default errors
// ("about_Strict_Mode").
type SetStrictMode struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Version"`

	Off     runtime.SwitchParameter `param:"ParameterSetName=Off,Mandatory"`
	Version strictVersion           `param:"ParameterSetName=Version,Mandatory,Alias=v" type:"version"`
}

// strictVersion is the argument of -Version: a version of PowerShell or "Latest".
type strictVersion struct{ major, minor int }

// latestStrict is the strictest mode there is.
const latestStrict = 3

// BindArgument reads the version; whole numbers stand for versions too.
func (v *strictVersion) BindArgument(value objects.Value) error {
	value = value.Base()
	if version, ok := objects.As[*system.Version](value); ok {
		v.major, v.minor = version.Parts[0], version.Parts[1]
		return nil
	}
	if n, ok := value.AsInt(); ok {
		v.major = int(n)
		return nil
	}
	if f, ok := value.AsFloat(); ok {
		v.major = int(f)
		v.minor = int(math.Round((f - math.Floor(f)) * 10))
		return nil
	}
	text, _ := value.Str()
	if strings.EqualFold(text, "latest") {
		v.major = latestStrict
		return nil
	}
	if strings.Trim(text, "0123456789") == "" {
		text += ".0"
	}
	version, err := system.ParseVersion(text)
	if err != nil {
		return fmt.Errorf("Cannot convert value %q to type \"System.Version\". Error: \"%w\"", text, err)
	}
	v.major, v.minor = version.Parts[0], version.Parts[1]
	return nil
}

// valid reports whether there has been a PowerShell of that version.
func (v *strictVersion) valid() bool {
	switch v.major {
	case 1, 2, 3, 4:
		return v.minor == 0
	case 5:
		return v.minor <= 1
	case 6:
		return v.minor <= 2
	case 7:
		return v.minor <= 6
	}
	return false
}

// ProcessRecord sets the mode of the caller's scope.
func (c *SetStrictMode) ProcessRecord(rt *runtime.CommandRuntime) error {
	if !bool(c.Off) && !c.Version.valid() {
		e := objects.NewException(objects.ParameterBindingValidation, fmt.Sprintf(
			"Cannot validate argument on parameter 'Version'. The \"%d.%d\" argument does not contain a valid PowerShell version. Supply a valid version number and then try the command again.", c.Version.major, c.Version.minor))
		return runtime.NewErrorRecord(e, "ParameterArgumentValidationError", runtime.InvalidData, objects.Null)
	}
	rt.Scope().SetStrict(c.Version.major)
	return nil
}
