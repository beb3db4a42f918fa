package objects

import "github.com/csshell/csshell/objects/culture"

// FormatProviderIface is System.IFormatProvider: what says how numbers and
// dates are written.
var FormatProviderIface = &Type{FullName: "System.IFormatProvider", Kind: KindObject, Attributes: InterfaceAttr | AbstractAttr}

// CultureProvider is an IFormatProvider: a CultureInfo, or one of its parts.
type CultureProvider interface {
	Object
	Culture() *culture.Culture
}

// CompareCulture orders two texts as the culture of the session does
// (String.Compare).
func CompareCulture(a, b string, ignoreCase bool) int { return compareText(a, b, ignoreCase) }
