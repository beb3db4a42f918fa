package management

import (
	"math"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/io"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// GetChildItem lists what containers hold.
type GetChildItem struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Items"`

	Path          []string                 `param:"ParameterSetName=Items,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName"`
	LiteralPath   []string                 `param:"ParameterSetName=LiteralItems,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP"`
	Filter        string                   `param:"Position=1"`
	Include       []string                 `param:""`
	Exclude       []string                 `param:""`
	Recurse       runtime.SwitchParameter  `param:"Alias=s,Alias=r"`
	Depth         runtime.Optional[uint32] `param:""`
	Force         runtime.SwitchParameter  `param:""`
	Name          runtime.SwitchParameter  `param:""`
	Attributes    attributeFilter          `param:"Dynamic" type:"System.Management.Automation.FlagsExpression[System.IO.FileAttributes]"`
	FollowSymlink runtime.SwitchParameter  `param:"Dynamic"`
	Directory     runtime.SwitchParameter  `param:"Dynamic,Alias=ad"`
	File          runtime.SwitchParameter  `param:"Dynamic,Alias=af"`
	Hidden        runtime.SwitchParameter  `param:"Dynamic,Alias=ah,Alias=h"`
	ReadOnly      runtime.SwitchParameter  `param:"Dynamic,Alias=ar"`
	System        runtime.SwitchParameter  `param:"Dynamic,Alias=as"`

	sel runtime.Selection
}

// BeginProcessing reads the patterns.
func (c *GetChildItem) BeginProcessing(*runtime.CommandRuntime) (err error) {
	f := filters{c.Filter, c.Include, c.Exclude}
	if c.sel, err = f.selection(c.Force || c.Hidden || runtime.SwitchParameter(c.Attributes.wantsHidden())); err == nil {
		c.sel.Accept = c.accepts
	}
	return err
}

// accepts picks items by their attributes.
func (c *GetChildItem) accepts(item runtime.Item) bool {
	if c.Directory != c.File && bool(c.Directory) != item.Container {
		return false
	}
	if !bool(c.Hidden || c.ReadOnly || c.System) && c.Attributes.empty() {
		return true
	}
	info, ok := objects.As[*io.Info](item.Value)
	if !ok {
		return true
	}
	bits := info.Attributes()
	for _, want := range [...]struct {
		is  runtime.SwitchParameter
		bit uint64
	}{{c.Hidden, io.HiddenAttribute}, {c.ReadOnly, io.ReadOnlyAttribute}, {c.System, io.SystemAttribute}} {
		if want.is && bits&want.bit == 0 {
			return false
		}
	}
	return c.Attributes.match(bits)
}

// ProcessRecord lists each container; what is none lists itself.
func (c *GetChildItem) ProcessRecord(rt *runtime.CommandRuntime) error {
	path := c.Path
	if len(path) == 0 && len(c.LiteralPath) == 0 {
		path = []string{""}
	}
	for i, text := range list(path, c.LiteralPath) {
		if text == "" {
			text = "."
		}
		l := &lister{c: c, rt: rt, sel: c.sel, depth: c.depth()}
		l.sel.Literal = i >= len(path)
		if err := rt.WriteProviderError(l.list(text)); err != nil {
			return err
		}
	}
	return nil
}

// depth is how many levels below the first are listed.
func (c *GetChildItem) depth() int {
	switch {
	case c.Depth.Bound:
		return int(min(c.Depth.Value, math.MaxInt32))
	case bool(c.Recurse):
		return math.MaxInt32
	}
	return 0
}

// lister lists one path of Get-ChildItem.
type lister struct {
	c     *GetChildItem
	rt    *runtime.CommandRuntime
	sel   runtime.Selection
	depth int
}

// recurses reports whether more than one level is listed.
func (l *lister) recurses() bool { return bool(l.c.Recurse) || l.c.Depth.Bound }

