package store

import (
	"cmp"
	"iter"
	"slices"
)

// Keys are keys of users. Keys that follow one another, as those of all users of a
// store do, take no room each. The zero value is none.
type Keys struct {
	spans []Span
	count int
}

// Span are the keys from First to Last.
type Span struct{ First, Last int64 }

// KeysOf returns these keys.
func KeysOf(keys ...int64) Keys {
	var k Keys
	for _, key := range keys {
		k.Add(key)
	}
	return k
}

// Add puts a key behind the others.
func (k *Keys) Add(key int64) {
	k.count++
	if n := len(k.spans); n > 0 && k.spans[n-1].Last+1 == key {
		k.spans[n-1].Last = key
		return
	}
	k.spans = append(k.spans, Span{key, key})
}

// Count is how many keys were added.
func (k Keys) Count() int { return k.count }

// All are the keys as they were added.
func (k Keys) All() iter.Seq[int64] {
	return func(yield func(int64) bool) {
		for _, span := range k.spans {
			for key := span.First; key <= span.Last; key++ {
				if !yield(key) {
					return
				}
			}
		}
	}
}

// List is all keys in a list, which is never nil.
func (k Keys) List() []int64 {
	return slices.AppendSeq(make([]int64, 0, k.count), k.All())
}

// Chunks are the keys in ascending order and each once, in parts of up to most
// spans and up to most keys. A part is valid until the next.
func (k Keys) Chunks(most int) iter.Seq[[]Span] {
	return func(yield func([]Span) bool) {
		part := make([]Span, 0, min(most, len(k.spans)))
		room := int64(most)
		for _, span := range k.merged() {
			for span.First <= span.Last {
				piece := Span{span.First, min(span.Last, span.First+room-1)}
				part = append(part, piece)
				room -= piece.Last - piece.First + 1
				span.First = piece.Last + 1
				if room == 0 {
					if !yield(part) {
						return
					}
					part, room = part[:0], int64(most)
				}
			}
		}
		if len(part) > 0 {
			yield(part)
		}
	}
}

// merged are the spans in ascending order, of which no two overlap.
func (k Keys) merged() []Span {
	byFirst := func(a, b Span) int { return cmp.Compare(a.First, b.First) }
	spans := k.spans
	if !slices.IsSortedFunc(spans, byFirst) {
		spans = slices.SortedFunc(slices.Values(spans), byFirst)
	}
	merged := make([]Span, 0, len(spans))
	for _, span := range spans {
		if n := len(merged); n > 0 && span.First <= merged[n-1].Last+1 {
			merged[n-1].Last = max(merged[n-1].Last, span.Last)
			continue
		}
		merged = append(merged, span)
	}
	return merged
}
