package objects

import "github.com/csshell/csshell/objects/culture"

// equalText is -eq of strings: by the invariant culture.
func equalText(a, b string, ignoreCase bool) bool { return culture.Equal(a, b, ignoreCase) }

// compareText orders strings by the invariant culture.
func compareText(a, b string, ignoreCase bool) int { return culture.Compare(a, b, ignoreCase) }
