package security

import (
	"crypto/hmac"
	"crypto/md5"
	"crypto/rand"
	"crypto/sha1"
	"crypto/sha256"
	"crypto/sha512"
	"hash"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/io"
)

// The types of hashes: an abstract class for each, and the classes that its
// Create and its older names give.
var (
	HashAlgorithmType = &objects.Type{FullName: crypto + "HashAlgorithm", Kind: objects.KindObject, Attributes: objects.AbstractAttr, Interfaces: []*objects.Type{objects.DisposableType}}
	keyedHashType     = &objects.Type{FullName: crypto + "KeyedHashAlgorithm", Base: HashAlgorithmType, Kind: objects.KindObject, Attributes: objects.AbstractAttr}
	hmacType          = &objects.Type{FullName: crypto + "HMAC", Base: keyedHashType, Kind: objects.KindObject, Attributes: objects.AbstractAttr}

	md5Type    = algorithm("MD5")
	sha1Type   = algorithm("SHA1")
	sha256Type = algorithm("SHA256")
	sha384Type = algorithm("SHA384")
	sha512Type = algorithm("SHA512")
)

const crypto = "System.Security.Cryptography."

func algorithm(name string) *objects.Type {
	return &objects.Type{FullName: crypto + name, Base: HashAlgorithmType, Kind: objects.KindObject, Attributes: objects.AbstractAttr}
}

// hashKind is one algorithm with the names of its classes.
type hashKind struct {
	typ    *objects.Type
	create func() hash.Hash
	block  int // bytes of a block, the length of a new key
}

func hashKinds() []hashKind {
	return []hashKind{
		{md5Type, md5.New, 64}, {sha1Type, sha1.New, 64}, {sha256Type, sha256.New, 64}, {sha384Type, sha512.New384, 128}, {sha512Type, sha512.New, 128},
	}
}

// hasher is a HashAlgorithm at work.
type hasher struct {
	typ   *objects.Type
	state hash.Hash
	done  []byte // the hash of what was read, once it is complete
	key   []byte // of an HMAC
}

// Type is the class of the algorithm.
func (h *hasher) Type() *objects.Type { return h.typ }

func hasherOf(v value) *hasher {
	if h, ok := objects.As[*hasher](v); ok {
		return h
	}
	return &hasher{typ: sha256Type, state: sha256.New()}
}

// finish completes the hash and makes the hasher ready for another.
func (h *hasher) finish() value {
	h.done = h.state.Sum(nil)
	h.state.Reset()
	return objects.ByteArray(h.done)
}

// part are the bytes that an offset and a count choose.
func part(b []byte, offset, count int) ([]byte, error) {
	if offset < 0 {
		return nil, objects.OutOfRange("Non-negative number required.", "inputOffset")
	}
	if count < 0 || count > len(b) {
		return nil, objects.NewException(objects.ArgumentException, "Value was invalid.")
	}
	if count > len(b)-offset {
		return nil, objects.NewException(objects.ArgumentException, "Offset and length were out of bounds for the array or count is greater than the number of elements from index to the end of the source collection.")
	}
	return b[offset : offset+count], nil
}

// whole is the content of a buffer, of a part of it, or of a stream.
func whole(c *call, param string) ([]byte, error) {
	if !c.Is(0) {
		return nil, objects.NullArgument(param)
	}
	if s, ok := objects.As[*io.Stream](c.Args[0]); ok {
		return io.ReadAll(s)
	}
	b := objects.BytesOf(c.Args[0])
	if len(c.Args) > 2 {
		return part(b, c.Int(1), c.Int(2))
	}
	return b, nil
}

