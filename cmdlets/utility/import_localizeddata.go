package utility

import (
	"os"
	"path/filepath"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/culture"
	"github.com/csshell/csshell/runtime"
)

// ImportLocalizedData reads the texts of a script from a data file in the folder of a
// culture ("about_Script_Internationalization").
type ImportLocalizedData struct {
	_ struct{} `cmdlet:"Class=Microsoft.PowerShell.Commands.ImportLocalizedData"`

	BindingVariable  string   `param:"Position=0,Alias=Variable" validate:"NotNullOrEmpty" help:"The variable for the texts."`
	UICulture        string   `param:"Position=1" help:"The culture; the session's where it is not given."`
	BaseDirectory    string   `param:"" help:"The folder of the cultures' folders; the script's where it is not given."`
	FileName         string   `param:"" help:"The data file; it is called as the script where it is not given."`
	SupportedCommand []string `param:"" help:"Commands that the data file may run."`
}

// ProcessRecord reads the nearest file: that of the culture, of its parents, at last the
// one beside the script.
func (c *ImportLocalizedData) ProcessRecord(rt *runtime.CommandRuntime) error {
	script := scriptOf(rt)
	base, name := c.BaseDirectory, c.FileName
	if base == "" {
		base = filepath.Dir(script)
	}
	if name == "" {
		name = strings.TrimSuffix(filepath.Base(script), filepath.Ext(script))
	}
	if name == "" || name == "." {
		e := objects.NewException(objects.PSInvalidOperationException, "The FileName parameter was not specified. The FileName parameter is required when Import-LocalizedData is not called from a script file.")
		return runtime.NewErrorRecord(e, "ImportLocalizedData", runtime.InvalidOperation, objects.Null)
	}
	if !strings.EqualFold(filepath.Ext(name), ".psd1") {
		name += ".psd1"
	}
	base = rt.Session().FullPath(base)
	language := c.UICulture
	if language == "" {
		language = rt.Types().Culture().Name
	}
	path := nearestFile(base, language, name)
	if path == "" {
		e := objects.NewException(objects.PSInvalidOperationException, "Cannot find the PowerShell data file '"+name+"' in directory '"+filepath.Join(base, language)+"/', or in any parent culture directories.")
		return rt.WriteError(runtime.NewErrorRecord(e, "ImportLocalizedData", runtime.ObjectNotFound, objects.String(filepath.Join(base, language, name))))
	}
	text, err := runtime.ReadScript(path)
	if err != nil {
		return err
	}
	v, err := rt.EvaluateData(text)
	if err != nil {
		return err
	}
	if c.BindingVariable == "" {
		return rt.WriteObject(v)
	}
	return rt.Scope().Set(rt.Session(), c.BindingVariable, v)
}

// scriptOf is the file of the calling script; "" where there is none.
func scriptOf(rt *runtime.CommandRuntime) string {
	if at := rt.Invocation().Extent; at != nil {
		return at.Source.File
	}
	return ""
}

// nearestFile looks for a file in the folders of a culture and its parents, then in the
// base folder.
func nearestFile(base, language, name string) string {
	for {
		path := filepath.Join(base, language, name)
		if info, err := os.Stat(path); err == nil && !info.IsDir() {
			return path
		}
		if language == "" {
			return ""
		}
		c, err := culture.Get(language)
		if err != nil {
			language = ""
			continue
		}
		language = c.ParentName()
	}
}
