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
	mostNodes  = 64
)

// keep gives the place of a node that holds v.
func (s *slab[T]) keep(v T) *T {
	if len(s.free) == 0 {
		s.size = min(max(firstNodes, 2*s.size), mostNodes)
		s.free = make([]T, s.size)
	}
	node := &s.free[0]
	s.free = s.free[1:]
	*node = v
	return node
}

// nodeSlabs are for the commonest nodes of a tree.
type nodeSlabs struct {
	variables   slab[VariableExpression]
	strings     slab[StringConstantExpression]
	pipelines   slab[lonePipeline]
	expressions slab[CommandExpression]
	commands    slab[Command]
	blocks      slab[StatementBlock]
	members     slab[MemberExpression]
	parameters  slab[CommandParameter]
	parens      slab[ParenExpression]
	assignments slab[AssignmentStatement]
}
