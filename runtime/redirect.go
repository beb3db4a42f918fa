package runtime

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/encoding"
	"github.com/csshell/csshell/parser"
)

// redirection is a compiled redirection: of one stream, or all, to a file, to
// nothing or to another stream ("about_Redirection").
type redirection struct {
	from, to parser.RedirectionStream
	file     expression // nil for a merge
	append   bool
}

func (cc *compiler) redirections(list []parser.Redirection) []redirection {
	var out []redirection
	for _, r := range list {
		switch r := r.(type) {
		case *parser.MergingRedirection:
			out = append(out, redirection{from: r.From, to: r.To})
		case *parser.FileRedirection:
			out = append(out, redirection{from: r.From, file: cc.expression(r.Location), append: r.Append})
		}
	}
	return out
}

// redirected is a stage whose streams were redirected; it closes the files.
type redirected struct {
	stage
	streams Streams
	files   []OutputFile
}

// OutputRequest says which file objects are shown in, and how.
type OutputRequest struct {
	Path     string
	Append   bool
	Encoding *encoding.Encoding // nil for UTF-8 without a mark
}

// OutputFile is a file that redirected objects are rendered into.
type OutputFile interface {
	Write(v objects.Value) error
	Close() error
}

// redirect opens the files and gives the streams that write into them.
func (f *frame) redirect(list []redirection, streams *Streams) (*redirected, error) {
	r := &redirected{streams: *streams}
	for _, one := range list {
		if one.file == nil {
			r.merge(one.from, one.to)
			continue
		}
		if err := f.redirectToFile(r, one); err != nil {
			r.closeFiles()
			return nil, err
		}
	}
	return r, nil
}

func (f *frame) redirectToFile(r *redirected, one redirection) error {
	v, err := one.file(f)
	if err != nil {
		return err
	}
	if v.IsNull() {
		r.assign(one.from, func(objects.Value) error { return nil })
		return nil
	}
	name, err := f.session.Types.Text(v, " ")
	if err != nil {
		return err
	}
	file, err := f.session.openFile(f.session, OutputRequest{Path: name, Append: one.append})
	if err != nil {
		return err
	}
	r.files = append(r.files, file)
	r.assign(one.from, file.Write)
	return nil
}

func (r *redirected) assign(from parser.RedirectionStream, sink Sink) {
	if from != parser.StreamAll {
		r.streams[from] = sink
		return
	}
	for i := range r.streams {
		r.streams[i] = sink
	}
}

func (r *redirected) merge(from, to parser.RedirectionStream) {
	r.assign(from, r.streams[max(to, parser.StreamOutput)])
}

func (r *redirected) close() error {
	var err error
	if r.stage != nil {
		err = r.stage.close()
	}
	if closing := r.closeFiles(); err == nil {
		err = closing
	}
	return err
}

func (r *redirected) closeFiles() error {
	var first error
	for _, file := range r.files {
		if err := file.Close(); err != nil && first == nil {
			first = err
		}
	}
	r.files = nil
	return first
}

// redirected compiles an expression statement with redirections.
func (cc *compiler) redirected(list []parser.Redirection, write statement) statement {
	compiled := cc.redirections(list)
	return func(f *frame) error {
		r, err := f.redirect(compiled, f.streams)
		if err != nil {
			return err
		}
		inner := *f
		inner.streams = &r.streams
		err = write(&inner)
		if closing := r.closeFiles(); err == nil {
			err = closing
		}
		return err
	}
}
