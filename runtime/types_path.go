package runtime

import (
	"path/filepath"
	"strings"

	"github.com/csshell/csshell/objects"
)

// pathIntrinsicsType is what Path shows of a session state
// (System.Management.Automation.PathIntrinsics).
var pathIntrinsicsType = &objects.Type{FullName: namespace + "PathIntrinsics", Kind: objects.KindObject, Attributes: objects.SealedAttr}

func declarePathIntrinsics() *objects.Declaration {
	return &objects.Declaration{
		Type: pathIntrinsicsType,
		Properties: []objects.Property{
			value("System.Management.Automation.PathInfo CurrentLocation {get;}", func(v *stateView) objects.Value {
				return objects.Of(v.session.PathInfoOf(v.session.CurrentPath()))
			}),
			value("System.Management.Automation.PathInfo CurrentFileSystemLocation {get;}", func(v *stateView) objects.Value {
				p, err := v.session.ParsePath("FileSystem::" + v.session.Location())
				if err != nil {
					return objects.Null
				}
				p.Drive, _ = v.session.Drive("/")
				return objects.Of(v.session.PathInfoOf(p))
			}),
		},
		Methods: append(resolvingMethods(), append(takingApart(), movingMethods()...)...),
	}
}

// resolvingMethods find the items or the places that paths lead to.
func resolvingMethods() []objects.Method {
	unresolved := func(v *stateView, c *objects.Call) (objects.Value, error) {
		p, err := v.session.ParsePath(c.Str(0))
		if err == nil && len(c.Args) > 2 {
			if err = c.Assign(1, objects.Of(p.Provider)); err == nil {
				err = c.Assign(2, driveOf(p.Drive))
			}
		}
		return objects.String(p.Path), err
	}
	return []objects.Method{
		method("string GetUnresolvedProviderPathFromPSPath(string path)", unresolved),
		method("string GetUnresolvedProviderPathFromPSPath(string path, [ref] System.Management.Automation.ProviderInfo provider, [ref] System.Management.Automation.PSDriveInfo drive)", unresolved),
		method("System.Collections.ObjectModel.Collection[System.Management.Automation.PathInfo] GetResolvedPSPathFromPSPath(string path)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			found, err := v.session.resolved(c.Str(0))
			list := make([]objects.Value, len(found))
			for i, p := range found {
				list[i] = objects.Of(v.session.PathInfoOf(p))
			}
			return objects.Of(objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, PathInfoType), list)), err
		}),
		method("System.Collections.ObjectModel.Collection[string] GetResolvedProviderPathFromPSPath(string path, [ref] System.Management.Automation.ProviderInfo provider)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			return v.session.resolvedPaths(c)
		}),
	}
}

// resolved are the items that a path stands for; it is an error where there are none.
func (s *Session) resolved(path string) ([]ItemPath, error) {
	found, ok, err := s.Glob(path, Selection{ItemOptions: ItemOptions{Force: true}})
	if err == nil && !ok {
		return nil, PathNotFound(found[0].String())
	}
	return found, err
}

// resolvedPaths are the providers' own paths of what the first argument stands for;
// the second takes the provider.
func (s *Session) resolvedPaths(c *objects.Call) (objects.Value, error) {
	found, err := s.resolved(c.Str(0))
	paths := make([]objects.Value, len(found))
	for i, p := range found {
		paths[i] = objects.String(p.Path)
	}
	if err == nil && len(found) > 0 {
		err = c.Assign(1, objects.Of(found[0].Provider))
	}
	return objects.Of(objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, objects.StringType), paths)), err
}

