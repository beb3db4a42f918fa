package parser

import (
	"strings"
	"sync"
)

// tokenInfo describes a kind of token: the one table that lexer, parser,
// colouring and completion read.
type tokenInfo struct {
	name       string // PowerShell's name of the kind
	text       string // how it is written; words without their dash's variants
	also       string // a second spelling, as -ieq of -eq
	precedence uint8  // of a binary operator; a higher one binds tighter
	flags      TokenFlags
}

// tokenTable follows about_Operators, about_Operator_Precedence and
// about_Reserved_Words.
var tokenTable = [...]tokenInfo{
	TokenUnknown:                {name: "Unknown"},
	TokenVariable:               {name: "Variable"},
	TokenSplattedVariable:       {name: "SplattedVariable"},
	TokenParameter:              {name: "Parameter"},
	TokenNumber:                 {name: "Number"},
	TokenLabel:                  {name: "Label"},
	TokenIdentifier:             {name: "Identifier"},
	TokenGeneric:                {name: "Generic"},
	TokenNewLine:                {name: "NewLine", flags: flagInvariant},
	TokenLineContinuation:       {name: "LineContinuation", flags: flagInvariant},
	TokenComment:                {name: "Comment", flags: flagInvariant},
	TokenEndOfInput:             {name: "EndOfInput", flags: flagInvariant},
	TokenStringLiteral:          {name: "StringLiteral", flags: flagInvariant},
	TokenStringExpandable:       {name: "StringExpandable", flags: flagInvariant},
	TokenHereStringLiteral:      {name: "HereStringLiteral", flags: flagInvariant},
	TokenHereStringExpandable:   {name: "HereStringExpandable", flags: flagInvariant},
	TokenLParen:                 {name: "LParen", text: "(", flags: flagInvariant},
	TokenRParen:                 {name: "RParen", text: ")", flags: flagInvariant},
	TokenLCurly:                 {name: "LCurly", text: "{", flags: flagInvariant},
	TokenRCurly:                 {name: "RCurly", text: "}", flags: flagInvariant},
	TokenLBracket:               {name: "LBracket", text: "["},
	TokenRBracket:               {name: "RBracket", text: "]", flags: flagInvariant},
	TokenAtParen:                {name: "AtParen", text: "@(", flags: flagInvariant},
	TokenAtCurly:                {name: "AtCurly", text: "@{", flags: flagInvariant},
	TokenDollarParen:            {name: "DollarParen", text: "$(", flags: flagInvariant},
	TokenSemi:                   {name: "Semi", text: ";", flags: flagInvariant},
	TokenAndAnd:                 {name: "AndAnd", text: "&&", flags: flagInvariant},
	TokenOrOr:                   {name: "OrOr", text: "||", flags: flagInvariant},
	TokenAmpersand:              {name: "Ampersand", text: "&", flags: flagSpecial | flagInvariant},
	TokenPipe:                   {name: "Pipe", text: "|", flags: flagSpecial | flagInvariant},
	TokenComma:                  {name: "Comma", text: ",", flags: flagUnary | flagInvariant},
	TokenMinusMinus:             {name: "MinusMinus", text: "--", flags: flagUnary | flagRestricted | flagPrefixPostfix},
	TokenPlusPlus:               {name: "PlusPlus", text: "++", flags: flagUnary | flagRestricted | flagPrefixPostfix},
	TokenDotDot:                 {name: "DotDot", text: "..", precedence: 13, flags: flagBinary | flagRestricted},
	TokenColonColon:             {name: "ColonColon", text: "::", flags: flagSpecial | flagRestricted},
	TokenDot:                    {name: "Dot", text: ".", flags: flagSpecial | flagRestricted},
	TokenExclaim:                {name: "Exclaim", text: "!", flags: flagUnary | flagFold},
	TokenMultiply:               {name: "Multiply", text: "*", precedence: 10, flags: flagBinary | flagFold},
	TokenDivide:                 {name: "Divide", text: "/", precedence: 10, flags: flagBinary | flagFold},
	TokenRem:                    {name: "Rem", text: "%", precedence: 10, flags: flagBinary | flagFold},
	TokenPlus:                   {name: "Plus", text: "+", precedence: 9, flags: flagBinary | flagUnary | flagFold},
	TokenMinus:                  {name: "Minus", text: "-", precedence: 9, flags: flagBinary | flagUnary | flagFold},
	TokenEquals:                 {name: "Equals", text: "=", flags: flagAssign},
	TokenPlusEquals:             {name: "PlusEquals", text: "+=", flags: flagAssign},
	TokenMinusEquals:            {name: "MinusEquals", text: "-=", flags: flagAssign},
	TokenMultiplyEquals:         {name: "MultiplyEquals", text: "*=", flags: flagAssign},
	TokenDivideEquals:           {name: "DivideEquals", text: "/=", flags: flagAssign},
	TokenRemainderEquals:        {name: "RemainderEquals", text: "%=", flags: flagAssign},
	TokenRedirection:            {name: "Redirection", flags: flagRestricted},
	TokenRedirectInStd:          {name: "RedirectInStd", text: "<", flags: flagInvariant | flagRestricted},
	TokenFormat:                 {name: "Format", text: "-f", precedence: 12, flags: flagBinary | flagRestricted},
	TokenNot:                    {name: "Not", text: "-not", flags: flagUnary | flagFold},
	TokenBnot:                   {name: "Bnot", text: "-bnot", flags: flagUnary | flagFold},
	TokenAnd:                    {name: "And", text: "-and", precedence: 1, flags: flagBinary | flagFold},
	TokenOr:                     {name: "Or", text: "-or", precedence: 1, flags: flagBinary | flagFold},
	TokenXor:                    {name: "Xor", text: "-xor", precedence: 1, flags: flagBinary | flagFold},
	TokenBand:                   {name: "Band", text: "-band", precedence: 2, flags: flagBinary | flagFold},
	TokenBor:                    {name: "Bor", text: "-bor", precedence: 2, flags: flagBinary | flagFold},
	TokenBxor:                   {name: "Bxor", text: "-bxor", precedence: 2, flags: flagBinary | flagFold},
	TokenJoin:                   {name: "Join", text: "-join", precedence: 5, flags: flagBinary | flagUnary | flagRestricted},
	TokenIeq:                    {name: "Ieq", text: "-eq", also: "-ieq", precedence: 5, flags: flagBinary},
	TokenIne:                    {name: "Ine", text: "-ne", also: "-ine", precedence: 5, flags: flagBinary},
	TokenIge:                    {name: "Ige", text: "-ge", also: "-ige", precedence: 5, flags: flagBinary},
	TokenIgt:                    {name: "Igt", text: "-gt", also: "-igt", precedence: 5, flags: flagBinary},
	TokenIlt:                    {name: "Ilt", text: "-lt", also: "-ilt", precedence: 5, flags: flagBinary},
	TokenIle:                    {name: "Ile", text: "-le", also: "-ile", precedence: 5, flags: flagBinary},
	TokenIlike:                  {name: "Ilike", text: "-like", also: "-ilike", precedence: 5, flags: flagBinary},
	TokenInotlike:               {name: "Inotlike", text: "-notlike", also: "-inotlike", precedence: 5, flags: flagBinary},
	TokenImatch:                 {name: "Imatch", text: "-match", also: "-imatch", precedence: 5, flags: flagBinary | flagRestricted},
	TokenInotmatch:              {name: "Inotmatch", text: "-notmatch", also: "-inotmatch", precedence: 5, flags: flagBinary | flagRestricted},
	TokenIreplace:               {name: "Ireplace", text: "-replace", also: "-ireplace", precedence: 5, flags: flagBinary | flagRestricted},
	TokenIcontains:              {name: "Icontains", text: "-contains", also: "-icontains", precedence: 5, flags: flagBinary},
	TokenInotcontains:           {name: "Inotcontains", text: "-notcontains", also: "-inotcontains", precedence: 5, flags: flagBinary},
	TokenIin:                    {name: "Iin", text: "-in", also: "-iin", precedence: 5, flags: flagBinary},
	TokenInotin:                 {name: "Inotin", text: "-notin", also: "-inotin", precedence: 5, flags: flagBinary},
	TokenIsplit:                 {name: "Isplit", text: "-split", also: "-isplit", precedence: 5, flags: flagBinary | flagUnary | flagRestricted},
	TokenCeq:                    {name: "Ceq", text: "-ceq", precedence: 5, flags: flagBinary | flagCase},
	TokenCne:                    {name: "Cne", text: "-cne", precedence: 5, flags: flagBinary | flagCase},
	TokenCge:                    {name: "Cge", text: "-cge", precedence: 5, flags: flagBinary | flagCase},
	TokenCgt:                    {name: "Cgt", text: "-cgt", precedence: 5, flags: flagBinary | flagCase},
	TokenClt:                    {name: "Clt", text: "-clt", precedence: 5, flags: flagBinary | flagCase},
	TokenCle:                    {name: "Cle", text: "-cle", precedence: 5, flags: flagBinary | flagCase},
	TokenClike:                  {name: "Clike", text: "-clike", precedence: 5, flags: flagBinary | flagCase},
	TokenCnotlike:               {name: "Cnotlike", text: "-cnotlike", precedence: 5, flags: flagBinary | flagCase},
	TokenCmatch:                 {name: "Cmatch", text: "-cmatch", precedence: 5, flags: flagBinary | flagCase | flagRestricted},
	TokenCnotmatch:              {name: "Cnotmatch", text: "-cnotmatch", precedence: 5, flags: flagBinary | flagCase | flagRestricted},
	TokenCreplace:               {name: "Creplace", text: "-creplace", precedence: 5, flags: flagBinary | flagCase | flagRestricted},
	TokenCcontains:              {name: "Ccontains", text: "-ccontains", precedence: 5, flags: flagBinary | flagCase},
	TokenCnotcontains:           {name: "Cnotcontains", text: "-cnotcontains", precedence: 5, flags: flagBinary | flagCase},
	TokenCin:                    {name: "Cin", text: "-cin", precedence: 5, flags: flagBinary | flagCase},
	TokenCnotin:                 {name: "Cnotin", text: "-cnotin", precedence: 5, flags: flagBinary | flagCase},
	TokenCsplit:                 {name: "Csplit", text: "-csplit", precedence: 5, flags: flagBinary | flagUnary | flagCase | flagRestricted},
	TokenIs:                     {name: "Is", text: "-is", precedence: 5, flags: flagBinary},
	TokenIsNot:                  {name: "IsNot", text: "-isnot", precedence: 5, flags: flagBinary},
	TokenAs:                     {name: "As", text: "-as", precedence: 5, flags: flagBinary | flagRestricted},
	TokenPostfixPlusPlus:        {name: "PostfixPlusPlus", text: "++", flags: flagUnary | flagRestricted | flagPrefixPostfix},
	TokenPostfixMinusMinus:      {name: "PostfixMinusMinus", text: "--", flags: flagUnary | flagRestricted | flagPrefixPostfix},
	TokenShl:                    {name: "Shl", text: "-shl", precedence: 5, flags: flagBinary | flagFold},
	TokenShr:                    {name: "Shr", text: "-shr", precedence: 5, flags: flagBinary | flagFold},
	TokenColon:                  {name: "Colon", text: ":", flags: flagSpecial | flagRestricted},
	TokenQuestionMark:           {name: "QuestionMark", text: "?", flags: flagTernary | flagRestricted},
	TokenQuestionQuestionEquals: {name: "QuestionQuestionEquals", text: "??=", flags: flagAssign},
	TokenQuestionQuestion:       {name: "QuestionQuestion", text: "??", precedence: 7, flags: flagBinary},
	TokenQuestionDot:            {name: "QuestionDot", text: "?.", flags: flagSpecial | flagRestricted},
	TokenQuestionLBracket:       {name: "QuestionLBracket", text: "?["},
	TokenBegin:                  {name: "Begin", text: "begin", flags: flagKeyword | flagBlockName},
	TokenBreak:                  {name: "Break", text: "break", flags: flagKeyword | flagNoAttributes},
	TokenCatch:                  {name: "Catch", text: "catch", flags: flagKeyword},
	TokenClass:                  {name: "Class", text: "class", flags: flagKeyword},
	TokenContinue:               {name: "Continue", text: "continue", flags: flagKeyword | flagNoAttributes},
	TokenData:                   {name: "Data", text: "data", flags: flagKeyword | flagNoAttributes},
	TokenDefine:                 {name: "Define", text: "define", flags: flagKeyword | flagNoAttributes},
	TokenDo:                     {name: "Do", text: "do", flags: flagKeyword | flagNoAttributes},
	TokenDynamicparam:           {name: "Dynamicparam", text: "dynamicparam", flags: flagKeyword | flagBlockName},
	TokenElse:                   {name: "Else", text: "else", flags: flagKeyword},
	TokenElseIf:                 {name: "ElseIf", text: "elseif", flags: flagKeyword},
	TokenEnd:                    {name: "End", text: "end", flags: flagKeyword | flagBlockName},
	TokenExit:                   {name: "Exit", text: "exit", flags: flagKeyword | flagNoAttributes},
	TokenFilter:                 {name: "Filter", text: "filter", flags: flagKeyword | flagNoAttributes},
	TokenFinally:                {name: "Finally", text: "finally", flags: flagKeyword},
	TokenFor:                    {name: "For", text: "for", flags: flagKeyword | flagNoAttributes},
	TokenForeach:                {name: "Foreach", text: "foreach", flags: flagKeyword | flagNoAttributes},
	TokenFrom:                   {name: "From", text: "from", flags: flagKeyword | flagNoAttributes},
	TokenFunction:               {name: "Function", text: "function", flags: flagKeyword | flagNoAttributes},
	TokenIf:                     {name: "If", text: "if", flags: flagKeyword | flagNoAttributes},
	TokenIn:                     {name: "In", text: "in", flags: flagKeyword},
	TokenParam:                  {name: "Param", text: "param", flags: flagKeyword},
	TokenProcess:                {name: "Process", text: "process", flags: flagKeyword | flagBlockName},
	TokenReturn:                 {name: "Return", text: "return", flags: flagKeyword | flagNoAttributes},
	TokenSwitch:                 {name: "Switch", text: "switch", flags: flagKeyword | flagNoAttributes},
	TokenThrow:                  {name: "Throw", text: "throw", flags: flagKeyword | flagNoAttributes},
	TokenTrap:                   {name: "Trap", text: "trap", flags: flagKeyword | flagNoAttributes},
	TokenTry:                    {name: "Try", text: "try", flags: flagKeyword | flagNoAttributes},
	TokenUntil:                  {name: "Until", text: "until", flags: flagKeyword},
	TokenUsing:                  {name: "Using", text: "using", flags: flagKeyword | flagNoAttributes},
	TokenVar:                    {name: "Var", text: "var", flags: flagKeyword | flagNoAttributes},
	TokenWhile:                  {name: "While", text: "while", flags: flagKeyword | flagNoAttributes},
	TokenWorkflow:               {name: "Workflow", text: "workflow", flags: flagKeyword | flagNoAttributes},
	TokenParallel:               {name: "Parallel", text: "parallel", flags: flagKeyword | flagNoAttributes},
	TokenSequence:               {name: "Sequence", text: "sequence", flags: flagKeyword | flagNoAttributes},
	TokenInlineScript:           {name: "InlineScript", text: "inlinescript", flags: flagKeyword | flagNoAttributes},
	TokenConfiguration:          {name: "Configuration", text: "configuration", flags: flagKeyword},
	TokenDynamicKeyword:         {name: "DynamicKeyword", flags: flagKeyword},
	TokenPublic:                 {name: "Public", text: "public", flags: flagKeyword},
	TokenPrivate:                {name: "Private", text: "private", flags: flagKeyword},
	TokenStatic:                 {name: "Static", text: "static", flags: flagKeyword},
	TokenInterface:              {name: "Interface", text: "interface", flags: flagKeyword},
	TokenEnum:                   {name: "Enum", text: "enum", flags: flagKeyword},
	TokenNamespace:              {name: "Namespace", text: "namespace", flags: flagKeyword},
	TokenModule:                 {name: "Module", text: "module", flags: flagKeyword},
	TokenType:                   {name: "Type", text: "type", flags: flagKeyword},
	TokenAssembly:               {name: "Assembly", text: "assembly", flags: flagKeyword},
	TokenCommand:                {name: "Command", text: "command", flags: flagKeyword},
	TokenHidden:                 {name: "Hidden", text: "hidden", flags: flagKeyword},
	TokenBase:                   {name: "Base", text: "base", flags: flagKeyword},
	TokenDefault:                {name: "Default", text: "default", flags: flagKeyword},
	TokenClean:                  {name: "Clean", text: "clean", flags: flagKeyword | flagBlockName},
}

