package cs

import (
	"errors"
	"io"
	"os"
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/open"
	"github.com/csshell/csshell/objects/store/sample"
	"github.com/csshell/csshell/runtime"
)

// GetCsStore tells what the store is and how much it holds.
type GetCsStore struct {
	_ struct{} `cmdlet:""`

	source access.Source
}

// ProcessRecord writes one object.
func (c *GetCsStore) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := c.source.Store(rt.Context())
	if err != nil {
		return access.StoreError(err)
	}
	info, err := s.Info(rt.Context())
	if err != nil {
		return access.StoreError(err)
	}
	return rt.WriteObject(infoObject(info, c.source.Name()))
}

func infoObject(info store.Info, place string) objects.Value {
	o := objects.NewCustomObject()
	o.SetNote("Kind", objects.String(info.Kind))
	o.SetNote("Place", objects.String(place))
	o.SetNote("SchemaVersion", objects.Int(info.SchemaVersion))
	o.SetNote("Users", objects.Int64(info.Users))
	o.SetNote("Accounts", objects.Int64(info.Accounts))
	o.SetNote("Certificates", objects.Int64(info.Certificates))
	o.SetNote("RevokedCertificates", objects.Int64(info.Revoked))
	o.SetNote("Operations", objects.Int64(info.Operations))
	return objects.Of(o)
}

// NewCsStore makes an empty store.
type NewCsStore struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	Name string `param:"Position=0" validate:"NotNullOrEmpty" help:"sqlite:PATH or postgres://USER@HOST/DATABASE; without it the store that csshell was started with."`

	source access.Source
}

// ProcessRecord makes one store and writes what it is.
func (c *NewCsStore) ProcessRecord(rt *runtime.CommandRuntime) error {
	name := c.Name
	if name == "" {
		name = c.source.Name()
	}
	if kind, path, ok := strings.Cut(name, ":"); ok && strings.EqualFold(kind, "sqlite") {
		name = kind + ":" + rt.Session().FullPath(path)
	}
	if yes, err := rt.ShouldProcess(name, ""); !yes {
		return err
	}
	s, err := open.Create(rt.Context(), name)
	if err != nil {
		return access.StoreError(err)
	}
	info, err := s.Info(rt.Context())
	if err = errors.Join(err, s.Close()); err != nil {
		return access.StoreError(err)
	}
	return rt.WriteObject(infoObject(info, name))
}

// ImportCsStore loads users and certificates from CSV files, or those of Export-Clixml,
// all or nothing.
type ImportCsStore struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Files,SupportsShouldProcess"`

	Users        string                  `param:"ParameterSetName=Files,Position=0" validate:"NotNullOrEmpty" help:"A CSV file of users, or one of Export-Clixml (.xml)."`
	Certificates string                  `param:"ParameterSetName=Files,Position=1" validate:"NotNullOrEmpty" help:"A CSV file of client certificates, or one of Export-Clixml (.xml)."`
	Sample       runtime.SwitchParameter `param:"ParameterSetName=Sample,Mandatory" help:"Load the sample organisation."`

	source access.Source
}

// ProcessRecord imports and writes what that did.
func (c *ImportCsStore) ProcessRecord(rt *runtime.CommandRuntime) error {
	if !c.Sample && c.Users == "" && c.Certificates == "" {
		e := objects.NewException(objects.PSArgumentException, "There is nothing to import: give -Users, -Certificates or -Sample.")
		return runtime.NewErrorRecord(e, "NothingToImport", runtime.InvalidArgument, objects.Null)
	}
	s, err := c.source.Store(rt.Context())
	if err != nil {
		return access.StoreError(err)
	}
	if yes, err := rt.ShouldProcess(c.source.Name(), ""); !yes {
		return err
	}
	change := store.Change{Operation: store.NewOperationID(), Step: 1, Facts: access.FactsOf(rt, "Import-CsStore")}
	if c.Sample {
		if err := sample.Load(rt.Context(), s, change); err != nil {
			return importError(err)
		}
		return nil
	}
	if isClixml(c.Users) || isClixml(c.Certificates) {
		if c.Users != "" && c.Certificates != "" && isClixml(c.Users) != isClixml(c.Certificates) {
			return access.Record("Import CSV files and files of Export-Clixml one after the other.", "MixedFiles", runtime.InvalidArgument, objects.String(c.Users))
		}
		counts, err := c.importClixml(rt, s, change)
		if err != nil {
			return importError(err)
		}
		return rt.WriteObject(importObject(counts))
	}
	return c.importFiles(rt, s, change)
}

