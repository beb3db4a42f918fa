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

// lists collects the items of lists that are being read, which may be nested,
// and gives each list that is whole a place of exactly its length. The zero
// value is ready.
//
//	first := l.begin(); l.add(a); l.add(b); list := l.end(first)
type lists[T any] struct {
	open []T // the items of the outer lists first
	done slab[T]
}

// begin gives the mark of a new list.
func (l *lists[T]) begin() int { return len(l.open) }

// add puts an item into the innermost list.
func (l *lists[T]) add(item T) { l.open = append(l.open, item) }

// end gives the list since a mark, nil if it is empty. What is appended to it
// later does not run into its neighbours.
func (l *lists[T]) end(first int) []T {
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

// nodeSlabs are for the commonest nodes of a tree and for the lists in them.
type nodeSlabs struct {
	variables   slab[VariableExpression]
	strings     slab[StringConstantExpression]
	pipelines   slab[Pipeline]
	expressions slab[CommandExpression]
	commands    slab[Command]
	blocks      slab[StatementBlock]
	bodies      slab[ScriptBlock]
	named       slab[NamedBlock]
	functions   slab[FunctionDefinition]
	declaration slab[Parameter]
	expandables slab[ExpandableStringExpression]
	subs        slab[SubExpression]
	collections slab[ArrayExpression]
	scripts     slab[ScriptBlockExpression]
	returns     slab[ReturnStatement]
	indexes     slab[IndexExpression]
	casts       slab[ConvertExpression]
	typeValues  slab[TypeExpression]
	unaries     slab[UnaryExpression]
	metadata    slab[Attribute]
	settings    slab[NamedAttributeArgument]
	members     slab[MemberExpression]
	calls       slab[InvokeMemberExpression]
	binaries    slab[BinaryExpression]
	parameters  slab[CommandParameter]
	parens      slab[ParenExpression]
	assignments slab[AssignmentStatement]
	ifs         slab[IfStatement]
	foreachs    slab[ForEachStatement]
	tries       slab[TryStatement]
	catches     slab[CatchClause]
	typeNames   slab[TypeName]
	constraints slab[TypeConstraint]
	arrays      slab[ArrayLiteral]
	hashtables  slab[Hashtable]

	statements lists[Statement]
	stages     lists[CommandBase]
	elements   lists[CommandElement]
	values     lists[Expression]
	clauses    lists[IfClause]
	entries    lists[HashtableEntry]
	attributes lists[AttributeBase]
	declared   lists[*Parameter]
	given      lists[*NamedAttributeArgument]
	handlers   lists[*CatchClause]
	handled    lists[*TypeConstraint]
	parts      lists[StringPart]
}
