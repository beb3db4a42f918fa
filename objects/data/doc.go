// Package data declares System.Data's tables in memory: DataTable with its
// columns and rows, DataView and DataSet, with the expressions of filters.
package data

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/system"
)

type (
	call  = objects.Call
	value = objects.Value
)

var (
	total   = objects.Total
	partial = objects.Partial
	reads   = objects.Reads
	does    = objects.Does
)

func text(s string) value { return objects.String(s) }

func truth(b bool) value { return objects.Bool(b) }

// null is [DBNull]::Value, which stands in a cell without a value.
func null() value { return system.DBNull() }

func isDBNull(v value) bool { return v.IsNull() || v.Type() == system.DBNullType }

// The types of this package.
var (
	TableType         = &objects.Type{FullName: "System.Data.DataTable", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.DisposableType}}
	ColumnType        = &objects.Type{FullName: "System.Data.DataColumn", Kind: objects.KindObject}
	RowType           = &objects.Type{FullName: "System.Data.DataRow", Kind: objects.KindObject}
	ViewType          = &objects.Type{FullName: "System.Data.DataView", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.ListIface}}
	RowViewType       = &objects.Type{FullName: "System.Data.DataRowView", Kind: objects.KindObject}
	SetType           = &objects.Type{FullName: "System.Data.DataSet", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.DisposableType}}
	collectionBase    = &objects.Type{FullName: "System.Data.InternalDataCollectionBase", Kind: objects.KindObject, Interfaces: []*objects.Type{objects.CollectionIface}}
	RowsType          = &objects.Type{FullName: "System.Data.DataRowCollection", Base: collectionBase, Kind: objects.KindObject, Attributes: objects.SealedAttr}
	ColumnsType       = &objects.Type{FullName: "System.Data.DataColumnCollection", Base: collectionBase, Kind: objects.KindObject, Attributes: objects.SealedAttr}
	TablesType        = &objects.Type{FullName: "System.Data.DataTableCollection", Base: collectionBase, Kind: objects.KindObject, Attributes: objects.SealedAttr}
	DataExceptionType = &objects.Type{FullName: "System.Data.DataException", Base: objects.SystemException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	DuplicateNameType = &objects.Type{FullName: "System.Data.DuplicateNameException", Base: DataExceptionType, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	ConstraintType    = &objects.Type{FullName: "System.Data.ConstraintException", Base: DataExceptionType, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	NoNullType        = &objects.Type{FullName: "System.Data.NoNullAllowedException", Base: DataExceptionType, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	invalidExprType   = &objects.Type{FullName: "System.Data.InvalidExpressionException", Base: DataExceptionType, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	EvaluateErrorType = &objects.Type{FullName: "System.Data.EvaluateException", Base: invalidExprType, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	SyntaxErrorType   = &objects.Type{FullName: "System.Data.SyntaxErrorException", Base: invalidExprType, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	rowStateType      = &objects.Type{FullName: "System.Data.DataRowState", Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr, Enum: &objects.EnumInfo{
		Flags: true, Names: []string{"Detached", "Unchanged", "Added", "Deleted", "Modified"}, Values: []int64{1, 2, 4, 8, 16}}}
)

// Types are the types of this package for a TypeTable.
func Types() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: TableType, Declare: tableDeclaration}, {Type: ColumnType, Declare: columnDeclaration}, {Type: RowType, Declare: rowDeclaration},
		{Type: ViewType, Declare: viewDeclaration}, {Type: RowViewType, Declare: rowViewDeclaration}, {Type: SetType, Declare: setDeclaration},
		{Type: collectionBase}, {Type: RowsType, Declare: rowsDeclaration}, {Type: ColumnsType, Declare: columnsDeclaration}, {Type: TablesType, Declare: tablesDeclaration},
		{Type: DataExceptionType}, {Type: DuplicateNameType}, {Type: ConstraintType}, {Type: NoNullType}, {Type: invalidExprType}, {Type: EvaluateErrorType}, {Type: SyntaxErrorType},
		{Type: rowStateType},
	}
}
