package rows

import (
	"strings"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
)

// CountSQL returns the statement for [store.Counter], its parameters, and the columns
// of its rows from the third on; before them are the first key and the count.
func CountSQL(d Dialect, table string, q store.UserQuery, by cs.PropertySet, most int) (string, []any, Columns[cs.User]) {
	var columns Columns[cs.User]
	if by != 0 {
		columns = Of(cs.UserProperties, by)
	}
	where, args := d.Where(q.Where, 1)
	sql := "SELECT coalesce(min(id), 0), count(*)" + columns.List("") + " FROM " + table + " WHERE TRUE" + where + d.Decided(q.Where) + Conditions(q)
	if len(columns) > 0 {
		sql += " GROUP BY " + strings.Join(columns.Names(), ", ") + " ORDER BY 1" + Limit(most+1)
	}
	return sql, args, columns
}
