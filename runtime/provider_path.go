package runtime

import (
	"path/filepath"
	"strings"

	"github.com/csshell/csshell/objects"
)

// ItemPath is a path together with the provider that knows it.
type ItemPath struct {
	Provider *ProviderInfo
	Drive    *DriveInfo // nil where the path named the provider itself
	Path     string     // the provider's own
}

// String is the path as scripts see it.
func (p ItemPath) String() string {
	if p.Drive == nil {
		return p.PSPath()
	}
	return p.Drive.show(p.Path)
}

// PSPath is the path with the provider's full name.
func (p ItemPath) PSPath() string { return p.Provider.FullName() + "::" + p.Path }

// At is the path of another item of the same provider and drive.
func (p ItemPath) At(path string) ItemPath { p.Path = path; return p }

// Join is the path of an item below.
func (p ItemPath) Join(child string) ItemPath {
	return p.At(p.Provider.join(p.Path, child))
}

// Parent is the path of the item above; "" above a root.
func (p ItemPath) Parent() string {
	if !p.Provider.Navigation {
		return ""
	}
	if trimmed := strings.TrimRight(p.Path, "/"); trimmed != "" {
		return filepath.Dir(trimmed)
	}
	return ""
}

// Leaf is the last part of the path.
func (p ItemPath) Leaf() string {
	if !p.Provider.Navigation {
		return p.Path
	}
	return filepath.Base(p.Path)
}

// join puts a child's name behind a path of the provider.
func (p *ProviderInfo) join(path, child string) string {
	if !p.Navigation {
		return child
	}
	return strings.TrimSuffix(path, "/") + "/" + strings.TrimPrefix(child, "/")
}

// Slashed is a path with the separators of Windows turned into those of here.
func Slashed(path string) string { return strings.ReplaceAll(path, `\`, "/") }

// SplitDrive cuts a path into the drive before its first colon and what follows.
// named is false for a path that names none.
func SplitDrive(path string) (drive, rest string, named bool) {
	drive, rest, named = strings.Cut(path, ":")
	if !named || drive == "" || strings.ContainsAny(drive, `/\`) {
		return "", path, false
	}
	return drive, rest, true
}

// SplitProvider cuts a path into the provider before its "::" and what follows.
func SplitProvider(path string) (provider, rest string, named bool) {
	provider, rest, named = strings.Cut(path, ":")
	if !named || provider == "" || !strings.HasPrefix(rest, ":") || provider[0] == '.' || provider[0] == '/' {
		return "", path, false
	}
	return provider, rest[1:], true
}

// ParsePath finds the provider and the drive of a path and makes it absolute: a
// path with a provider ("FileSystem::/srv"), one with a drive ("env:PATH"), one
// from home ("~/x") or one from the current location ("about_Locations"). Nothing
// need be there, wildcards are plain characters. The errors are DriveNotFound and
// ProviderNotFound.
func (s *Session) ParsePath(path string) (ItemPath, error) {
	return s.parsePath(path, func(text string) string { return text })
}

// parsePath is ParsePath that puts quote around what does not stand in the path
// itself: the root of a drive, the current location, home.
func (s *Session) parsePath(path string, quote func(string) string) (ItemPath, error) {
	if name, rest, named := SplitProvider(path); named {
		p, err := s.Provider(name)
		if err != nil {
			return ItemPath{}, err
		}
		return ItemPath{Provider: p, Path: p.clean(Slashed(rest))}, nil
	}
	if name, rest, named := SplitDrive(path); named {
		d, err := s.Drive(name)
		if err != nil {
			return ItemPath{}, err
		}
		return s.onDrive(d, Slashed(rest), quote), nil
	}
	path = Slashed(path)
	d := s.drives.current
	switch {
	case d == nil:
		return ItemPath{}, s.noDrive("/")
	case path == "~" || strings.HasPrefix(path, "~/"):
		home := d.Provider.home()
		if home == "" {
			return ItemPath{}, noHome(d.Provider)
		}
		path = quote(home) + path[1:]
	case strings.HasPrefix(path, "//") && d.Provider.Navigation:
		return ItemPath{Provider: d.Provider, Path: path}, nil
	}
	if strings.HasPrefix(path, "/") {
		if root, err := s.Drive("/"); err == nil {
			d = root
		}
	}
	return s.onDrive(d, path, quote), nil
}

func noHome(p *ProviderInfo) error {
	return newError(objects.PSInvalidOperationException, "InvalidOperation", InvalidOperation, objects.Null,
		`Home location for this provider is not set. To set the home location, call "(get-psprovider '`+p.Name+`').Home = 'path'".`)
}

// home is where ~ leads.
func (p *ProviderInfo) home() string {
	if p.Home == "" && p.Navigation {
		home, _ := p.session.Environment.Get("HOME")
		return home
	}
	return p.Home
}

// onDrive is a path relative to the location of a drive, or to its root where it
// begins with a separator. It never leads above the root.
func (s *Session) onDrive(d *DriveInfo, path string, quote func(string) string) ItemPath {
	p := ItemPath{Provider: d.Provider, Drive: d}
	if !d.Provider.Navigation {
		p.Path = d.Provider.clean(path)
		return p
	}
	if !strings.HasPrefix(path, "/") {
		path = "/" + quote(s.driveLocation(d)) + "/" + path
	}
	p.Path = d.Provider.clean(path)
	if root := strings.TrimSuffix(d.Root, "/"); root != "" {
		p.Path = quote(root) + p.Path
	}
	return p
}

// clean removes what does not matter in a path: "." and "..", separators that are
// doubled; a separator at the end of a path stays, it asks for a container.
func (p *ProviderInfo) clean(path string) string {
	if !p.Navigation {
		return strings.Trim(path, "/")
	}
	cleaned := filepath.Clean("/" + path)
	if strings.HasSuffix(path, "/") && len(cleaned) > 1 {
		cleaned += "/"
	}
	return cleaned
}

// FilePath is the file that a path leads to; the error of a path on a drive of
// another provider is NotSupported.
func (s *Session) FilePath(path string) (string, error) {
	p, err := s.ParsePath(path)
	if err != nil {
		return "", err
	}
	if !p.Provider.Navigation {
		return "", NotFileSystem(p)
	}
	return p.Path, nil
}

// NotFileSystem is the error of a cmdlet that works on files alone.
func NotFileSystem(p ItemPath) error {
	return newError(objects.PSInvalidOperationException, "ReadWriteFileNotFileSystemProvider", InvalidArgument, objects.Null,
		"Cannot open file because the current provider ("+p.Provider.FullName()+") cannot open a file.")
}

// fullPath is FilePath for callers that have no use for the error: a path on a
// drive that is not there stays as it is.
func (s *Session) fullPath(path string) string {
	if full, err := s.FilePath(path); err == nil {
		return full
	}
	if filepath.IsAbs(path) {
		return filepath.Clean(path)
	}
	return filepath.Join(s.location, path)
}

// FullPath makes a path of the FileSystem provider absolute and clean.
func (s *Session) FullPath(path string) string { return s.fullPath(path) }
