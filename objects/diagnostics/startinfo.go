package diagnostics

import (
	"errors"
	"io/fs"
	"os"
	"os/exec"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/encoding"
	"github.com/csshell/csshell/objects/io"
	"github.com/csshell/csshell/objects/system"
)

// The types of programs that are to be started.
var (
	StartInfoType   = &objects.Type{FullName: "System.Diagnostics.ProcessStartInfo", Kind: objects.KindObject, Attributes: objects.SealedAttr}
	windowStyleType = objects.ValuedEnum("System.Diagnostics.ProcessWindowStyle", []int64{0, 1, 2, 3}, "Normal", "Hidden", "Minimized", "Maximized")
)

// startInfo says which program a process is to run, and how.
type startInfo struct {
	file, arguments, directory value
	list                       *objects.List
	environment                *objects.Hashtable // made when it is asked for
	kept                       map[string]value   // of properties that change nothing here
	redirects                  [3]bool            // of input, output and errors
}

// Type is System.Diagnostics.ProcessStartInfo.
func (*startInfo) Type() *objects.Type { return StartInfoType }

func newStartInfo(file, arguments value) *startInfo {
	return &startInfo{
		file: file, arguments: arguments, directory: objects.String(""), kept: map[string]value{},
		list: objects.NewList(objects.MakeGeneric(objects.CollectionOpenType, objects.StringType), nil),
	}
}

// words are the arguments: those of the list, else the text split at blanks, with
// quotes around what holds some.
func (i *startInfo) words() []string {
	var words []string
	for _, v := range i.list.Items() {
		s, _ := v.Str()
		words = append(words, s)
	}
	if text, _ := i.arguments.Str(); len(words) == 0 {
		words = split(text)
	}
	return words
}

// split cuts a command line into words as .NET does: quotes join, a backslash keeps
// a quote.
func split(text string) []string {
	var words []string
	var word strings.Builder
	begun, quoted := false, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\\' && i+1 < len(text) && text[i+1] == '"':
			i++
			word.WriteByte('"')
			begun = true
		case c == '"':
			quoted, begun = !quoted, true
		case (c == ' ' || c == '\t') && !quoted:
			if begun {
				words = append(words, word.String())
				word.Reset()
			}
			begun = false
		default:
			word.WriteByte(c)
			begun = true
		}
	}
	if begun {
		words = append(words, word.String())
	}
	return words
}

// variables is the environment that the program will have.
func (i *startInfo) variables(tt *objects.TypeTable) *objects.Hashtable {
	if i.environment == nil {
		i.environment = objects.NewDictionary(objects.MakeGeneric(objects.DictionaryOpenType, objects.StringType, objects.StringType), false)
		for _, name := range tt.Environment().Names() {
			text, _ := tt.Environment().Get(name)
			i.environment.Set(objects.String(name), objects.String(text))
		}
	}
	return i.environment
}

// start runs the program; p becomes its process.
func (i *startInfo) start(c *call, p *Process) error {
	file, _ := i.file.Str()
	if file == "" {
		return objects.NewException(objects.InvalidOperationException, "Cannot start process because a file name has not been provided.")
	}
	cmd := exec.Command(file, i.words()...)
	cmd.Dir, _ = i.directory.Str()
	i.variables(c.Types).Each(func(k, v value) bool {
		name, _ := k.Str()
		text, _ := v.Str()
		cmd.Env = append(cmd.Env, name+"="+text)
		return true
	})
	if out, failures := c.Types.Files(); out != nil {
		cmd.Stdout, cmd.Stderr = out, failures
	}
	theirs, err := i.connect(cmd, p)
	defer closeAll(theirs)
	if err == nil {
		err = cmd.Start()
	}
	if err != nil {
		cause := "No such file or directory"
		if errors.Is(err, fs.ErrPermission) {
			cause = "Permission denied"
		}
		dir, _ := os.Getwd()
		return objects.NewException(system.Win32Exception, "An error occurred trying to start process '"+file+"' with working directory '"+dir+"'. "+cause)
	}
	started := StartedProcess(cmd)
	p.ID, p.stat, p.name, p.child = started.ID, started.stat, started.name, started.child
	return nil
}

// connect gives the program pipes where its streams are redirected; the ends that are
// the program's are to be closed once it runs.
func (i *startInfo) connect(cmd *exec.Cmd, p *Process) (theirs []*os.File, err error) {
	for n, redirected := range i.redirects {
		if !redirected {
			continue
		}
		r, w, err := os.Pipe()
		if err != nil {
			return theirs, err
		}
		switch n {
		case 0:
			cmd.Stdin, p.input, theirs = r, io.NewProgramWriter(io.NewProgramStream(w, true), encoding.UTF8(false)), append(theirs, r)
		case 1:
			cmd.Stdout, p.output, theirs = w, io.NewReader(io.NewProgramStream(r, false), encoding.UTF8(false)), append(theirs, w)
		case 2:
			cmd.Stderr, p.failures, theirs = w, io.NewReader(io.NewProgramStream(r, false), encoding.UTF8(false)), append(theirs, w)
		}
	}
	return theirs, nil
}

func closeAll(files []*os.File) {
	for _, f := range files {
		_ = f.Close() // the program has its own
	}
}

