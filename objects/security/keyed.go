package security

import (
	"crypto/hmac"
	"crypto/pbkdf2"
	"crypto/rand"
	"math/big"
	"sync"

	"github.com/csshell/csshell/objects"
)

// oldHashes are the classes that Windows PowerShell's scripts name.
var oldHashes = sync.OnceValue(func() []oldHash {
	var list []oldHash
	for _, k := range hashKinds() {
		for _, suffix := range [...]string{"Managed", "CryptoServiceProvider"} {
			if k.typ == md5Type && suffix == "Managed" {
				continue
			}
			list = append(list, oldHash{&objects.Type{FullName: k.typ.FullName + suffix, Base: k.typ, Kind: objects.KindObject, Attributes: objects.SealedAttr}, k})
		}
	}
	return list
})

func keyedDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: keyedHashType,
		Properties: []objects.Property{{
			Signature: "byte[] Key {get;set;}",
			Get:       func(v value) (value, error) { return objects.ByteArray(hasherOf(v).key), nil },
			Set: func(this, v value) error {
				h := hasherOf(this)
				for _, k := range hashKinds() {
					if h.typ.FullName == crypto+"HMAC"+k.typ.Name() {
						h.key = objects.BytesOf(v)
						h.state = hmac.New(k.create, h.key)
					}
				}
				return nil
			},
		}},
	}
}

func hmacDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: hmacType,
		Properties: []objects.Property{
			reads("string HashName {get;}", func(v value) value { return text(hasherOf(v).typ.Name()[len("HMAC"):]) }),
		},
	}
}

// keyedEntries are HMACMD5, HMACSHA1 and their like, and random numbers.
func keyedEntries() []objects.TypeEntry {
	var entries []objects.TypeEntry
	for _, k := range hashKinds() {
		typ := &objects.Type{FullName: crypto + "HMAC" + k.typ.Name(), Base: hmacType, Kind: objects.KindObject}
		entries = append(entries, objects.TypeEntry{Type: typ, Declare: func() *objects.Declaration {
			return &objects.Declaration{
				Type: typ,
				Constructors: []objects.Method{
					total("new()", func(*call) value { return keyed(typ, k, newKey(k.block)) }),
					partial("new(byte[] key)", func(c *call) (value, error) {
						if !c.Is(0) {
							return objects.Null, objects.NullArgument("key")
						}
						return keyed(typ, k, objects.BytesOf(c.Args[0])), nil
					}),
				},
				Methods: []objects.Method{
					total("static byte[] HashData(byte[] key, byte[] source)", func(c *call) value {
						h := hmac.New(k.create, objects.BytesOf(c.Args[0]))
						h.Write(objects.BytesOf(c.Args[1]))
						return objects.ByteArray(h.Sum(nil))
					}),
				},
			}
		}})
	}
	return append(entries,
		objects.TypeEntry{Type: randomType, Declare: randomDeclaration},
		objects.TypeEntry{Type: rngProviderType, Declare: rngProviderDeclaration},
		objects.TypeEntry{Type: deriveBytesType, Declare: deriveBytesDeclaration},
		objects.TypeEntry{Type: hashNameType, Declare: hashNameDeclaration})
}

// The types of random numbers and derived keys.
var (
	randomType      = &objects.Type{FullName: crypto + "RandomNumberGenerator", Kind: objects.KindObject, Attributes: objects.AbstractAttr, Interfaces: []*objects.Type{objects.DisposableType}}
	rngProviderType = &objects.Type{FullName: crypto + "RNGCryptoServiceProvider", Base: randomType, Kind: objects.KindObject, Attributes: objects.SealedAttr}
	deriveBytesType = &objects.Type{FullName: crypto + "Rfc2898DeriveBytes", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.DisposableType}}
	hashNameType    = &objects.Type{FullName: crypto + "HashAlgorithmName", Kind: objects.KindObject, Attributes: objects.ValueTypeAttr | objects.SealedAttr}
)

// generator is a RandomNumberGenerator; it has no state of its own.
type generator struct{ typ *objects.Type }

// Type is the generator's class.
func (g generator) Type() *objects.Type { return g.typ }

// fill puts random bytes into an array, zero ones aside where asked.
func fill(v value, nonZero bool) error {
	a, ok := objects.As[*objects.Array](v)
	if !ok {
		return objects.NullArgument("data")
	}
	for i, b := range newKey(a.Len()) {
		for nonZero && b == 0 {
			b = newKey(1)[0]
		}
		a.Set(i, objects.Word(objects.ByteType, uint64(b)))
	}
	return nil
}

// between is a random number from one on and below another.
func between(from, to int64) (value, error) {
	if from >= to {
		return objects.Null, objects.NewException(objects.ArgumentException, "Range of random number does not contain at least one possibility.")
	}
	n, err := rand.Int(rand.Reader, big.NewInt(to-from))
	if err != nil {
		return objects.Null, err
	}
	return objects.Int32(int32(from + n.Int64())), nil
}

func randomDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: randomType,
		Methods: []objects.Method{
			does("void GetBytes(byte[] data)", func(c *call) error { return fill(c.Args[0], false) }),
			does("void GetNonZeroBytes(byte[] data)", func(c *call) error { return fill(c.Args[0], true) }),
			does("void Dispose()", func(*call) error { return nil }),
			total("static System.Security.Cryptography.RandomNumberGenerator Create()", func(*call) value { return objects.Of(generator{rngProviderType}) }),
			does("static void Fill(byte[] data)", func(c *call) error { return fill(c.Args[0], false) }),
			partial("static byte[] GetBytes(int count)", func(c *call) (value, error) {
				if c.Int(0) < 0 {
					return objects.Null, objects.NegativeArgument("count", c.Int(0))
				}
				return objects.ByteArray(newKey(c.Int(0))), nil
			}),
			partial("static int GetInt32(int toExclusive)", func(c *call) (value, error) { return between(0, c.Args[0].Int64()) }),
			partial("static int GetInt32(int fromInclusive, int toExclusive)", func(c *call) (value, error) { return between(c.Args[0].Int64(), c.Args[1].Int64()) }),
		},
	}
}

func rngProviderDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type:         rngProviderType,
		Constructors: []objects.Method{total("new()", func(*call) value { return objects.Of(generator{rngProviderType}) })},
	}
}

// hashName is the name of an algorithm (HashAlgorithmName).
type hashName struct{ name string }

// Type is System.Security.Cryptography.HashAlgorithmName.
func (hashName) Type() *objects.Type { return hashNameType }

// Text is the name.
func (n hashName) Text() (string, error) { return n.name, nil }

// Equals compares the names.
func (n hashName) Equals(other value) bool {
	o, ok := objects.As[hashName](other)
	return ok && o.name == n.name
}

func hashNameDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type:         hashNameType,
		Constructors: []objects.Method{total("new(string name)", func(c *call) value { return objects.Of(hashName{c.Str(0)}) })},
		Properties: []objects.Property{reads("string Name {get;}", func(v value) value {
			n, _ := objects.As[hashName](v)
			return text(n.name)
		})},
	}
	for _, k := range hashKinds() {
		d.Properties = append(d.Properties, objects.Constant("static System.Security.Cryptography.HashAlgorithmName "+k.typ.Name()+" {get;}", objects.Of(hashName{k.typ.Name()})))
	}
	return d
}

// derived is a key that a password gives (RFC 2898).
type derived struct {
	password, salt []byte
	rounds         int
	kind           hashKind
	given          int
}

// Type is System.Security.Cryptography.Rfc2898DeriveBytes.
func (*derived) Type() *objects.Type { return deriveBytesType }

func newDerived(c *call) (value, error) {
	d := &derived{salt: objects.BytesOf(c.Args[1]), rounds: 1000, kind: hashKinds()[1]}
	if s, ok := c.Args[0].Str(); ok {
		d.password = []byte(s)
	} else {
		d.password = objects.BytesOf(c.Args[0])
	}
	if len(c.Args) > 2 {
		d.rounds = c.Int(2)
	}
	if len(c.Args) > 3 {
		n, _ := objects.As[hashName](c.Args[3])
		for _, k := range hashKinds() {
			if k.typ.Name() == n.name {
				d.kind = k
			}
		}
	}
	if d.rounds < 1 {
		return objects.Null, objects.OutOfRange("Positive number required.", "iterations")
	}
	return objects.Of(d), nil
}

func deriveBytesDeclaration() *objects.Declaration {
	d := &objects.Declaration{
		Type: deriveBytesType,
		Methods: []objects.Method{
			partial("byte[] GetBytes(int cb)", func(c *call) (value, error) {
				d, ok := objects.As[*derived](c.This)
				n := c.Int(0)
				if !ok || n < 1 {
					return objects.Null, objects.OutOfRange("Positive number required.", "cb")
				}
				key, err := pbkdf2.Key(d.kind.create, string(d.password), d.salt, d.rounds, d.given+n)
				if err != nil {
					return objects.Null, objects.NewException(objects.ArgumentException, err.Error())
				}
				d.given += n
				return objects.ByteArray(key[d.given-n:]), nil
			}),
			does("void Dispose()", func(*call) error { return nil }),
		},
	}
	for _, password := range [...]string{"string password", "byte[] password"} {
		for _, more := range [...]string{"", ", int iterations", ", int iterations, System.Security.Cryptography.HashAlgorithmName hashAlgorithm"} {
			d.Constructors = append(d.Constructors, partial("new("+password+", byte[] salt"+more+")", newDerived))
		}
	}
	return d
}
