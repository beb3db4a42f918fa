package globalization

import "testing"

func TestCategoryOf(t *testing.T) {
	for r, want := range map[rune]string{
		'A': "UppercaseLetter", 'ß': "LowercaseLetter", 'ǅ': "TitlecaseLetter", 0x301: "NonSpacingMark", '7': "DecimalDigitNumber", '½': "OtherNumber",
		' ': "SpaceSeparator", '\t': "Control", '_': "ConnectorPunctuation", '«': "InitialQuotePunctuation", '+': "MathSymbol", '€': "CurrencySymbol",
		0xD800: "Surrogate", 0xE000: "PrivateUse", 0x378: "OtherNotAssigned",
	} {
		if got := UnicodeCategoryType.Enum.Names[categoryOf(r)]; got != want {
			t.Errorf("%U is %s, want %s", r, got, want)
		}
	}
}
