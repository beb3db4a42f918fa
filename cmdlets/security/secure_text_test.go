package security

import (
	"errors"
	"testing"
)

func TestSeal(t *testing.T) {
	for _, size := range [...]int{16, 24, 32} {
		key := make([]byte, size)
		for i := range key {
			key[i] = byte(i)
		}
		for _, text := range [...]string{"", "pw", "ünï😀", "exactly sixteen.", "a longer secret than one block of the cipher"} {
			sealed, err := seal(text, key)
			if err != nil {
				t.Fatal(err)
			}
			if got, err := unseal(sealed, key); got != text || err != nil {
				t.Errorf("%d bytes: %q came back as %q, %v", size, text, got, err)
			}
			key[0]++
			if got, err := unseal(sealed, key); err == nil && got == text {
				t.Errorf("another key opens %q", text)
			}
			key[0]--
		}
	}
}

func TestUnsealWithoutKey(t *testing.T) {
	for _, row := range [...]struct {
		sealed, want string
		bad          bool
	}{{"70007700", "pw", false}, {"", "", false}, {"abc", "", true}, {"7000zz00", "", true}, {"7000 7", "", true}} {
		got, err := unseal(row.sealed, nil)
		if got != row.want || (err != nil) != row.bad {
			t.Errorf("%q gives %q, %v", row.sealed, got, err)
		}
	}
}

func TestUnsealRefuses(t *testing.T) {
	key := make([]byte, 16)
	for _, sealed := range [...]string{encryptedHeader, encryptedHeader + "!", encryptedHeader + "MgB8AA==", "7000"} {
		if _, err := unseal(sealed, key); !errors.Is(err, errNotEncrypted) {
			t.Errorf("%q gives %v", sealed, err)
		}
	}
}
