package utility

import (
	"encoding/xml"
	"os"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// typesFile is a file of types ("about_Types.ps1xml").
type typesFile struct {
	Types []typeEntry `xml:"Type"`
}

// typeEntry is what a file adds to one type.
type typeEntry struct {
	Name    string      `xml:"Name"`
	Members typeMembers `xml:"Members"`
}

// typeMembers are members by kind.
type typeMembers struct {
	Notes []struct {
		Name  string `xml:"Name"`
		Value string `xml:"Value"`
	} `xml:"NoteProperty"`
	Aliases []struct {
		Name   string `xml:"Name"`
		Target string `xml:"ReferencedMemberName"`
	} `xml:"AliasProperty"`
	ScriptProperties []struct {
		Name string `xml:"Name"`
		Get  string `xml:"GetScriptBlock"`
		Set  string `xml:"SetScriptBlock"`
	} `xml:"ScriptProperty"`
	ScriptMethods []struct {
		Name   string `xml:"Name"`
		Script string `xml:"Script"`
	} `xml:"ScriptMethod"`
	Sets []struct {
		Name  string   `xml:"Name"`
		Names []string `xml:"ReferencedProperties>Name"`
	} `xml:"PropertySet"`
	MemberSets []struct {
		Name    string      `xml:"Name"`
		Members typeMembers `xml:"Members"`
	} `xml:"MemberSet"`
}

// readTypes reads a file of types.
func readTypes(rt *runtime.CommandRuntime, path string) ([]*objects.TypeData, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	var file typesFile
	if err := xml.Unmarshal(text, &file); err != nil {
		return nil, err
	}
	list := make([]*objects.TypeData, len(file.Types))
	for i, t := range file.Types {
		list[i] = &objects.TypeData{TypeName: strings.TrimSpace(t.Name)}
		if list[i].Members, err = t.Members.list(rt); err != nil {
			return nil, err
		}
		t.Members.standard(list[i])
	}
	return list, nil
}

// standard takes over the settings that PSStandardMembers holds.
func (m *typeMembers) standard(d *objects.TypeData) {
	for _, set := range m.MemberSets {
		if !strings.EqualFold(strings.TrimSpace(set.Name), "PSStandardMembers") {
			continue
		}
		for _, n := range set.Members.Notes {
			if strings.EqualFold(strings.TrimSpace(n.Name), "DefaultDisplayProperty") {
				d.DefaultDisplayProperty = strings.TrimSpace(n.Value)
			}
		}
		for _, s := range set.Members.Sets {
			switch strings.ToLower(strings.TrimSpace(s.Name)) {
			case "defaultdisplaypropertyset":
				d.DefaultDisplayPropertySet = trimmed(s.Names)
			case "defaultkeypropertyset":
				d.DefaultKeyPropertySet = trimmed(s.Names)
			}
		}
	}
}

func trimmed(names []string) []string {
	for i := range names {
		names[i] = strings.TrimSpace(names[i])
	}
	return names
}

// list are the members that the kinds hold, as a type keeps them.
func (m *typeMembers) list(rt *runtime.CommandRuntime) (list []objects.OwnMember, err error) {
	add := func(name string, kind objects.MemberKind, v objects.Value) {
		list = append(list, objects.OwnMember{Name: strings.TrimSpace(name), Kind: kind, Value: v})
	}
	script := func(text string) objects.Callable {
		if err != nil || strings.TrimSpace(text) == "" {
			return nil
		}
		block, failed := rt.Session().NewScriptBlock(text, "")
		if failed != nil {
			err = failed
			return nil
		}
		return block
	}
	for _, n := range m.Notes {
		add(n.Name, objects.NotePropertyMember, objects.String(n.Value))
	}
	for _, a := range m.Aliases {
		add(a.Name, objects.AliasPropertyMember, objects.Of(&objects.AliasMember{Name: strings.TrimSpace(a.Name), Target: strings.TrimSpace(a.Target)}))
	}
	for _, p := range m.ScriptProperties {
		add(p.Name, objects.ScriptPropertyMember, objects.Of(&objects.ScriptPropertyDef{Name: strings.TrimSpace(p.Name), Getter: script(p.Get), Setter: script(p.Set)}))
	}
	for _, x := range m.ScriptMethods {
		add(x.Name, objects.ScriptMethodMember, objects.Of(&objects.ScriptMethodDef{Name: strings.TrimSpace(x.Name), Body: script(x.Script)}))
	}
	for _, s := range m.Sets {
		add(s.Name, objects.PropertySetMember, objects.Of(&objects.PropertySetDef{Name: strings.TrimSpace(s.Name), Names: trimmed(s.Names)}))
	}
	return list, err
}
