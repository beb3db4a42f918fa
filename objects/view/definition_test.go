package view

import (
	"strings"
	"testing"

	"github.com/csshell/csshell/objects"
)

const definitions = `<?xml version="1.0" encoding="utf-8"?>
<Configuration>
  <SelectionSets><SelectionSet><Name>Sets</Name><Types><TypeName>Litware.Pool</TypeName></Types></SelectionSet></SelectionSets>
  <ViewDefinitions>
    <View>
      <Name>pools</Name>
      <ViewSelectedBy><SelectionSetName>Sets</SelectionSetName></ViewSelectedBy>
      <GroupBy><PropertyName>Site</PropertyName><Label>Place</Label></GroupBy>
      <TableControl>
        <TableHeaders>
          <TableColumnHeader><Label>Pool</Label><Width>8</Width></TableColumnHeader>
          <TableColumnHeader><Alignment>Right</Alignment></TableColumnHeader>
        </TableHeaders>
        <TableRowEntries><TableRowEntry><TableColumnItems>
          <TableColumnItem><PropertyName>Fqdn</PropertyName></TableColumnItem>
          <TableColumnItem><ScriptBlock>twice</ScriptBlock></TableColumnItem>
        </TableColumnItems></TableRowEntry></TableRowEntries>
      </TableControl>
    </View>
    <View>
      <Name>words</Name>
      <ViewSelectedBy><TypeName>Litware.Pool</TypeName></ViewSelectedBy>
      <CustomControl><CustomEntries><CustomEntry><CustomItem>
        <Text>Pool </Text><ExpressionBinding><PropertyName>Fqdn</PropertyName></ExpressionBinding><NewLine/>
        <Frame><LeftIndent>4</LeftIndent><CustomItem>
          <ExpressionBinding><PropertyName>Users</PropertyName><EnumerateCollection/>
            <CustomControl><CustomEntries><CustomEntry><CustomItem><ExpressionBinding/><NewLine/></CustomItem></CustomEntry></CustomEntries></CustomControl>
          </ExpressionBinding>
        </CustomItem></Frame>
      </CustomItem></CustomEntry></CustomEntries></CustomControl>
    </View>
  </ViewDefinitions>
</Configuration>`

func TestDefinitions(t *testing.T) {
	views, err := Definitions(strings.NewReader(definitions), func(script string) (Expression, error) {
		return func(c *Context, v objects.Value) (objects.Value, error) { return objects.String(script), nil }, nil
	})
	if err != nil {
		t.Fatal(err)
	}
	pool := object("Fqdn", "a-long-name", "Site", "Redmond", "Users", []int{1, 2})
	p, _ := pool.Ref().(*objects.PSObject)
	p.SetTypeNames([]string{"Litware.Pool", "System.Object"})
	s := settings(views...)
	check(t, "table", show(t, s, Request{}, 20, pool),
		"|\n\n   Place: Redmond\n\nPool           twice\n----           -----\na-long-…       twice\n\n")
	check(t, "custom", show(t, s, Request{Shape: CustomShape}, 20, pool), "|\n\nPool a-long-name\n    1\n    2\n\n\n")
	check(t, "by name", show(t, s, Request{Shape: CustomShape, View: "words"}, 20, pool), "|\n\nPool a-long-name\n    1\n    2\n\n\n")
}

func TestBadDefinitions(t *testing.T) {
	for _, text := range []string{"", "<a/>", "<Configuration><ViewDefinitions><View><Name>x</Name></View></ViewDefinitions></Configuration>",
		"<Configuration><ViewDefinitions><View><Name>x</Name><ViewSelectedBy><TypeName>T</TypeName></ViewSelectedBy></View></ViewDefinitions></Configuration>"} {
		if _, err := Definitions(strings.NewReader(text), nil); err == nil {
			t.Errorf("%q: no error", text)
		}
	}
}
