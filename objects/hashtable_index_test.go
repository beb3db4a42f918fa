package objects

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"testing"
)

// TestHashtableLikeMap does to a dictionary and to a map the same by chance.
func TestHashtableLikeMap(t *testing.T) {
	chance := rand.New(rand.NewPCG(3, 4))
	for _, fold := range []bool{true, false} {
		h, m := NewHashtable(), map[string]int{}
		h.FoldCase = fold
		for step := range 50_000 {
			s := fmt.Sprintf("Key-%d", chance.IntN(400))
			switch chance.IntN(8) {
			case 0:
				s = strings.ToUpper(s)
			case 1:
				s = "ä" + s
			}
			key, same := String(s), s
			if fold {
				same = foldKey(s)
			}
			if chance.IntN(6) == 0 {
				n := Int(chance.IntN(100))
				key, same = n, fmt.Sprint("number ", n.Int64())
			}
			switch want, known := m[same]; chance.IntN(3) {
			case 0:
				h.Set(key, Int(step))
				m[same] = step
			case 1:
				if h.Remove(key) != known {
					t.Fatalf("step %d: removing %v", step, key)
				}
				delete(m, same)
			default:
				if got, ok := h.Get(key); ok != known || ok && int(got.Int64()) != want {
					t.Fatalf("step %d: %v is %v, %v, want %d, %v", step, key, got, ok, want, known)
				}
			}
			if h.Len() != len(m) {
				t.Fatalf("step %d: %d entries, want %d", step, h.Len(), len(m))
			}
		}
	}
}

func BenchmarkHashtableGet(b *testing.B) {
	h := NewHashtable()
	keys := make([]Value, 50_000)
	for i := range keys {
		keys[i] = String(fmt.Sprint("k", i))
		h.Set(keys[i], Int(i))
	}
	i := 0
	for b.Loop() {
		h.Get(keys[i%len(keys)])
		i++
	}
}
