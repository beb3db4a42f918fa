package runtime

import "testing"

func TestDistance(t *testing.T) {
	for _, x := range [...]struct {
		a, b string
		want int
	}{
		{"Get-Item", "get-item", 0}, {"gti", "git", 1}, {"Get-Itm", "Get-Item", 1}, {"Get-Cssuer", "Get-CsUser", 1},
		{"", "abc", 3}, {"abc", "", 3}, {"ca", "abc", 3}, {"Größe", "grösse", 2}, {"a", "abcdefgh", 6}, {"kitten", "sitting", 3},
	} {
		if got := Distance(x.a, x.b, 5); got != x.want {
			t.Errorf("Distance(%q, %q) = %d, want %d", x.a, x.b, got, x.want)
		}
	}
}
