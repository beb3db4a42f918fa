package core

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/runtime"
)

// SetStrictMode makes mistakes that are overlooked by default errors
// ("about_Strict_Mode").
type SetStrictMode struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Version"`

	Version strictVersion           `param:"ParameterSetName=Version,Mandatory,Alias=v" type:"version"`
	Off     runtime.SwitchParameter `param:"ParameterSetName=Off,Mandatory"`
}

// strictVersion is the argument of -Version: a version of PowerShell or "Latest".
type strictVersion struct{ major int }

// latestStrict is the strictest mode there is.
const latestStrict = 3

// BindArgument reads the version; whole numbers stand for versions too.
func (v *strictVersion) BindArgument(value objects.Value) error {
	value = value.Base()
	if version, ok := objects.As[*system.Version](value); ok {
		v.major = version.Parts[0]
		return nil
	}
	if n, ok := value.AsInt(); ok {
		v.major = int(n)
		return nil
	}
	if f, ok := value.AsFloat(); ok {
		v.major = int(f)
		return nil
	}
	text, _ := value.Str()
	if strings.EqualFold(text, "latest") {
		v.major = latestStrict
		return nil
	}
	if !strings.Contains(text, ".") {
		text += ".0"
	}
	version, err := system.ParseVersion(text)
	if err != nil {
		return err
	}
	v.major = version.Parts[0]
	return nil
}

// ProcessRecord sets the mode of the caller's scope.
func (c *SetStrictMode) ProcessRecord(rt *runtime.CommandRuntime) error {
	rt.Scope().SetStrict(c.Version.major)
	return nil
}
