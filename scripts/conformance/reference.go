package conformance

import (
	"encoding/json"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"strings"
)

// reference asks for everything the lists of reference/ say of PowerShell: each entry
// becomes a snippet and the answer it must give, evaluated as the rows of tables are.
func (s *Suite) reference() ([]Result, error) {
	folder := filepath.Join(s.Data, "reference")
	if _, err := os.Stat(folder); os.IsNotExist(err) {
		return nil, nil
	}
	var groups [][]*row
	for _, read := range []func(string) ([]*row, error){aliasRows, enumRows, acceleratorRows, cmdletRows} {
		rows, err := read(folder)
		if err != nil {
			return nil, err
		}
		var wanted []*row
		for _, r := range rows {
			if s.wants(r.name) {
				wanted = append(wanted, r)
			}
		}
		groups = append(groups, wanted)
	}
	for _, table := range []string{"command-precedence.txt", "view-samples.txt"} {
		rows, err := s.readTable("reference", filepath.Join(folder, table))
		if err != nil {
			return nil, err
		}
		groups = append(groups, rows)
	}
	return s.evaluateAll(groups), nil
}

// question is a row of the reference: what to ask, and the text that must come back.
func question(group, key, snippet, text string) *row {
	return &row{name: Name{Area: "reference", Group: group, Key: key}, snippet: snippet, wanted: "String " + shown(text)}
}

