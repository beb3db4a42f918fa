package clixml

import (
	"context"
	"encoding/base64"
	"iter"
	"strconv"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/markup"
	"github.com/csshell/csshell/objects/xml"
)

// reader makes the objects of a document.
type reader struct {
	ctx    context.Context
	types  *objects.TypeTable
	simple map[string]string // the type's name by the element's
	places map[string]objects.Value
	names  map[string][]string
}

// Read gives the objects of a document one by one; errors are XmlExceptions.
func Read(ctx context.Context, types *objects.TypeTable, text string) iter.Seq2[objects.Value, error] {
	return func(yield func(objects.Value, error) bool) {
		for item, err := range ReadStreams(ctx, types, text) {
			if !yield(item.Value, err) {
				return
			}
		}
	}
}

// Item is an object with the stream that it comes from, in lower case; "" for none.
type Item struct {
	Stream string
	Value  objects.Value
}

// ReadStreams is Read that tells the streams.
func ReadStreams(ctx context.Context, types *objects.TypeTable, text string) iter.Seq2[Item, error] {
	return func(yield func(Item, error) bool) {
		root, err := rootOf(text)
		if err != nil {
			yield(Item{}, err)
			return
		}
		r := &reader{ctx: ctx, types: types, simple: map[string]string{}, places: map[string]objects.Value{}, names: map[string][]string{}}
		for _, s := range simple() {
			r.simple[s.element] = s.name
		}
		for n := range elements(root) {
			v, err := r.value(n, 0)
			if !yield(Item{strings.ToLower(attribute(n, "S")), v}, err) || err != nil {
				return
			}
		}
	}
}

// rootOf reads the document and finds its root element, Objs.
func rootOf(text string) (*markup.Node, error) {
	document, err := markup.Parse(text, markup.Options{})
	if err != nil {
		return nil, objects.NewException(xml.ExceptionType, err.Error())
	}
	root := document.Root()
	if root == nil || root.Local != "Objs" || root.Space != space {
		place := ""
		if root != nil {
			before := text[:strings.Index(text, "<"+root.Name())+1]
			start := strings.LastIndexByte(before, '\n') + 1
			place = " Line " + strconv.Itoa(strings.Count(before, "\n")+1) + ", position " + strconv.Itoa(len(before)-start+1) + "."
		}
		return nil, objects.NewException(xml.ExceptionType, "Element 'Objs' with namespace name '"+space+"' was not found."+place)
	}
	return root, nil
}

// elements are the elements in an element.
func elements(n *markup.Node) iter.Seq[*markup.Node] {
	return func(yield func(*markup.Node) bool) {
		for c := n.First; c != nil; c = c.Next {
			if c.Kind == markup.Element && !yield(c) {
				return
			}
		}
	}
}

func attribute(n *markup.Node, name string) string {
	if a := n.Attr(name); a != nil {
		return a.Data
	}
	return ""
}

func malformed(what string) error {
	return objects.NewException(xml.ExceptionType, "Cannot process the XML because of the element \""+what+"\".")
}

// value reads one element.
func (r *reader) value(n *markup.Node, nesting int) (objects.Value, error) {
	if nesting > 2*maxNesting {
		return objects.Null, malformed(n.Local)
	}
	switch n.Local {
	case "Nil":
		return objects.Null, nil
	case "Ref":
		return r.places[attribute(n, "RefId")], nil
	case "Obj":
		return r.object(n, nesting)
	}
	name, ok := r.simple[n.Local]
	if !ok {
		return objects.Null, malformed(n.Local)
	}
	return r.simpleValue(n.Local, name, decode(n.InnerText()))
}

func (r *reader) simpleValue(element, name, text string) (objects.Value, error) {
	switch element {
	case "S", "SBK":
		return objects.String(text), nil
	case "C":
		unit, err := strconv.ParseUint(strings.TrimSpace(text), 10, 16)
		if err != nil {
			return objects.Null, malformed(element)
		}
		return objects.Char(uint16(unit)), nil
	case "BA":
		raw, err := base64.StdEncoding.DecodeString(strings.TrimSpace(text))
		if err != nil {
			return objects.Null, malformed(element)
		}
		return objects.Of(objects.Bytes(raw)), nil
	case "SS":
		secret, ok := automation.SecureStringOfHex(strings.TrimSpace(text))
		if !ok {
			return objects.Null, malformed(element)
		}
		return objects.Of(secret), nil
	case "XD":
		return xml.FromText(text)
	}
	t, ok := r.types.Lookup(name, nil)
	if !ok {
		return objects.Null, malformed(element)
	}
	switch element {
	case "DT":
		roundTrip := objects.Int32(128) // DateTimeStyles.RoundtripKind
		return r.types.InvokeStatic(r.ctx, t, objects.Invocation{Name: "Parse", Args: []objects.Value{objects.String(strings.TrimSpace(text)), objects.Null, roundTrip}})
	case "Db", "Sg":
		if n, err := strconv.ParseFloat(strings.Replace(strings.TrimSpace(text), "INF", "Inf", 1), 64); err == nil {
			return r.types.Convert(objects.Double(n), t)
		}
	case "URI", "Version", "G":
		return r.types.Convert(objects.String(strings.TrimSpace(text)), t)
	}
	return xml.ParseSimple(r.types, text, t)
}

