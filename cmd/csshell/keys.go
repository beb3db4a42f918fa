package main

import (
	"io"
	"os"
	"strings"
	"unicode/utf8"

	"golang.org/x/sys/unix"
)

// keyKind names the keys that are no characters.
type keyKind uint8

const (
	keyRune keyKind = iota
	keyControl
	keyAlt
	keyUp
	keyDown
	keyLeft
	keyRight
	keyHome
	keyEnd
	keyDelete
	keyBackspace
	keyEnter
	keyTab
	keyBackTab
	keyEscape
	keyPageUp
	keyPageDown
	keyF1
	keyPaste
	keyUnknown
)

// keyPress is one key: its kind, the character of a plain, control or Alt key, the
// text of a paste, and whether Ctrl or Alt was held with an arrow.
type keyPress struct {
	kind     keyKind
	r        rune
	text     string
	modified bool
}

// keyReader decodes keys from the bytes of a terminal. It reads byte by byte, so
// that what is typed ahead stays for the program that runs next.
type keyReader struct {
	in      *os.File
	pending []byte
}

// escapeTime is how many milliseconds after Escape the rest of a sequence may come.
const escapeTime = 30

func (k *keyReader) byte() (byte, error) {
	if len(k.pending) > 0 {
		b := k.pending[0]
		k.pending = k.pending[1:]
		return b, nil
	}
	var one [1]byte
	for {
		n, err := k.in.Read(one[:])
		if n == 1 {
			return one[0], nil
		}
		if err != nil {
			return 0, err
		}
	}
}

// soon reports whether a byte comes within the time of an escape sequence.
func (k *keyReader) soon() bool {
	if len(k.pending) > 0 {
		return true
	}
	fds := []unix.PollFd{{Fd: int32(k.in.Fd()), Events: unix.POLLIN}}
	n, err := unix.Poll(fds, escapeTime)
	return err == nil && n > 0
}

// next reads a key.
func (k *keyReader) next() (keyPress, error) {
	b, err := k.byte()
	if err != nil {
		return keyPress{}, err
	}
	switch {
	case b == 0x1b:
		return k.escape()
	case b == '\r' || b == '\n':
		return keyPress{kind: keyEnter}, nil
	case b == '\t':
		return keyPress{kind: keyTab}, nil
	case b == 0x7f || b == 0x08:
		return keyPress{kind: keyBackspace}, nil
	case b < 0x20:
		return keyPress{kind: keyControl, r: rune(b) + '@'}, nil
	case b < utf8.RuneSelf:
		return keyPress{r: rune(b)}, nil
	}
	return k.character(b)
}

// character reads the rest of a character of several bytes.
func (k *keyReader) character(first byte) (keyPress, error) {
	text := []byte{first}
	for !utf8.FullRune(text) && len(text) < utf8.UTFMax {
		b, err := k.byte()
		if err != nil {
			return keyPress{}, err
		}
		text = append(text, b)
	}
	r, size := utf8.DecodeRune(text)
	k.pending = append(text[size:len(text):len(text)], k.pending...)
	return keyPress{r: r}, nil
}

// escape reads what follows Escape: nothing, a character typed with Alt, or a
// sequence.
func (k *keyReader) escape() (keyPress, error) {
	if !k.soon() {
		return keyPress{kind: keyEscape}, nil
	}
	b, err := k.byte()
	if err != nil {
		return keyPress{kind: keyEscape}, nil
	}
	switch b {
	case '[':
		return k.sequence()
	case 'O':
		b, err := k.byte()
		if err != nil {
			return keyPress{}, err
		}
		return keyPress{kind: finalKey(b)}, nil
	case 0x7f, 0x08:
		return keyPress{kind: keyBackspace, modified: true}, nil
	case 0x1b:
		k.pending = append([]byte{b}, k.pending...)
		return keyPress{kind: keyEscape}, nil
	}
	return keyPress{kind: keyAlt, r: rune(b)}, nil
}

// sequence reads ESC [ parameters final.
func (k *keyReader) sequence() (keyPress, error) {
	var parameters strings.Builder
	for {
		b, err := k.byte()
		if err != nil {
			return keyPress{}, err
		}
		if b >= 0x40 && b <= 0x7e {
			return k.named(parameters.String(), b)
		}
		if parameters.Len() > 32 {
			return keyPress{kind: keyUnknown}, nil
		}
		parameters.WriteByte(b)
	}
}

func (k *keyReader) named(parameters string, final byte) (keyPress, error) {
	number, modifier, _ := strings.Cut(parameters, ";")
	modified := modifier == "5" || modifier == "3" || modifier == "6" || modifier == "7"
	if final != '~' {
		return keyPress{kind: finalKey(final), modified: modified}, nil
	}
	switch number {
	case "200":
		return k.paste()
	case "1", "7":
		return keyPress{kind: keyHome, modified: modified}, nil
	case "4", "8":
		return keyPress{kind: keyEnd, modified: modified}, nil
	case "3":
		return keyPress{kind: keyDelete, modified: modified}, nil
	case "5":
		return keyPress{kind: keyPageUp}, nil
	case "6":
		return keyPress{kind: keyPageDown}, nil
	case "11":
		return keyPress{kind: keyF1}, nil
	}
	return keyPress{kind: keyUnknown}, nil
}

// finalKey is the key of a sequence by its last letter.
func finalKey(b byte) keyKind {
	switch b {
	case 'A':
		return keyUp
	case 'B':
		return keyDown
	case 'C':
		return keyRight
	case 'D':
		return keyLeft
	case 'H':
		return keyHome
	case 'F':
		return keyEnd
	case 'P':
		return keyF1
	case 'Z':
		return keyBackTab
	}
	return keyUnknown
}

// pasteLimit is how much text one paste may have.
const pasteLimit = 8 << 20

// paste reads pasted text up to the sequence that ends it. It is text, whatever
// it holds, and runs nothing.
func (k *keyReader) paste() (keyPress, error) {
	const end = "\x1b[201~"
	var text []byte
	for len(text) < pasteLimit {
		b, err := k.byte()
		if err == io.EOF {
			break
		}
		if err != nil {
			return keyPress{}, err
		}
		text = append(text, b)
		if b == '~' && strings.HasSuffix(string(text[max(0, len(text)-len(end)):]), end) {
			text = text[:len(text)-len(end)]
			break
		}
	}
	clean := strings.ReplaceAll(strings.ReplaceAll(string(text), "\r\n", "\n"), "\r", "\n")
	return keyPress{kind: keyPaste, text: strings.ToValidUTF8(clean, "\ufffd")}, nil
}
