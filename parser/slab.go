package parser

// slab hands out nodes of one kind that lie side by side: a script has thousands
// of them, and one allocation serves many.
type slab[T any] struct {
	free []T
	size int // of the latest piece
}

// The first piece is small, since most scripts are.
const (
	firstNodes = 4
	mostNodes  = 128
)

// keep gives the place of a node that holds v.
func (s *slab[T]) keep(v T) *T {
	if len(s.free) == 0 {
		s.grow(1)
	}
	node := &s.free[0]
	s.free = s.free[1:]
	*node = v
	return node
}

// grow begins a piece with room for at least n.
func (s *slab[T]) grow(n int) {
	s.size = max(n, min(max(firstNodes, 2*s.size), mostNodes))
	s.free = make([]T, s.size)
}

// listBuilder collects the items of lists that are being read, which may be
// nested, and gives each list that is whole a place of exactly its length. The
// zero value is ready; each begin needs its end.
//
//	first := l.begin(); l.add(a); l.add(b); list := l.end(first)
type listBuilder[T any] struct {
	open []T // the items of the outer lists first
	done slab[T]
}

// begin gives the mark of a new list.
func (l *listBuilder[T]) begin() int { return len(l.open) }

// add puts an item into the innermost list.
func (l *listBuilder[T]) add(item T) { l.open = append(l.open, item) }

// end gives the list since a mark, nil if it is empty. What is appended to it
// later does not run into its neighbours.
func (l *listBuilder[T]) end(first int) []T {
	items := l.open[first:]
	n := len(items)
	if n == 0 {
		return nil
	}
	if len(l.done.free) < n {
		l.done.grow(n)
	}
	list := l.done.free[:n:n]
	l.done.free = l.done.free[n:]
	copy(list, items)
	l.open = l.open[:first]
	return list
}

// nodeSlabs are for the commonest nodes of a tree.
type nodeSlabs struct {
	scriptBlocks slab[ScriptBlock]
	namedBlocks  slab[NamedBlock]
	blocks       slab[StatementBlock]
	functions    slab[FunctionDefinition]
	parameters   slab[Parameter]

	ifs         slab[IfStatement]
	foreachs    slab[ForEachStatement]
	tries       slab[TryStatement]
	catches     slab[CatchClause]
	returns     slab[ReturnStatement]
	assignments slab[AssignmentStatement]

	pipelines          slab[Pipeline]
	commands           slab[Command]
	commandExpressions slab[CommandExpression]
	commandParameters  slab[CommandParameter]

	variables        slab[VariableExpression]
	strings          slab[StringConstantExpression]
	expandables      slab[ExpandableStringExpression]
	binaries         slab[BinaryExpression]
	unaries          slab[UnaryExpression]
	conversions      slab[ConvertExpression]
	members          slab[MemberExpression]
	calls            slab[InvokeMemberExpression]
	indexes          slab[IndexExpression]
	parens           slab[ParenExpression]
	subExpressions   slab[SubExpression]
	arrayExpressions slab[ArrayExpression]
	arrayLiterals    slab[ArrayLiteral]
	hashtables       slab[Hashtable]
	blockExpressions slab[ScriptBlockExpression]
	typeExpressions  slab[TypeExpression]

	typeNames      slab[TypeName]
	constraints    slab[TypeConstraint]
	attributes     slab[Attribute]
	namedArguments slab[NamedAttributeArgument]
}

// nodeLists are for the lists in the nodes of a tree.
type nodeLists struct {
	statements  listBuilder[Statement]
	parameters  listBuilder[*Parameter]
	clauses     listBuilder[IfClause]
	catches     listBuilder[*CatchClause]
	catchTypes  listBuilder[*TypeConstraint]
	commands    listBuilder[CommandBase]
	elements    listBuilder[CommandElement]
	expressions listBuilder[Expression]
	entries     listBuilder[HashtableEntry]
	parts       listBuilder[StringPart]
	attributes  listBuilder[AttributeBase]
	arguments   listBuilder[*NamedAttributeArgument]
}
