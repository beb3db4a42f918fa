package composite

import (
	"errors"
	"strconv"
	"strings"
	"testing"
)

// item shows what it was asked for.
func item(i int, format string) (string, error) {
	if format == "fail" {
		return "", errors.New("no such format")
	}
	if format == "" {
		return strconv.Itoa(i), nil
	}
	return strconv.Itoa(i) + ":" + format, nil
}

func TestFormat(t *testing.T) {
	near := func(offset int, what string) string {
		return "Input string was not in a correct format. Failure to parse near offset " + strconv.Itoa(offset) + ". " + what
	}
	for _, row := range []struct{ format, want string }{
		{"", ""}, {"plain 100%", "plain 100%"}, {"{0}", "0"}, {"a{1}b{0}c", "a1b0c"}, {"{{0}}", "{0}"}, {"a}}b{{", "a}b{"}, {"{{{0}}}", "{0}"},
		{"{0:N2}", "0:N2"}, {"{0:}", "0"}, {"{0,4}|", "   0|"}, {"{0,-4}|", "0   |"}, {"{0 , - 4}|", near(6, digitMissing)}, {"{0 , -4 : x}|", "0: x|"}, {"{0,0}|", "0|"},
		{"{0,6:N}|", "   0:N|"}, {"{ 0}", near(1, digitMissing)}, {"{", near(1, endsEarly)}, {"}", near(1, endsEarly)}, {"0}", near(2, endsEarly)}, {"}x", near(1, strayBrace)},
		{"{0", near(2, endsEarly)}, {"{0:", near(3, endsEarly)}, {"{0:{{}}}", near(3, endsEarly)}, {"{a}", near(1, digitMissing)}, {"{-1}", near(1, digitMissing)}, {"{0,}", near(3, digitMissing)},
		{"{0,x}", near(3, digitMissing)}, {"{0x}", near(2, endsEarly)}, {"ä😀{a}", near(4, digitMissing)}, {"{0:fail}", "no such format"},
		{"{3}", "Index (zero based) must be greater than or equal to zero and less than the size of the argument list."}, {"{99999999}", near(8, endsEarly)},
		{"{0,5:ä😀}|", "0:ä😀|"}, {"{0,6:ä😀}|", " 0:ä😀|"},
	} {
		got, err := Format(row.format, 3, item)
		if err != nil {
			got = err.Error()
		}
		if got != row.want {
			t.Errorf("Format(%q) = %q, want %q", row.format, got, row.want)
		}
	}
}

func FuzzFormat(f *testing.F) {
	f.Add("{0,5:x}{{")
	f.Fuzz(func(t *testing.T, format string) {
		got, err := Format(format, 2, item)
		if err == nil && !strings.ContainsAny(format, "{}") && got != format {
			t.Errorf("Format(%q) = %q", format, got)
		}
		escaped := strings.NewReplacer("{", "{{", "}", "}}").Replace(format)
		if got, err = Format(escaped, 0, item); err != nil || got != format {
			t.Errorf("Format(%q) = %q, %v", escaped, got, err)
		}
	})
}

func BenchmarkFormat(b *testing.B) {
	text := func(int, string) (string, error) { return "x", nil }
	for b.Loop() {
		Format("{0}\\{1,8}: {2}", 3, text)
	}
}
