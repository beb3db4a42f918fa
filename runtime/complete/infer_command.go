package complete

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/parser"
)

// inferCommand is what a command writes: what comes in for those that pass it
// on, what New-Object makes, what the blocks of ForEach-Object write, else what
// the command declares (OutputType).
func (c *completer) inferCommand(command *parser.Command) []inferred {
	if c.inferring >= maxInference {
		return nil
	}
	c.inferring++
	defer func() { c.inferring-- }()
	if len(command.Elements) == 0 {
		return nil
	}
	if block, ok := command.Elements[0].(*parser.ScriptBlockExpression); ok {
		return c.inferScript(block.ScriptBlock)
	}
	b := c.bind(command, parser.Extent{Start: 1<<32 - 1, End: 1<<32 - 1})
	switch strings.ToLower(b.commandName()) {
	case "where-object", "sort-object", "tee-object", "get-unique":
		return c.upstream(command)
	case "select-object":
		return c.inferSelected(b)
	case "foreach-object":
		return c.inferForEach(b)
	case "new-object":
		return c.inferNew(b)
	case "write-output":
		return c.inferArguments(b, "InputObject")
	case "group-object":
		return c.named("Microsoft.PowerShell.Commands.GroupInfo")
	}
	if found, _ := c.commandOf(command); found != nil {
		if code, ok := c.session.CodeOf(found); ok && b.table != nil && len(b.table.OutputTypes) == 0 {
			return c.inferForeign(code.Body)
		}
	}
	if b.table == nil {
		return nil
	}
	if len(b.table.OutputTypes) == 0 {
		return c.named(usualOutputs(b.commandName())...)
	}
	return c.named(b.table.OutputTypes...)
}

// usualOutputs are the types that commands write which do not declare them.
func usualOutputs(command string) []string {
	switch strings.ToLower(command) {
	case "get-childitem":
		return []string{"System.IO.FileInfo", "System.IO.DirectoryInfo"}
	case "get-item":
		return []string{"System.IO.FileInfo", "System.Boolean", "System.String", "System.IO.DirectoryInfo"}
	case "get-content":
		return []string{"System.Byte", "System.String"}
	case "get-location":
		return []string{"System.Management.Automation.PathInfo", "System.Management.Automation.PathInfoStack"}
	case "get-module":
		return []string{"System.Management.Automation.PSModuleInfo"}
	case "get-random":
		return []string{"System.Int32", "System.Int64", "System.Double"}
	case "select-string":
		return []string{"Microsoft.PowerShell.Commands.MatchInfo", "System.Boolean"}
	case "get-command":
		return []string{
			"System.Management.Automation.AliasInfo", "System.Management.Automation.ApplicationInfo", "System.Management.Automation.FunctionInfo",
			"System.Management.Automation.CmdletInfo", "System.Management.Automation.ExternalScriptInfo", "System.Management.Automation.FilterInfo",
			"System.String", "System.Management.Automation.PSObject",
		}
	case "get-process", "start-process":
		return []string{"System.Diagnostics.Process"}
	}
	return nil
}

// named are the types of names that are known.
func (c *completer) named(names ...string) []inferred {
	var found []inferred
	for _, name := range names {
		if t, ok := c.types.Lookup(strings.Trim(name, "[]"), nil); ok {
			found = merge(found, of(t))
		}
	}
	return found
}

// inferScript is what a script block writes.
func (c *completer) inferScript(s *parser.ScriptBlock) []inferred {
	var found []inferred
	for _, b := range s.Blocks() {
		found = merge(found, c.inferBlock(b.Statements))
	}
	return found
}

// inferForeign is inferScript for code of another text, where only literals can
// be told.
func (c *completer) inferForeign(s *parser.ScriptBlock) []inferred {
	var found []inferred
	for _, b := range s.Blocks() {
		for _, statement := range b.Statements {
			p, ok := statement.(*parser.Pipeline)
			if !ok || len(p.Elements) != 1 {
				continue
			}
			if e, ok := p.Elements[0].(*parser.CommandExpression); ok {
				if convert, ok := e.Expression.(*parser.ConvertExpression); ok {
					found = merge(found, c.inferConvert(convert))
				}
			}
		}
	}
	return found
}

// inferSelected is what Select-Object writes: what comes in, or objects with the
// properties that it lists.
func (c *completer) inferSelected(b *binding) []inferred {
	p := b.table.Find("Property")
	value, ok := b.bound[p]
	if !ok || value == nil {
		return c.upstream(b.command)
	}
	list := []parser.Expression{value}
	if array, ok := value.(*parser.ArrayLiteral); ok {
		list = array.Elements
	}
	made := inferred{t: objects.PSObjectType, properties: []string{}}
	for _, e := range list {
		if s, ok := e.(*parser.StringConstantExpression); ok {
			made.properties = append(made.properties, s.Value)
		}
	}
	return []inferred{made}
}

// inferForEach is what the blocks of ForEach-Object write.
func (c *completer) inferForEach(b *binding) []inferred {
	var found []inferred
	for _, e := range b.command.Elements[1:] {
		if block, ok := e.(*parser.ScriptBlockExpression); ok {
			found = merge(found, c.inferScript(block.ScriptBlock))
		}
	}
	return found
}

func (c *completer) inferNew(b *binding) []inferred {
	if name, ok := b.bound[b.table.Find("TypeName")].(*parser.StringConstantExpression); ok {
		if found := c.ownClass(name.Value); found != nil {
			return found
		}
		return c.named(name.Value)
	}
	return nil
}

func (c *completer) inferArguments(b *binding, parameter string) []inferred {
	if e, ok := b.bound[b.table.Find(parameter)]; ok && e != nil {
		return c.inferEnumerated(e)
	}
	return c.upstream(b.command)
}
