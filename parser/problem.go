package parser

import (
	"fmt"
	"strings"
)

// problem is a mistake the parser knows: PowerShell's id, a blank, and the
// sentence with a %s for each argument.
type problem string

// parseError makes the error of a problem at an extent.
func (p problem) parseError(e Extent, args ...any) ParseError {
	id, text, _ := strings.Cut(string(p), " ")
	if len(args) > 0 {
		text = fmt.Sprintf(text, args...)
	}
	return ParseError{ID: id, Message: text, Extent: e}
}

// Mistakes within tokens.
const (
	unrecognizedToken         problem = "UnrecognizedToken Unrecognized token in source text."
	incompleteString          problem = "IncompleteString Incomplete string token."
	missingTerminatorComment  problem = "MissingTerminatorMultiLineComment The terminator '#>' is missing from the multiline comment."
	terminatorExpected        problem = "TerminatorExpectedAtEndOfString The string is missing the terminator: %s."
	charactersAfterHeader     problem = "UnexpectedCharactersAfterHereStringHeader No characters are allowed after a here-string header but before the end of the line."
	whitespaceBeforeFooter    problem = "WhitespaceBeforeHereStringFooter White space is not allowed before the string terminator."
	incompleteSubexpression   problem = "IncompleteDollarSubexpressionReference $(subexpression) is missing the closing ')'."
	incompleteVariable        problem = "IncompleteDollarVariableReference ${{variable}} reference starting is missing the closing '}}'."
	emptyVariable             problem = "EmptyVariableReference An empty ${} variable reference was found. A name is required inside the braces."
	invalidBracedVariable     problem = "InvalidBracedVariableReference Variable reference is not valid. The variable name is missing."
	invalidVariable           problem = "InvalidVariableReference Variable reference is not valid. '$' was not followed by a valid variable name character. Consider using ${} to delimit the name."
	invalidVariableWithDrive  problem = "InvalidVariableReferenceWithDrive Variable reference is not valid. ':' was not followed by a valid variable name character. Consider using ${} to delimit the name."
	openBraceInName           problem = "OpenBraceNeedsToBeBackTickedInVariableName Use `{ instead of { in variable names."
	invalidEscape             problem = "InvalidUnicodeEscapeSequence The Unicode escape sequence is not valid. A valid sequence is `u{ followed by one to six hex digits and a closing '}'."
	invalidEscapeValue        problem = "InvalidUnicodeEscapeSequenceValue The Unicode escape sequence value is out of range. The maximum value is 0x10FFFF."
	missingEscapeTerminator   problem = "MissingUnicodeEscapeSequenceTerminator The Unicode escape sequence is missing the closing '}'."
	tooManyEscapeDigits       problem = "TooManyDigitsInUnicodeEscapeSequence The Unicode escape sequence contains more than the maximum of six hex digits between braces."
	badNumericConstant        problem = "BadNumericConstant The numeric constant %s is not valid."
	tokenAfterEndOfScriptText problem = "TokenAfterEndOfValidScriptText Executable script code found in signature block."
	scriptTooComplicated      problem = "ScriptTooComplicated The script is nested too deeply to be parsed."
)

