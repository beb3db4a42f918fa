package cs

import "strings"

// UserID is a text that names a user: the type of -Identity
// (Microsoft.Rtc.Management.AD.UserIdParameter). The first form that fits the
// text decides what it is compared with, always without regard to case:
//
//	CN=… or OU=…     the distinguished name, blanks around its commas ignored
//	a GUID           the Guid
//	sip:…            the SIP address
//	domain\logon     the logon name, in the domain of that NetBIOS name
//	…@…              the user principal name, or the SIP address without sip:
//	other text       the display name; where no one has it the logon name;
//	                 where no one has that either the directory name
//
// A * is a wildcard in the last form only, where the caller allows one, and
// then for display names alone.
type UserID string

// NameForms is a set of kinds of names.
type NameForms uint8

// The kinds of names under which a user is found. No two users share one of
// the first three, which [UniqueNames] has.
const (
	DNName NameForms = 1 << iota
	SIPName
	GUIDName
	PrincipalName
	DisplayName
	LogonName
	CommonName

	UniqueNames = DNName | SIPName | GUIDName
)

// Lookup is a [UserID] taken apart. Stores find users by it, and
// [Lookup.Matches] says the same of a user in memory.
type Lookup struct {
	// Forms are the kinds of names that Key may be.
	Forms NameForms
	// Key is the text as [AppendNames] spells it.
	Key string
	// Domain is the folded NetBIOS name in domain\logon, with its backslash.
	Domain string
}

// IsWildcard reports whether a * in id is a wildcard, where the caller allows
// wildcards.
func (id UserID) IsWildcard() bool {
	return strings.Contains(string(id), "*") && id.Lookup().Forms&DisplayName != 0
}

// Lookup takes id apart.
func (id UserID) Lookup() Lookup {
	text := string(id)
	if IsDN(text) {
		return Lookup{Forms: DNName, Key: nameKey(DNKey(text))}
	}
	if guid, err := ParseGUID(text); err == nil {
		return Lookup{Forms: GUIDName, Key: guid.String()}
	}
	if sip, ok := cutSIP(text); ok {
		return Lookup{Forms: SIPName, Key: foldName(sip)}
	}
	if i := strings.LastIndexByte(text, '\\'); i >= 0 {
		return Lookup{Forms: LogonName, Key: foldName(text[i+1:]), Domain: Fold(text[:i+1])}
	}
	if strings.Contains(text, "@") {
		return Lookup{Forms: SIPName | PrincipalName, Key: foldName(text)}
	}
	return Lookup{Forms: DisplayName | LogonName | CommonName, Key: foldName(text)}
}

// IsDN reports whether text begins with CN= or OU=, blanks aside.
func IsDN(text string) bool {
	kind, _, found := strings.Cut(text, "=")
	kind = strings.TrimSpace(kind)
	return found && (strings.EqualFold(kind, "CN") || strings.EqualFold(kind, "OU"))
}

// cutSIP returns text without its sip: prefix.
func cutSIP(text string) (address string, ok bool) {
	if len(text) < 4 || !strings.EqualFold(text[:4], "sip:") {
		return text, false
	}
	return text[4:], true
}
