package encoding

import "testing"

func TestEncodings(t *testing.T) {
	for _, c := range []struct{ name, text, bytes, back string }{
		{"utf8", "é", "\xc3\xa9", "é"},
		{"utf8BOM", "é", "\xc3\xa9", "é"},
		{"ascii", "😀日a", "???a", "???a"},
		{"bigendianunicode", "é", "\x00\xe9", "é"},
		{"unicode", "😀", "\x3d\xd8\x00\xde", "😀"},
		{"utf32", "é", "\xe9\x00\x00\x00", "é"},
		{"bigendianutf32", "é", "\x00\x00\x00\xe9", "é"},
		{"utf7", "é", "+AOk-", "é"},
		{"utf7", "1+1", "1+-1", "1+1"},
		{"latin1", "é€", "\xe9?", "é?"},
		{"1252", "é€", "\xe9\x80", "é€"},
		{"windows-1251", "Привет", "\xcf\xf0\xe8\xe2\xe5\xf2", "Привет"},
		{"utf8", "\xed\xa0\xbd", "\xef\xbf\xbd", "\ufffd"},
	} {
		e, err := Named(c.name)
		if err != nil {
			t.Errorf("%s: %v", c.name, err)
			continue
		}
		if got := string(e.Append(nil, c.text)); got != c.bytes {
			t.Errorf("%s: %q gives %q, want %q", c.name, c.text, got, c.bytes)
		}
		if got := string(e.AppendBytes(nil, []byte(c.text))); got != c.bytes {
			t.Errorf("%s: the bytes of %q give %q, want %q", c.name, c.text, got, c.bytes)
		}
		if got := e.Decode([]byte(c.bytes)); got != c.back {
			t.Errorf("%s: %q reads as %q, want %q", c.name, c.bytes, got, c.back)
		}
	}
}

func TestUnknownEncoding(t *testing.T) {
	_, err := Named("nonsense")
	want := "'nonsense' is not a supported encoding name. For information on defining a custom encoding, see the documentation for the Encoding.RegisterProvider method. (Parameter 'name')"
	if err == nil || err.Error() != want {
		t.Errorf("got %v", err)
	}
}

func TestDetect(t *testing.T) {
	for name, file := range map[string]string{"utf-8": "\xef\xbb\xbfa", "utf-16": "\xff\xfea\x00", "utf-32": "\xff\xfe\x00\x00", "": "abc"} {
		got := ""
		if e := Detect([]byte(file)); e != nil {
			got = e.Name
		}
		if got != name {
			t.Errorf("%q: got %q, want %q", file, got, name)
		}
	}
}
