package culture

import (
	"slices"
	"strconv"
	"strings"
)

const maxName = 85

// canonicalName brings a name into the casing of BCP 47: language small,
// script capitalised, region in capitals. It accepts letters, digits, hyphens
// and underscores.
func canonicalName(name string) (string, bool) {
	if len(name) > maxName {
		return "", false
	}
	parts := strings.FieldsFunc(name, func(r rune) bool { return r == '-' || r == '_' })
	if len(parts) == 0 || len(parts[0]) < 2 || len(parts[0]) > 8 {
		return "", false
	}
	for i, part := range parts {
		if strings.ContainsFunc(part, func(r rune) bool { return !isAlphanumeric(r) }) {
			return "", false
		}
		parts[i] = canonicalPart(i, part)
	}
	return strings.Join(parts, "-"), true
}

func canonicalPart(i int, part string) string {
	switch {
	case i == 0:
		return strings.ToLower(part)
	case len(part) == 4:
		return strings.ToUpper(part[:1]) + strings.ToLower(part[1:])
	default:
		return strings.ToUpper(part)
	}
}

func isAlphanumeric(r rune) bool {
	return r >= 'a' && r <= 'z' || r >= 'A' && r <= 'Z' || r >= '0' && r <= '9'
}

// isNeutral reports whether a name has no region: a language, or a language
// and a script.
func isNeutral(name string) bool {
	for i, part := range strings.Split(name, "-") {
		if i > 0 && (len(part) == 2 || len(part) == 3) {
			return false
		}
	}
	return true
}

// listSeparator gives the separator that Windows has for the language, which
// .NET keeps since ICU has none.
func listSeparator(name string) string {
	language, _, _ := strings.Cut(name, "-")
	comma := []string{"bn", "en", "fil", "gu", "he", "hi", "ja", "kn", "ko", "ml", "mr", "ms", "ne", "pa", "si", "ta", "te", "th", "ur", "zh", rootName}
	if slices.Contains(comma, language) {
		return ","
	}
	return ";"
}

// mainRegion returns the region that stands for a language by itself.
func mainRegion(name string) string {
	regions := []string{
		"en-US", "sv-SE", "da-DK", "nb-NO", "nn-NO", "no-NO", "cs-CZ", "el-GR", "ja-JP", "ko-KR", "pt-BR", "et-EE", "sl-SI",
		"uk-UA", "be-BY", "vi-VN", "ca-ES", "eu-ES", "gl-ES", "ga-IE", "cy-GB", "hi-IN", "he-IL", "zh-CN", "zh-Hans-CN", "zh-Hant-TW",
		"sq-AL", "bs-Latn-BA", "kk-KZ", "ka-GE", "hy-AM", "ms-MY", "sr-Cyrl-RS", "sr-Latn-RS", "af-ZA", "ta-IN", "te-IN", "bn-BD", "ur-PK",
		"sw-TZ", "am-ET", "ne-NP", "si-LK", "km-KH", "lo-LA", "my-MM", "mn-MN", "ky-KG", "fil-PH", "mr-IN", "gu-IN", "kn-IN", "ml-IN",
	}
	for _, r := range regions {
		if rest, ok := strings.CutPrefix(r, name+"-"); ok && len(rest) == 2 {
			return rest
		}
	}
	return strings.ToUpper(name) // de-DE, fr-FR and most of the others
}

func lcidText(lcid int) string {
	hex := strconv.FormatInt(int64(lcid), 16)
	return strconv.Itoa(lcid) + " (0x" + strings.Repeat("0", max(0, 4-len(hex))) + hex + ")"
}
