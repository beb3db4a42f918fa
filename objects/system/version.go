package system

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
)

// VersionType is System.Version.
var VersionType = &objects.Type{FullName: "System.Version", Kind: objects.KindObject, Attributes: objects.SealedAttr, Interfaces: []*objects.Type{objects.ComparableType, objects.CloneableType}}

// Version is a System.Version: two to four numbers, -1 for one left out.
type Version struct{ Parts [4]int }

// Type is System.Version.
func (*Version) Type() *objects.Type { return VersionType }

// HashKey is equal for equal versions.
func (v *Version) HashKey() any { return v.Parts }

// Equals compares the numbers; one left out differs from 0.
func (v *Version) Equals(other value) bool {
	o, ok := objects.As[*Version](other)
	return ok && o.Parts == v.Parts
}

// CompareTo orders by the numbers, one left out before 0.
func (v *Version) CompareTo(other value) (int, error) {
	o, ok := objects.As[*Version](other)
	if !ok {
		return 0, objects.NewException(objects.ArgumentException, "Object must be of type Version.")
	}
	return v.compare(o), nil
}

func (v *Version) compare(o *Version) int {
	for i, n := range v.Parts {
		if n != o.Parts[i] {
			return order(int64(n), int64(o.Parts[i]))
		}
	}
	return 0
}

// fields is how many numbers there are.
func (v *Version) fields() int {
	n := 0
	for n < 4 && v.Parts[n] >= 0 {
		n++
	}
	return n
}

// Text is the numbers with points between.
func (v *Version) Text() (string, error) { return v.text(v.fields()), nil }

func (v *Version) text(fields int) string {
	parts := make([]string, fields)
	for i := range parts {
		parts[i] = strconv.Itoa(v.Parts[i])
	}
	return strings.Join(parts, ".")
}

// ParseVersion reads two to four numbers (Version.Parse).
func ParseVersion(s string) (*Version, error) {
	v := &Version{[4]int{-1, -1, -1, -1}}
	parts := strings.Split(s, ".")
	if len(parts) < 2 || len(parts) > 4 {
		return nil, objects.BadArgument("Version string portion was too short or too long.", "input")
	}
	for i, p := range parts {
		trimmed := strings.Trim(p, " \t\r\n\v\f")
		n, err := strconv.ParseInt(strings.TrimPrefix(trimmed, "+"), 10, 64)
		switch {
		case err != nil:
			return nil, objects.NewException(objects.FormatException, "The input string '"+p+"' was not in a correct format.")
		case n < 0:
			return nil, objects.OutOfRange("Version's parameters must be greater than or equal to zero.", "input")
		case n > 1<<31-1:
			return nil, objects.NewException(objects.OverflowException, "Value was either too large or too small for an Int32.")
		}
		v.Parts[i] = int(n)
	}
	return v, nil
}

func versionOf(v value) *Version {
	if x, ok := objects.As[*Version](v); ok {
		return x
	}
	return &Version{[4]int{0, 0, -1, -1}}
}

func versionDeclaration() *objects.Declaration {
	part := func(name string, i int) objects.Property {
		return reads("int "+name+" {get;}", func(this value) value { return objects.Int(versionOf(this).Parts[i]) })
	}
	return &objects.Declaration{
		Type:         VersionType,
		Constructors: versionConstructors(),
		Properties: []objects.Property{
			part("Major", 0), part("Minor", 1), part("Build", 2), part("Revision", 3),
			reads("short MajorRevision {get;}", func(this value) value {
				return objects.Word(objects.Int16Type, uint64(int64(int16(versionOf(this).Parts[3]>>16))))
			}),
			reads("short MinorRevision {get;}", func(this value) value {
				return objects.Word(objects.Int16Type, uint64(int64(int16(versionOf(this).Parts[3]))))
			}),
		},
		Methods: append([]objects.Method{
			total("System.Object Clone()", func(c *call) value { v := *versionOf(c.This); return objects.Of(&v) }),
			partial("int CompareTo(System.Object version)", compareVersions),
			partial("int CompareTo(version value)", compareVersions),
			total("bool Equals(version obj)", func(c *call) value { return objects.Bool(versionOf(c.This).Equals(c.Args[0])) }),
			partial("string ToString()", toText),
			partial("string ToString(int fieldCount)", func(c *call) (value, error) {
				v, n := versionOf(c.This), c.Int(0)
				if n < 0 || n > v.fields() {
					return objects.Null, objects.BadArgument("Argument must be between 0 and "+strconv.Itoa(v.fields())+".", "fieldCount")
				}
				return objects.String(v.text(n)), nil
			}),
			partial("static version Parse(string input)", parsedVersion),
			partial("static bool TryParse(string input, [ref] version result)", func(c *call) (value, error) {
				v, err := ParseVersion(c.Str(0))
				if err != nil {
					return objects.Bool(false), c.Assign(1, objects.Null)
				}
				return objects.Bool(true), c.Assign(1, objects.Of(v))
			}),
		}, comparisons("version", "v", func(a, b value) int { return versionOf(a).compare(versionOf(b)) })...),
	}
}

func compareVersions(c *call) (value, error) {
	if !c.Is(0) {
		return objects.Int(1), nil
	}
	n, err := versionOf(c.This).CompareTo(c.Args[0])
	return objects.Int(n), err
}

func parsedVersion(c *call) (value, error) {
	v, err := ParseVersion(c.Str(0))
	if err != nil {
		return objects.Null, err
	}
	return objects.Of(v), nil
}

func versionConstructors() []objects.Method {
	numbers := func(c *call) (value, error) {
		v := &Version{[4]int{-1, -1, -1, -1}}
		for i := range c.Args {
			if v.Parts[i] = c.Int(i); v.Parts[i] < 0 {
				return objects.Null, objects.NegativeArgument([...]string{"major", "minor", "build", "revision"}[i], v.Parts[i])
			}
		}
		return objects.Of(v), nil
	}
	return []objects.Method{
		partial("new(int major, int minor, int build, int revision)", numbers),
		partial("new(int major, int minor, int build)", numbers),
		partial("new(int major, int minor)", numbers),
		partial("new(string version)", parsedVersion),
		total("new()", func(*call) value { return objects.Of(&Version{[4]int{0, 0, -1, -1}}) }),
	}
}