// list lists a path. With -Recurse the last part of one that is no container is
// what to look for below the one before; without, -Exclude alone narrows what a
// container holds, while wildcards and -Include give items themselves.
func (l *lister) list(text string) error {
	s := l.rt.Session()
	if l.recurses() && !l.sel.Literal {
		if err := l.splitPattern(&text); err != nil {
			return err
		}
	} else if len(l.sel.Exclude) > 0 && len(l.sel.Include) == 0 && !l.sel.Literal && !wildcard.ContainsWildcards(text) {
		text = strings.TrimRight(text, `/\`) + "/*"
	}
	top := l.sel
	if l.recurses() {
		top.Include, top.Exclude = nil, nil
	}
	found, ok, err := s.Glob(text, top)
	if err != nil {
		return err
	}
	if !ok {
		return runtime.PathNotFound(pathAt(l.rt, text, found))
	}
	globbed := top.Globs(text)
	for _, p := range found {
		if err := l.rt.WriteProviderError(l.one(p, globbed)); err != nil {
			return err
		}
	}
	return nil
}

// splitPattern takes the last part of a path that leads to no container as what
// to include.
func (l *lister) splitPattern(text *string) error {
	p, err := l.rt.Session().ParsePath(*text)
	if err != nil || !p.Provider.Navigation {
		return err
	}
	slashed := runtime.Slashed(*text)
	cut := strings.LastIndexByte(slashed, '/') + 1
	leaf := slashed[cut:]
	if leaf == "*" {
		*text = orHere(slashed[:cut])
		return nil
	}
	if item, err := p.Provider.Provider.Item(l.rt.Session(), wildcard.Unescape(p.Path), runtime.ItemOptions{Force: true}); leaf == "" || err == nil && item.Container {
		return nil
	}
	if len(l.sel.Include) > 0 || cut == 0 && !wildcard.ContainsWildcards(leaf) && !p.Provider.Provider.Exists(l.rt.Session(), p.Path) {
		return nil
	}
	w, err := wildcard.Compile(leaf, true)
	if err == nil {
		l.sel.Include = []*wildcard.Pattern{w}
		*text = orHere(slashed[:cut])
	}
	return err
}

func orHere(dir string) string {
	if dir == "" {
		return "."
	}
	return dir
}

// one lists an item: what it holds, or itself.
func (l *lister) one(p runtime.ItemPath, globbed bool) error {
	provider := p.Provider.Provider
	item, err := provider.Item(l.rt.Session(), p.Path, l.sel.ItemOptions)
	if err != nil {
		return err
	}
	if !item.Container || globbed && !l.recurses() {
		if !l.c.accepts(item) {
			return nil
		}
		return l.write(p, item, "")
	}
	if len(l.sel.Include)+len(l.sel.Exclude) > 0 {
		return l.matching(p, "", l.depth)
	}
	return l.level(p, "", l.depth)
}

// level lists what a container holds, then what the containers in it hold.
func (l *lister) level(p runtime.ItemPath, prefix string, depth int) error {
	children, err := p.Provider.Provider.Children(l.rt.Session(), p.Path, l.sel.ItemOptions)
	if err != nil {
		return err
	}
	for _, c := range children {
		if err := l.write(p.At(c.Path), c, prefix); err != nil {
			return err
		}
	}
	if depth == 0 {
		return nil
	}
	if l.sel.Filter != "" || bool(l.c.File) || !l.c.Attributes.empty() || bool(l.c.Hidden) || bool(l.c.ReadOnly) || bool(l.c.System) {
		if children, err = l.containers(p); err != nil {
			return err
		}
	}
	for _, c := range children {
		if !c.Container || l.isLink(c) {
			continue
		}
		if err := l.rt.WriteProviderError(l.level(p.At(c.Path), prefix+c.Name+"/", depth-1)); err != nil {
			return err
		}
	}
	return nil
}

// containers are the containers to go down into, whatever is listed of them.
func (l *lister) containers(p runtime.ItemPath) ([]runtime.Item, error) {
	return p.Provider.Provider.Children(l.rt.Session(), p.Path, runtime.ItemOptions{
		Force: l.sel.Force, Accept: func(item runtime.Item) bool { return item.Container },
	})
}

// isLink reports whether a container is a link that is not followed.
func (l *lister) isLink(item runtime.Item) bool {
	info, ok := objects.As[*io.Info](item.Value)
	return ok && !bool(l.c.FollowSymlink) && info.IsLink()
}

// matching lists the items whose names -Include and -Exclude pick, each followed
// by what it holds.
func (l *lister) matching(p runtime.ItemPath, prefix string, depth int) error {
	all, err := p.Provider.Provider.Children(l.rt.Session(), p.Path, runtime.ItemOptions{Force: l.sel.Force, Filter: l.sel.Filter})
	if err != nil {
		return err
	}
	for _, c := range all {
		child := p.At(c.Path)
		if l.sel.Picks(c.Name) && l.c.accepts(c) {
			if err := l.write(child, c, prefix); err != nil {
				return err
			}
		}
		if depth == 0 || !c.Container || l.isLink(c) {
			continue
		}
		if err := l.rt.WriteProviderError(l.matching(child, prefix+c.Name+"/", depth-1)); err != nil {
			return err
		}
	}
	return nil
}

func (l *lister) write(p runtime.ItemPath, item runtime.Item, prefix string) error {
	if l.c.Name {
		return l.rt.WriteObject(objects.String(prefix + item.Name))
	}
	return l.rt.WriteItem(p, item)
}
