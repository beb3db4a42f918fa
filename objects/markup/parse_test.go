package markup

import "testing"

// TestParse reads documents and writes them again, or fails with .NET's
// message.
func TestParse(t *testing.T) {
	auto := Options{Fragment: true, AnyCharacters: true}
	for _, row := range []struct {
		src  string
		o    Options
		want string
	}{
		{`<a><b x='1'>t</b></a>`, auto, `<a><b x="1">t</b></a>`},
		{"<a>\r\n <b/>\r\n</a>", auto, `<a><b /></a>`},
		{"<a>\n <b/>\n</a>", Options{Whitespace: true}, "<a>\n <b />\n</a>"},
		{`<a></a>`, auto, `<a></a>`},
		{`<a>&lt;&#65;&#x42;&amp;</a>`, auto, `<a>&lt;AB&amp;</a>`},
		{`<a xmlns="urn:x"><p:b xmlns:p="urn:y" p:c="1"/></a>`, auto, `<a xmlns="urn:x"><p:b xmlns:p="urn:y" p:c="1" /></a>`},
		{`<!DOCTYPE a [<!ENTITY e "text">]><a>&e;</a>`, auto, `<!DOCTYPE a[<!ENTITY e "text">]><a>text</a>`},
		{`<a>`, auto, "Data at the root level is invalid. Line 1, position 1."},
		{`<ab>`, auto, "Unexpected end of file has occurred. The following elements are not closed: ab. Line 1, position 5."},
		{`<ab><c>`, auto, "Unexpected end of file has occurred. The following elements are not closed: c, ab. Line 1, position 8."},
		{"<a>\n<b></a>", auto, "The 'b' start tag on line 2 position 2 does not match the end tag of 'a'. Line 2, position 6."},
		{`<a x=1/>`, auto, `'1' is an unexpected token. The expected token is '"' or '''. Line 1, position 6.`},
		{`<a x="1" x="2"/>`, auto, "'x' is a duplicate attribute name. Line 1, position 10."},
		{`<a x="1"y="2"/>`, auto, "'y' is an unexpected token. Expecting whitespace. Line 1, position 9."},
		{`<p:a/>`, auto, "'p' is an undeclared prefix. Line 1, position 2."},
		{`<1a/>`, auto, "Name cannot begin with the '1' character, hexadecimal value 0x31. Line 1, position 2."},
		{`<a>&nbsp;</a>`, auto, "Reference to undeclared entity 'nbsp'. Line 1, position 5."},
		{`<a>x & y</a>`, auto, "An error occurred while parsing EntityName. Line 1, position 7."},
		{`text`, Options{}, "Data at the root level is invalid. Line 1, position 1."},
		{``, Options{}, "Root element is missing."},
		{`<a/><b/>`, Options{}, "There are multiple root elements. Line 1, position 6."},
		{`<a/></b>`, Options{}, "Unexpected end tag. Line 1, position 7."},
		{`<!DOCTYPE a><a/>`, Options{NoDTD: true}, "For security reasons DTD is prohibited in this XML document. To enable DTD processing set the DtdProcessing property on XmlReaderSettings to Parse and pass the settings into XmlReader.Create method. Line 1, position 3."},
	} {
		d, err := Parse(row.src, row.o)
		got := ""
		if err != nil {
			got = err.Error()
		} else {
			got = d.OuterXML()
		}
		if got != row.want {
			t.Errorf("%s\n got %s\nwant %s", row.src, got, row.want)
		}
	}
}

// TestIndent writes with indentation, which stops where an element holds text.
func TestIndent(t *testing.T) {
	d, err := Parse(`<a><b>1</b><c>x<d/></c><!--n--></a>`, Options{})
	if err != nil {
		t.Fatal(err)
	}
	got := ""
	w := NewWriter(Format{Indent: true, Encoding: "utf-8"}, func(s string) error { got += s; return nil })
	w.StartDocument("")
	w.Node(d)
	want := "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<a>\n  <b>1</b>\n  <c>x<d /></c>\n  <!--n-->\n</a>"
	if got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}

func TestEncodeName(t *testing.T) {
	for _, row := range [][2]string{{"a b", "a_x0020_b"}, {"1a", "_x0031_a"}, {"a_x0020_b", "a_x005F_x0020_b"}, {"é", "é"}} {
		if got := EncodeName(row[0]); got != row[1] {
			t.Errorf("EncodeName(%q) = %q, want %q", row[0], got, row[1])
		}
		if got := DecodeName(row[1]); got != row[0] {
			t.Errorf("DecodeName(%q) = %q, want %q", row[1], got, row[0])
		}
	}
}

// FuzzParse looks for texts that the parser does not survive.
func FuzzParse(f *testing.F) {
	f.Add(`<!DOCTYPE a [<!ENTITY e "&e;">]><a x='1'>&e;<![CDATA[]]></a>`)
	f.Add(`<?xml version="1.0"?><a`)
	f.Fuzz(func(t *testing.T, src string) {
		d, err := Parse(src, Options{Fragment: true, Whitespace: true})
		if err == nil {
			_ = d.OuterXML()
		}
	})
}
