package cs

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/clixml"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// isClixml reports whether a file is one that Export-Clixml writes.
func isClixml(name string) bool { return strings.EqualFold(filepath.Ext(name), ".xml") }

// importClixml loads the objects of files that Export-Clixml wrote, all or nothing.
func (c *ImportCsStore) importClixml(rt *runtime.CommandRuntime, s store.Store, change store.Change) (store.ImportCounts, error) {
	return s.Import(rt.Context(), change, func(b store.Batch) error {
		err := addObjects(rt, c.Users, cs.UserProperties, func(n int, u *cs.User) error {
			if u.NetBiosDomain == "" {
				u.NetBiosDomain = cs.Domain(u.Identity)
			}
			return b.AddUser(n, u)
		})
		if err == nil {
			err = named(b.Flush(), c.Users)
		}
		if err != nil {
			return err
		}
		return addObjects(rt, c.Certificates, cs.CertificateProperties, b.AddCertificate)
	})
}

// addObjects adds the objects of a file; "" names none. An object is known by its
// number in errors, from 1.
func addObjects[T any](rt *runtime.CommandRuntime, name string, properties cs.Properties[T], add func(n int, object *T) error) error {
	if name == "" {
		return nil
	}
	path := rt.Session().FullPath(name)
	text, err := os.ReadFile(path)
	if err != nil {
		return pathNotFound(path)
	}
	n := 0
	for v, err := range clixml.Read(rt.Context(), rt.Types(), string(text)) {
		n++
		object := new(T)
		if err == nil {
			err = fill(rt, object, properties, v)
		}
		if err == nil {
			err = add(n, object)
		}
		if err != nil {
			return named(&store.RowError{Line: n, Err: err}, name)
		}
	}
	return nil
}

// named adds the name of the file to an error about one of its objects, whose number
// stands for its line.
func named(err error, file string) error {
	row, ok := errors.AsType[*store.RowError](err)
	if !ok {
		return err
	}
	if inner, ok := errors.AsType[*store.RowError](row.Err); ok {
		row = inner
	}
	if row.File == "" {
		row.File = file
	}
	return row
}

// fill gives an object the values of properties that v has. Objects of the product,
// such as policies, count by their texts.
func fill[T any](rt *runtime.CommandRuntime, object *T, properties cs.Properties[T], v objects.Value) error {
	for i := range properties {
		p := &properties[i]
		value, ok, err := rt.Types().GetProperty(v, p.Name)
		if err != nil || !ok || value.IsNull() {
			continue
		}
		text, err := rt.Types().Text(value, " ")
		if err == nil {
			err = p.Set(object, text)
		}
		if err != nil {
			return fmt.Errorf("%s: %w", p.Name, err)
		}
	}
	return nil
}