// shown writes text as run-table.ps1 shows a string.
func shown(text string) string {
	return `"` + strings.NewReplacer(`"`, `\"`, `\`, `\\`, "\n", `\n`, "\r", `\r`, "\t", `\t`).Replace(text) + `"`
}

// quoted writes text as a PowerShell string.
func quoted(text string) string { return "'" + strings.ReplaceAll(text, "'", "''") + "'" }

// readColumns reads a list with named columns.
func readColumns(path string) ([]map[string]string, error) {
	text, err := os.ReadFile(path)
	if err != nil {
		return nil, err
	}
	lines := strings.Split(strings.TrimSuffix(string(text), "\n"), "\n")
	names := strings.Split(lines[0], "\t")
	var rows []map[string]string
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, field := range strings.Split(line, "\t") {
			row[names[i]] = strings.ReplaceAll(field, `\\`, `\`)
		}
		rows = append(rows, row)
	}
	return rows, nil
}

// aliasRows asks what each alias stands for, and with which options.
func aliasRows(folder string) ([]*row, error) {
	list, err := readColumns(filepath.Join(folder, "aliases.tsv"))
	if err != nil {
		return nil, err
	}
	var rows []*row
	for _, alias := range list {
		if alias["linux"] != "yes" {
			continue
		}
		snippet := fmt.Sprintf(`foreach ($a in Get-Alias | Where-Object Name -CEQ %s) { "$($a.Definition); $($a.Options)" }`, quoted(alias["name"]))
		rows = append(rows, question("aliases", alias["name"], snippet, alias["definition"]+"; "+alias["options"]))
	}
	return rows, nil
}

// enumRows asks for the number of each member of each enumeration.
func enumRows(folder string) ([]*row, error) {
	list, err := readColumns(filepath.Join(folder, "enums.tsv"))
	if err != nil {
		return nil, err
	}
	var rows []*row
	for _, member := range list {
		key := member["clr"] + " " + member["name"]
		snippet := fmt.Sprintf("([%s]%s).ToString('d')", member["clr"], quoted(member["name"]))
		rows = append(rows, question("enums", key, snippet, member["value"]))
	}
	return rows, nil
}

// acceleratorRows asks which type each short name means.
func acceleratorRows(folder string) ([]*row, error) {
	list, err := readColumns(filepath.Join(folder, "type-accelerators.tsv"))
	if err != nil {
		return nil, err
	}
	var rows []*row
	for _, a := range list {
		rows = append(rows, question("accelerators", a["name"], fmt.Sprintf("[%s].FullName", a["name"]), a["type"]))
	}
	return rows, nil
}

// A referenceCmdlet is an entry of cmdlets.json.
type referenceCmdlet struct {
	Name       string
	Kind       string
	Sets       []string
	Syntax     []string
	Parameters []referenceParameter
}

// A referenceParameter is a parameter of a cmdlet; In has an entry for each set it is in,
// or one called * for all of them.
type referenceParameter struct {
	Name    string
	Type    string
	Aliases []string
	Dynamic json.RawMessage // not null: comes from the provider of the current folder
	In      map[string]struct {
		Position                                                *int
		Mandatory, ValueFromPipeline, ByPropertyName, Remaining bool
	}
	Limits struct {
		Range []json.Number
		Set   []string
	}
}

// cmdletRows asks for the syntax of each cmdlet, and for each of its parameters.
func cmdletRows(folder string) ([]*row, error) {
	text, err := os.ReadFile(filepath.Join(folder, "cmdlets.json"))
	if err != nil {
		return nil, err
	}
	var list struct{ Commands []referenceCmdlet }
	if err := json.Unmarshal(text, &list); err != nil {
		return nil, err
	}
	var rows []*row
	for _, c := range list.Commands {
		if c.Kind != "Cmdlet" {
			continue
		}
		syntax := "\n" + strings.Join(c.Syntax, "\n\n") + "\n"
		rows = append(rows, question("syntax", c.Name, fmt.Sprintf("(Get-Command %s).Definition", quoted(c.Name)), syntax))
		for _, p := range c.Parameters {
			if p.Dynamic == nil {
				rows = append(rows, c.parameterRows(p)...)
			}
		}
	}
	return rows, nil
}

// parameterRows asks how p is bound in each set, and what limits its values.
func (c referenceCmdlet) parameterRows(p referenceParameter) []*row {
	var rows []*row
	for _, set := range c.Sets {
		in, ok := p.In[set]
		if !ok {
			in, ok = p.In["*"]
		}
		if !ok {
			continue
		}
		position := math.MinInt32 // a named parameter
		if in.Position != nil {
			position = *in.Position
		}
		snippet := fmt.Sprintf("foreach ($s in (Get-Command %s).ParameterSets) { if ($s.Name -eq %s) { foreach ($p in $s.Parameters) { if ($p.Name -eq %s) {"+
			` "$($p.Position) $($p.IsMandatory) $($p.ValueFromPipeline) $($p.ValueFromPipelineByPropertyName) $($p.ValueFromRemainingArguments) $($p.ParameterType -eq [%s]) $($p.Aliases)" } } } }`,
			quoted(c.Name), quoted(set), quoted(p.Name), p.Type)
		text := fmt.Sprint(position, word(in.Mandatory), word(in.ValueFromPipeline), word(in.ByPropertyName), word(in.Remaining), " True ", strings.Join(p.Aliases, " "))
		rows = append(rows, question("parameters", fmt.Sprintf("%s -%s (%s)", c.Name, p.Name, set), snippet, text))
	}
	return append(rows, c.limitRows(p)...)
}

// word writes a truth value as PowerShell does, after a blank.
func word(b bool) string {
	if b {
		return " True"
	}
	return " False"
}

// manyValues is from where on a set of values comes from the machine: the cultures it knows.
const manyValues = 100

func (c referenceCmdlet) limitRows(p referenceParameter) []*row {
	ask := func(kind, expression, text string) *row {
		snippet := fmt.Sprintf("foreach ($a in (Get-Command %s).Parameters[%s].Attributes) { if ($a -is [Validate%s]) { %s } }", quoted(c.Name), quoted(p.Name), kind, expression)
		return question("limits", fmt.Sprintf("%s -%s %s", c.Name, p.Name, kind), snippet, text)
	}
	var rows []*row
	if len(p.Limits.Range) == 2 {
		rows = append(rows, ask("Range", `"$($a.MinRange) $($a.MaxRange)"`, p.Limits.Range[0].String()+" "+p.Limits.Range[1].String()))
	}
	if n := len(p.Limits.Set); n > 0 && n < manyValues {
		rows = append(rows, ask("Set", `$a.ValidValues -join ', '`, strings.Join(p.Limits.Set, ", ")))
	}
	return rows
}
