package text

import (
	"math/rand/v2"
	"strings"
	"testing"
)

func TestPieces(t *testing.T) {
	chance := rand.New(rand.NewPCG(5, 6))
	var p pieces
	want := ""
	for range 5000 {
		switch chance.IntN(20) {
		case 0:
			if got := p.String(); got != want || p.size != len(want) {
				t.Fatalf("%d bytes %q, want %q", p.size, got, want)
			}
		case 1:
			if len(want) > 3000 {
				want = want[:chance.IntN(50)]
				p.set(want)
			}
		default:
			s := strings.Repeat(string(rune('a'+chance.IntN(26))), chance.IntN(40))
			want += s
			p.add(s)
		}
	}
}
