package conformance

import (
	"fmt"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
)

// A place is a folder the shell runs in. The recordings were made in one fixed
// folder; a place has a name of the same length, so that runs may share the machine
// and lines still break where they broke, and its name is replaced on the way.
type place struct {
	recorded string // the name in the recordings
	root     string // the name on this machine
	siblings []string
}

// newPlace makes an empty folder with a name as long as recorded, in the same parent,
// and beside it the siblings: folders whose names begin with its own.
func newPlace(recorded string, siblings ...string) (*place, error) {
	const letters = "abcdefghijklmnopqrstuvwxyz0123456789"
	name := []byte(filepath.Base(recorded))
	for range 100 {
		for i := max(len(name)-4, 1); i < len(name); i++ {
			name[i] = letters[rand.IntN(len(letters))]
		}
		p := &place{recorded: recorded, root: filepath.Join(filepath.Dir(recorded), string(name)), siblings: siblings}
		if os.Mkdir(p.root, 0o755) != nil {
			continue
		}
		return p, p.makeSiblings()
	}
	return nil, fmt.Errorf("no folder like %s could be made", recorded)
}

func (p *place) makeSiblings() error {
	for _, suffix := range p.siblings {
		if err := os.MkdirAll(p.root+suffix, 0o755); err != nil {
			return err
		}
	}
	return nil
}

// remove deletes the place and its siblings.
func (p *place) remove() {
	for _, suffix := range append([]string{""}, p.siblings...) {
		os.RemoveAll(p.root + suffix)
	}
}

// here replaces the recorded folder in text by the one on this machine.
func (p *place) here(text string) string { return strings.ReplaceAll(text, p.recorded, p.root) }

// there replaces the folder on this machine by the recorded one.
func (p *place) there(text string) string { return strings.ReplaceAll(text, p.root, p.recorded) }

// write makes a file of the place or of a sibling, and the folders above it.
func (p *place) write(path string, data []byte, mode fs.FileMode) error {
	if err := os.MkdirAll(filepath.Dir(path), 0o755); err != nil {
		return err
	}
	return os.WriteFile(path, data, mode)
}

// copyTree copies the files below from into to; a folder that is not there has none.
func copyTree(to, from string) error {
	if _, err := os.Stat(from); os.IsNotExist(err) {
		return nil
	}
	return os.CopyFS(to, os.DirFS(from))
}
