package regex

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// compareProgram compares the matches of the program with those of the engine; it
// reports whether there is a program.
func compareProgram(t *testing.T, pattern, text string, options Options) bool {
	t.Helper()
	r, err := Compile(pattern, options)
	if err != nil || r.program == nil || !r.readsBytes(text) {
		return false
	}
	var ran, reference []string
	if !r.eachRun(text, 100, func(slots []int) { ran = append(ran, fmt.Sprint(slots)) }) {
		return true
	}
	err = r.eachByEngine(t.Context(), text, 100, func() { reference = nil }, func(slots []int) { reference = append(reference, fmt.Sprint(slots)) })
	if err == nil && !slices.Equal(ran, reference) {
		t.Errorf("%q (options %d) in %q: %v, the engine %v", pattern, options, text, ran, reference)
	}
	return true
}

// TestProgramsMatchLikeTheEngine tries patterns put together by chance.
func TestProgramsMatchLikeTheEngine(t *testing.T) {
	chance := rand.New(rand.NewPCG(1, 2))
	programs := 0
	for range 30_000 {
		pattern, text := randomPattern(chance, 3), randomText(chance)
		if compareProgram(t, pattern, text, []Options{0, IgnoreCase, Multiline, Singleline | IgnoreCase, ExplicitCapture}[chance.IntN(5)]) {
			programs++
		}
		if t.Failed() {
			return
		}
	}
	if programs < 10_000 {
		t.Errorf("only %d of the patterns have programs", programs)
	}
}

// randomPattern is a pattern of groups to a depth.
func randomPattern(chance *rand.Rand, depth int) string {
	atoms := []string{"a", "b", "B", "ab", "1", ".", `\w`, `\d`, `\s`, "[^a]", "[a-c1]", `\W`, " ", `\.`, "-", "[aA]", `\n`, "(?i:b)", "x"}
	places := []string{"^", "$", `\b`, `\B`, `\A`, `\z`, `\Z`, `\1`, "", "|", "|"}
	times := []string{"", "", "", "*", "+", "?", "*?", "+?", "??", "{2}", "{1,3}", "{2,}", "{0,2}?"}
	opens := []string{"(", "(", "(?:", "(?>", "(?=", "(?!", "(?<n>", "(?<=", "(?i:"}
	var b strings.Builder
	for range 1 + chance.IntN(4) {
		switch kind := chance.IntN(8); {
		case kind == 0:
			b.WriteString(places[chance.IntN(len(places))])
		case kind <= 2 && depth > 0:
			b.WriteString(opens[chance.IntN(len(opens))] + randomPattern(chance, depth-1) + ")" + times[chance.IntN(len(times))])
		default:
			b.WriteString(atoms[chance.IntN(len(atoms))] + times[chance.IntN(len(times))])
		}
	}
	return b.String()
}

func randomText(chance *rand.Rand) string {
	const letters = "aaabbcABC11 .-\nx"
	text := make([]byte, chance.IntN(14))
	for i := range text {
		text[i] = letters[chance.IntN(len(letters))]
	}
	return string(text)
}

// FuzzProgram compares programs with the engine on patterns and texts of any kind.
func FuzzProgram(f *testing.F) {
	for _, p := range []string{`^(\w+?)(\d+)@(.+)$`, `(a|ab)(c|bcd)(d*)`, `(?>a+)b|(?=a)\w`, `(?i)(x)\1`, `(\d{1,3}\.){3}\d+`, `^\s*#`} {
		f.Add(p, "user1@x.com 10.0.0.1 xX\n", uint16(1))
	}
	f.Fuzz(func(t *testing.T, pattern, text string, options uint16) {
		if len(pattern) <= 40 && len(text) <= 40 && !strings.Contains(pattern, "{") {
			compareProgram(t, pattern, text, Options(options)&(IgnoreCase|Multiline|Singleline|ExplicitCapture|IgnorePatternWhitespace))
		}
	})
}

// TestProgramGivesUp sees that backtracking without end is left to the engine.
func TestProgramGivesUp(t *testing.T) {
	r := compile(t, `^(\w+\s?)+!$`, 0)
	if r.program == nil {
		t.Fatal("no program")
	}
	if r.eachRun(strings.Repeat("a", 60), -1, func([]int) {}) || !r.abandoned.Load() {
		t.Error("the program does not give up")
	}
	text := strings.Repeat("a", 12)
	if found, err := r.IsMatch(t.Context(), text+"!"); !found || err != nil {
		t.Errorf("the engine instead: %v, %v", found, err)
	}
}

func BenchmarkMail(b *testing.B) {
	r := compile(b, `^(\w+?)(\d+)@(.+)$`, IgnoreCase)
	for b.Loop() {
		r.Groups(nil, "user12345@litwareinc.com", func(int, string) {})
	}
}

func BenchmarkSearchLine(b *testing.B) {
	r := compile(b, `level=error user=(\w+)`, IgnoreCase)
	for b.Loop() {
		r.IsMatch(nil, "2024-01-15 10:00:12 level=info user=user1234 action=logon")
	}
}

func BenchmarkEngineMail(b *testing.B) {
	r := compile(b, `^(\w+?)(\d+)@(.+)$`, IgnoreCase)
	r.program = nil
	for b.Loop() {
		r.Groups(nil, "user12345@litwareinc.com", func(int, string) {})
	}
}