// object reads an Obj: a value with members of its own, a list, a dictionary, or what
// is left of a live object.
func (r *reader) object(n *markup.Node, nesting int) (objects.Value, error) {
	o := &draft{reader: r, nesting: nesting, id: attribute(n, "RefId")}
	for c := range elements(n) {
		if err := o.part(c); err != nil {
			return objects.Null, err
		}
	}
	if o.into == nil {
		o.begin(objects.Null)
	}
	if enum := o.value.Type(); enum == objects.Int32Type && o.hasText {
		o.into.SetNote("Value", objects.String(o.text))
	}
	made := r.revive(o)
	r.places[o.id] = made
	return made, nil
}

// draft is an object that is being read.
type draft struct {
	*reader
	nesting int
	id      string
	names   []string
	text    string
	hasText bool
	value   objects.Value // a list, a dictionary, a simple value; $null for none
	into    *objects.PSObject
}

// part reads one child of an Obj.
func (o *draft) part(n *markup.Node) (err error) {
	switch n.Local {
	case "TN":
		for t := range elements(n) {
			o.names = append(o.names, decode(t.InnerText()))
		}
		o.reader.names[attribute(n, "RefId")] = o.names
	case "TNRef":
		o.names = o.reader.names[attribute(n, "RefId")]
	case "ToString":
		o.text, o.hasText = decode(n.InnerText()), true
	case "DCT":
		return o.dictionary(n)
	case "LST", "IE", "QUE", "STK":
		return o.list(n)
	case "Props", "MS":
		return o.members(n)
	default:
		v, err := o.reader.value(n, o.nesting+1)
		if err != nil {
			return err
		}
		o.begin(v)
	}
	return err
}

// begin makes the object that members are added to, so that they may refer to it.
func (o *draft) begin(v objects.Value) {
	o.value = v
	switch {
	case !v.IsNull():
		o.into = objects.Wrap(v)
	case o.isCustom() || o.names == nil:
		o.into = objects.NewCustomObject()
	default:
		o.into = objects.Wrap(objects.Of(liveObject{o.text}))
	}
	if o.names != nil {
		names := make([]string, len(o.names))
		for i, name := range o.names {
			names[i] = "Deserialized." + strings.TrimPrefix(name, "Deserialized.")
		}
		o.into.SetTypeNames(names)
	}
	o.places[o.id] = objects.Of(o.into)
}

// isCustom reports whether the object was a [pscustomobject].
func (o *draft) isCustom() bool {
	for _, name := range o.names {
		if strings.TrimPrefix(name, "Deserialized.") == objects.PSCustomObjectType.FullName {
			return true
		}
	}
	return false
}

func (o *draft) members(n *markup.Node) error {
	if o.into == nil {
		o.begin(objects.Null)
	}
	for c := range elements(n) {
		v, err := o.reader.value(c, o.nesting+1)
		if err != nil {
			return err
		}
		o.into.SetNote(decode(attribute(c, "N")), v)
	}
	return nil
}

func (o *draft) list(n *markup.Node) error {
	list := objects.NewList(objects.ArrayListType, nil)
	o.begin(objects.Of(list))
	for c := range elements(n) {
		v, err := o.reader.value(c, o.nesting+1)
		if err != nil {
			return err
		}
		list.Add(v)
	}
	return nil
}

func (o *draft) dictionary(n *markup.Node) error {
	h := objects.NewHashtable()
	for _, name := range o.names {
		if strings.HasSuffix(name, "System.Collections.Specialized.OrderedDictionary") {
			h = objects.NewOrdered()
		}
	}
	o.begin(objects.Of(h))
	for entry := range elements(n) {
		var key, value objects.Value
		for c := range elements(entry) {
			v, err := o.reader.value(c, o.nesting+1)
			if err != nil {
				return err
			}
			if attribute(c, "N") == "Key" {
				key = v
			} else {
				value = v
			}
		}
		if key.IsNull() {
			return malformed("En")
		}
		h.Set(key, value)
	}
	return nil
}

// revive makes live objects again of the few types that PowerShell does it for.
func (r *reader) revive(o *draft) objects.Value {
	made := objects.Of(o.into)
	if len(o.names) == 0 {
		return made
	}
	switch o.names[0] {
	case "System.Management.Automation.PSCredential":
		name, _ := o.into.Note("UserName")
		password, _ := o.into.Note("Password")
		if secret, ok := objects.As[*automation.SecureString](password); ok {
			user, _ := name.Str()
			return objects.Of(&automation.PSCredential{UserName: user, Password: secret})
		}
	case "System.Net.IPAddress", "System.Net.Mail.MailAddress", "System.Globalization.CultureInfo":
		if t, ok := r.types.Lookup(o.names[0], nil); ok && o.hasText {
			if v, err := r.types.Convert(objects.String(o.text), t); err == nil {
				return v
			}
		}
	}
	return made
}
