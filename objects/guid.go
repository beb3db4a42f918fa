package objects

import (
	"bytes"
	"encoding/hex"
	"strconv"
	"strings"
)

// Guid is a System.Guid, its bytes in the order they are written in.
type Guid [16]byte

// GuidOf makes a System.Guid.
func GuidOf(g Guid) Value { return Of(&g) }

// Type is System.Guid.
func (*Guid) Type() *Type { return GuidType }

// HashKey is equal for equal Guids.
func (g *Guid) HashKey() any { return *g }

// Equals compares with another Guid.
func (g *Guid) Equals(other Value) bool {
	o, ok := other.ref.(*Guid)
	return ok && *g == *o
}

// CompareTo orders two Guids.
func (g *Guid) CompareTo(other Value) (int, error) {
	if o, ok := other.ref.(*Guid); ok {
		return bytes.Compare(g[:], o[:]), nil
	}
	return 0, wrongComparand(GuidType)
}

// Text is the Guid's format D: 32 digits in five groups.
func (g *Guid) Text() (string, error) { return g.dashed(), nil }

func (g *Guid) dashed() string {
	digits := hex.EncodeToString(g[:])
	return digits[:8] + "-" + digits[8:12] + "-" + digits[12:16] + "-" + digits[16:20] + "-" + digits[20:]
}

// FormatAs is the Guid in one of the formats N, D, B, P and X (Guid.ToString).
func (g *Guid) FormatAs(format string) (string, error) {
	switch strings.ToUpper(format) {
	case "", "D":
		return g.dashed(), nil
	case "N":
		return hex.EncodeToString(g[:]), nil
	case "B":
		return "{" + g.dashed() + "}", nil
	case "P":
		return "(" + g.dashed() + ")", nil
	case "X":
		return g.structured(), nil
	}
	return "", NewException(FormatException, `Format string can be only "D", "d", "N", "n", "P", "p", "B", "b", "X" or "x".`)
}

// structured is the format X: "{0x...,0x...,0x...,{0x..,0x..,...}}".
func (g *Guid) structured() string {
	digits := hex.EncodeToString(g[:])
	var b strings.Builder
	b.WriteString("{0x" + digits[:8] + ",0x" + digits[8:12] + ",0x" + digits[12:16] + ",{")
	for i := 16; i < 32; i += 2 {
		if i > 16 {
			b.WriteByte(',')
		}
		b.WriteString("0x" + digits[i:i+2])
	}
	b.WriteString("}}")
	return b.String()
}

// ParseGuid reads a Guid in any of its formats (Guid.Parse). The error is a
// FormatException.
func ParseGuid(s string) (Guid, error) {
	s = strings.TrimSpace(s)
	if len(s) < 32 {
		return Guid{}, wrongGuid("Unrecognized Guid format.")
	}
	switch s[0] {
	case '(':
		return bracedGuid(s, ')')
	case '{':
		if strings.Contains(s, "-") {
			return bracedGuid(s, '}')
		}
		return structuredGuid(s)
	}
	if strings.Contains(s, "-") {
		return dashedGuid(s)
	}
	if len(s) != 32 {
		return Guid{}, wrongGuid("Guid should contain only 32 digits (xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx).")
	}
	return guidDigits(s)
}

func wrongGuid(message string) error { return NewException(FormatException, message) }

const guidShape = "Guid should contain 32 digits with 4 dashes (xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx)."

func bracedGuid(s string, end byte) (Guid, error) {
	if len(s) != 38 || s[37] != end {
		return Guid{}, wrongGuid(guidShape)
	}
	return dashedGuid(s[1:37])
}

func dashedGuid(s string) (Guid, error) {
	if len(s) != 36 {
		return Guid{}, wrongGuid(guidShape)
	}
	if s[8] != '-' || s[13] != '-' || s[18] != '-' || s[23] != '-' {
		return Guid{}, wrongGuid("Dashes are in the wrong position for GUID parsing.")
	}
	return guidDigits(s[:8] + s[9:13] + s[14:18] + s[19:23] + s[24:])
}

func guidDigits(s string) (g Guid, err error) {
	if _, err = hex.Decode(g[:], []byte(s)); err != nil {
		return Guid{}, wrongGuid("Guid string should only contain hexadecimal characters.")
	}
	return g, nil
}

// structuredGuid reads the format X, in which digits may be left out in front
// and blanks stand anywhere.
func structuredGuid(s string) (g Guid, err error) {
	s = strings.Join(strings.Fields(s), "")
	body, closed := strings.CutSuffix(strings.TrimPrefix(s, "{"), "}}")
	head, tail, found := strings.Cut(body, ",{")
	fields := append(strings.Split(head, ","), strings.Split(tail, ",")...)
	if !closed || !found || len(fields) != 11 {
		return Guid{}, wrongGuid("Could not find the ending brace.")
	}
	at := 0
	for i, field := range fields {
		size := 1
		if i < 3 {
			size = [...]int{4, 2, 2}[i]
		}
		if !hasPrefixFold(field, "0x") {
			return Guid{}, wrongGuid("Expected 0x prefix.")
		}
		n, err := strconv.ParseUint(field[2:], 16, 8*size)
		if err != nil {
			return Guid{}, wrongGuid("Guid string should only contain hexadecimal characters.")
		}
		for b := size - 1; b >= 0; b-- {
			g[at] = byte(n >> (8 * b))
			at++
		}
	}
	return g, nil
}
