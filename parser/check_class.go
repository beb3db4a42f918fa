package parser

// propertyType reports a property without a possible type.
func (c *checker) propertyType(n *PropertyMember) {
	if n.PropertyType != nil && isVoid(n.PropertyType.TypeName) {
		c.report(n.PropertyType.Extent, typeNotAllowedForProperty, n.PropertyType.TypeName)
	}
}

// method reports what a method or a constructor cannot have, and follows its
// flow of control.
func (c *checker) method(n *FunctionMember) {
	if n.Body.ParamBlock != nil {
		c.report(n.Body.ParamBlock.Extent, paramBlockInMethod)
	}
	if block := namedBlockOf(n.Body); block != nil {
		c.report(block.Extent, namedBlockInMethod)
	}
	if n.Constructor && n.ReturnType != nil {
		c.report(n.ReturnType.Extent, constructorReturnType)
	}
	c.duplicateParameters(n.Parameters)
	returns := c.followFlow(n)
	if !returns && n.ReturnType != nil && !isVoid(n.ReturnType.TypeName) {
		c.report(n.NameExtent, methodPathNotReturn)
	}
}

// namedBlockOf gives the first named block of a body, in PowerShell's order.
func namedBlockOf(body *ScriptBlock) *NamedBlock {
	for _, b := range [...]*NamedBlock{body.DynamicParam, body.Begin, body.Process, body.End, body.Clean} {
		if b != nil && !b.Unnamed {
			return b
		}
	}
	return nil
}
