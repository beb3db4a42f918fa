package system

import (
	"encoding/base64"
	"encoding/hex"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
)

func checkBase(base int) error {
	switch base {
	case 2, 8, 10, 16:
		return nil
	}
	return objects.NewException(objects.ArgumentException, "Invalid Base.")
}

// convertBases are the overloads that read and write other bases than ten.
func convertBases() []objects.Method {
	var methods []objects.Method
	for _, n := range numerics() {
		if n.typ.Kind >= objects.KindSingle {
			continue
		}
		methods = append(methods, partial("static "+n.name+" To"+n.typ.Name()+"(string value, int fromBase)", func(c *call) (value, error) {
			return fromBase(c.Str(0), c.Int(1), n.typ)
		}))
	}
	for _, n := range [...]numeric{{"byte", objects.ByteType}, {"short", objects.Int16Type}, {"int", objects.Int32Type}, {"long", objects.Int64Type}} {
		methods = append(methods, partial("static string ToString("+n.name+" value, int toBase)", func(c *call) (value, error) {
			base := c.Int(1)
			if err := checkBase(base); err != nil {
				return objects.Null, err
			}
			if base == 10 {
				return objects.String(strconv.FormatInt(c.Args[0].Int64(), 10)), nil
			}
			bits := c.Args[0].Bits() & (1<<wholeOf(n.typ).Bits() - 1)
			if n.typ == objects.Int64Type {
				bits = c.Args[0].Bits()
			}
			return objects.String(strconv.FormatUint(bits, base)), nil
		}))
	}
	return methods
}

// fromBase reads an integer; digits of a base other than ten are the two's
// complement.
func fromBase(s string, base int, t *objects.Type) (value, error) {
	if err := checkBase(base); err != nil {
		return objects.Null, err
	}
	if s == "" {
		return zero(t), nil
	}
	digits, negative := strings.CutPrefix(s, "-")
	if negative && base != 10 {
		return objects.Null, objects.NewException(objects.ArgumentException, "String cannot contain a minus sign if the base is not 10.")
	}
	if base == 16 && len(digits) > 1 && digits[0] == '0' && digits[1]|0x20 == 'x' {
		digits = digits[2:]
	}
	end := 0
	for end < len(digits) && digitOf(digits[end]) < base {
		end++
	}
	switch {
	case end == 0:
		return objects.Null, objects.NewException(objects.FormatException, "Could not find any recognizable digits.")
	case end < len(digits):
		return objects.Null, objects.NewException(objects.FormatException, "Additional non-parsable characters are at the end of the string.")
	}
	n, err := strconv.ParseUint(digits, base, 64)
	whole := wholeOf(t)
	if err != nil {
		return objects.Null, whole.OverflowError()
	}
	if base == 10 {
		return decimalDigits(n, negative, t)
	}
	if whole.Bits() < 64 && n>>whole.Bits() != 0 {
		return objects.Null, whole.OverflowError()
	}
	if whole.Signed() {
		shift := 64 - whole.Bits()
		n = uint64(int64(n<<shift) >> shift)
	}
	return objects.Word(t, n), nil
}

// decimalDigits is a number of base ten with its sign.
func decimalDigits(n uint64, negative bool, t *objects.Type) (value, error) {
	low, high := wholeLimits(t)
	switch {
	case t == objects.UInt64Type && !negative:
		return objects.UInt64(n), nil
	case negative && n > uint64(-low), !negative && n > uint64(high), t == objects.UInt64Type && n != 0:
		return objects.Null, wholeOf(t).OverflowError()
	case negative:
		n = -n
	}
	return objects.Word(t, n), nil
}

func digitOf(c byte) int {
	switch {
	case c >= '0' && c <= '9':
		return int(c - '0')
	case c|0x20 >= 'a' && c|0x20 <= 'z':
		return int(c|0x20-'a') + 10
	}
	return 99
}

const insertLineBreaks = 1 // Base64FormattingOptions

func base64Methods() []objects.Method {
	encode := func(c *call, b []byte, options int) value {
		s := base64.StdEncoding.EncodeToString(b)
		if options >= 0 && c.Int(options) == insertLineBreaks {
			s = brokenLines(s)
		}
		return objects.String(s)
	}
	part := func(c *call, options int) (value, error) {
		b, at, n := objects.BytesOf(c.Args[0]), c.Int(1), c.Int(2)
		if n < 0 {
			return objects.Null, objects.NegativeArgument("length", n)
		}
		if at < 0 || at > len(b)-n {
			return objects.Null, objects.OutOfRange("Offset and length must refer to a position in the string.", "offset")
		}
		return encode(c, b[at:at+n], options), nil
	}
	whole := func(options int) func(c *call) (value, error) {
		return func(c *call) (value, error) {
			if !c.Is(0) {
				return objects.Null, objects.NullArgument("inArray")
			}
			return encode(c, objects.BytesOf(c.Args[0]), options), nil
		}
	}
	const options = ", System.Base64FormattingOptions options"
	return []objects.Method{
		partial("static string ToBase64String(byte[] inArray)", whole(-1)),
		partial("static string ToBase64String(byte[] inArray"+options+")", whole(1)),
		partial("static string ToBase64String(byte[] inArray, int offset, int length)", func(c *call) (value, error) { return part(c, -1) }),
		partial("static string ToBase64String(byte[] inArray, int offset, int length"+options+")", func(c *call) (value, error) { return part(c, 3) }),
		partial("static byte[] FromBase64String(string s)", func(c *call) (value, error) {
			b, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(c.Str(0)), ""))
			if err != nil {
				return objects.Null, objects.NewException(objects.FormatException, "The input is not a valid Base-64 string as it contains a non-base 64 character, more than two padding characters, or an illegal character among the padding characters.")
			}
			return objects.ByteArray(b), nil
		}),
		total("static string ToHexString(byte[] inArray)", func(c *call) value {
			return objects.String(strings.ToUpper(hex.EncodeToString(objects.BytesOf(c.Args[0]))))
		}),
		total("static string ToHexStringLower(byte[] inArray)", func(c *call) value { return objects.String(hex.EncodeToString(objects.BytesOf(c.Args[0]))) }),
		partial("static byte[] FromHexString(string s)", func(c *call) (value, error) {
			s := c.Str(0)
			if len(s)%2 != 0 {
				return objects.Null, objects.NewException(objects.FormatException, "The input is not a valid hex string as its length is not a multiple of 2.")
			}
			b, err := hex.DecodeString(s)
			if err != nil {
				return objects.Null, objects.NewException(objects.FormatException, "The input is not a valid hex string as it contains a non-hex character.")
			}
			return objects.ByteArray(b), nil
		}),
	}
}

// brokenLines puts a line break after every 76 characters (RFC 2045).
func brokenLines(s string) string {
	var b strings.Builder
	for len(s) > 76 {
		b.WriteString(s[:76] + "\r\n")
		s = s[76:]
	}
	b.WriteString(s)
	return b.String()
}
