package automation

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
)

// ModuleSpecificationType is Microsoft.PowerShell.Commands.ModuleSpecification.
var ModuleSpecificationType = class("Microsoft.PowerShell.Commands.ModuleSpecification", objects.ObjectType)

// ModuleSpecification names a module, and its versions where they matter.
type ModuleSpecification struct {
	Name string
	// GUID is the module's, as text; "" for any.
	GUID string
	// Version is the lowest version, Required the only one; nil for any.
	Version, Required *system.Version
	// Maximum is the highest version, whose last part may be *; "" for any.
	Maximum string
}

// Type is Microsoft.PowerShell.Commands.ModuleSpecification.
func (*ModuleSpecification) Type() *objects.Type { return ModuleSpecificationType }

// Text is the name, or the hashtable that describes the module.
func (m *ModuleSpecification) Text() (string, error) {
	if m.GUID == "" && m.Version == nil && m.Required == nil && m.Maximum == "" {
		return m.Name, nil
	}
	text := "@{ ModuleName = '" + m.Name + "'"
	for _, e := range [...]struct{ key, text string }{
		{"Guid", m.GUID}, {"RequiredVersion", versionText(m.Required)}, {"ModuleVersion", versionText(m.Version)}, {"MaximumVersion", m.Maximum},
	} {
		if e.text != "" {
			text += "; " + e.key + " = '" + e.text + "'"
		}
	}
	return text + " }", nil
}

func versionText(v *system.Version) string {
	if v == nil {
		return ""
	}
	text, _ := v.Text() // never fails
	return text
}

// Fits reports whether a module of that version is one that the specification means.
func (m *ModuleSpecification) Fits(version string) bool {
	v, err := system.ParseVersion(version)
	if err != nil {
		return m.Version == nil && m.Required == nil && m.Maximum == ""
	}
	if m.Required != nil && compareVersions(v, m.Required) != 0 || m.Version != nil && compareVersions(v, m.Version) < 0 {
		return false
	}
	highest, err := maximumVersion(m.Maximum)
	return err == nil && (highest == nil || compareVersions(v, highest) <= 0)
}

// maximumVersion reads the highest version allowed; a * at the end stands for the
// largest number.
func maximumVersion(text string) (*system.Version, error) {
	if text == "" {
		return nil, nil
	}
	if rest, ok := strings.CutSuffix(text, "*"); ok {
		text = rest + "2147483647"
	}
	return system.ParseVersion(text)
}

func compareVersions(a, b *system.Version) int { return slices.Compare(a.Parts[:], b.Parts[:]) }

func moduleSpecificationDeclaration() *objects.Declaration {
	of := func(this value) *ModuleSpecification {
		m, _ := objects.As[*ModuleSpecification](this)
		return m
	}
	version := func(v *system.Version) value {
		if v == nil {
			return objects.Null
		}
		return objects.Of(v)
	}
	nullable := func(s string) value {
		if s == "" {
			return objects.Null
		}
		return objects.String(s)
	}
	return &objects.Declaration{
		Type: ModuleSpecificationType,
		Constructors: []objects.Method{
			total("new()", func(*call) value { return objects.Of(&ModuleSpecification{}) }),
			partial("new(string moduleName)", func(c *call) (value, error) {
				if c.Str(0) == "" {
					return objects.Null, badCredentialArgument("moduleName")
				}
				return objects.Of(&ModuleSpecification{Name: c.Str(0)}), nil
			}),
			partial("new(hashtable moduleSpecification)", func(c *call) (value, error) {
				table, ok := objects.As[*objects.Hashtable](c.Args[0])
				if !ok {
					return objects.Null, objects.NullArgument("moduleSpecification")
				}
				m, err := specificationOf(c.Types, table)
				return objects.Of(m), err
			}),
		},
		Properties: []objects.Property{
			text("string Name {get;}", func(this value) string { return of(this).Name }),
			{Signature: "System.Nullable[guid] Guid {get;}", GetIn: func(tt *objects.TypeTable, this value) (value, error) {
				if of(this).GUID == "" {
					return objects.Null, nil
				}
				return tt.Convert(objects.String(of(this).GUID), objects.GuidType)
			}},
			reads("version Version {get;}", func(this value) value { return version(of(this).Version) }),
			reads("string MaximumVersion {get;}", func(this value) value { return nullable(of(this).Maximum) }),
			reads("version RequiredVersion {get;}", func(this value) value { return version(of(this).Required) }),
		},
	}
}

// specificationOf reads the keys ModuleName, ModuleVersion, MaximumVersion,
// RequiredVersion and GUID.
func specificationOf(tt *objects.TypeTable, table *objects.Hashtable) (*ModuleSpecification, error) {
	m := &ModuleSpecification{}
	var unknown []string
	var failed error
	table.Each(func(key, v value) bool {
		name, _ := tt.Text(key, " ")
		word, err := tt.Text(v, " ")
		if err == nil {
			var known bool
			if known, err = m.set(name, word); !known {
				unknown = append(unknown, "'"+name+"'")
			}
		}
		failed = err
		return err == nil
	})
	switch {
	case failed != nil:
		return nil, failed
	case len(unknown) > 0:
		return nil, objects.NewException(objects.ArgumentException, "The hashtable describing a module contains one or more members that are not valid. The valid members are (ModuleName, ModuleVersion, RequiredVersion, GUID). Remove the members that are not valid ("+strings.Join(unknown, ",")+"), then try again.")
	case m.Name == "":
		return nil, missingMember("The 'ModuleName' member does not exist in the hashtable that describes this module.")
	case m.Version == nil && m.Maximum == "" && m.Required == nil:
		return nil, missingMember("The 'ModuleVersion', 'MaximumVersion' and 'RequiredVersion' members do not exist in the hashtable that describes this module. One of these three members must exist, and be assigned a version number in the format 'n.n.n.n'.")
	case m.Required != nil && (m.Version != nil || m.Maximum != ""):
		return nil, objects.NewException(objects.ArgumentException, "The hashtable describing a module has 'RequiredVersion' beside 'ModuleVersion' or 'MaximumVersion', which exclude each other.")
	}
	return m, nil
}

func missingMember(message string) error {
	return objects.NewException(system.MissingMemberException, message)
}

// set sets the member that a key of the hashtable names and reports whether there
// is one.
func (m *ModuleSpecification) set(key, text string) (known bool, err error) {
	switch strings.ToLower(key) {
	case "modulename":
		m.Name = text
	case "moduleversion":
		m.Version, err = system.ParseVersion(text)
	case "requiredversion":
		m.Required, err = system.ParseVersion(text)
	case "maximumversion":
		m.Maximum = text
		_, err = maximumVersion(text)
	case "guid":
		m.GUID = strings.ToLower(strings.Trim(text, "{}"))
	default:
		return false, nil
	}
	return true, err
}
