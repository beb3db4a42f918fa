package main

import (
	"strings"
	"unicode/utf8"

	"github.com/csshell/csshell/parser"
	"github.com/csshell/csshell/runtime"
)

// colourer paints text by its tokens: commands, parameters, strings, variables,
// operators, comments. Commands that do not exist are red, and so is the place of
// a mistake that more text will not mend.
type colourer struct {
	session *runtime.Session
	known   map[string]bool // commands asked for since the text was empty
}

// The colours of the kinds of tokens.
const (
	commandColour   = "\x1b[93m"
	wrongColour     = "\x1b[91m"
	parameterColour = "\x1b[90m"
	stringColour    = "\x1b[36m"
	variableColour  = "\x1b[92m"
	numberColour    = "\x1b[97m"
	keywordColour   = "\x1b[92m"
	commentColour   = "\x1b[32m"
	memberColour    = "\x1b[97m"
	typeColour      = "\x1b[37m"
	mistakeColour   = "\x1b[4;91m"
)

// paint gives the characters of a text their colours.
func (c *colourer) paint(text string, styled []styledRune) {
	if text == "" {
		c.known = nil
		return
	}
	place := runePlaces(text)
	source := parser.NewSource(text, "")
	for _, t := range parser.Tokens(source) {
		c.paintToken(source, t, styled, place)
	}
	_, errs := parser.Parse(text, "")
	for _, e := range errs {
		if !e.Incomplete {
			colourRange(styled, place, e.Extent, mistakeColour)
			break
		}
	}
}

func (c *colourer) paintToken(source *parser.Source, t parser.Token, styled []styledRune, place []int) {
	colour := c.colourOf(source, t)
	if colour != "" {
		colourRange(styled, place, t.Extent, colour)
	}
	for _, n := range t.Nested {
		c.paintToken(source, n, styled, place)
	}
}

// runePlaces tells for each byte of a text which character it belongs to.
func runePlaces(text string) []int {
	place := make([]int, len(text)+1)
	n := 0
	for i, r := range text {
		for j := range utf8.RuneLen(r) {
			if i+j < len(place) {
				place[i+j] = n
			}
		}
		n++
	}
	place[len(text)] = n
	return place
}

func colourRange(styled []styledRune, place []int, e parser.Extent, colour string) {
	end := min(int(e.End), len(place)-1)
	for i := place[min(int(e.Start), end)]; i < place[end] && i < len(styled); i++ {
		styled[i].style = colour
	}
}

func (c *colourer) colourOf(source *parser.Source, t parser.Token) string {
	switch t.Kind {
	case parser.TokenVariable, parser.TokenSplattedVariable:
		return variableColour
	case parser.TokenParameter:
		return parameterColour
	case parser.TokenNumber:
		return numberColour
	case parser.TokenComment:
		return commentColour
	case parser.TokenStringLiteral, parser.TokenStringExpandable, parser.TokenHereStringLiteral, parser.TokenHereStringExpandable:
		return stringColour
	}
	switch {
	case t.Flags.Has(parser.CommandNameFlag):
		if c.exists(source.Slice(t.Extent)) {
			return commandColour
		}
		return wrongColour
	case t.Flags.Has(parser.KeywordFlag):
		return keywordColour
	case t.Flags.Has(parser.TypeNameFlag):
		return typeColour
	case t.Flags.Has(parser.MemberNameFlag):
		return memberColour
	}
	return ""
}

// exists reports whether a command has the name, and remembers the answer.
func (c *colourer) exists(name string) bool {
	if found, ok := c.known[name]; ok {
		return found
	}
	if c.known == nil {
		c.known = map[string]bool{}
	}
	found := c.session.FindCommand(c.session.Global(), name) != nil
	c.known[name] = found
	return found
}

// commandAt is the command that the cursor, a number of characters, stands in;
// "" for none.
func (c *colourer) commandAt(text string, at int) string {
	source := parser.NewSource(text, "")
	place := runePlaces(text)
	name := ""
	for _, t := range parser.Tokens(source) {
		if place[min(int(t.Start), len(text))] > at {
			break
		}
		if t.Flags.Has(parser.CommandNameFlag) {
			name = strings.Trim(source.Slice(t.Extent), `'"`)
		}
	}
	return name
}
