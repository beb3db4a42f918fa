package objects

import (
	"hash/maphash"
	"math/bits"
)

// hashIndex finds the entries of a dictionary by the hashes of their keys. It
// holds places alone, so that neither keys nor their folded texts are kept twice:
// an open table, at most three quarters full, in which an entry stands at its hash
// or in the next free cell.
type hashIndex struct {
	cells []int32 // place + 1; 0 where nothing was, gone where an entry was removed
	used  int     // cells that are not 0
	seed  maphash.Seed
	salt  uint64
}

const gone = -1

// reindex makes the index of the entries anew.
func (h *Hashtable) reindex() {
	x := h.index
	if x == nil {
		x = &hashIndex{seed: maphash.MakeSeed()}
		x.salt = maphash.Comparable(x.seed, 0)
		h.index = x
		for i := range h.entries {
			h.entries[i].hash = x.hash(h.entries[i].key.Base())
		}
	}
	x.resize(h)
}

// resize gives every entry its cell in a table with room for as many again.
func (x *hashIndex) resize(h *Hashtable) {
	x.cells, x.used = make([]int32, 1<<bits.Len(uint(2*h.Len()))), 0
	for i := range h.entries {
		if h.entries[i].used {
			x.place(h.entries[i].hash, i)
		}
	}
}

// place takes the first free cell for an entry.
func (x *hashIndex) place(hash uint32, i int) {
	last := uint32(len(x.cells) - 1)
	at := hash & last
	for x.cells[at] != 0 {
		at = (at + 1) & last
	}
	x.cells[at] = int32(i + 1)
	x.used++
}

// add indexes a new entry.
func (x *hashIndex) add(h *Hashtable, i int) {
	e := &h.entries[i]
	e.hash = x.hash(e.key.Base())
	if 4*(x.used+1) > 3*len(x.cells) {
		x.resize(h)
		return
	}
	x.place(e.hash, i)
}

// forget frees the cell of an entry.
func (x *hashIndex) forget(h *Hashtable, i int) {
	last := uint32(len(x.cells) - 1)
	for at := h.entries[i].hash & last; x.cells[at] != 0; at = (at + 1) & last {
		if x.cells[at] == int32(i+1) {
			x.cells[at] = gone
			return
		}
	}
}

// find is the place of a key with its hash.
func (x *hashIndex) find(h *Hashtable, key Value, hash uint32) (place int, ok bool) {
	s, text := key.ref.(string)
	var other hashKey
	if !text {
		other = keyOf(key)
	}
	last := uint32(len(x.cells) - 1)
	for at := hash & last; x.cells[at] != 0; at = (at + 1) & last {
		i := int(x.cells[at]) - 1
		if i < 0 || h.entries[i].hash != hash {
			continue
		}
		if text && h.isText(i, s) || !text && h.isOther(i, other) {
			return i, true
		}
	}
	return 0, false
}

// hash is the same for keys that are equal in one case or the other.
func (x *hashIndex) hash(key Value) uint32 {
	s, text := key.ref.(string)
	if !text {
		return uint32(maphash.Comparable(x.seed, keyOf(key)))
	}
	for i := 0; i < len(s); i++ {
		if s[i] >= 0x80 {
			s = foldKey(s)
			break
		}
	}
	return x.hashText(s)
}

// hashText reads eight bytes at a time and drops the bit that letters of either
// case differ in.
func (x *hashIndex) hashText(s string) uint32 {
	const lower = 0x2020202020202020
	n := x.salt ^ uint64(len(s))
	for len(s) >= 8 {
		n = mix(n ^ (eight(s) | lower))
		s = s[8:]
	}
	var rest uint64
	for i := 0; i < len(s); i++ {
		rest = rest<<8 | uint64(s[i])
	}
	return uint32(mix(n ^ (rest | lower)))
}

// eight is the first eight bytes of s as a number: one load.
func eight(s string) uint64 {
	_ = s[7]
	return uint64(s[0]) | uint64(s[1])<<8 | uint64(s[2])<<16 | uint64(s[3])<<24 |
		uint64(s[4])<<32 | uint64(s[5])<<40 | uint64(s[6])<<48 | uint64(s[7])<<56
}

// mix spreads the bits of a number over all others.
func mix(n uint64) uint64 {
	high, low := bits.Mul64(n, 0x9E3779B97F4A7C15)
	return high ^ low
}
