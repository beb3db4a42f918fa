package view

import (
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
)

const ellipsis = "…"

// display is the text of a value where a view shows it: a list in braces, up
// to the limit, anything else as its own text.
func (c *Context) display(v objects.Value) (string, error) {
	if e := c.enumerable(v); e != nil {
		return c.displayList(e)
	}
	return c.text(v)
}

// enumerable is the sequence a view shows of v; unlike the pipeline it also
// takes dictionaries apart. It is nil for a value that stays whole.
func (c *Context) enumerable(v objects.Value) objects.Enumerable {
	if v.Kind() != objects.KindObject {
		return nil
	}
	base := v.Base()
	if h, ok := base.Ref().(*objects.Hashtable); ok {
		return c.entries(h)
	}
	e, _ := objects.Enumeration(base)
	return e
}

// stopEnumeration ends an Enumerate that has shown enough.
type stopEnumeration struct{}

// Error names the jump; no user ever sees it.
func (stopEnumeration) Error() string { return "enough elements" }

func (c *Context) displayList(e objects.Enumerable) (string, error) {
	var b strings.Builder
	b.WriteByte('{')
	n := 0
	err := e.Enumerate(func(v objects.Value) error {
		if c.Limit >= 0 && n == c.Limit {
			b.WriteString(ellipsis)
			return stopEnumeration{}
		}
		if n > 0 {
			b.WriteString(", ")
		}
		n++
		s, err := c.elementName(v)
		b.WriteString(s)
		return err
	})
	if _, enough := err.(stopEnumeration); err != nil && !enough {
		return "", err
	}
	b.WriteByte('}')
	return b.String(), nil
}

// elementName is what stands for an element of a list: its own text where its
// type has one, else its name or id, if it has one.
func (c *Context) elementName(v objects.Value) (string, error) {
	if v.IsNull() {
		return "$null", nil
	}
	if hasOwnText(v) {
		return c.text(v)
	}
	if name := displayProperty(c.Types, v); name != "" {
		named, ok, err := c.Types.GetProperty(v, name)
		if ok && err == nil {
			return c.text(named)
		}
	}
	s, err := c.text(v)
	if s == "" && err == nil {
		s = v.Type().FullName
	}
	return s, err
}

// hasOwnText reports whether the type of v says itself what ToString gives,
// rather than to inherit it.
func hasOwnText(v objects.Value) bool {
	if v.Kind() != objects.KindObject {
		return true
	}
	switch v.Ref().(type) {
	case *objects.PSObject, *objects.DictionaryEntry, objects.RuntimeType:
		return true
	case objects.Stringer:
		return !inheritsText(v.Type())
	}
	return false
}

// inheritsText reports whether t has its ToString from one of the bases that
// write one for all their children.
func inheritsText(t *objects.Type) bool {
	for b := t.BaseType(); b != nil; b = b.BaseType() {
		switch b.FullName {
		case "System.Exception", "System.IO.FileSystemInfo", "System.Text.RegularExpressions.Capture",
			"System.Management.Automation.CommandInfo":
			return true
		}
	}
	return false
}

// text is v.ToString() in the culture of the session, with the digits that
// PowerShell gives floating-point numbers.
func (c *Context) text(v objects.Value) (string, error) {
	switch v.Kind() {
	case objects.KindString:
		s, _ := v.Str()
		return s, nil
	case objects.KindNull:
		return "", nil
	case objects.KindBoolean:
		if v.Bool() {
			return "True", nil
		}
		return "False", nil
	case objects.KindDouble:
		return c.Types.ToString(v, "G15")
	case objects.KindSingle:
		return c.Types.ToString(v, "G7")
	case objects.KindInt32, objects.KindInt64:
		if n := v.Int64(); n >= 0 {
			return strconv.FormatInt(n, 10), nil
		}
	case objects.KindObject:
		return c.objectText(v)
	}
	return c.Types.ToString(v, "")
}

func (c *Context) objectText(v objects.Value) (string, error) {
	if e, ok := v.Ref().(*objects.DictionaryEntry); ok {
		return c.entryText(e)
	}
	if p, ok := v.Ref().(*objects.PSObject); ok {
		if p.IsCustom() || p.Shape().Slot("ToString") >= 0 {
			return c.Types.Text(v, " ")
		}
		return c.text(p.BaseValue())
	}
	_, isType := v.Ref().(objects.RuntimeType)
	if isType || v.Type().DerivesFrom(objects.FormattableType) {
		return c.Types.ToString(v, "")
	}
	return c.Types.Text(v, " ")
}

// tableText is the text of a value in a table of properties: fractional
// numbers get as many decimals as the culture gives by default (format "F").
func (c *Context) tableText(v objects.Value) (string, error) {
	base := v.Base()
	switch base.Kind() {
	case objects.KindDouble, objects.KindSingle:
		return c.Types.ToString(base, "F")
	case objects.KindObject:
		if base.Type() == objects.DecimalType {
			return c.Types.ToString(base, "F")
		}
	}
	return c.display(v)
}

// formatted is the text of a value under a format string: a composite one
// ("{0:N2} MB") or the value's own ("N2"). Where the value or the culture
// cannot follow it, it is the plain text.
func (c *Context) formatted(v objects.Value, format string) (string, error) {
	if format == "" || v.IsNull() {
		return c.display(v)
	}
	var s string
	var err error
	if strings.Contains(format, "{0") && strings.Contains(format, "}") {
		s, err = c.Types.Format(format, []objects.Value{v})
	} else {
		s, err = c.Types.ToString(v, format)
	}
	if err != nil {
		return c.display(v)
	}
	return s, nil
}
