package cs

import (
	"crypto/sha256"
	"encoding/hex"
	"strings"
	"unicode/utf8"
)

// Name is a key under which a user is found, and what kinds of names it is.
type Name struct {
	Key   string
	Forms NameForms
}

// AppendNames appends the keys under which u is found to names, each of them
// once. A store keeps them with the user.
func AppendNames(names []Name, u *User) []Name {
	start := len(names)
	add := func(key string, form NameForms) {
		if key == "" {
			return
		}
		for i := start; i < len(names); i++ {
			if names[i].Key == key {
				names[i].Forms |= form
				return
			}
		}
		names = append(names, Name{key, form})
	}
	add(nameKey(DNKey(u.Identity)), DNName)
	if sip, ok := cutSIP(u.SipAddress); ok {
		add(foldName(sip), SIPName)
	}
	add(u.Guid.String(), GUIDName)
	add(foldName(u.UserPrincipalName), PrincipalName)
	add(foldName(u.DisplayName), DisplayName)
	add(foldName(u.SamAccountName), LogonName)
	add(foldName(u.Name), CommonName)
	return names
}

// maxKey is the length in bytes of the longest key that is kept whole. It fits
// an entry of PostgreSQL's indexes, which end at a third of a page.
const maxKey = 512

func foldName(text string) string { return nameKey(Fold(text)) }

// nameKey returns key, or for a very long one its beginning and a hash of it
// all.
func nameKey(key string) string {
	if len(key) <= maxKey {
		return key
	}
	end := maxKey - 2*sha256.Size
	for !utf8.RuneStart(key[end]) {
		end--
	}
	sum := sha256.Sum256([]byte(key))
	return key[:end] + hex.EncodeToString(sum[:])
}

// Matches returns the kinds of names by which l names u: none, where it names
// someone else. See [Winning] for the choice between several users.
func (l Lookup) Matches(u *User) NameForms {
	if l.Domain != "" && l.Domain != Fold(u.NetBiosDomain)+`\` {
		return 0
	}
	var buffer [7]Name
	for _, name := range AppendNames(buffer[:0], u) {
		if name.Key == l.Key {
			return name.Forms & l.Forms
		}
	}
	return 0
}

// Winning returns the kinds of names that count, out of all by which users
// were found for one text: a display name hides logon names, and these hide
// directory names. Addresses are on a par.
func Winning(found NameForms) NameForms {
	for _, form := range [...]NameForms{DisplayName, LogonName, CommonName} {
		if found&form != 0 {
			return form
		}
	}
	return found
}

// MatchesWildcard reports whether the folded display name key fits the folded
// pattern, in which * stands for any text and all else for itself.
func MatchesWildcard(pattern, key string) bool {
	pieces := strings.Split(pattern, "*")
	last := len(pieces) - 1
	if last == 0 {
		return pattern == key
	}
	rest, ok := strings.CutPrefix(key, pieces[0])
	if !ok {
		return false
	}
	for _, piece := range pieces[1:last] {
		at := strings.Index(rest, piece)
		if at < 0 {
			return false
		}
		rest = rest[at+len(piece):]
	}
	return strings.HasSuffix(rest, pieces[last])
}
