package automation

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
)

// SemanticVersionType is System.Management.Automation.SemanticVersion.
var SemanticVersionType = &objects.Type{FullName: "System.Management.Automation.SemanticVersion", Kind: objects.KindObject, Attributes: objects.SealedAttr, Interfaces: []*objects.Type{objects.ComparableType}}

// SemanticVersion is a version by the rules of semver.org: three numbers, a
// label of a release before the release, and a label of the build.
type SemanticVersion struct {
	Major, Minor, Patch int
	PreRelease, Build   string
}

// Type is System.Management.Automation.SemanticVersion.
func (*SemanticVersion) Type() *objects.Type { return SemanticVersionType }

// Text is the version with its labels.
func (v *SemanticVersion) Text() (string, error) {
	s := strconv.Itoa(v.Major) + "." + strconv.Itoa(v.Minor) + "." + strconv.Itoa(v.Patch)
	if v.PreRelease != "" {
		s += "-" + v.PreRelease
	}
	if v.Build != "" {
		s += "+" + v.Build
	}
	return s, nil
}

// HashKey is equal for equal versions.
func (v *SemanticVersion) HashKey() any { return *v }

// Equals compares all parts but the build's label.
func (v *SemanticVersion) Equals(other value) bool {
	o, ok := objects.As[*SemanticVersion](other)
	return ok && v.compare(o) == 0
}

// CompareTo orders two versions; the error is for another type.
func (v *SemanticVersion) CompareTo(other value) (int, error) {
	o, ok := objects.As[*SemanticVersion](other)
	if !ok {
		return 0, objects.NewException(objects.ArgumentException, "object")
	}
	return v.compare(o), nil
}

func (v *SemanticVersion) compare(o *SemanticVersion) int {
	for _, pair := range [...][2]int{{v.Major, o.Major}, {v.Minor, o.Minor}, {v.Patch, o.Patch}} {
		if pair[0] != pair[1] {
			if pair[0] < pair[1] {
				return -1
			}
			return 1
		}
	}
	return comparePreRelease(v.PreRelease, o.PreRelease)
}

// comparePreRelease orders labels: none is greatest; parts that are numbers go
// by number and before words.
func comparePreRelease(a, b string) int {
	switch {
	case a == b:
		return 0
	case a == "":
		return 1
	case b == "":
		return -1
	}
	x, y := strings.Split(a, "."), strings.Split(b, ".")
	for i := 0; i < len(x) && i < len(y); i++ {
		m, errM := strconv.Atoi(x[i])
		n, errN := strconv.Atoi(y[i])
		order := strings.Compare(x[i], y[i])
		switch {
		case errM == nil && errN == nil:
			order = m - n
		case errM == nil:
			order = -1
		case errN == nil:
			order = 1
		}
		if order != 0 {
			return order / max(order, -order)
		}
	}
	if len(x) < len(y) {
		return -1
	}
	return 1
}

// ParseSemanticVersion reads a version; minor and patch may be left out.
func ParseSemanticVersion(s string) (*SemanticVersion, error) {
	bad := objects.NewException(objects.FormatException, "Input string was not in a correct format.")
	v := &SemanticVersion{}
	rest, build, hasBuild := strings.Cut(s, "+")
	rest, label, hasLabel := strings.Cut(rest, "-")
	if hasBuild && !isLabel(build) || hasLabel && !isLabel(label) {
		return nil, bad
	}
	v.Build, v.PreRelease = build, label
	parts := strings.Split(rest, ".")
	if len(parts) > 3 {
		return nil, bad
	}
	for i, p := range parts {
		n, err := strconv.ParseInt(p, 10, 32)
		if err != nil || n < 0 || p[0] == '+' {
			return nil, bad
		}
		*[...]*int{&v.Major, &v.Minor, &v.Patch}[i] = int(n)
	}
	return v, nil
}

// isLabel reports whether s consists of parts of letters, digits and hyphens
// with points between.
func isLabel(s string) bool {
	for _, part := range strings.Split(s, ".") {
		if part == "" || strings.Trim(part, "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-") != "" {
			return false
		}
	}
	return true
}

