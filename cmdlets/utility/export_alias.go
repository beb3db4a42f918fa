package utility

import (
	"bufio"
	"os"
	"os/user"
	"strconv"
	"strings"
	"time"

	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// ExportAlias keeps aliases in a file: as lines of CSV, or as a script.
type ExportAlias struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ByPath,SupportsShouldProcess,OutputType=System.Management.Automation.AliasInfo"`

	Path        string                  `param:"ParameterSetName=ByPath,Position=0,Mandatory" help:"The file."`
	LiteralPath string                  `param:"ParameterSetName=ByLiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP" help:"The file, its name taken as it is."`
	Name        []string                `param:"Position=1,ValueFromPipelineByPropertyName" help:"The aliases; all where it is not given."`
	PassThru    runtime.SwitchParameter `param:"" help:"Write the aliases too."`
	As          string                  `param:"" type:"Microsoft.PowerShell.Commands.ExportAliasFormat" help:"Csv or Script."`
	Append      runtime.SwitchParameter `param:"" help:"Write at the end of the file."`
	Force       runtime.SwitchParameter `param:"" help:"Write over a file that is read-only."`
	NoClobber   runtime.SwitchParameter `param:"Alias=NoOverwrite" help:"Do not write over a file."`
	Description string                  `param:"" help:"A comment for the head of the file."`
	Scope       string                  `param:"" help:"The scope of the aliases."`
}

// ProcessRecord writes the file.
func (c *ExportAlias) ProcessRecord(rt *runtime.CommandRuntime) error {
	path := rt.Session().FullPath(c.Path + c.LiteralPath)
	if yes, err := rt.ShouldProcess(path, ""); !yes {
		return err
	}
	chosen, err := c.chosen(rt)
	if err != nil {
		return err
	}
	flags := os.O_WRONLY | os.O_CREATE | os.O_TRUNC
	switch {
	case bool(c.Append):
		flags = os.O_WRONLY | os.O_CREATE | os.O_APPEND
	case bool(c.NoClobber):
		flags |= os.O_EXCL
	}
	file, err := os.OpenFile(path, flags, 0o644)
	if os.IsExist(err) {
		e := objects.NewException(objects.IOException, "The file '"+path+"' already exists.")
		return runtime.NewErrorRecord(e, "NoClobber", runtime.ResourceExists, objects.String(path))
	}
	if err != nil {
		return runtime.NewErrorRecord(objects.NewException(objects.IOException, err.Error()), "FileOpenFailure", runtime.OpenError, objects.String(path))
	}
	out := bufio.NewWriter(file)
	c.writeHead(out)
	for _, a := range chosen {
		_, _ = out.WriteString(c.line(a) + "\n")
	}
	err = out.Flush()
	if closing := file.Close(); err == nil {
		err = closing
	}
	for _, a := range chosen {
		if err == nil && bool(c.PassThru) {
			err = rt.WriteObject(objects.Of(rt.Session().CommandInfoOf(a)))
		}
	}
	return err
}

// chosen are the aliases that the names fit.
func (c *ExportAlias) chosen(rt *runtime.CommandRuntime) ([]*runtime.Alias, error) {
	all, err := aliasesOf(rt, c.Scope)
	if err != nil || len(c.Name) == 0 {
		return all, err
	}
	var chosen []*runtime.Alias
	for _, text := range c.Name {
		names, err := argument.Patterns([]string{text})
		if err != nil {
			return nil, err
		}
		before := len(chosen)
		for _, a := range all {
			if wildcard.MatchAny(names, a.Name()) {
				chosen = append(chosen, a)
			}
		}
		if len(chosen) == before && !wildcard.ContainsWildcards(text) {
			if err := rt.WriteError(aliasNotFound("name", text)); err != nil {
				return nil, err
			}
		}
	}
	return chosen, nil
}

