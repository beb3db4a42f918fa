package main

import (
	"io"
	"strings"

	"golang.org/x/term"

	"github.com/csshell/csshell/runtime"
)

// editor is the line editor of a terminal: keys are decoded before readline's
// buffer, the screen is drawn behind it. Nothing of it is made before the first
// line is read.
type editor struct {
	host    *console
	session *runtime.Session
	keys    keyReader
	history *lineHistory
	plain   bool // no colours, no suggestions
	colours *colourer

	*editBuffer
	drawer
	prompt     string // its last line
	secret     bool
	collecting bool     // the text was continued with Enter: an empty line ends it
	place      int      // in the history
	typed      string   // what was typed before the history was walked through
	menu       *menu    // open completions, or nil
	search     *search  // Ctrl-R, or nil
	help       []string // lines shown below the text until the next key
}

func newEditor(sh *shell) *editor {
	return &editor{
		host: sh.host, session: sh.session, keys: keyReader{in: sh.process.stdin}, history: newLineHistory(sh.session.Environment),
		plain: sh.options.noProfile || withoutColours(sh.session.Environment), colours: &colourer{session: sh.session},
	}
}

// statement reads a statement, over several lines where it is not complete.
func (e *editor) statement(prompt string) (string, error) {
	text, err := e.read(prompt, false, true)
	if err == nil {
		e.history.add(text, !e.host.editing.NoHistory)
	}
	return text, err
}

// line reads one line, as Read-Host does.
func (e *editor) line(prompt string, secret bool) (string, error) {
	return e.read(prompt, secret, false)
}

// outcome is what a key means for the reading.
type outcome uint8

const (
	goOn outcome = iota
	accept
	interrupt
	endOfInput
)

// The sequences that turn bracketed paste on and off.
const pasteOn, pasteOff = "\x1b[?2004h", "\x1b[?2004l"

// read reads keys until a line is accepted. The terminal is raw meanwhile.
func (e *editor) read(prompt string, secret, statement bool) (string, error) {
	fd := int(e.keys.in.Fd())
	state, err := term.MakeRaw(fd)
	if err != nil {
		return "", err
	}
	defer func() { _ = term.Restore(fd, state) }()
	width, _ := e.host.Size()
	e.editBuffer, e.secret = newEditBuffer(), secret
	e.drawer = drawer{out: e.host.process.stdout}
	e.collecting, e.menu, e.search, e.help, e.typed = false, nil, nil, nil, ""
	e.place, e.prompt = -1, prompt[strings.LastIndexByte(prompt, '\n')+1:]
	if _, err := io.WriteString(e.out, pasteOn); err != nil {
		return "", err
	}
	defer func() { _, _ = io.WriteString(e.out, pasteOff) }()
	if err := e.begin(e.host.column, prompt, width); err != nil {
		return "", err
	}
	e.host.column = 0 // the line ends with Enter
	for {
		key, err := e.keys.next()
		if err != nil {
			return "", err
		}
		e.resize()
		out := e.press(e.host.meaning(key), statement)
		if out != goOn {
			return e.leave(out)
		}
		if err := e.show(); err != nil {
			return "", err
		}
	}
}

// resize draws everything anew where the width of the window has changed.
func (e *editor) resize() {
	if width, _ := e.host.Size(); width != e.width {
		_, _ = io.WriteString(e.out, "\r\x1b[J")
		_ = e.begin(0, e.prompt, width)
	}
}

// leave ends the reading.
func (e *editor) leave(out outcome) (string, error) {
	e.menu, e.help, e.search = nil, nil, nil
	e.moveTo(e.Len())
	text := e.text()
	if err := e.draw(e.picture(false)); err != nil {
		return "", err
	}
	if err := e.end(); err != nil {
		return "", err
	}
	switch out {
	case interrupt:
		return "", runtime.ErrInterrupted
	case endOfInput:
		return "", io.EOF
	}
	return strings.TrimSuffix(text, "\n"), nil
}

// show draws the text as it is now.
func (e *editor) show() error { return e.draw(e.picture(true)) }

