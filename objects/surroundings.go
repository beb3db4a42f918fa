package objects

// Surroundings are what values ask their session for when they are written as
// text or read from it. Each may be nil: the separator is then a blank.
type Surroundings struct {
	// Separator is $OFS: what stands between the elements of a list in a string.
	Separator func() string
	// CultureName is the name of the culture that -f and ToString() write in.
	CultureName func() string
}

// SetSurroundings tells the table of the session that uses it.
func (tt *TypeTable) SetSurroundings(s Surroundings) { tt.surroundings = s }

// Separator is what stands between the elements of a list in a string ($OFS).
func (tt *TypeTable) Separator() string {
	if tt.surroundings.Separator == nil {
		return " "
	}
	return tt.surroundings.Separator()
}
