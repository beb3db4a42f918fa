package management

import (
	"os"
	"path/filepath"
	"sort"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// slashed is a path with the separators of Windows turned into those of here.
func slashed(path string) string { return strings.ReplaceAll(path, `\`, "/") }

// expand gives the files that a path, which may have wildcards, stands for.
// found is false where a path without wildcards has none.
func expand(s *runtime.Session, path string, literal bool) (list []string, found bool, err error) {
	full := s.FullPath(slashed(path))
	if literal || !wildcard.ContainsWildcards(path) {
		if !literal {
			full = s.FullPath(slashed(wildcard.Unescape(path)))
		}
		if _, err := os.Lstat(full); err != nil {
			return nil, false, nil
		}
		return []string{full}, true, nil
	}
	list, err = match("/", strings.Split(strings.Trim(full, "/"), "/"))
	return list, true, err
}

// match walks down a path part by part.
func match(dir string, parts []string) ([]string, error) {
	if len(parts) == 0 {
		return []string{dir}, nil
	}
	if !wildcard.ContainsWildcards(parts[0]) {
		next := filepath.Join(dir, parts[0])
		if _, err := os.Lstat(next); err != nil {
			return nil, nil
		}
		return match(next, parts[1:])
	}
	w, err := wildcard.Compile(parts[0], true)
	if err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, nil // a folder that cannot be read has no matches
	}
	var out []string
	for _, e := range entries {
		if !w.Match(e.Name()) {
			continue
		}
		more, err := match(filepath.Join(dir, e.Name()), parts[1:])
		if err != nil {
			return nil, err
		}
		out = append(out, more...)
	}
	sortNames(out)
	return out, nil
}

// sortNames orders paths as Get-ChildItem lists them.
func sortNames(names []string) {
	sort.SliceStable(names, func(i, j int) bool { return strings.ToLower(names[i]) < strings.ToLower(names[j]) })
}

// pathNotFound is the error of a path that leads nowhere.
func pathNotFound(path string) *runtime.ErrorRecord {
	e := objects.NewException(objects.ItemNotFoundException, "Cannot find path '"+path+"' because it does not exist.")
	return runtime.NewErrorRecord(e, "PathNotFound", runtime.ObjectNotFound, objects.String(path))
}

// fileError is the error of an operation of the file system.
func fileError(path string, err error, id string, category runtime.ErrorCategory) *runtime.ErrorRecord {
	t, message := objects.IOException, err.Error()
	switch {
	case os.IsPermission(err):
		t, message, category = objects.UnauthorizedAccess, "Access to the path '"+path+"' is denied.", runtime.PermissionDenied
	case os.IsNotExist(err):
		t, message = objects.DirectoryNotFound, "Could not find a part of the path '"+path+"'."
	}
	return runtime.NewErrorRecord(objects.NewException(t, message), id, category, objects.String(path))
}

// places are the -Path and -LiteralPath of a cmdlet.
type places struct {
	path, literal []string
}

// each calls use for each file; a path that has none is an error.
func (p places) each(rt *runtime.CommandRuntime, use func(full string) error) error {
	for i, path := range append(append([]string(nil), p.path...), p.literal...) {
		list, found, err := expand(rt.Session(), path, i >= len(p.path))
		if err != nil {
			return err
		}
		if !found {
			if err := rt.WriteError(pathNotFound(rt.Session().FullPath(slashed(path)))); err != nil {
				return err
			}
		}
		for _, full := range list {
			if err := use(full); err != nil {
				return err
			}
		}
	}
	return nil
}
