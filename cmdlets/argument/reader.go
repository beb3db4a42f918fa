package argument

import (
	"bufio"
	"io"
	"strings"

	"github.com/csshell/csshell/objects/encoding"
)

// Reader gives the text of a file: as its byte order mark says, else in the
// encoding given, UTF-8 where none was. UTF-8 is read as it comes, other
// encodings at once.
func (e *Encoding) Reader(r io.Reader) (io.Reader, error) {
	in := bufio.NewReaderSize(r, 64<<10)
	head, _ := in.Peek(4)
	marked := encoding.Detect(head)
	if marked == nil {
		marked = e.OrUTF8()
	} else if _, err := in.Discard(len(marked.Preamble)); err != nil {
		return nil, err
	}
	if marked.CodePage == encoding.UTF8(false).CodePage {
		return in, nil
	}
	all, err := io.ReadAll(in)
	if err != nil {
		return nil, err
	}
	return strings.NewReader(marked.Decode(all)), nil
}
