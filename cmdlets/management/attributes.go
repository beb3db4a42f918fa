package management

import (
	"errors"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/io"
)

// attributeFilter is an expression over the attributes of files: names joined by
// "," (or), "+" (and) and "!" (not), as -Attributes takes it
// (System.Management.Automation.FlagsExpression).
type attributeFilter struct {
	any [][]attributeTerm // one of these, all terms of which hold
}

type attributeTerm struct {
	bit uint64
	not bool
}

// BindArgument reads the expression: text, a list of texts, or a FileAttributes.
func (f *attributeFilter) BindArgument(v objects.Value) error {
	v = v.Base()
	if v.Kind() == objects.KindEnum {
		f.any = append(f.any, []attributeTerm{{bit: v.Bits()}})
		return nil
	}
	if list, ok := objects.Enumeration(v); ok {
		return list.Enumerate(f.BindArgument)
	}
	text, ok := v.Str()
	if !ok {
		return errors.New("Cannot parse input as a flags expression.")
	}
	for _, alternative := range strings.Split(text, ",") {
		var all []attributeTerm
		for _, word := range strings.Split(alternative, "+") {
			name, not := strings.CutPrefix(strings.TrimSpace(word), "!")
			bit, err := attributeBit(strings.TrimSpace(name))
			if err != nil {
				return err
			}
			all = append(all, attributeTerm{bit, not})
		}
		f.any = append(f.any, all)
	}
	return nil
}

// attributeBit is the bit of an attribute's name, or of the letter that stands
// for it.
func attributeBit(name string) (uint64, error) {
	switch strings.ToLower(name) {
	case "d":
		name = "Directory"
	case "h":
		name = "Hidden"
	case "r":
		name = "ReadOnly"
	case "a":
		name = "Archive"
	case "s":
		name = "System"
	}
	enum := io.FileAttributesType.Enum
	for i, n := range enum.Names {
		if strings.EqualFold(n, name) {
			return uint64(enum.Values[i]), nil
		}
	}
	return 0, errors.New("Unable to match the identifier name " + name + " to a valid enumerator name. Specify one of the following enumerator names and try again:\n" + strings.Join(enum.Names, ", "))
}

func (f *attributeFilter) empty() bool { return len(f.any) == 0 }

// wantsHidden reports whether the expression speaks of hidden files, which shows
// them.
func (f *attributeFilter) wantsHidden() bool {
	for _, all := range f.any {
		for _, t := range all {
			if t.bit&io.HiddenAttribute != 0 {
				return true
			}
		}
	}
	return false
}

func (f *attributeFilter) match(bits uint64) bool {
	if f.empty() {
		return true
	}
	for _, all := range f.any {
		holds := true
		for _, t := range all {
			holds = holds && (bits&t.bit != 0) != t.not
		}
		if holds {
			return true
		}
	}
	return false
}
