package runtime_test

import "testing"

func TestErrors(t *testing.T) {
	for _, row := range []struct{ text, want string }{
		// $? is what the pipeline's own commands did; an expression makes it true.
		{"function F { [nope]::x }; & { try { F } catch { } }; $?", "True"},
		{"try { [nope]::x } catch { }; $?", "False"},
		{"$x = 5; $?; $?", "True True"},
		// An error on its way out is in $Error once, another one in between or not.
		{"$Error.Clear(); try { try { throw 'a' } finally { $null = 1 } } catch { }; $Error.Count", "1"},
		{"$Error.Clear(); try { try { throw 'a' } catch { throw $_ } } catch { }; $Error.Count", "1"},
		{"$Error.Clear(); try { throw 'a' } catch { }; try { throw 'a' } catch { }; $Error.Count", "2"},
		// $_ is a copy: what a catch block does with it leaves $Error alone.
		{"try { throw 'a' } catch { $_.CategoryInfo.Activity = 'Mine' }; $Error[0].CategoryInfo.Activity", ""},
		// A clause with a type sees the exception it asked for, one without the runtime's.
		{"try { [int]::Parse('x') } catch [FormatException] { $_.Exception.GetType().Name }", "FormatException"},
		{"try { [int]::Parse('x') } catch { $_.Exception.GetType().Name }", "MethodInvocationException"},
		{"try { throw [TimeoutException]::new('t') } catch [System.Management.Automation.RuntimeException] { 'wrapped' }", "wrapped"},
		// What was thrown, and what it says.
		{"try { throw $null } catch { \"$_\"; $null -eq $_.TargetObject }", "ScriptHalted True"},
		{"try { throw 5 } catch { $_.TargetObject; $_.FullyQualifiedErrorId; $_.Exception.WasThrownFromThrowStatement }", "5 5 True"},
		{"try { throw [ArgumentException]::new('m') } catch { $_.FullyQualifiedErrorId; $_.CategoryInfo.Category }", "m OperationStopped"},
		// Stack traces name functions, and blocks by what they are.
		{"function F { throw 'a' }; function G { F }; try { G } catch { ($_.ScriptStackTrace -split \"`n\" -replace ',.*')[0..1] }", "at F at G"},
		// Traps have a scope of their own; return in one leaves the block around it.
		{"$t = 0; trap { $t = 1; continue } throw 'x'; $t", "0"},
		{"function F { trap { return 'trapped' } throw 'x'; 'never' }; F; 'after'", "trapped after"},
		{"trap [NoSuchType] { } 'never'", "TypeNotFound"},
		// Commands that are not found.
		{"try { nosuch -x 1 } catch { $_.InvocationInfo.InvocationName; $_.InvocationInfo.Statement; $_.Exception.CommandName }", "nosuch nosuch nosuch"},
		{"& ''", "BadExpression"},
		{"NoModule\\Get-It", "CouldNotAutoLoadModule"},
		// Mistakes of programs.
		{"try { [scriptblock]::Create('if (') } catch { $_.Exception.InnerException.Errors[0].ErrorId }", "IfStatementMissingCondition"},
		{"[scriptblock]::Create('try { } catch [Exception] { } catch [ArgumentException] { }')", "ParseException"},
	} {
		if got := outputOf(t, row.text); got != row.want {
			t.Errorf("%s\ngot  %s\nwant %s", row.text, got, row.want)
		}
	}
}
