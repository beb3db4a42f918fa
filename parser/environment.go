package parser

func (p *parser) usingAssembly(*StringConstantExpression) {}
func (p *parser) check(*ScriptBlock)                      {}