func startInfoDeclaration() *objects.Declaration {
	word := func(name string, of func(i *startInfo) *value) objects.Property {
		return objects.Slot("string "+name+" {get;set;}", of)
	}
	redirect := func(name string, n int) objects.Property {
		return objects.Property{
			Signature: "bool " + name + " {get;set;}",
			Get:       func(this value) (value, error) { return objects.Bool(infoOf(this).redirects[n]), nil },
			Set:       func(this, v value) error { infoOf(this).redirects[n] = v.Bool(); return nil },
		}
	}
	kept := func(typ, name string, first value) objects.Property {
		return objects.Property{
			Signature: typ + " " + name + " {get;set;}",
			Get: func(this value) (value, error) {
				if v, ok := infoOf(this).kept[name]; ok {
					return v, nil
				}
				return first, nil
			},
			Set: func(this, v value) error { infoOf(this).kept[name] = v; return nil },
		}
	}
	environment := func(name string) objects.Property {
		return objects.Property{Signature: "System.Collections.Generic.IDictionary[string,string] " + name + " {get;}", GetIn: func(tt *objects.TypeTable, this value) (value, error) {
			return objects.Of(infoOf(this).variables(tt)), nil
		}}
	}
	empty := objects.String("")
	return &objects.Declaration{
		Type: StartInfoType,
		Constructors: []objects.Method{
			total("new()", func(*call) value { return objects.Of(newStartInfo(empty, empty)) }),
			total("new(string fileName)", func(c *call) value { return objects.Of(newStartInfo(c.Args[0], empty)) }),
			total("new(string fileName, string arguments)", func(c *call) value { return objects.Of(newStartInfo(c.Args[0], c.Args[1])) }),
			total("new(string fileName, System.Collections.Generic.IEnumerable[string] arguments)", func(c *call) value {
				i := newStartInfo(c.Args[0], empty)
				i.list.Replace(append([]value(nil), c.Items(1)...))
				return objects.Of(i)
			}),
		},
		Properties: []objects.Property{
			word("FileName", func(i *startInfo) *value { return &i.file }), word("Arguments", func(i *startInfo) *value { return &i.arguments }),
			word("WorkingDirectory", func(i *startInfo) *value { return &i.directory }),
			reads("System.Collections.ObjectModel.Collection[string] ArgumentList {get;}", func(v value) value { return objects.Of(infoOf(v).list) }),
			redirect("RedirectStandardInput", 0), redirect("RedirectStandardOutput", 1), redirect("RedirectStandardError", 2),
			kept("bool", "UseShellExecute", objects.Bool(false)), kept("bool", "CreateNoWindow", objects.Bool(false)), kept("bool", "LoadUserProfile", objects.Bool(false)),
			kept("System.Diagnostics.ProcessWindowStyle", "WindowStyle", objects.Word(windowStyleType, 0)), kept("bool", "ErrorDialog", objects.Bool(false)),
			kept("string", "Verb", empty), kept("string", "UserName", empty), kept("string", "Domain", empty),
			kept("System.Text.Encoding", "StandardInputEncoding", objects.Null), kept("System.Text.Encoding", "StandardOutputEncoding", objects.Null), kept("System.Text.Encoding", "StandardErrorEncoding", objects.Null),
			environment("Environment"), environment("EnvironmentVariables"),
		},
	}
}

func infoOf(v value) *startInfo {
	if i, ok := objects.As[*startInfo](v); ok {
		return i
	}
	return newStartInfo(objects.String(""), objects.String(""))
}

// startMethods start programs, in a process that was made for one or in a new one.
func startMethods() []objects.Method {
	started := func(c *call, i *startInfo) (value, error) {
		p := &Process{info: i}
		return objects.Of(p), i.start(c, p)
	}
	return []objects.Method{
		partial("bool Start()", func(c *call) (value, error) {
			p := processOf(c.This)
			return objects.Bool(true), p.startInfo().start(c, p)
		}),
		partial("static System.Diagnostics.Process Start(string fileName)", func(c *call) (value, error) {
			return started(c, newStartInfo(c.Args[0], objects.String("")))
		}),
		partial("static System.Diagnostics.Process Start(string fileName, string arguments)", func(c *call) (value, error) {
			return started(c, newStartInfo(c.Args[0], c.Args[1]))
		}),
		partial("static System.Diagnostics.Process Start(System.Diagnostics.ProcessStartInfo startInfo)", func(c *call) (value, error) {
			if !c.Is(0) {
				return objects.Null, objects.NullArgument("startInfo")
			}
			return started(c, infoOf(c.Args[0]))
		}),
	}
}

// startInfo is StartInfo, made when it is asked for.
func (p *Process) startInfo() *startInfo {
	if p.info == nil {
		p.info = newStartInfo(objects.String(""), objects.String(""))
	}
	return p.info
}

// startProperties are StartInfo and the streams that it redirects.
func startProperties() []objects.Property {
	stream := func(signature string, of func(p *Process) (objects.Object, bool)) objects.Property {
		return objects.Property{Signature: signature, Get: func(this value) (value, error) {
			s, ok := of(processOf(this))
			if !ok {
				return objects.Null, objects.NewException(objects.InvalidOperationException, "The stream has not been redirected or the process has not started yet.")
			}
			return objects.Of(s), nil
		}}
	}
	return []objects.Property{
		{
			Signature: "System.Diagnostics.ProcessStartInfo StartInfo {get;set;}",
			Get:       func(this value) (value, error) { return objects.Of(processOf(this).startInfo()), nil },
			Set:       func(this, v value) error { processOf(this).info = infoOf(v); return nil },
		},
		stream("System.IO.StreamWriter StandardInput {get;}", func(p *Process) (objects.Object, bool) { return p.input, p.input != nil }),
		stream("System.IO.StreamReader StandardOutput {get;}", func(p *Process) (objects.Object, bool) { return p.output, p.output != nil }),
		stream("System.IO.StreamReader StandardError {get;}", func(p *Process) (objects.Object, bool) { return p.failures, p.failures != nil }),
		objects.Slot("bool EnableRaisingEvents {get;set;}", func(p *Process) *value { return &p.raises }),
	}
}
