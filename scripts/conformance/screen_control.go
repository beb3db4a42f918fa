package conformance

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
)

// escape reads the character after ESC.
func (s *screen) escape(r rune) {
	s.state = nil
	s.control.Reset()
	switch r {
	case '[':
		s.state = (*screen).controlSequence
	case ']':
		s.state = (*screen).systemCommand
	case '(', ')', '#':
		s.state = func(s *screen, _ rune) { s.state = nil }
	case '7':
		s.savedX, s.savedY = s.x, s.y
	case '8':
		s.x, s.y = s.savedX, s.savedY
	case 'M':
		s.y = max(s.top, s.y-1)
	}
}

// systemCommand passes over a window title and its like.
func (s *screen) systemCommand(r rune) {
	switch r {
	case 0x07:
		s.state = nil
	case 0x1b:
		s.state = func(s *screen, _ rune) { s.state = nil }
	}
}

// controlSequence collects a control sequence and carries it out.
func (s *screen) controlSequence(r rune) {
	if r < '@' || r > '~' {
		s.control.WriteRune(r)
		return
	}
	s.state = nil
	body := s.control.String()
	if strings.HasPrefix(body, "?") || strings.HasPrefix(body, ">") {
		return // modes of the keyboard and the cursor
	}
	var numbers []int
	if body != "" {
		for part := range strings.SplitSeq(body, ";") {
			n, _ := strconv.Atoi(part) // what is no number counts as absent
			numbers = append(numbers, n)
		}
	}
	s.carryOut(r, numbers)
}

// number returns the i-th of numbers, or 1 when it is absent or 0.
func number(numbers []int, i int) int {
	if i < len(numbers) && numbers[i] > 0 {
		return numbers[i]
	}
	return 1
}

func (s *screen) carryOut(final rune, numbers []int) {
	if strings.ContainsRune("ABCDGHfJKdXP", final) {
		s.full = false
	}
	n := number(numbers, 0)
	switch final {
	case 'm':
		s.style.set(numbers)
	case 'A':
		s.y = max(s.top, s.y-n)
	case 'B':
		s.y = min(s.top+screenRows-1, s.y+n)
	case 'C':
		s.x = min(screenColumns-1, s.x+n)
	case 'D':
		s.x = max(0, s.x-n)
	case 'G':
		s.x = min(screenColumns-1, n-1)
	case 'd':
		s.y = s.top + n - 1
	case 'H', 'f':
		s.x, s.y = number(numbers, 1)-1, s.top+n-1
	case 'J', 'K':
		s.erase(final, append(numbers, 0)[0])
	case 'X':
		s.blank(s.x, s.x+n)
	case 'P':
		line := s.line()
		from := min(s.x, len(*line))
		*line = slices.Delete(*line, from, min(from+n, len(*line)))
	case 'n':
		if slices.Equal(numbers, []int{6}) {
			s.answers = fmt.Appendf(s.answers, "\x1b[%d;%dR", s.y-s.top+1, s.x+1)
		}
	case 'c':
		s.answers = append(s.answers, "\x1b[?62;c"...)
	}
}

// erase carries out ED (final J) and EL (final K).
func (s *screen) erase(final rune, what int) {
	switch {
	case final == 'J' && what == 0:
		s.cut(s.x)
		s.deleteLinesBelow()
	case final == 'J' && what == 2:
		s.clear()
	case final == 'K' && what == 0:
		s.cut(s.x)
	case final == 'K' && what == 1:
		s.blank(0, s.x+1)
	case final == 'K':
		s.cut(0)
	}
}

// A style is the colours and flags that SGR sequences have set.
type style struct {
	flags                  []int // sorted
	foreground, background string
	text                   string
}

// String returns the SGR numbers: flags, then foreground, then background.
func (s *style) String() string { return s.text }

// set carries out the numbers of an SGR sequence.
func (s *style) set(numbers []int) {
	if len(numbers) == 0 {
		numbers = []int{0}
	}
	for len(numbers) > 0 {
		numbers = s.setNext(numbers)
	}
	var parts []string
	for _, flag := range s.flags {
		parts = append(parts, strconv.Itoa(flag))
	}
	for _, colour := range []string{s.foreground, s.background} {
		if colour != "" {
			parts = append(parts, colour)
		}
	}
	s.text = strings.Join(parts, ";")
}

// setNext carries out the first of numbers and returns the rest.
func (s *style) setNext(numbers []int) []int {
	n, rest := numbers[0], numbers[1:]
	switch {
	case n == 0:
		*s = style{}
	case n >= 1 && n <= 9:
		s.raise(n)
	case n == 22:
		s.drop(1, 2)
	case n >= 23 && n <= 29:
		s.drop(n - 20)
	case n == 38 || n == 48:
		return s.setColour(n, rest)
	case n == 39:
		s.foreground = ""
	case n == 49:
		s.background = ""
	case n >= 30 && n <= 37, n >= 90 && n <= 97:
		s.foreground = strconv.Itoa(n)
	case n >= 40 && n <= 47, n >= 100 && n <= 107:
		s.background = strconv.Itoa(n)
	}
	return rest
}

// setColour reads 5;INDEX or 2;R;G;B.
func (s *style) setColour(n int, rest []int) []int {
	length := 4
	if len(rest) > 0 && rest[0] == 5 {
		length = 2
	}
	length = min(length, len(rest))
	text := strconv.Itoa(n)
	for _, part := range rest[:length] {
		text += ";" + strconv.Itoa(part)
	}
	if n == 38 {
		s.foreground = text
	} else {
		s.background = text
	}
	return rest[length:]
}

func (s *style) raise(flag int) {
	if at, found := slices.BinarySearch(s.flags, flag); !found {
		s.flags = slices.Insert(slices.Clone(s.flags), at, flag)
	}
}

func (s *style) drop(flags ...int) {
	s.flags = slices.DeleteFunc(slices.Clone(s.flags), func(f int) bool { return slices.Contains(flags, f) })
}