// picture is the text with its colours, the suggestion and what stands below.
func (e *editor) picture(live bool) picture {
	runes := e.Runes()
	styled := make([]styledRune, len(runes))
	for i, r := range runes {
		if e.secret {
			r = '*'
		}
		styled[i] = styledRune{r: r}
	}
	if !e.plain && !e.secret && e.search == nil {
		e.colours.paint(string(runes), styled)
		if live {
			styled = append(styled, e.ghost()...)
		}
	}
	p := e.layout(styled, e.Pos())
	if !live {
		return p
	}
	switch {
	case e.menu != nil:
		e.note(&p, e.menu.lines(e.width, e.plain))
	case e.search != nil:
		e.note(&p, []styledLine{{"search: " + e.search.pattern + "_", dim}})
	case e.help != nil:
		var lines []styledLine
		for _, l := range e.help {
			lines = append(lines, styledLine{l, dim})
		}
		e.note(&p, lines)
	}
	return p
}

// dim is the style of what is suggested or explained.
const dim = "\x1b[2m"

// ghost is the rest of the newest line that begins with what is typed.
func (e *editor) ghost() []styledRune {
	var rest []styledRune
	for _, r := range e.suggestion() {
		if r == '\n' {
			break
		}
		rest = append(rest, styledRune{r, dim})
	}
	return rest
}

func (e *editor) suggestion() string {
	text := e.text()
	if e.plain || e.host.editing.NoPrediction || e.menu != nil || text == "" || e.Pos() != e.Len() {
		return ""
	}
	line := e.history.suggest(text)
	return strings.TrimPrefix(line, text)
}

// press does what a key says.
func (e *editor) press(key keyPress, statement bool) outcome {
	e.help = nil
	if e.search != nil {
		if done := e.pressSearch(key); !done {
			return goOn
		}
	}
	if e.menu != nil {
		if done := e.pressMenu(key); !done {
			return goOn
		}
	}
	if key.kind != keyRune {
		e.typing = false
	}
	switch key.kind {
	case keyRune:
		e.insert(string(key.r), true)
	case keyPaste:
		e.pasted(key.text, statement)
	case keyEnter:
		return e.pressEnter(statement)
	case keyControl:
		if key.r == 'D' && !statement && e.Len() == 0 {
			return goOn // a question wants an answer
		}
		return e.pressControl(key.r, statement)
	case keyAlt:
		e.pressAlt(key.r)
	case keyTab, keyBackTab:
		if statement {
			e.openMenu(key.kind == keyBackTab)
		}
	case keyUp, keyDown:
		e.pressVertical(key.kind == keyUp, statement)
	case keyF1:
		e.explain()
	default:
		e.pressMotion(key)
	}
	return goOn
}

// pasted puts pasted text in. For a single line nothing behind its end counts.
func (e *editor) pasted(text string, statement bool) {
	if !statement {
		text, _, _ = strings.Cut(text, "\n")
	}
	e.insert(text, false)
}

// pressEnter accepts what is complete. A statement that was continued ends with
// an empty line, as at PowerShell's own prompt.
func (e *editor) pressEnter(statement bool) outcome {
	if !statement {
		return accept
	}
	text := e.text()
	if e.collecting {
		if e.Pos() == e.Len() && strings.HasSuffix(text, "\n") {
			return accept
		}
	} else if !incomplete(text) {
		return accept
	}
	e.collecting = true
	if e.Pos() != e.Len() && e.Pos() == e.lineEnd() {
		e.moveTo(e.Len())
	}
	e.insert("\n", false)
	return goOn
}

// pressMotion moves the cursor or deletes.
func (e *editor) pressMotion(key keyPress) {
	switch key.kind {
	case keyLeft:
		if key.modified {
			e.moveTo(e.wordLeft())
		} else {
			e.moveTo(e.Pos() - 1)
		}
	case keyRight:
		e.pressRight(key.modified)
	case keyHome:
		e.moveTo(e.lineStart())
	case keyEnd:
		e.pressEnd()
	case keyDelete:
		if e.Pos() < e.Len() {
			e.change(false, func() { e.Delete() })
		}
	case keyBackspace:
		if key.modified {
			e.cutRange(e.wordLeft(), e.Pos())
		} else if e.Pos() > 0 {
			e.change(false, e.Backspace)
		}
	case keyEscape:
		e.change(false, func() { e.set("", 0) })
		e.collecting = false
	}
}

