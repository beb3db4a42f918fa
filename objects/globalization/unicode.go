package globalization

import (
	"unicode"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/utf16"
)

// The types that tell what Unicode says of characters.
var (
	CharUnicodeInfoType = &objects.Type{FullName: "System.Globalization.CharUnicodeInfo", Kind: objects.KindObject, Attributes: objects.AbstractAttr | objects.SealedAttr | objects.StaticAttr}

	UnicodeCategoryType = &objects.Type{
		FullName: "System.Globalization.UnicodeCategory", Kind: objects.KindEnum,
		Attributes: objects.ValueTypeAttr | objects.SealedAttr,
		Enum: &objects.EnumInfo{
			Names: []string{"UppercaseLetter", "LowercaseLetter", "TitlecaseLetter", "ModifierLetter", "OtherLetter", "NonSpacingMark",
				"SpacingCombiningMark", "EnclosingMark", "DecimalDigitNumber", "LetterNumber", "OtherNumber", "SpaceSeparator",
				"LineSeparator", "ParagraphSeparator", "Control", "Format", "Surrogate", "PrivateUse", "ConnectorPunctuation",
				"DashPunctuation", "OpenPunctuation", "ClosePunctuation", "InitialQuotePunctuation", "FinalQuotePunctuation",
				"OtherPunctuation", "MathSymbol", "CurrencySymbol", "ModifierSymbol", "OtherSymbol", "OtherNotAssigned"},
			Values: []int64{0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23, 24, 25, 26, 27, 28, 29},
		},
	}
)

// categories are the names that Unicode gives the values of UnicodeCategory but
// the last, in their order.
var categories = [...]string{"Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Zs", "Zl", "Zp", "Cc", "Cf", "Cs", "Co", "Pc", "Pd", "Ps", "Pe",
	"Pi", "Pf", "Po", "Sm", "Sc", "Sk", "So"}

// categoryOf is the place of a character's category in UnicodeCategory.
func categoryOf(r rune) int {
	for i, name := range categories {
		if unicode.Is(unicode.Categories[name], r) {
			return i
		}
	}
	return len(categories)
}

func charUnicodeInfoDeclaration() *objects.Declaration {
	category := func(r rune) value { return objects.Word(UnicodeCategoryType, uint64(categoryOf(r))) }
	return &objects.Declaration{
		Type: CharUnicodeInfoType,
		Methods: []objects.Method{
			total("static System.Globalization.UnicodeCategory GetUnicodeCategory(char ch)", func(c *call) value { return category(rune(c.Args[0].Int64())) }),
			total("static System.Globalization.UnicodeCategory GetUnicodeCategory(int codePoint)", func(c *call) value { return category(rune(c.Int(0))) }),
			partial("static System.Globalization.UnicodeCategory GetUnicodeCategory(string s, int index)", func(c *call) (value, error) {
				u, ok := utf16.At(c.Str(0), c.Int(1))
				if !ok {
					return objects.Null, objects.OutOfRange("Index was out of range. Must be non-negative and less than the size of the collection.", "index")
				}
				return category(rune(u)), nil
			}),
		},
	}
}
