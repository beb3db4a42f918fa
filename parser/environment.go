package parser

func (p *parser) usingAssembly(*StringConstantExpression) {}
func (p *parser) requirements() *ScriptRequirements       { return nil }
func (p *parser) check(*ScriptBlock)                      {}