func hashAlgorithmDeclaration() *objects.Declaration {
	compute := func(param string) func(c *call) (value, error) {
		return func(c *call) (value, error) {
			b, err := whole(c, param)
			if err != nil {
				return objects.Null, err
			}
			h := hasherOf(c.This)
			h.state.Reset()
			h.state.Write(b)
			return h.finish(), nil
		}
	}
	return &objects.Declaration{
		Type: HashAlgorithmType,
		Properties: []objects.Property{
			reads("bool CanReuseTransform {get;}", func(value) value { return truth(true) }),
			reads("bool CanTransformMultipleBlocks {get;}", func(value) value { return truth(true) }),
			reads("byte[] Hash {get;}", func(v value) value {
				if h := hasherOf(v); h.done != nil {
					return objects.ByteArray(h.done)
				}
				return objects.Null
			}),
			reads("int HashSize {get;}", func(v value) value { return objects.Int(hasherOf(v).state.Size() * 8) }),
			reads("int InputBlockSize {get;}", func(value) value { return objects.Int(1) }),
			reads("int OutputBlockSize {get;}", func(value) value { return objects.Int(1) }),
		},
		Methods: []objects.Method{
			does("void Clear()", func(*call) error { return nil }),
			does("void Dispose()", func(*call) error { return nil }),
			does("void Initialize()", func(c *call) error { hasherOf(c.This).state.Reset(); return nil }),
			partial("byte[] ComputeHash(byte[] buffer)", compute("buffer")),
			partial("byte[] ComputeHash(byte[] buffer, int offset, int count)", compute("buffer")),
			partial("byte[] ComputeHash(System.IO.Stream inputStream)", compute("inputStream")),
			partial("int TransformBlock(byte[] inputBuffer, int inputOffset, int inputCount, byte[] outputBuffer, int outputOffset)", func(c *call) (value, error) {
				b, err := whole(c, "inputBuffer")
				if err != nil {
					return objects.Null, err
				}
				hasherOf(c.This).state.Write(b)
				return objects.Int(len(b)), nil
			}),
			partial("byte[] TransformFinalBlock(byte[] inputBuffer, int inputOffset, int inputCount)", func(c *call) (value, error) {
				b, err := whole(c, "inputBuffer")
				if err != nil {
					return objects.Null, err
				}
				h := hasherOf(c.This)
				h.state.Write(b)
				h.finish()
				return objects.ByteArray(b), nil
			}),
			total("static System.Security.Cryptography.HashAlgorithm Create()", func(*call) value { return makeHasher("SHA1") }),
			total("static System.Security.Cryptography.HashAlgorithm Create(string hashName)", func(c *call) value { return makeHasher(c.Str(0)) }),
		},
	}
}

// makeHasher is HashAlgorithm.Create(name): the managed class of the name,
// $null for a name that nobody knows.
func makeHasher(name string) value {
	short := strings.ReplaceAll(strings.TrimPrefix(strings.ToUpper(name), strings.ToUpper(crypto)), "-", "")
	if short == "SHA" {
		short = "SHA1"
	}
	for _, k := range hashKinds() {
		if k.typ.Name() != short {
			continue
		}
		class := managedClass(k, "Managed")
		if short == "MD5" || short == "SHA1" {
			class = managedClass(k, "CryptoServiceProvider")
		}
		return objects.Of(&hasher{typ: class, state: k.create()})
	}
	return objects.Null
}

// managedClass is a class of .NET's past for an algorithm, "SHA256Managed".
func managedClass(k hashKind, suffix string) *objects.Type {
	for _, e := range oldHashes() {
		if e.typ.FullName == k.typ.FullName+suffix {
			return e.typ
		}
	}
	return k.typ
}

type oldHash struct {
	typ  *objects.Type
	kind hashKind
}

// hashEntries are the algorithms, their older classes and the keyed ones.
func hashEntries() []objects.TypeEntry {
	entries := []objects.TypeEntry{
		{Type: HashAlgorithmType, Declare: hashAlgorithmDeclaration},
		{Type: keyedHashType, Declare: keyedDeclaration},
		{Type: hmacType, Declare: hmacDeclaration},
	}
	for _, k := range hashKinds() {
		entries = append(entries, objects.TypeEntry{Type: k.typ, Declare: func() *objects.Declaration { return algorithmDeclaration(k) }})
	}
	for _, o := range oldHashes() {
		entries = append(entries, objects.TypeEntry{Type: o.typ, Declare: func() *objects.Declaration {
			return &objects.Declaration{Type: o.typ, Constructors: []objects.Method{
				total("new()", func(*call) value { return objects.Of(&hasher{typ: o.typ, state: o.kind.create()}) }),
			}}
		}})
	}
	return append(entries, keyedEntries()...)
}

func algorithmDeclaration(k hashKind) *objects.Declaration {
	create := func(*call) value { return objects.Of(&hasher{typ: k.typ, state: k.create()}) }
	data := func(c *call) (value, error) {
		b, err := whole(c, "source")
		if err != nil {
			return objects.Null, err
		}
		h := k.create()
		h.Write(b)
		return objects.ByteArray(h.Sum(nil)), nil
	}
	size := k.create().Size()
	return &objects.Declaration{
		Type: k.typ,
		Properties: []objects.Property{
			objects.Constant("static int HashSizeInBits {get;}", objects.Int(size*8)),
			objects.Constant("static int HashSizeInBytes {get;}", objects.Int(size)),
		},
		Methods: []objects.Method{
			total("static "+k.typ.FullName+" Create()", create),
			total("static "+k.typ.FullName+" Create(string hashName)", func(c *call) value { return makeHasher(c.Str(0)) }),
			partial("static byte[] HashData(byte[] source)", data),
			partial("static byte[] HashData(System.IO.Stream source)", data),
		},
	}
}

// newKey is a key of random bytes.
func newKey(n int) []byte {
	b := make([]byte, n)
	rand.Read(b) // never fails
	return b
}

// keyed is an HMAC with a key.
func keyed(typ *objects.Type, k hashKind, key []byte) value {
	return objects.Of(&hasher{typ: typ, state: hmac.New(k.create, key), key: key})
}
