package view

// minColumn is the least width of a column, minScreen that of a table.
const (
	minColumn = 1
	minScreen = 5
)

// fitColumns changes the widths of columns so that they and the blanks between
// them take the width of the screen or less: columns without a width (0) share
// what the others leave; then columns are cut, the last one first. A width of
// -1 stands for a column that is not shown.
func fitColumns(widths []int, screen int) {
	if !assignWidths(widths, screen) {
		trimColumns(widths, screen)
	}
}

// assignWidths gives a width to the columns that have none, and reports whether
// the table fits the screen.
func assignWidths(widths []int, screen int) bool {
	var open []int
	for i := range widths {
		if widths[i] <= 0 {
			open = append(open, i)
			widths[i] = minColumn
		}
	}
	rest := screen - tableWidth(widths)
	if rest < 0 || len(open) == 0 {
		return rest >= 0
	}
	for n, i := range open {
		widths[i] += rest / len(open)
		if n < rest%len(open) {
			widths[i]++
		}
	}
	return true
}

// trimColumns narrows or hides the last columns until the table fits.
func trimColumns(widths []int, screen int) {
	for last := len(widths) - 1; last >= 0; last-- {
		excess := tableWidth(widths) - screen
		if excess <= 0 {
			return
		}
		if widths[last]-excess >= minColumn {
			widths[last] -= excess
			return
		}
		widths[last] = -1
	}
}

// tableWidth is the width of the columns that are shown, with a blank between
// two.
func tableWidth(widths []int) int {
	sum, shown := 0, 0
	for _, w := range widths {
		if w > 0 {
			sum += w
			shown++
		}
	}
	return sum + shown - 1
}

// perLine is how many texts of the width a line of a wide view takes.
func perLine(width, screen int) int {
	if width <= 0 || screen < 1 || width >= screen {
		return 1
	}
	n := 1
	for width*(n+1)+n < screen {
		n++
	}
	return n
}
