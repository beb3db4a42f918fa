package view

import "strings"

// customWriter lays out a group of custom views.
type customWriter struct{ r *Renderer }

func (c *customWriter) open(headed bool) error {
	if headed {
		return nil
	}
	return c.r.line("")
}

func (c *customWriter) entry(e *FormatEntry) error { return c.r.custom(e.nodes, c.r.page.Width) }

func (c *customWriter) close() error { return nil }

// custom writes the pieces of a custom view or group header. The last line is
// always ended, so that a view that ends it itself leaves an empty one.
func (r *Renderer) custom(nodes []node, width int) error {
	c := &customLines{r: r, width: width}
	if err := c.write(nodes, 0); err != nil {
		return err
	}
	return c.flush(0)
}

// customLines gathers the text of a line.
type customLines struct {
	r     *Renderer
	width int
	line  strings.Builder
}

func (c *customLines) write(nodes []node, indent int) error {
	for i := range nodes {
		n := &nodes[i]
		var err error
		switch n.kind {
		case textNode:
			c.line.WriteString(n.text)
		case newLineNode:
			err = c.flush(indent)
		case frameNode:
			err = c.write(n.children, indent+n.indent)
		}
		if err != nil {
			return err
		}
	}
	return nil
}

func (c *customLines) flush(indent int) error {
	s := c.line.String()
	c.line.Reset()
	if c.width-indent <= 0 {
		return nil
	}
	for _, line := range c.r.wrapper.wrap(s, c.width-indent) {
		if err := c.r.line(blanks(indent) + line); err != nil {
			return err
		}
	}
	return nil
}
