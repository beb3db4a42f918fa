package runtime

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// Location is the current directory of the FileSystem provider: where native
// programs run.
func (s *Session) Location() string { return s.location }

// CurrentPath is the current location ($PWD).
func (s *Session) CurrentPath() ItemPath {
	d := s.drives.current
	if d == nil {
		return ItemPath{Provider: &ProviderInfo{}, Path: s.location}
	}
	return s.PathOn(d)
}

// PathOn is the current location on a drive.
func (s *Session) PathOn(d *DriveInfo) ItemPath {
	p := ItemPath{Provider: d.Provider, Drive: d}
	if d.Provider.Navigation {
		p.Path = d.Provider.clean(strings.TrimSuffix(d.Root, "/") + "/" + s.driveLocation(d))
	}
	return p
}

// driveLocation is the current location of a drive, below its root. That of the
// root of the file system is the current directory.
func (s *Session) driveLocation(d *DriveInfo) string {
	if d.isRoot() && s.drives.current == d {
		return strings.TrimPrefix(s.location, "/")
	}
	return d.location
}

// locationHistory is how many locations Set-Location - goes back.
const locationHistory = 20

// SetLocation changes the current location, which must be a container.
func (s *Session) SetLocation(path string) error {
	p, err := s.ParsePath(path)
	if err != nil {
		return err
	}
	return s.GoTo(p, path)
}

// GoTo changes the current location to p, which must be a container; asked is the
// path as it was given, which errors name.
func (s *Session) GoTo(p ItemPath, asked string) error {
	before := s.CurrentPath()
	if err := s.enter(p, asked); err != nil {
		return err
	}
	s.drives.back = remembered(s.drives.back, before)
	s.drives.forward = nil
	return nil
}

func remembered(list []ItemPath, p ItemPath) []ItemPath {
	if len(list) >= locationHistory {
		list = list[1:]
	}
	return append(list[:len(list):len(list)], p)
}

// enter makes p the current location.
func (s *Session) enter(p ItemPath, asked string) error {
	item, err := p.Provider.Provider.Item(s, p.Path, ItemOptions{Force: true})
	if err != nil {
		return PathNotFound(p.String())
	}
	if !item.Container {
		return PathNotFound(asked)
	}
	if p.Drive == nil {
		if p.Drive, err = s.Drive("/"); err != nil {
			return err
		}
	}
	if old := s.drives.current; old != nil && old.isRoot() {
		old.location = strings.TrimPrefix(s.location, "/")
	}
	s.drives.current = p.Drive
	if !p.Provider.Navigation {
		return nil
	}
	path := p.Path
	if len(path) > 1 {
		path = strings.TrimSuffix(path, "/")
	}
	s.location = path
	p.Drive.location = strings.TrimPrefix(strings.TrimPrefix(path, strings.TrimSuffix(p.Drive.Root, "/")), "/")
	return nil
}

// GoBack goes to the location before the last change (Set-Location -), GoForward
// back again (Set-Location +).
func (s *Session) GoBack() error {
	return s.travel(&s.drives.back, &s.drives.forward, "back")
}

// GoForward undoes [Session.GoBack].
func (s *Session) GoForward() error {
	return s.travel(&s.drives.forward, &s.drives.back, "forward")
}

func (s *Session) travel(from, to *[]ItemPath, word string) error {
	list := *from
	if len(list) == 0 {
		return newError(objects.InvalidOperationException, "System.InvalidOperationException", InvalidOperation, objects.Null,
			"There is no location history left to navigate "+word+"wards.")
	}
	before := s.CurrentPath()
	p := list[len(list)-1]
	if err := s.enter(p, p.String()); err != nil {
		return err
	}
	*from = list[:len(list)-1]
	*to = remembered(*to, before)
	return nil
}

// PushLocation puts the current location on a stack; "" is the default one.
func (s *Session) PushLocation(stack string) {
	name := s.stackName(stack)
	if s.drives.stacks == nil {
		s.drives.stacks = map[string][]ItemPath{}
	}
	s.drives.stacks[name] = append(s.drives.stacks[name], s.CurrentPath())
}

// PopLocation goes to the location on top of a stack. An empty default stack
// changes nothing, any other that is empty is an error.
func (s *Session) PopLocation(stack string) error {
	name := s.stackName(stack)
	list := s.drives.stacks[name]
	if len(list) == 0 {
		if stack == "" {
			return nil
		}
		return noStack(stack)
	}
	p := list[len(list)-1]
	s.drives.stacks[name] = list[:len(list)-1]
	return s.GoTo(p, p.String())
}

// LocationStack are the locations on a stack, the last pushed first; it is an
// error where no stack has the name.
func (s *Session) LocationStack(stack string) ([]ItemPath, error) {
	list, ok := s.drives.stacks[s.stackName(stack)]
	if !ok && stack != "" && !strings.EqualFold(stack, "default") {
		return nil, noStack(stack)
	}
	out := make([]ItemPath, len(list))
	for i, p := range list {
		out[len(list)-1-i] = p
	}
	return out, nil
}

// SetDefaultStack makes a stack the one that is meant without a name.
func (s *Session) SetDefaultStack(stack string) error {
	if _, ok := s.drives.stacks[fold(stack)]; !ok && stack != "" && !strings.EqualFold(stack, "default") {
		return noStack(stack)
	}
	s.drives.stack = stack
	return nil
}

func (s *Session) stackName(stack string) string {
	if stack == "" {
		stack = s.drives.stack
	}
	if strings.EqualFold(stack, "default") {
		stack = ""
	}
	return fold(stack)
}

func noStack(name string) error {
	e := objects.NewException(objects.PSArgumentException, "Cannot find location stack '"+name+"'. It does not exist or it is not a container.")
	return NewErrorRecord(e, "Argument", InvalidArgument, objects.Null)
}
