package format

import (
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// pager stops after each page (Out-Host -Paging).
type pager struct {
	host  runtime.Host
	lines int // on the page
}

const pagePrompt = "<SPACE> next page; <CR> next line; Q quit"

// turn makes room for lines; where the page is full it asks first. Its error
// ends the output when the answer is to quit.
func (p *pager) turn(lines int) error {
	_, height := p.host.Size()
	if !p.host.Interactive() || height < 2 || p.lines+lines < height {
		p.lines += lines
		return nil
	}
	answer, err := p.host.ReadLine(pagePrompt, false)
	if err != nil {
		return err
	}
	switch {
	case strings.HasPrefix(strings.ToLower(answer), "q"):
		return haltPaging()
	case answer == "":
		p.lines-- // one more line
	default:
		p.lines = lines
	}
	return nil
}

// haltPaging is the error that ends the command at the user's wish.
func haltPaging() error {
	return objects.NewException(objects.HaltCommandException, "The command was stopped by the user.")
}
