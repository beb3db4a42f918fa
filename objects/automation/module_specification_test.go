package automation

import (
	"testing"

	"github.com/csshell/csshell/objects/system"
)

func TestModuleSpecificationFits(t *testing.T) {
	version := func(s string) *system.Version {
		v, err := system.ParseVersion(s)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	for _, x := range [...]struct {
		spec ModuleSpecification
		have string
		want bool
	}{
		{ModuleSpecification{}, "1.0", true},
		{ModuleSpecification{Version: version("1.2")}, "1.10", true},
		{ModuleSpecification{Version: version("1.10")}, "1.2", false},
		{ModuleSpecification{Required: version("1.2.0")}, "1.2", false},
		{ModuleSpecification{Required: version("1.2")}, "1.2", true},
		{ModuleSpecification{Maximum: "1.*"}, "1.99.3", true},
		{ModuleSpecification{Maximum: "1.*"}, "2.0", false},
		{ModuleSpecification{Version: version("1.0"), Maximum: "2.0"}, "2.0", true},
		{ModuleSpecification{Version: version("1.0")}, "", false},
	} {
		if got := x.spec.Fits(x.have); got != x.want {
			t.Errorf("%+v fits %q: %v", x.spec, x.have, got)
		}
	}
}
