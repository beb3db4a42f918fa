package cs

import (
	"io/fs"
	"strings"
)

// familyTexts are the help texts of the module. The cmdlets of one family share a
// text in which %NOUN% and %PROPERTY% stand for their own.
type familyTexts struct{ fs.FS }

// ReadFile reads the text of a cmdlet, or that of its family (fs.ReadFileFS).
func (t familyTexts) ReadFile(name string) ([]byte, error) {
	data, err := fs.ReadFile(t.FS, name)
	if err == nil {
		return data, nil
	}
	verb, noun, _ := strings.Cut(strings.TrimSuffix(name, ".txt"), "-")
	for _, kind := range policyKinds {
		if kind.noun == noun {
			return t.family(verb+"-family.txt", noun, kind.property)
		}
	}
	if verb == "Get" {
		return t.family("Get-unknown.txt", noun, "")
	}
	return nil, err
}

func (t familyTexts) family(name, noun, property string) ([]byte, error) {
	data, err := fs.ReadFile(t.FS, name)
	return []byte(strings.NewReplacer("%NOUN%", noun, "%PROPERTY%", property).Replace(string(data))), err
}
