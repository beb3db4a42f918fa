package view

import (
	"path"
	"strings"
)

// moduleRoot is the folder that modules stand in for the file of one of them:
// above the module's folder, and above that of its version where it has one.
func moduleRoot(file string) string {
	folder := path.Dir(file)
	if isVersion(path.Base(folder)) {
		folder = path.Dir(folder)
	}
	return path.Dir(folder)
}

// isVersion reports whether s is a version of two to four numbers.
func isVersion(s string) bool {
	parts := strings.Split(s, ".")
	if len(parts) < 2 || len(parts) > 4 {
		return false
	}
	for _, p := range parts {
		if p == "" || strings.Trim(p, "0123456789") != "" {
			return false
		}
	}
	return true
}
