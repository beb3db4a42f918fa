package security

import "github.com/csshell/csshell/objects"

// Types are the types of this package for a TypeTable.
func Types() []objects.TypeEntry {
	entries := append(hashEntries(), principalEntries()...)
	entries = append(entries, certificateEntries()...)
	return append(entries, objects.TypeEntry{Type: MarshalType, Declare: marshalDeclaration})
}