// wordTable finds keywords and dash operators. Both are kept by the length of
// their spelling, the operators' without the dash.
type wordTable struct {
	keywords, operators [longestWord + 1][]word
}

type word struct {
	text string
	kind TokenKind
}

// longestWord is the length of configuration; no keyword and no operator is
// longer.
const longestWord = 13

// words gives the one table of words, built at the first parse.
var words = sync.OnceValue(func() *wordTable {
	t := &wordTable{}
	for kind, info := range tokenTable {
		if info.flags&flagKeyword != 0 && info.text != "" {
			t.keywords[len(info.text)] = append(t.keywords[len(info.text)], word{info.text, TokenKind(kind)})
		}
		for _, spelling := range [...]string{info.text, info.also} {
			if len(spelling) > 1 && spelling[0] == '-' && isLetter(spelling[1]) {
				n := len(spelling) - 1
				t.operators[n] = append(t.operators[n], word{spelling[1:], TokenKind(kind)})
			}
		}
	}
	return t
})

// findWord looks a spelling up; letters of both cases are the same.
func findWord(table *[longestWord + 1][]word, text string) (TokenKind, bool) {
	if len(text) > longestWord || text == "" {
		return TokenUnknown, false
	}
	first := text[0] | 0x20
	for _, w := range table[len(text)] {
		if w.text[0] == first && strings.EqualFold(w.text, text) {
			return w.kind, true
		}
	}
	return TokenUnknown, false
}