func semverOf(v value) *SemanticVersion {
	if s, ok := objects.As[*SemanticVersion](v); ok {
		return s
	}
	return &SemanticVersion{}
}

func semverDeclaration() *objects.Declaration {
	number := func(name string, of func(v *SemanticVersion) int) objects.Property {
		return reads("int "+name+" {get;}", func(this value) value { return objects.Int(of(semverOf(this))) })
	}
	label := func(name string, of func(v *SemanticVersion) string) objects.Property {
		return reads("string "+name+" {get;}", func(this value) value {
			if s := of(semverOf(this)); s != "" {
				return objects.String(s)
			}
			return objects.Null
		})
	}
	d := &objects.Declaration{
		Type:         SemanticVersionType,
		Constructors: semverConstructors(),
		Properties: []objects.Property{
			number("Major", func(v *SemanticVersion) int { return v.Major }),
			number("Minor", func(v *SemanticVersion) int { return v.Minor }),
			number("Patch", func(v *SemanticVersion) int { return v.Patch }),
			label("PreReleaseLabel", func(v *SemanticVersion) string { return v.PreRelease }),
			label("BuildLabel", func(v *SemanticVersion) string { return v.Build }),
		},
		Methods: []objects.Method{
			partial("int CompareTo(System.Object version)", compareSemver),
			partial("int CompareTo(semver value)", compareSemver),
			total("bool Equals(semver other)", func(c *call) value { return objects.Bool(semverOf(c.This).Equals(c.Args[0])) }),
			partial("static semver Parse(string version)", func(c *call) (value, error) { return parsed(c.Str(0)) }),
			partial("static bool TryParse(string version, [ref] semver result)", func(c *call) (value, error) {
				v, err := ParseSemanticVersion(c.Str(0))
				if err != nil {
					return objects.Bool(false), c.Assign(1, objects.Null)
				}
				return objects.Bool(true), c.Assign(1, objects.Of(v))
			}),
			total("static int Compare(semver versionA, semver versionB)", func(c *call) value {
				return objects.Int(semverOf(c.Args[0]).compare(semverOf(c.Args[1])))
			}),
			total("static version op_Implicit(semver semver)", func(c *call) value {
				v := semverOf(c.Args[0])
				return objects.Of(&system.Version{Parts: [4]int{v.Major, v.Minor, v.Patch, -1}})
			}),
		},
	}
	return d
}

func compareSemver(c *call) (value, error) {
	if !c.Is(0) {
		return objects.Int(1), nil
	}
	n, err := semverOf(c.This).CompareTo(c.Args[0])
	return objects.Int(n), err
}

func parsed(s string) (value, error) {
	v, err := ParseSemanticVersion(s)
	if err != nil {
		return objects.Null, err
	}
	return objects.Of(v), nil
}

func semverConstructors() []objects.Method {
	parts := func(c *call) (value, error) {
		v := &SemanticVersion{}
		for i := range c.Args {
			switch i {
			case 3:
				v.PreRelease = c.Str(3)
			case 4:
				v.Build = c.Str(4)
			default:
				n := c.Int(i)
				if n < 0 {
					return objects.Null, objects.NewException(objects.PSArgumentException, "Cannot process argument because the value of argument \""+[...]string{"major", "minor", "patch"}[i]+"\" is not valid.")
				}
				*[...]*int{&v.Major, &v.Minor, &v.Patch}[i] = n
			}
		}
		return objects.Of(v), nil
	}
	return []objects.Method{
		partial("new(string version)", func(c *call) (value, error) { return parsed(c.Str(0)) }),
		partial("new(int major, int minor, int patch, string preReleaseLabel, string buildLabel)", parts),
		partial("new(int major, int minor, int patch, string label)", parts),
		partial("new(int major, int minor, int patch)", parts),
		partial("new(int major, int minor)", parts),
		partial("new(int major)", parts),
		total("new(version version)", func(c *call) value {
			v, _ := objects.As[*system.Version](c.Args[0])
			if v == nil {
				return objects.Of(&SemanticVersion{})
			}
			return objects.Of(&SemanticVersion{Major: v.Parts[0], Minor: v.Parts[1], Patch: max(0, v.Parts[2])})
		}),
	}
}
