package parser

import "strings"

// lineComment reads a comment to the end of the line.
func (l *lexer) lineComment() {
	l.pos = lineEnd(l.text, l.pos)
	l.comment()
	text := l.text[l.start+1 : l.pos]
	switch {
	case beginsSignature(text):
		l.signature = l.inSource(l.start, l.pos)
	case len(text) >= 8 && strings.EqualFold(text[:8], "requires") && l.adjust == 0:
		l.requires = append(l.requires, l.inSource(l.start, l.pos))
	}
}

// blockComment reads a comment to the closing #>.
func (l *lexer) blockComment() {
	end := strings.Index(l.text[l.pos:], "#>")
	if end < 0 {
		l.pos = len(l.text)
		l.failOpen(l.start, missingTerminatorComment)
	} else {
		l.pos += end + 2
	}
	l.comment()
}

func (l *lexer) comment() {
	e := l.inSource(l.start, l.pos)
	if n := len(l.comments); n == 0 || l.comments[n-1].Start < e.Start {
		l.comments = append(l.comments, e)
	}
	if l.record != nil {
		l.record.add(Token{Extent: e, Kind: TokenComment, Flags: TokenComment.Flags()})
	}
}

// signatureLine is the first line of a signature block without its blanks.
const signatureLine = "sig#beginsignatureblock\n"

// signatureDistance is how many letters a comment must differ to be none that
// could be mistaken for the beginning of a signature.
const signatureDistance = 10

// beginsSignature reports whether a comment is, or looks like, the beginning
// of a signature block (about_Signing): code behind it would go unnoticed.
func beginsSignature(comment string) bool {
	if len(comment) < len(signatureLine)-signatureDistance-1 {
		return false
	}
	line := make([]byte, 0, 64)
	for i := 0; i < len(comment); i++ {
		if c := comment[i]; c > ' ' {
			line = append(line, c)
		}
		if len(line) > len(signatureLine)+signatureDistance {
			return false
		}
	}
	line = append([]byte(strings.ToLower(string(line))), '\n')
	if len(line) < len(signatureLine)-signatureDistance || len(line) > len(signatureLine)+signatureDistance {
		return false
	}
	return max(len(line), len(signatureLine))-commonLetters(line, signatureLine) < signatureDistance &&
		editDistance(line, signatureLine) < signatureDistance
}

// commonLetters counts the letters that both texts have, in any order. It
// bounds their edit distance from below.
func commonLetters(a []byte, b string) int {
	var counts [256]int8
	for i := 0; i < len(b); i++ {
		counts[b[i]]++
	}
	common := 0
	for _, c := range a {
		if counts[c] > 0 {
			counts[c]--
			common++
		}
	}
	return common
}

// editDistance is the number of letters to insert, remove or change to make
// one text the other.
func editDistance(a []byte, b string) int {
	row := make([]int, len(b)+1)
	for j := range row {
		row[j] = j
	}
	for i := range a {
		diagonal := row[0]
		row[0] = i + 1
		for j := range len(b) {
			cost := diagonal
			if a[i] != b[j] {
				cost++
			}
			diagonal = row[j+1]
			row[j+1] = min(cost, row[j]+1, row[j+1]+1)
		}
	}
	return row[len(b)]
}
