package conformance

import "testing"

func TestNormal(t *testing.T) {
	for _, row := range []struct{ text, want string }{
		{"a  \r\nb\t\n\n", "a\nb"},
		{"\x1b[31;1mred\x1b[0m \n", "red"},
		{"\x1b[?1hkeys\x1b[?1l", "keys"},
		{"\n\na", "\n\na"},
		{"lone\rreturn", "lone\rreturn"},
	} {
		if got := Normal(row.text); got != row.want {
			t.Errorf("Normal(%q) = %q, want %q", row.text, got, row.want)
		}
	}
}