// takingApart are the methods that look at the text of paths alone.
func takingApart() []objects.Method {
	return []objects.Method{
		method("bool IsPSAbsolute(string path, [ref] string driveName)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			path := Slashed(c.Str(0))
			drive, _, named := SplitDrive(path)
			if !named && strings.HasPrefix(path, "/") {
				drive, named = "/", true
			}
			if !named {
				return objects.Bool(false), nil
			}
			return objects.Bool(true), c.Assign(1, objects.String(drive))
		}),
		method("bool IsProviderQualified(string path)", func(_ *stateView, c *objects.Call) (objects.Value, error) {
			_, _, named := SplitProvider(c.Str(0))
			return objects.Bool(named), nil
		}),
		method("bool IsValid(string path)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			_, err := v.session.ParsePath(c.Str(0))
			return objects.Bool(err == nil && !strings.ContainsRune(c.Str(0), 0)), nil
		}),
		method("string Combine(string parent, string child)", func(_ *stateView, c *objects.Call) (objects.Value, error) {
			parent, child := Slashed(c.Str(0)), Slashed(c.Str(1))
			if parent == "" || child == "" {
				return objects.String(parent + child), nil
			}
			return objects.String(strings.TrimRight(parent, "/") + "/" + strings.TrimLeft(child, "/")), nil
		}),
		method("string ParseChildName(string path)", func(_ *stateView, c *objects.Call) (objects.Value, error) {
			return objects.String(filepath.Base(Slashed(c.Str(0)))), nil
		}),
		method("string ParseParent(string path, string root)", func(_ *stateView, c *objects.Call) (objects.Value, error) {
			path := strings.TrimRight(Slashed(c.Str(0)), "/")
			i := strings.LastIndexByte(path, '/')
			if i < 0 || strings.EqualFold(path, strings.TrimRight(c.Str(1), "/")) {
				return objects.String(""), nil
			}
			return objects.String(path[:max(i, 1)]), nil
		}),
		method("string NormalizeRelativePath(string path, string basePath)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			p, err := v.session.ParsePath(c.Str(0))
			if err != nil {
				return objects.Null, err
			}
			base, err := v.session.ParsePath(c.Str(1))
			if err != nil {
				return objects.Null, err
			}
			rel, err := filepath.Rel(base.Path, p.Path)
			return objects.String(rel), err
		}),
	}
}

// movingMethods change the location.
func movingMethods() []objects.Method {
	here := func(v *stateView, err error) (objects.Value, error) {
		if err != nil {
			return objects.Null, err
		}
		return objects.Of(v.session.PathInfoOf(v.session.CurrentPath())), nil
	}
	stack := func(v *stateView, name string) (objects.Value, error) {
		list, err := v.session.LocationStack(name)
		if err != nil {
			return objects.Null, err
		}
		return objects.Of(NewPathStack(v.session, name, list)), nil
	}
	return []objects.Method{
		method("System.Management.Automation.PathInfo SetLocation(string path)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			return here(v, v.session.SetLocation(c.Str(0)))
		}),
		method("void PushCurrentLocation(string stackName)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			v.session.PushLocation(c.Str(0))
			return none(), nil
		}),
		method("System.Management.Automation.PathInfo PopLocation(string stackName)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			return here(v, v.session.PopLocation(c.Str(0)))
		}),
		method("System.Management.Automation.PathInfoStack LocationStack(string stackName)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			return stack(v, c.Str(0))
		}),
		method("System.Management.Automation.PathInfoStack SetDefaultLocationStack(string stackName)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			if err := v.session.SetDefaultStack(c.Str(0)); err != nil {
				return objects.Null, err
			}
			return stack(v, c.Str(0))
		}),
		method("System.Management.Automation.PathInfo CurrentProviderLocation(string providerName)", func(v *stateView, c *objects.Call) (objects.Value, error) {
			return v.session.ProviderLocation(c.Str(0))
		}),
	}
}

// ProviderLocation is the current location (PathInfo) on the drive of a provider.
func (s *Session) ProviderLocation(name string) (objects.Value, error) {
	p, err := s.Provider(name)
	if err != nil {
		return objects.Null, err
	}
	d := s.drives.current
	if drives := s.DrivesOf(p); d.Provider != p && len(drives) > 0 {
		d = drives[0]
	}
	return objects.Of(s.PathInfoOf(s.PathOn(d))), nil
}
