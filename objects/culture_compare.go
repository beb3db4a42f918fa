package objects

// CompareCulture orders two texts as the culture of the session does
// (String.Compare).
func CompareCulture(a, b string, ignoreCase bool) int { return compareText(a, b, ignoreCase) }