// Mistakes in expressions, commands and pipelines.
const (
	unexpectedToken               problem = "UnexpectedToken Unexpected token '%s' in expression or statement."
	expectedValueExpression       problem = "ExpectedValueExpression You must provide a value expression following the '%s' operator."
	expectedExpression            problem = "ExpectedExpression An expression was expected after '('."
	missingExpressionAfterToken   problem = "MissingExpressionAfterToken Missing expression after '%s'."
	missingExpressionAfterOp      problem = "MissingExpressionAfterOperator Missing expression after unary operator '%s'."
	missingExpressionInElement    problem = "MissingExpression Missing expression after '%s' in pipeline element."
	missingColonInTernary         problem = "MissingColonInTernaryExpression Missing ':' in the ternary expression."
	missingEndParenExpression     problem = "MissingEndParenthesisInExpression Missing closing ')' in expression."
	missingEndParenSubexpression  problem = "MissingEndParenthesisInSubexpression Missing closing ')' in subexpression."
	missingEndParenMethodCall     problem = "MissingEndParenthesisInMethodCall Missing ')' in method call."
	missingEndSquareBracket       problem = "MissingEndSquareBracket Missing ']' after array index expression."
	missingArrayIndex             problem = "MissingArrayIndexExpression Array index expression is missing or not valid."
	missingPropertyName           problem = "MissingPropertyName Missing property name after reference operator."
	missingEqualsInHash           problem = "MissingEqualsInHashLiteral Missing '=' operator after key in hash literal."
	missingStatementInHash        problem = "MissingStatementInHashLiteral Missing statement after '=' in hash literal."
	emptyPipeElement              problem = "EmptyPipeElement An empty pipe element is not allowed."
	emptyChainElement             problem = "EmptyPipelineChainElement A pipeline chain operator must be followed by a pipeline."
	backgroundInChain             problem = "BackgroundOperatorInPipelineChain Background operators can only be used at the end of a pipeline chain."
	expressionsMustBeFirst        problem = "ExpressionsMustBeFirstInPipeline Expressions are only allowed as the first element of a pipeline."
	missingFileSpecification      problem = "MissingFileSpecification Missing file specification after redirection operator."
	redirectionNotSupported       problem = "RedirectionNotSupported The '%s' operator is reserved for future use."
	streamAlreadyRedirected       problem = "StreamAlreadyRedirected The %s stream for this command is already redirected."
	missingArgument               problem = "MissingArgument Missing argument in parameter list."
	parameterRequiresArgument     problem = "ParameterRequiresArgument Parameter %s requires an argument."
	splattingNotPermitted         problem = "SplattingNotPermitted The splatting operator '@' cannot be used to reference variables in an expression. '@%s' can be used only as an argument to a command. To reference variables in an expression use '$%s'."
	splattingNotPermittedInList   problem = "SplattingNotPermittedInArgumentList Splatted variables like '@%s' cannot be part of a comma-separated list of arguments."
	unexpectedAttribute           problem = "UnexpectedAttribute Unexpected attribute '%s'."
	missingExpressionInNamedArg   problem = "MissingExpressionInNamedArgument Missing statement after '=' in named argument."
	duplicateNamedArgument        problem = "DuplicateNamedArgument Duplicate named arguments '%s' are not allowed."
	missingTypename               problem = "MissingTypename Missing type name after '['."
	missingAssemblyName           problem = "MissingAssemblyNameSpecification The type name is missing the assembly name specification."
	endBracketExpectedOfAttribute problem = "EndSquareBracketExpectedAtEndOfAttribute Missing ] at end of attribute or type literal."
	endBracketExpectedOfType      problem = "EndSquareBracketExpectedAtEndOfType Missing ] at end of type token."
)

