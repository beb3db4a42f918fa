package cs

import (
	"slices"
	"strings"
)

// DNKey returns the key of a distinguished name: its parts without the blanks
// around them and their equals signs, folded, from the root down. Equal names
// have equal keys whatever their spelling, and the key of a unit, followed by
// a comma, begins the keys of all that lies below it.
//
//	CN=Ken Myer, OU=IT,DC=com  →  dc=com,ou=it,cn=ken myer
func DNKey(dn string) string {
	parts := splitDN(dn)
	for i, part := range parts {
		parts[i] = trimEquals(strings.TrimSpace(part))
	}
	slices.Reverse(parts)
	return Fold(strings.Join(parts, ","))
}

// Domain returns the label of the domain that holds the account dn, which is
// its NetBIOS name unless the domain was given another: the first DC part, in
// lower case.
func Domain(dn string) string {
	for _, part := range splitDN(dn) {
		part = trimEquals(strings.TrimSpace(part))
		if len(part) > 3 && strings.EqualFold(part[:3], "DC=") {
			return Fold(part[3:])
		}
	}
	return ""
}

// splitDN splits dn at the commas that are not escaped (RFC 4514, section 2.4).
func splitDN(dn string) []string {
	var parts []string
	start := 0
	for i := 0; i < len(dn); i++ {
		switch dn[i] {
		case '\\':
			i++
		case ',':
			parts = append(parts, dn[start:i])
			start = i + 1
		}
	}
	return append(parts, dn[start:])
}

// trimEquals removes the blanks around the equals signs of part.
func trimEquals(part string) string {
	if !strings.Contains(part, " =") && !strings.Contains(part, "= ") {
		return part
	}
	sides := strings.Split(part, "=")
	for i := range sides {
		sides[i] = strings.TrimSpace(sides[i])
	}
	return strings.Join(sides, "=")
}
