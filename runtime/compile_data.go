package runtime

import (
	"github.com/csshell/csshell/parser"
)

// dataStatement is a data section: the parser has refused what it may not
// hold; with a name its value goes to that variable ("about_Data_Sections").
func (cc *compiler) dataStatement(s *parser.DataStatement) statement {
	body := cc.statementBlock(s.Body)
	if s.Variable == "" {
		return body.run
	}
	t := cc.variableTarget(&parser.VariableExpression{Extent: s.Extent, Path: s.Variable, Name: s.Variable})
	return func(f *frame) error {
		v, err := f.collect(body.run)
		if err != nil {
			return err
		}
		return t.set(f, v)
	}
}