// pressRight moves right; at the end it takes the suggestion, or a word of it.
func (e *editor) pressRight(word bool) {
	rest := e.suggestion()
	switch {
	case rest != "" && word:
		n := strings.IndexByte(strings.TrimLeft(rest, " "), ' ')
		if n < 0 {
			n = len(rest)
		} else {
			n += len(rest) - len(strings.TrimLeft(rest, " "))
		}
		e.insert(rest[:n], false)
	case rest != "":
		e.insert(rest, false)
	case word:
		e.moveTo(e.wordRight())
	default:
		e.moveTo(e.Pos() + 1)
	}
}

func (e *editor) pressEnd() {
	if rest := e.suggestion(); rest != "" {
		e.insert(rest, false)
		return
	}
	e.moveTo(e.lineEnd())
}

// pressControl does what Ctrl with a letter says.
func (e *editor) pressControl(letter rune, statement bool) outcome {
	switch letter {
	case 'C':
		return interrupt
	case 'D':
		if e.Len() == 0 {
			return endOfInput
		}
		e.pressMotion(keyPress{kind: keyDelete})
	case 'A':
		e.moveTo(e.lineStart())
	case 'E':
		e.pressEnd()
	case 'B':
		e.moveTo(e.Pos() - 1)
	case 'F':
		e.pressRight(false)
	case 'P', 'N':
		e.pressVertical(letter == 'P', statement)
	case 'K':
		e.cutRange(e.Pos(), e.lineEnd())
	case 'U':
		e.cutRange(e.lineStart(), e.Pos())
	case 'W':
		e.cutRange(e.wordLeft(), e.Pos())
	case 'Y':
		e.yank()
	case 'T':
		e.change(false, e.Transpose)
	case '_', 'Z':
		e.back()
	case 'L':
		_, _ = io.WriteString(e.out, "\x1b[H\x1b[2J")
		_ = e.begin(0, e.prompt, e.width)
	case 'R':
		if statement {
			e.search = &search{at: -1, before: snapshot{append([]rune(nil), e.Runes()...), e.Pos()}}
		}
	case 'X':
		e.pressChord()
	}
	return goOn
}

// pressChord is Ctrl-X and the next key: Ctrl-E edits the text in $EDITOR, Ctrl-U
// undoes.
func (e *editor) pressChord() {
	key, err := e.keys.next()
	switch {
	case err != nil || key.kind != keyControl:
	case key.r == 'E':
		e.editOutside()
	case key.r == 'U':
		e.back()
	}
}

// pressAlt does what Alt with a character says.
func (e *editor) pressAlt(r rune) {
	switch r {
	case 'b':
		e.moveTo(e.wordLeft())
	case 'f':
		e.pressRight(true)
	case 'd':
		e.cutRange(e.Pos(), e.wordRight())
	case 'y':
		e.yankPop()
	case '_', 'z', '/':
		e.forward()
	case 'h':
		e.explain()
	case '.':
		if entries := e.history.recent(); len(entries) > 0 {
			e.insert(lastWord(entries[0]), false)
		}
	}
}

// pressVertical moves between the lines of the text, else through the history:
// the lines that begin with what is typed.
func (e *editor) pressVertical(up, statement bool) {
	if e.vertical(up) || !statement {
		return
	}
	if e.place < 0 {
		e.typed = e.text()
	}
	fits := func(line string) bool { return strings.HasPrefix(line, e.typed) && line != e.text() }
	at := e.history.after(e.place, fits)
	if up {
		if at = e.history.before(e.place, fits); at < 0 {
			return
		}
	}
	line := e.typed
	if at >= 0 {
		line = e.history.line(at)
	}
	e.place, e.collecting = at, false
	e.setEnd(line)
}