// Mistakes in statements and declarations.
const (
	missingEndCurlyBrace           problem = "MissingEndCurlyBrace Missing closing '}' in statement block or type definition."
	missingNamedBlocks             problem = "MissingNamedBlocks unexpected token '%s', expected 'begin', 'process', 'end', 'clean', or 'dynamicparam'."
	missingNamedStatementBlock     problem = "MissingNamedStatementBlock Missing statement block after '%s'."
	duplicateScriptCommandClause   problem = "DuplicateScriptCommandClause Script command clause '%s' has already been defined."
	missingStatementAfterKeyword   problem = "MissingStatementAfterKeyword Missing statement body after keyword '%s'."
	reservedKeyword                problem = "ReservedKeywordNotAllowed The '%s' keyword is not supported in this version of the language."
	typeNotAllowedBeforeStatement  problem = "TypeNotAllowedBeforeStatement Unexpected type [%s] was found before statement."
	typeNotAllowedBeforeParam      problem = "TypeNotAllowedBeforeParam Unexpected type [%s] was found in the parameter statement."
	missingOpenParenAfterKeyword   problem = "MissingOpenParenthesisAfterKeyword Missing opening '(' after keyword '%s'."
	missingOpenParenInIf           problem = "MissingOpenParenthesisInIfStatement Missing '(' after '%s' in if statement."
	ifMissingCondition             problem = "IfStatementMissingCondition Missing condition in if statement after '%s ('."
	missingExpressionAfterKeyword  problem = "MissingExpressionAfterKeyword Missing expression after '%s' in loop."
	missingEndParenAfterStatement  problem = "MissingEndParenthesisAfterStatement Missing closing ')' after expression in '%s' statement."
	missingStatementBlock          problem = "MissingStatementBlock Missing statement block after %s ( condition )."
	missingStatementBlockAfterElse problem = "MissingStatementBlockAfterElse Missing statement block after 'else' keyword."
	missingLoopStatement           problem = "MissingLoopStatement Missing statement body in %s loop."
	missingWhileOrUntil            problem = "MissingWhileOrUntilInDoWhile Missing while or until keyword in do loop."
	missingForeachVariable         problem = "MissingVariableNameAfterForeach Missing variable name after foreach.\nThe correct form is: foreach ($a in $b) {...}"
	missingForeachIn               problem = "MissingInInForeach Missing 'in' after variable in foreach loop.\nThe correct form is: foreach ($a in $b) {...}"
	missingForeachExpression       problem = "MissingForeachExpression Missing expression in foreach loop.\nThe correct form is: foreach ($a in $b) {...}"
	missingForeachEndParen         problem = "MissingEndParenthesisAfterForeach Missing closing ')' after expression part of foreach loop.\nThe correct form is: foreach ($a in $b) {...}"
	missingForeachStatement        problem = "MissingForeachStatement Missing statement body in foreach loop.\nThe correct form is: foreach ($a in $b) {...}"
	missingThrottleLimit           problem = "MissingThrottleLimit The ThrottleLimit parameter of the foreach statement is missing a value. Supply a throttle limit to the parameter."
	invalidForeachFlag             problem = "InvalidForeachFlag The parameter %s is not valid for the foreach statement."
	invalidSwitchFlag              problem = "InvalidSwitchFlag The parameter %s is not valid for the switch statement."
	missingFilenameOption          problem = "MissingFilenameOption Missing file name after the '-file' option of the switch statement."
	pipelineValueRequired          problem = "PipelineValueRequired A switch statement must have one of the following:  '-file file_name' or '( expression )'."
	missingSwitchEndParen          problem = "MissingEndParenthesisInSwitchStatement Missing ')' after expression in switch statement."
	missingSwitchCurly             problem = "MissingCurlyBraceInSwitchStatement Missing '{' in switch statement."
	missingSwitchCondition         problem = "MissingSwitchConditionExpression Missing condition in switch statement clause."
	missingSwitchClause            problem = "MissingSwitchStatementClause Missing statement block in switch statement clause."
	multipleSwitchDefaults         problem = "MultipleSwitchDefaultClauses A switch statement can have only one default clause."
	missingTryBlock                problem = "MissingTryStatementBlock The Try statement is missing its statement block."
	missingCatchOrFinally          problem = "MissingCatchOrFinally The Try statement is missing its Catch or Finally block."
	missingCatchBlock              problem = "MissingCatchHandlerBlock The Catch block is missing its statement block."
	missingTypeLiteral             problem = "MissingTypeLiteralToken Missing type literal."
	missingFinallyBlock            problem = "MissingFinallyStatementBlock The Finally block is missing its statement block."
	missingTrapStatement           problem = "MissingTrapStatement The 'trap' statement was incomplete. A trap statement requires a body."
	missingNameAfterKeyword        problem = "MissingNameAfterKeyword Missing name after %s keyword."
	missingFunctionBody            problem = "MissingFunctionBody Missing function body in function declaration."
	missingParameterListEnd        problem = "MissingEndParenthesisInFunctionParameterList Missing ')' in function parameter list."
	invalidFunctionParameter       problem = "InvalidFunctionParameter Parameter declarations are a comma-separated list of variable names with optional initializer expressions."
	workflowNotSupported           problem = "WorkflowNotSupportedInPowerShellCore Workflow is not supported in PowerShell 6+."
	missingTypeBody                problem = "MissingTypeBody Missing '%s' body in '%s' declaration."
	typeNameExpected               problem = "TypeNameExpected Type name expected."
	tooManyTypes                   problem = "TooManyTypes Only one type may be specified on class members."
	duplicateQualifier             problem = "DuplicateQualifier Duplicate '%s' qualifier"
	missingPropertyTerminator      problem = "MissingPropertyTerminator Missing ';' or end-of-line in property definition."
	incompleteMember               problem = "IncompleteMemberDefinition Missing a property name or method definition."
	missingMethodParameters        problem = "MissingMethodParameterList Missing '(' in class method parameter list."
	missingBaseCtorCall            problem = "MissingBaseCtorCall Missing 'base' after ':' in a base class constructor call."
	missingUsingDirective          problem = "MissingUsingStatementDirective Missing using directive"
	missingUsingItem               problem = "MissingUsingItemName Missing using name"
	invalidUsingItem               problem = "InvalidValueForUsingItemName '%s' is not a valid value for using name."
	missingEqualsInAlias           problem = "MissingEqualsInUsingAlias Missing '=' operator"
	missingNamespaceAlias          problem = "MissingNamespaceAlias Missing namespace alias"
	missingStatementTerminator     problem = "MissingStatementTerminator Missing a newline or semicolon."
	usingMustBeFirst               problem = "UsingMustBeAtStartOfScript A 'using' statement must appear before any other statements in a script."
	errorLoadingAssembly           problem = "ErrorLoadingAssembly Cannot load assembly '%s'."
	invalidDataParameter           problem = "InvalidParameterForDataSectionStatement The \"%s\" parameter of the Data section is not valid. The valid Data section parameter is SupportedCommand."
	missingDataCommand             problem = "MissingValueForSupportedCommandInDataSectionStatement The SupportedCommand parameter of the Data section is missing a value. Supply a cmdlet or function name to the parameter."
	missingDataBlock               problem = "MissingStatementBlockForDataSection The Data section is missing its statement block."
	missingConfigurationName       problem = "MissingConfigurationName The name for the configuration is missing. Provide the missing name as a simple name, string, or string-valued expression."
)
