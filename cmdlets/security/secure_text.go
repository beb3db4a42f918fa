package security

import (
	"bytes"
	"crypto/aes"
	"crypto/cipher"
	"crypto/rand"
	"encoding/base64"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/utf16"
)

// encryptedHeader stands before texts that a key has encrypted, so that they are
// told from others.
const encryptedHeader = "76492d1116743f0423413b16050a5345"

// errPadding is what .NET says of a text that another key encrypted.
var errPadding = errors.New("Padding is invalid and cannot be removed.")

// errNotEncrypted reports a text that is no encrypted one.
var errNotEncrypted = errors.New("not an encrypted text")

// unicodeBytes are the UTF-16 code units of a text, the low byte first.
func unicodeBytes(text string) []byte {
	units := utf16.Encode(text)
	out := make([]byte, 0, 2*len(units))
	for _, u := range units {
		out = binary.LittleEndian.AppendUint16(out, u)
	}
	return out
}

func unicodeText(raw []byte) (string, error) {
	if len(raw)%2 != 0 {
		return "", errNotEncrypted
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(raw[2*i:])
	}
	return utf16.Decode(units), nil
}

// seal encrypts a text with AES so that a script can keep it.
func seal(text string, key []byte) (string, error) {
	block, err := aes.NewCipher(key)
	if err != nil {
		return "", err
	}
	start := make([]byte, aes.BlockSize)
	if _, err := rand.Read(start); err != nil {
		return "", err
	}
	plain := unicodeBytes(text)
	fill := aes.BlockSize - len(plain)%aes.BlockSize
	plain = append(plain, bytes.Repeat([]byte{byte(fill)}, fill)...)
	cipher.NewCBCEncrypter(block, start).CryptBlocks(plain, plain)
	parts := "2|" + base64.StdEncoding.EncodeToString(start) + "|" + hex.EncodeToString(plain)
	return encryptedHeader + base64.StdEncoding.EncodeToString(unicodeBytes(parts)), nil
}

// hexBytes reads pairs of digits; the first pair that is none is a FormatException.
func hexBytes(digits string) ([]byte, error) {
	out := make([]byte, 0, len(digits)/2)
	for i := 0; i+2 <= len(digits); i += 2 {
		n, err := strconv.ParseUint(digits[i:i+2], 16, 8)
		if err != nil {
			return nil, objects.NewException(objects.FormatException, "The input string '"+digits[i:i+2]+"' was not in a correct format.")
		}
		out = append(out, byte(n))
	}
	return out, nil
}

// unseal reads what seal wrote, or without a key the digits of the code units.
func unseal(sealed string, key []byte) (string, error) {
	if key == nil {
		if len(sealed)%2 != 0 {
			return "", errNotEncrypted
		}
		raw, err := hexBytes(sealed)
		if err != nil {
			return "", err
		}
		return unicodeText(raw)
	}
	start, secret, err := encryptedParts(sealed)
	if err != nil {
		return "", err
	}
	block, err := aes.NewCipher(key)
	if err != nil {
		return "", err
	}
	cipher.NewCBCDecrypter(block, start).CryptBlocks(secret, secret)
	fill := int(secret[len(secret)-1])
	if fill == 0 || fill > aes.BlockSize || !bytes.Equal(secret[len(secret)-fill:], bytes.Repeat([]byte{byte(fill)}, fill)) {
		return "", errPadding
	}
	return unicodeText(secret[:len(secret)-fill])
}

// encryptedParts takes a text apart into the initial vector and the encrypted bytes.
func encryptedParts(sealed string) (start, secret []byte, err error) {
	rest, ok := strings.CutPrefix(sealed, encryptedHeader)
	if !ok {
		if _, err := hexBytes(sealed); err != nil {
			return nil, nil, err
		}
		return nil, nil, errNotEncrypted
	}
	raw, err := base64.StdEncoding.DecodeString(rest)
	if err != nil {
		return nil, nil, errNotEncrypted
	}
	text, err := unicodeText(raw)
	if err != nil {
		return nil, nil, err
	}
	parts := strings.Split(text, "|")
	if len(parts) != 3 || parts[0] != "2" {
		return nil, nil, errNotEncrypted
	}
	if start, err = base64.StdEncoding.DecodeString(parts[1]); err != nil || len(start) != aes.BlockSize {
		return nil, nil, errNotEncrypted
	}
	if secret, err = hex.DecodeString(parts[2]); err != nil || len(secret) == 0 || len(secret)%aes.BlockSize != 0 {
		return nil, nil, errNotEncrypted
	}
	return start, secret, nil
}
