package main

import (
	"fmt"
	"strings"
)

// options are what the command line says ("about_Pwsh").
type options struct {
	command        string // the text of -Command
	hasCommand     bool
	commandStdin   bool // -Command -
	file           string
	args           []string
	noProfile      bool
	nonInteractive bool
	noLogo         bool
	noExit         bool
	version        bool
	help           bool
	sample         bool
	store          string
	directory      string // -WorkingDirectory
	ast            string
	snippets       string
}

// flag is an option of the command line: its name, the letters that suffice,
// and what it does.
type flag struct {
	name     string
	shortest string
	aliases  []string
	value    bool // takes a value
	apply    func(o *options, value string)
}

func flags() []flag {
	return []flag{
		{"noprofile", "nop", nil, false, func(o *options, _ string) { o.noProfile = true }},
		{"noninteractive", "noni", nil, false, func(o *options, _ string) { o.nonInteractive = true }},
		{"nologo", "nol", nil, false, func(o *options, _ string) { o.noLogo = true }},
		{"noexit", "noe", nil, false, func(o *options, _ string) { o.noExit = true }},
		{"noprofileloadtime", "noprofileloadtime", nil, false, func(*options, string) {}},
		{"interactive", "i", nil, false, func(*options, string) {}},
		{"login", "l", nil, false, func(*options, string) {}},
		{"mta", "mta", nil, false, func(*options, string) {}},
		{"sta", "sta", nil, false, func(*options, string) {}},
		{"version", "v", nil, false, func(o *options, _ string) { o.version = true }},
		{"help", "h", []string{"?"}, false, func(o *options, _ string) { o.help = true }},
		{"sample", "sample", nil, false, func(o *options, _ string) { o.sample = true }},
		{"store", "store", nil, true, func(o *options, v string) { o.store = v }},
		{"workingdirectory", "wo", []string{"wd"}, true, func(o *options, v string) { o.directory = v }},
		{"executionpolicy", "ex", []string{"ep"}, true, func(*options, string) {}},
		{"inputformat", "inp", []string{"if"}, true, func(*options, string) {}},
		{"outputformat", "o", []string{"of"}, true, func(*options, string) {}},
		{"settingsfile", "settings", nil, true, func(*options, string) {}},
		{"configurationname", "config", nil, true, func(*options, string) {}},
		{"custompipename", "cus", nil, true, func(*options, string) {}},
		{"windowstyle", "w", nil, true, func(*options, string) {}},
		{"ast", "ast", nil, true, func(o *options, v string) { o.ast = v }},
		{"astsnippets", "asts", nil, true, func(o *options, v string) { o.snippets = v }},
	}
}

// usageError is a command line that cannot be understood; the shell ends with
// code 64.
type usageError struct{ message string }

func (e *usageError) Error() string { return e.message }

// parseOptions reads the command line. -Command takes all that follows, and so
// does -File; the first word that is no option is a file.
func parseOptions(args []string) (*options, error) {
	o := &options{}
	for i := 0; i < len(args); i++ {
		name, ok := optionName(args[i])
		if !ok {
			o.file, o.args = args[i], args[i+1:]
			return o, nil
		}
		switch {
		case isPrefix(name, "command", "c"):
			return o, o.takeCommand(args[i+1:])
		case isPrefix(name, "file", "f"):
			return o, o.takeFile(args[i+1:])
		case isPrefix(name, "encodedcommand", "e") || name == "ec":
			return o, o.takeEncoded(args[i+1:])
		}
		f := findFlag(name)
		if f == nil {
			o.file, o.args = args[i], args[i+1:]
			return o, nil
		}
		value := ""
		if f.value {
			i++
			if i == len(args) {
				return o, &usageError{fmt.Sprintf("Cannot process the command because of a missing parameter. A value must follow -%s.", f.name)}
			}
			value = args[i]
		}
		f.apply(o, value)
	}
	return o, nil
}

// optionName is the lower-case name of an option: with one dash, two, or a slash.
func optionName(word string) (string, bool) {
	for _, dash := range []string{"--", "-", "–", "—", "―", "/"} {
		if rest, ok := strings.CutPrefix(word, dash); ok && rest != "" && !(dash == "/" && strings.Contains(rest, "/")) {
			return strings.ToLower(rest), true
		}
	}
	return "", false
}

func isPrefix(name, full, shortest string) bool {
	return len(name) >= len(shortest) && strings.HasPrefix(full, name)
}

func findFlag(name string) *flag {
	all := flags()
	for i := range all {
		f := &all[i]
		if isPrefix(name, f.name, f.shortest) {
			return f
		}
		for _, a := range f.aliases {
			if name == a {
				return f
			}
		}
	}
	return nil
}

func (o *options) takeCommand(words []string) error {
	if len(words) == 0 {
		return &usageError{"Cannot process the command because of a missing parameter. A command must follow -Command."}
	}
	if len(words) == 1 && words[0] == "-" {
		o.commandStdin = true
		return nil
	}
	o.command, o.hasCommand = strings.Join(words, " "), true
	return nil
}

func (o *options) takeFile(words []string) error {
	if len(words) == 0 {
		return &usageError{"Cannot process the command because of a missing parameter. A command must follow -File."}
	}
	if words[0] == "-" {
		o.commandStdin = true
		return nil
	}
	o.file, o.args = words[0], words[1:]
	return nil
}
