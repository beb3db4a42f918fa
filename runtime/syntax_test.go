package runtime_test

import "testing"

func TestSyntaxTrees(t *testing.T) {
	const parse = "$t = $e = $null; $p = [System.Management.Automation.Language.Parser]; $l = 'System.Management.Automation.Language.'; "
	const find = "function find($text, $class) { $ast = [System.Management.Automation.Language.Parser]::ParseInput($text, [ref]$null, [ref]$null); $type = ('System.Management.Automation.Language.' + $class + 'Ast') -as [type]; $ast.FindAll({ param($n) $n -is $type }, $true) }; "
	for _, row := range []struct{ text, want string }{
		{parse + "$a = $p::ParseInput('dir; ls', [ref]$t, [ref]$e); $a.GetType().Name; $t.Count; $e.Count; \"$($t[0].Kind) $($t[1].Kind) $($t[-1].Text)\"", "ScriptBlockAst 4 0 Identifier Semi <eof>"},
		{parse + "[void]$p::ParseInput(\"1\n`$a = \", [ref]$t, [ref]$e); $e[0].ErrorId; $e[0].Extent.StartLineNumber", "ExpectedValueExpression 2"},
		{find + "(find 'if (1) { 2 } elseif (3) { 4 } else { 5 }' IfStatement).foreach({ $_.Clauses.Count; \"$($_.Clauses[1].Item1)\"; \"$($_.ElseClause)\" })", "2 3 { 5 }"},
		{find + "(find 'a -B:1 | & c' Command).foreach({ \"$($_.GetCommandName()) $($_.InvocationOperator) $($_.CommandElements.Count)\" }) -join ','", "a Unknown 2,c Ampersand 1"},
		{find + "(find 'function f($x) { $y = 1 }' FunctionDefinition)[0].foreach({ $_.Name; $_.Parameters.Count; \"$($_.Body)\"; $_.Parent.Parent.GetType().Name })", "f 1 { $y = 1 } ScriptBlockAst"},
		{find + "$h = (find '@{ a = 1, $true; b = @(''x'') }' Hashtable)[0].SafeGetValue(); $h.a -join ','; $h.b.GetType().Name", "1,True Object[]"},
		{find + "try { (find '@{ a = $x }' Hashtable)[0].SafeGetValue() } catch { $_.FullyQualifiedErrorId }", "InvalidOperationException"},
		{find + "(find 'class C { [int] $n = 1; static [void] M([string]$s) { } }' TypeDefinition)[0].foreach({ $_.Name; $_.IsClass; $_.Members.Name -join ','; $_.Members[1].IsStatic; $_.Members[0].PropertyType.TypeName.Name })", "C True n,M True int"},
		{find + "(find '$env:x + $script:y + $z' VariableExpression).foreach({ \"$($_.VariablePath) $($_.VariablePath.IsDriveQualified) $($_.VariablePath.IsScript)\" }) -join ','", "env:x True False,script:y False True,z False False"},
		{find + "(find 'foreach ($i in 1) { }; while (2) { }; for (;;) { }' LoopStatement).foreach({ \"[$($_.Condition)]\" }) -join ' '", "[1] [2] []"},
		{find + "(find '\"a $b $(c)\"' ExpandableStringExpression)[0].NestedExpressions.Count", "2"},
		{find + "(find '[int[]]$x' ConvertExpression)[0].foreach({ $_.Type.TypeName.IsArray; $_.Type.TypeName.ElementType.Name; $_.StaticType.Name })", "True int Int32[]"},
		{"{ a; { b } }.Ast.FindAll({ $args[0].GetType().Name -eq 'CommandAst' }, $false).Count", "1"},
		{"$b = { param($q) $q }; $b.Ast.ParamBlock.Parameters[0].Name.VariablePath.UserPath; $b.Ast.Parent.GetType().Name; [object]::ReferenceEquals($b.Ast, $b.Ast)", "q ScriptBlockExpressionAst True"},
		{"$m = $null; [System.Management.Automation.PSParser]::Tokenize('f -a \"x\" $y', [ref]$m).foreach({ \"$($_.Type):$($_.Content)\" }) -join ' '; $m.Count", "Command:f CommandParameter:-a String:x Variable:y 0"},
		{"[System.Management.Automation.Language.CodeGeneration]::EscapeVariableName('a}b'); [System.Management.Automation.Language.CodeGeneration]::EscapeSingleQuotedStringContent(\"it's\")", "a`}b it''s"},
	} {
		checkOutput(t, row.text, row.want)
	}
}