func (c *ImportCsStore) importFiles(rt *runtime.CommandRuntime, s store.Store, change store.Change) error {
	var files store.Files
	for _, f := range [...]struct {
		name string
		into *store.File
	}{{c.Users, &files.Users}, {c.Certificates, &files.Certificates}} {
		if f.name == "" {
			continue
		}
		path := rt.Session().FullPath(f.name)
		file, err := os.Open(path)
		if err != nil {
			return pathNotFound(path)
		}
		defer file.Close()
		*f.into = store.File{Name: f.name, Content: file}
	}
	report, err := store.Import(rt.Context(), s, change, files)
	if err != nil {
		return importError(err)
	}
	for _, column := range report.Ignored {
		if err := rt.WriteWarning("The column \"" + column + "\" is no property and was not imported."); err != nil {
			return err
		}
	}
	return rt.WriteObject(importObject(report.ImportCounts))
}

func importObject(counts store.ImportCounts) objects.Value {
	o := objects.NewCustomObject()
	o.SetNote("UsersAdded", objects.Int64(counts.UsersAdded))
	o.SetNote("UsersReplaced", objects.Int64(counts.UsersReplaced))
	o.SetNote("CertificatesAdded", objects.Int64(counts.CertificatesAdded))
	o.SetNote("CertificatesUnchanged", objects.Int64(counts.CertificatesUnchanged))
	return objects.Of(o)
}

func pathNotFound(path string) error {
	e := objects.NewException(objects.ItemNotFoundException, "Cannot find path '"+path+"' because it does not exist.")
	return runtime.NewErrorRecord(e, "PathNotFound", runtime.ObjectNotFound, objects.String(path))
}

// importError names the row at fault: nothing was imported.
func importError(err error) error {
	var row *store.RowError
	if !errors.As(err, &row) {
		return access.StoreError(err)
	}
	e := objects.NewException(objects.PSArgumentException, row.Error()+". Nothing was imported.")
	return runtime.NewErrorRecord(e, "InvalidRow", runtime.InvalidData, objects.String(row.File))
}

// ExportCsStore writes users and certificates to CSV files that Import-CsStore
// reads.
type ExportCsStore struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	Users        string `param:"Position=0" validate:"NotNullOrEmpty" help:"The CSV file for users."`
	Certificates string `param:"Position=1" validate:"NotNullOrEmpty" help:"The CSV file for client certificates."`

	source access.Source
}

// ProcessRecord writes the files.
func (c *ExportCsStore) ProcessRecord(rt *runtime.CommandRuntime) error {
	s, err := c.source.Store(rt.Context())
	if err != nil {
		return access.StoreError(err)
	}
	err = c.export(rt, c.Users, func(w io.Writer) error { return store.ExportUsers(rt.Context(), s, w) })
	if err != nil {
		return err
	}
	return c.export(rt, c.Certificates, func(w io.Writer) error { return store.ExportCertificates(rt.Context(), s, w) })
}

// export writes one file, which takes the place of an old one only when it is whole.
func (c *ExportCsStore) export(rt *runtime.CommandRuntime, name string, write func(io.Writer) error) error {
	if name == "" {
		return nil
	}
	path := rt.Session().FullPath(name)
	if yes, err := rt.ShouldProcess(path, ""); !yes {
		return err
	}
	file, err := os.Create(path + ".part")
	if err != nil {
		e := objects.NewException(objects.IOException, err.Error())
		return runtime.NewErrorRecord(e, "FileOpenFailure", runtime.OpenError, objects.String(path))
	}
	err = errors.Join(write(file), file.Close())
	if err != nil {
		_ = os.Remove(path + ".part") // the first error is the one to tell
		return access.StoreError(err)
	}
	return os.Rename(path+".part", path)
}
