package help

import (
	"strings"
)

// Comment is what comment-based help says ("about_Comment_Based_Help").
type Comment struct {
	Synopsis, Description, Notes   string
	Component, Role, Functionality string
	Parameters                     map[string]string // by upper-case name
	Examples, Inputs, Outputs      []string
	Links                          []string
	ForwardTarget, External        string
}

// ParseComment reads the lines of a comment. ok is false where they are no
// help: text before the first keyword, a keyword that does not exist, or one
// whose argument is missing or too much.
func ParseComment(lines []string) (c *Comment, ok bool) {
	c = &Comment{Parameters: map[string]string{}}
	r := commentReader{lines: lines}
	for ; r.at < len(r.lines); r.at++ {
		line := r.lines[r.at]
		if strings.TrimSpace(line) == "" {
			continue
		}
		keyword, argument, isKeyword := directive(line)
		if !isKeyword || !c.take(&r, keyword, argument) {
			return nil, false
		}
		ok = true
	}
	return c, ok
}

// take keeps the section that the keyword begins.
func (c *Comment) take(r *commentReader, keyword, argument string) bool {
	if argument != "" {
		return c.takeNamed(r, keyword, argument)
	}
	switch keyword {
	case "SYNOPSIS":
		c.Synopsis = r.section()
	case "DESCRIPTION":
		c.Description = r.section()
	case "NOTES":
		c.Notes = r.section()
	case "COMPONENT":
		c.Component = strings.TrimSpace(r.section())
	case "ROLE":
		c.Role = strings.TrimSpace(r.section())
	case "FUNCTIONALITY":
		c.Functionality = strings.TrimSpace(r.section())
	case "LINK":
		c.Links = append(c.Links, strings.TrimSpace(r.section()))
	case "EXAMPLE":
		c.Examples = append(c.Examples, r.section())
	case "INPUTS":
		c.Inputs = append(c.Inputs, r.section())
	case "OUTPUTS":
		c.Outputs = append(c.Outputs, r.section())
	default:
		return false
	}
	return true
}

// takeNamed keeps what a keyword with an argument says.
func (c *Comment) takeNamed(r *commentReader, keyword, argument string) bool {
	switch keyword {
	case "PARAMETER":
		name := strings.ToUpper(argument)
		text := r.section()
		if _, twice := c.Parameters[name]; !twice {
			c.Parameters[name] = text
		}
	case "FORWARDHELPTARGETNAME":
		c.ForwardTarget = argument
	case "EXTERNALHELP":
		c.External = argument
	case "FORWARDHELPCATEGORY", "REMOTEHELPRUNSPACE":
	default:
		return false
	}
	return true
}

// directive reads ".KEYWORD" or ".KEYWORD argument", the keyword in upper case.
func directive(line string) (keyword, argument string, ok bool) {
	line = strings.TrimSpace(line)
	if !strings.HasPrefix(line, ".") {
		return "", "", false
	}
	end := 1
	for end < len(line) && isWordByte(line[end]) {
		end++
	}
	rest := line[end:]
	if end == 1 || rest != "" && strings.TrimLeft(rest, " \t") == rest {
		return "", "", false
	}
	return strings.ToUpper(line[1:end]), strings.TrimSpace(rest), true
}

func isWordByte(c byte) bool {
	return c == '_' || '0' <= c && c <= '9' || 'a' <= c|0x20 && c|0x20 <= 'z'
}

// commentReader walks through the lines of a comment.
type commentReader struct {
	lines []string
	at    int
}

// section reads the lines up to the next keyword, without the indentation that
// the first of them has, and stays on the last one. Empty lines before the
// first are dropped.
func (r *commentReader) section() string {
	var text strings.Builder
	indent := -1
	for r.at+1 < len(r.lines) {
		line := r.lines[r.at+1]
		if _, _, keyword := directive(line); keyword {
			break
		}
		r.at++
		if indent < 0 {
			if strings.TrimSpace(line) == "" {
				continue
			}
			indent = blanks(line)
		}
		text.WriteString(line[min(blanks(line), indent):])
		text.WriteByte('\n')
	}
	return text.String()
}

// blanks counts the blanks and tabs at the start of a line, in bytes.
func blanks(line string) int {
	return len(line) - len(strings.TrimLeft(line, " \t\u00a0"))
}

// commentLines are the lines of a comment without its marks: <# and #>, or all
// the hashes in front.
func commentLines(comment string) []string {
	if inner, ok := strings.CutPrefix(comment, "<#"); ok {
		inner = strings.TrimSuffix(inner, "#>")
		lines := strings.Split(inner, "\n")
		for i := range lines {
			lines[i] = strings.TrimSuffix(lines[i], "\r")
		}
		return lines
	}
	return []string{strings.TrimSuffix(strings.TrimLeft(comment, "#"), "\r")}
}

// example is a section .EXAMPLE taken apart: the prompt, the code up to the
// first empty line, the remarks.
type example struct{ prompt, code, remarks string }

// defaultPrompt stands before the code of examples without a prompt.
const defaultPrompt = "PS > "

// splitExample takes an example apart. A prompt is all up to the first > of the
// first line.
func splitExample(text string) example {
	e := example{prompt: defaultPrompt}
	first, _, _ := strings.Cut(text, "\n")
	if i := strings.IndexByte(first, '>'); i >= 0 {
		e.prompt, text = text[:i+1], text[i+1:]
	}
	text = strings.ReplaceAll(text, "\r\n", "\n")
	code, remarks, ok := strings.Cut(text, "\n\n")
	e.code = strings.TrimSpace(code)
	if ok {
		e.remarks = remarks
	}
	return e
}

// paragraph is the text of a section as help objects hold it: tabs as four
// blanks, without empty lines at both ends.
func paragraph(text string) string {
	lines := strings.Split(strings.ReplaceAll(text, "\t", "    "), "\n")
	for len(lines) > 0 && strings.TrimSpace(lines[0]) == "" {
		lines = lines[1:]
	}
	for len(lines) > 0 && strings.TrimSpace(lines[len(lines)-1]) == "" {
		lines = lines[:len(lines)-1]
	}
	return strings.Join(lines, "\n")
}
