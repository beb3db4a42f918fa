package automation

import (
	"encoding/binary"
	"encoding/hex"
	"slices"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/utf16"
)

// SecureStringType is System.Security.SecureString.
var SecureStringType = &objects.Type{FullName: "System.Security.SecureString", Kind: objects.KindObject, Attributes: objects.SealedAttr, Interfaces: []*objects.Type{objects.DisposableType}}

// SecureString is text that no message and no list shows.
type SecureString struct {
	units    []uint16
	readOnly bool
	disposed bool
}

// NewSecureString makes a read-only SecureString of a text.
func NewSecureString(s string) *SecureString {
	return &SecureString{units: utf16.Encode(s), readOnly: true}
}

// Type is System.Security.SecureString.
func (*SecureString) Type() *objects.Type { return SecureStringType }

// Plain is the text itself.
func (s *SecureString) Plain() string { return utf16.Decode(s.units) }

// Copy is the same text, open to changes.
func (s *SecureString) Copy() *SecureString { return &SecureString{units: slices.Clone(s.units)} }

// Text names the type only.
func (s *SecureString) Text() (string, error) { return SecureStringType.FullName, nil }

// writable is the error of a change that is not allowed.
func (s *SecureString) writable() error {
	switch {
	case s.disposed:
		return objects.NewException(objects.ObjectDisposedException, "Cannot access a disposed object.\nObject name: 'System.Security.SecureString'.")
	case s.readOnly:
		return objects.NewException(objects.InvalidOperationException, "Instance is read-only.")
	}
	return nil
}

func (s *SecureString) at(i int) error {
	if i < 0 || i >= len(s.units) {
		return objects.OutOfRange("Index was out of range. Must be non-negative and less than the size of the collection.", "index")
	}
	return s.writable()
}

func secureOf(v value) *SecureString {
	if s, ok := objects.As[*SecureString](v); ok {
		return s
	}
	return &SecureString{}
}

// changes is a method that changes the text.
func changes(signature string, f func(s *SecureString, c *call) error) objects.Method {
	return partial(signature, func(c *call) (value, error) {
		s := secureOf(c.This)
		if err := s.writable(); err != nil {
			return objects.Null, err
		}
		return nothing(), f(s, c)
	})
}

func secureStringDeclaration() *objects.Declaration {
	unit := func(c *call, i int) uint16 { return uint16(c.Args[i].Int64()) }
	return &objects.Declaration{
		Type:         SecureStringType,
		Constructors: []objects.Method{total("new()", func(*call) value { return objects.Of(&SecureString{}) })},
		Properties: []objects.Property{
			reads("int Length {get;}", func(this value) value { return objects.Int(len(secureOf(this).units)) }),
		},
		Methods: []objects.Method{
			changes("void AppendChar(char c)", func(s *SecureString, c *call) error { s.units = append(s.units, unit(c, 0)); return nil }),
			changes("void Clear()", func(s *SecureString, c *call) error { s.units = nil; return nil }),
			total("securestring Copy()", func(c *call) value {
				return objects.Of(secureOf(c.This).Copy())
			}),
			total("void Dispose()", func(c *call) value { s := secureOf(c.This); s.units, s.disposed = nil, true; return nothing() }),
			changes("void InsertAt(int index, char c)", func(s *SecureString, c *call) error {
				i := c.Int(0)
				if i < 0 || i > len(s.units) {
					return s.at(-1)
				}
				s.units = append(s.units[:i:i], append([]uint16{unit(c, 1)}, s.units[i:]...)...)
				return nil
			}),
			total("bool IsReadOnly()", func(c *call) value { return objects.Bool(secureOf(c.This).readOnly) }),
			total("void MakeReadOnly()", func(c *call) value { secureOf(c.This).readOnly = true; return nothing() }),
			changes("void RemoveAt(int index)", func(s *SecureString, c *call) error {
				i := c.Int(0)
				if err := s.at(i); err != nil {
					return err
				}
				s.units = append(s.units[:i:i], s.units[i+1:]...)
				return nil
			}),
			changes("void SetAt(int index, char c)", func(s *SecureString, c *call) error {
				if err := s.at(c.Int(0)); err != nil {
					return err
				}
				s.units[c.Int(0)] = unit(c, 1)
				return nil
			}),
		},
	}
}

// Hex is the text as digits of its code units, the low byte first: how PowerShell keeps
// secure strings where the system does not encrypt for a user.
func (s *SecureString) Hex() string {
	raw := make([]byte, 0, 2*len(s.units))
	for _, u := range s.units {
		raw = binary.LittleEndian.AppendUint16(raw, u)
	}
	return hex.EncodeToString(raw)
}

// SecureStringOfHex reads what Hex wrote.
func SecureStringOfHex(digits string) (*SecureString, bool) {
	raw, err := hex.DecodeString(digits)
	if err != nil || len(raw)%2 != 0 {
		return nil, false
	}
	s := &SecureString{readOnly: true}
	for i := 0; i < len(raw); i += 2 {
		s.units = append(s.units, binary.LittleEndian.Uint16(raw[i:]))
	}
	return s, true
}
