package view

import (
	"strconv"
	"strings"
)

// Builtin are the default views of the types of .NET and PowerShell, as
// PowerShell 7.6 shows them on Linux. Packages list the views of their own
// types themselves.
func Builtin() []View {
	var all []View
	for _, group := range [...]func() []View{systemViews, fileViews, processViews, sessionViews, commandViews, utilityViews, styleViews, storeViews} {
		all = append(all, group()...)
	}
	return all
}

// table makes the body of a table view from columns in the notation of [column].
func table(columns ...string) Table {
	t := Table{Columns: make([]Column, len(columns))}
	for i, c := range columns {
		t.Columns[i] = column(c, nil)
	}
	return t
}

// column reads a column written as "Label=Property:width>": the label and the
// width may be left out, ">" at the end sets the column to the right. value,
// where given, is shown instead of the property.
func column(notation string, value Expression) Column {
	c := Column{Value: value}
	notation, right := strings.CutSuffix(notation, ">")
	if right {
		c.Align = Right
	}
	if i := strings.LastIndexByte(notation, ':'); i >= 0 {
		c.Width, _ = strconv.Atoi(notation[i+1:])
		notation = notation[:i]
	}
	label, property, labelled := strings.Cut(notation, "=")
	if !labelled {
		label, property = "", notation
	}
	c.Label, c.Property = label, property
	if value != nil && label == "" {
		c.Label = property
	}
	return c
}

// list makes the body of a list view from properties, each written as
// "Property" or "Label=Property".
func list(items ...string) List { return List{Items: listItems(items...)} }

func listItems(items ...string) []Item {
	made := make([]Item, len(items))
	for i, s := range items {
		label, property, labelled := strings.Cut(s, "=")
		if !labelled {
			label, property = "", s
		}
		made[i] = Item{Label: label, Property: property}
	}
	return made
}

// of names the types of a view.
func of(types ...string) []string { return types }
