package management

import (
	"bufio"
	"errors"
	"io"
	"os"
	"strings"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// errEnough ends the reading of a file.
var errEnough = errors.New("enough was read")

// file reads an open file as the parameters say.
func (c *GetContent) file(rt *runtime.CommandRuntime, p runtime.ItemPath, file *os.File) error {
	out := &batches{rt: rt, notes: p.ContentNotes(), size: 1, left: -1}
	if c.ReadCount.Bound {
		out.size = max(0, c.ReadCount.Value)
	}
	if c.TotalCount.Bound {
		out.left = c.TotalCount.Value
	}
	if out.left == 0 {
		return nil
	}
	var read func(use func(objects.Value) error) error
	if c.AsByteStream {
		if c.Raw {
			return c.allBytes(rt, file)
		}
		out.notes, out.of = nil, objects.ByteType
		read = func(use func(objects.Value) error) error { return eachByte(file, use) }
	} else {
		text, err := c.Encoding.Reader(file)
		if err != nil {
			return err
		}
		if c.Raw {
			return c.allText(rt, p, text)
		}
		lines := bufio.NewReaderSize(text, 64<<10)
		read = func(use func(objects.Value) error) error {
			return eachLine(lines, c.Delimiter, func(line string) error { return use(objects.String(strings.ToValidUTF8(line, "\uFFFD"))) })
		}
	}
	if c.Tail.Bound {
		if err := tail(read, c.Tail.Value, out.add); err != nil {
			return err
		}
	} else if err := read(out.add); err != nil && !errors.Is(err, errEnough) {
		return err
	}
	if err := out.flush(); err != nil || !bool(c.Wait) {
		return err
	}
	return follow(rt, func() error {
		if err := read(out.add); err != nil {
			return err
		}
		return out.flush()
	})
}

// followEvery is how often a file is looked at for more (-Wait).
const followEvery = 200 * time.Millisecond

// follow reads what is added to a file until the command is stopped.
func follow(rt *runtime.CommandRuntime, more func() error) error {
	for {
		if err := rt.Sleep(followEvery); err != nil {
			return err
		}
		if err := more(); err != nil && !errors.Is(err, errEnough) {
			return err
		}
	}
}

func (c *GetContent) allBytes(rt *runtime.CommandRuntime, file *os.File) error {
	all, err := io.ReadAll(file)
	if err != nil {
		return err
	}
	items := make([]objects.Value, len(all))
	for i, b := range all {
		items[i] = objects.Word(objects.ByteType, uint64(b))
	}
	return rt.WriteObject(objects.Of(objects.NewArray(objects.ByteType, items)))
}

func (c *GetContent) allText(rt *runtime.CommandRuntime, p runtime.ItemPath, text io.Reader) error {
	all, err := io.ReadAll(text)
	if err != nil || len(all) == 0 {
		return err
	}
	v := objects.String(strings.ToValidUTF8(string(all), "\uFFFD"))
	return rt.WriteObject(p.ContentNotes().Noted(v, 1))
}

// batches write what is read: one by one, or so many at a time as a list.
type batches struct {
	rt    *runtime.CommandRuntime
	notes *runtime.ContentNotes // nil for values that carry none
	of    *objects.Type         // of the lists' elements; nil for any
	size  int64                 // 0 for all at once
	left  int64                 // of -TotalCount; -1 for all
	count int64
	held  []objects.Value
}

func (b *batches) add(v objects.Value) error {
	b.count++
	b.left--
	var err error
	if b.size == 1 {
		err = b.rt.WriteObject(b.noted(v))
	} else if b.held = append(b.held, v); int64(len(b.held)) == b.size {
		err = b.flush()
	}
	if err == nil && b.left == 0 {
		return errEnough
	}
	return err
}

func (b *batches) noted(v objects.Value) objects.Value {
	if b.notes == nil {
		return v
	}
	return b.notes.Noted(v, b.count)
}

// flush writes what is held back.
func (b *batches) flush() error {
	if len(b.held) == 0 {
		return nil
	}
	of := b.of
	if of == nil {
		of = objects.ObjectType
	}
	v := objects.Of(objects.NewArray(of, b.held))
	b.held = nil
	return b.rt.WriteObject(b.noted(v))
}

// tail uses the last n values of what is read.
func tail(read func(use func(objects.Value) error) error, n int, use func(objects.Value) error) error {
	if n == 0 {
		return read(func(objects.Value) error { return nil })
	}
	var ring []objects.Value
	at := 0
	err := read(func(v objects.Value) error {
		if len(ring) < n {
			ring = append(ring, v)
			return nil
		}
		ring[at] = v
		at = (at + 1) % n
		return nil
	})
	if err != nil {
		return err
	}
	for i := range ring {
		if err := use(ring[(at+i)%len(ring)]); err != nil {
			return err
		}
	}
	return nil
}

func eachByte(r io.Reader, use func(objects.Value) error) error {
	in := bufio.NewReaderSize(r, 64<<10)
	for {
		b, err := in.ReadByte()
		if err == io.EOF {
			return nil
		}
		if err != nil {
			return err
		}
		if err := use(objects.Word(objects.ByteType, uint64(b))); err != nil {
			return err
		}
	}
}

// eachLine uses each line of a text, which "\n", "\r" or both end, or each piece
// that ends with a delimiter; both without their end.
func eachLine(r *bufio.Reader, delimiter string, use func(string) error) error {
	end := byte('\n')
	if delimiter != "" {
		end = delimiter[len(delimiter)-1]
	}
	var held strings.Builder
	for {
		part, err := r.ReadString(end)
		if err != nil && err != io.EOF {
			return err
		}
		if delimiter == "" {
			if used := splitReturns(part, use); used != nil {
				return used
			}
		} else if held.WriteString(part); strings.HasSuffix(held.String(), delimiter) || err == io.EOF && held.Len() > 0 {
			text := held.String()
			held.Reset()
			if used := use(strings.TrimSuffix(text, delimiter)); used != nil {
				return used
			}
		}
		if err == io.EOF {
			return nil
		}
	}
}

// splitReturns uses the lines of a text that ends with its only "\n", or at the
// end of the file: a "\r" by itself ends a line too.
func splitReturns(text string, use func(string) error) error {
	if text == "" {
		return nil
	}
	if body, ok := strings.CutSuffix(text, "\n"); ok {
		text = strings.TrimSuffix(body, "\r")
	} else {
		text = strings.TrimSuffix(text, "\r")
	}
	for {
		line, rest, more := strings.Cut(text, "\r")
		if err := use(line); err != nil || !more {
			return err
		}
		text = rest
	}
}