func (c *ExportAlias) writeHead(out *bufio.Writer) {
	who, host := "", ""
	if u, err := user.Current(); err == nil {
		who = u.Username
	}
	host, _ = os.Hostname()
	lines := []string{"Alias File", "Exported by : " + who, "Date/Time : " + time.Now().Format("Monday, January 2, 2006 3:04:05 PM"), "Computer : " + host}
	if c.Description != "" {
		lines = append(lines, strings.Split(strings.ReplaceAll(c.Description, "\r", ""), "\n")...)
	}
	for _, line := range lines {
		_, _ = out.WriteString("# " + line + "\n")
	}
}

// line is one alias.
func (c *ExportAlias) line(a *runtime.Alias) string {
	text := runtime.ScopedItemOptionsType.Enum.Text(int64(a.Options))
	if c.As == "Script" {
		return `set-alias -Name:"` + a.Name() + `" -Value:"` + a.Definition + `" -Description:"` + a.Description + `" -Option:"` + text + `"`
	}
	fields := []string{a.Name(), a.Definition, a.Description, text}
	for i, f := range fields {
		fields[i] = `"` + strings.ReplaceAll(f, `"`, `""`) + `"`
	}
	return strings.Join(fields, ",")
}

// ImportAlias makes the aliases of a file of lines of CSV.
type ImportAlias struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ByPath,SupportsShouldProcess,OutputType=System.Management.Automation.AliasInfo"`

	Path        string                  `param:"ParameterSetName=ByPath,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" help:"The file."`
	LiteralPath string                  `param:"ParameterSetName=ByLiteralPath,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP" help:"The file, its name taken as it is."`
	Scope       string                  `param:"" validate:"NotNullOrEmpty" help:"The scope for the aliases."`
	PassThru    runtime.SwitchParameter `param:"" help:"Write the aliases."`
	Force       runtime.SwitchParameter `param:"" help:"Change aliases that are there."`
}

// ProcessRecord reads the file; comments begin with #.
func (c *ImportAlias) ProcessRecord(rt *runtime.CommandRuntime) error {
	path := rt.Session().FullPath(c.Path + c.LiteralPath)
	file, err := os.Open(path)
	if err != nil {
		return pathError(path, err)
	}
	defer file.Close()
	lines := bufio.NewScanner(file)
	for number := 1; lines.Scan(); number++ {
		line := strings.TrimSpace(lines.Text())
		if line == "" || line[0] == '#' {
			continue
		}
		fields, ok := aliasFields(line)
		if !ok {
			e := objects.NewException(objects.FormatException, "Unable to import alias because line "+strconv.Itoa(number)+" of the file '"+path+"' does not hold four values.")
			return runtime.NewErrorRecord(e, "ImportAliasFileFormatError", runtime.ReadError, objects.String(path))
		}
		if err := c.define(rt, fields); err != nil {
			return err
		}
	}
	return lines.Err()
}

func (c *ImportAlias) define(rt *runtime.CommandRuntime, fields []string) error {
	options, err := rt.Types().Convert(objects.String(fields[3]), runtime.ScopedItemOptionsType)
	if err != nil {
		return err
	}
	set := SetAlias{Name: fields[0], Value: fields[1], Description: fields[2], PassThru: c.PassThru, Scope: c.Scope, Force: c.Force}
	set.Option.Value = int(options.Int64())
	return set.define(rt, "Import Alias", true)
}

// aliasFields takes a line apart: name, definition, description and options.
func aliasFields(line string) (fields []string, ok bool) {
	for line != "" {
		var field strings.Builder
		quoted := line[0] == '"'
		i := 0
		if quoted {
			i = 1
		}
		for ; i < len(line); i++ {
			if quoted && line[i] == '"' {
				if i+1 >= len(line) || line[i+1] != '"' {
					i++
					break
				}
				i++
			} else if !quoted && line[i] == ',' {
				break
			}
			field.WriteByte(line[i])
		}
		fields = append(fields, field.String())
		line = strings.TrimPrefix(line[i:], ",")
	}
	return fields, len(fields) == 4
}