func isLetter(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' }

// String gives PowerShell's name of the kind.
func (k TokenKind) String() string { return tokenTable[k].name }

// Text gives the kind's spelling in a script; it is empty for names, numbers
// and strings.
func (k TokenKind) Text() string { return tokenTable[k].text }

// Precedence gives how tight a binary operator binds, 0 for other kinds.
func (k TokenKind) Precedence() int { return int(tokenTable[k].precedence) }

// Flags gives what the kind is by itself.
func (k TokenKind) Flags() TokenFlags {
	return tokenTable[k].flags | TokenFlags(tokenTable[k].precedence)
}

func (k TokenKind) has(f TokenFlags) bool { return tokenTable[k].flags&f != 0 }

// IsKeyword reports whether the kind is a word that can begin or continue a
// statement.
func (k TokenKind) IsKeyword() bool { return k.has(flagKeyword) }

// IsBinaryOperator reports whether the kind can stand between two operands.
func (k TokenKind) IsBinaryOperator() bool { return k.has(flagBinary) }

// IsUnaryOperator reports whether the kind can stand before one operand.
func (k TokenKind) IsUnaryOperator() bool { return k.has(flagUnary) }

// IsAssignmentOperator reports whether the kind assigns: = += ??= and the like.
func (k TokenKind) IsAssignmentOperator() bool { return k.has(flagAssign) }

// IsCaseSensitive reports whether the operator compares letters exactly.
func (k TokenKind) IsCaseSensitive() bool { return k.has(flagCase) }
