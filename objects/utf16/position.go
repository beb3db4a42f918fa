package utf16

import (
	"strings"
	"unicode/utf8"
)

// ByteOffset returns the byte position of the code unit at index unit of s.
// When the index falls between the halves of a pair, middle is true and the
// position is that of the pair. An index at or past the end gives len(s).
func ByteOffset(s string, unit int) (offset int, middle bool) {
	if unit <= 0 {
		return 0, false
	}
	for offset < len(s) && unit > 0 {
		b := s[offset]
		if b < utf8.RuneSelf {
			offset++
			unit--
			continue
		}
		r, size := DecodeRune(s[offset:])
		if r >= supplement {
			if unit == 1 {
				return offset, true
			}
			unit--
		}
		offset += size
		unit--
	}
	return offset, false
}

// UnitOffset returns the index in code units of a byte position of s.
func UnitOffset(s string, offset int) int {
	return Len(s[:min(offset, len(s))])
}

// At returns the code unit at an index of s (String.Chars); ok is false when
// the index is outside the string.
func At(s string, unit int) (value uint16, ok bool) {
	if unit < 0 {
		return 0, false
	}
	if unit < len(s) && IsASCII(s[:unit+1]) {
		return uint16(s[unit]), true
	}
	offset, middle := ByteOffset(s, unit)
	if offset >= len(s) {
		return 0, false
	}
	r, _ := DecodeRune(s[offset:])
	if r < supplement {
		return uint16(r), true
	}
	high, low := split(r)
	if middle {
		return low, true
	}
	return high, true
}

// Slice returns count code units of s from index start (String.Substring). The
// caller has checked that start and count lie within the string. ASCII text
// shares the memory of s.
func Slice(s string, start, count int) string {
	if start+count <= len(s) && IsASCII(s[:start+count]) {
		return s[start : start+count]
	}
	from, splitFront := ByteOffset(s, start)
	to, splitBack := ByteOffset(s[from:], count+boolUnit(splitFront))
	to += from
	if !splitFront && !splitBack {
		return s[from:to]
	}
	return cut(s, from, to, splitFront, splitBack)
}

// cut slices a string of which the first or the last pair is divided.
func cut(s string, from, to int, splitFront, splitBack bool) string {
	var buf []byte
	if splitFront {
		r, size := DecodeRune(s[from:])
		if to <= from {
			return ""
		}
		_, low := split(r)
		buf = AppendRune(buf, rune(low))
		from += size
	}
	buf = append(buf, s[from:to]...)
	if splitBack {
		r, _ := DecodeRune(s[to:])
		high, _ := split(r)
		buf = AppendRune(buf, rune(high))
	}
	return string(buf)
}

func boolUnit(b bool) int {
	if b {
		return 1
	}
	return 0
}

// Index returns the index in code units of the first ordinal occurrence of sub
// in s at or after the unit start, or -1.
func Index(s, sub string, start int) int {
	from, middle := ByteOffset(s, start)
	if middle {
		from += utf8.UTFMax
	}
	at := strings.Index(s[from:], sub)
	if at < 0 {
		return -1
	}
	return UnitOffset(s, from+at)
}

// LastIndex returns the index in code units of the last ordinal occurrence of
// sub in s, or -1.
func LastIndex(s, sub string) int {
	at := strings.LastIndex(s, sub)
	if at < 0 {
		return -1
	}
	return UnitOffset(s, at)
}
