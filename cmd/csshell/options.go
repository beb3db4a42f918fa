package main

import (
	"fmt"
	"slices"
	"strings"
)

// options are what the command line says ("about_Pwsh").
type options struct {
	command        string // the text of -Command
	hasCommand     bool
	commandStdin   bool // -Command -
	promptStdin    bool // -File -: the prompt reads standard input
	file           string
	args           []string
	encoded        bool   // the command came as -EncodedCommand
	encodedArgs    string // the CLIXML of -EncodedArguments
	inputFormat    string // in lower case; "" where it is not given
	outputFormat   string
	noProfile      bool
	nonInteractive bool
	noLogo         bool
	noExit         bool
	version        bool
	help           bool
	sample         bool
	store          string
	location       string // -WorkingDirectory
	directory      string // the directory server
	ast            string
	snippets       string
	check          []string // the scripts of -Check
	checkFormat    string
}

// flag is an option of the command line: its name, the letters that suffice,
// and what it does.
type flag struct {
	name     string
	shortest string
	aliases  []string
	value    string // what is said where the value is missing; "" for no value
	apply    func(o *options, value string) error
}

// flags are the options in the order in which a shortened one is looked for.
func flags() []flag {
	set := func(what func(o *options)) func(*options, string) error {
		return func(o *options, _ string) error { what(o); return nil }
	}
	text := func(of func(o *options) *string) func(*options, string) error {
		return func(o *options, v string) error { *of(o) = v; return nil }
	}
	nothing := func(*options, string) error { return nil }
	unsupported := func(message string) func(*options, string) error {
		return func(*options, string) error { return &usageError{message: message, plain: true} }
	}
	return []flag{
		{"version", "v", nil, "", set(func(o *options) { o.version = true })},
		{"help", "h", []string{"?"}, "", set(func(o *options) { o.help = true })},
		{"login", "l", nil, "", nothing},
		{"noexit", "noe", nil, "", set(func(o *options) { o.noExit = true })},
		{"noprofile", "nop", nil, "", set(func(o *options) { o.noProfile = true })},
		{"noprofileloadtime", "noprofileloadtime", nil, "", nothing},
		{"nologo", "nol", nil, "", set(func(o *options) { o.noLogo = true })},
		{"noninteractive", "noni", nil, "", set(func(o *options) { o.nonInteractive = true })},
		{"interactive", "i", nil, "", nothing},
		{"configurationfile", "configurationfile", nil, "A file path must follow -ConfigurationFile.", func(_ *options, v string) error {
			return &startError{fmt.Sprintf("The provided configuration file '%s' does not exist.", v)}
		}},
		{"configurationname", "config", nil, "A string must follow -ConfigurationName.", nothing},
		{"custompipename", "cus", nil, "A string must follow -CustomPipeName.", nothing},
		{"windowstyle", "w", nil, "", unsupported("Parameter -WindowStyle is not implemented on this platform.")},
		{"settingsfile", "settings", nil, "A file path must follow -SettingsFile.", nothing},
		{"executionpolicy", "ex", []string{"ep"}, "An execution policy must follow -ExecutionPolicy.", nothing},
		{"inputformat", "inp", []string{"if"}, "InputFormat", dataFormat(func(o *options) *string { return &o.inputFormat })},
		{"outputformat", "o", []string{"of"}, "OutputFormat", dataFormat(func(o *options) *string { return &o.outputFormat })},
		{"encodedcommand", "e", []string{"ec"}, "A command must follow -Command.", takeEncoded},
		{"encodedarguments", "encodeda", nil, "A list of encoded arguments must follow -EncodedArguments.", takeEncodedArguments},
		{"sta", "sta", nil, "", unsupported("Parameter -STA is not supported on this platform.")},
		{"mta", "mta", nil, "", unsupported("Parameter -MTA is not supported on this platform.")},
		{"workingdirectory", "wo", []string{"wd"}, "-", text(func(o *options) *string { return &o.location })},
		{"removeworkingdirectorytrailingcharacter", "removeworkingdirectorytrailingcharacter", nil, "", nothing},
		{"sample", "sample", nil, "", set(func(o *options) { o.sample = true })},
		{"store", "store", nil, "A store must follow -Store.", text(func(o *options) *string { return &o.store })},
		{"directory", "dir", nil, "The address of a directory server must follow -Directory.", text(func(o *options) *string { return &o.directory })},
		{"ast", "ast", nil, "A file path must follow -Ast.", text(func(o *options) *string { return &o.ast })},
		{"checkformat", "checkf", nil, "CheckFormat", checkReportFormat},
		{"astsnippets", "asts", nil, "A file path must follow -AstSnippets.", text(func(o *options) *string { return &o.snippets })},
	}
}

// dataFormat is an option whose value is a format; others are refused.
func dataFormat(of func(*options) *string) func(*options, string) error {
	return func(o *options, v string) error {
		for _, known := range [...]string{"text", "xml", "none"} {
			if strings.EqualFold(v, known) {
				*of(o) = known
				return nil
			}
		}
		return noFormat(v)
	}
}

func noFormat(v string) error {
	return &usageError{message: fmt.Sprintf("Cannot process the command because of an incorrect parameter value. %q is not a valid format.\nValid formats are:\nText\nXML\nNone\n", v)}
}

// usageError is a command line that cannot be understood; the shell ends with
// code 64. A plain one is told without the usage.
type usageError struct {
	message string
	plain   bool
}

// Error is the message as the user sees it.
func (e *usageError) Error() string { return e.message }

// startError is a shell that cannot be started; it ends with code 70.
type startError struct{ reason string }

// Error is the message as the user sees it, PowerShell's sentence before the reason.
func (e *startError) Error() string {
	return "The shell cannot be started. A failure occurred during initialization:\n" + e.reason
}

// parseOptions reads the command line. -Command takes all that follows, and so
// does -File; the first word that is no option is a file.
func parseOptions(args []string) (*options, error) {
	o := &options{}
	for i := 0; i < len(args); i++ {
		name, ok := optionName(args[i])
		if !ok {
			return o, o.takeFile(args[i:])
		}
		if take := o.taker(name); take != nil {
			return o, take(args[i+1:])
		}
		f := findFlag(name)
		if f == nil {
			if err := suggest(args[i]); err != nil {
				return o, err
			}
			o.file, o.args = args[i], args[i+1:]
			return o, nil
		}
		value := ""
		if f.value != "" {
			if i++; i == len(args) {
				return o, missingValue(f)
			}
			value = args[i]
		}
		if err := f.apply(o, value); err != nil {
			return o, err
		}
	}
	return o, nil
}

// taker is what an option does that takes all words after it; nil for others.
func (o *options) taker(name string) func([]string) error {
	switch {
	case isPrefix(name, "commandwithargs", "commandwithargs") || name == "cwa":
		return o.takeCommandWithArgs
	case isPrefix(name, "command", "c"):
		return o.takeCommand
	case isPrefix(name, "file", "f"):
		return o.takeFile
	case name == "check":
		return o.takeCheck
	}
	return nil
}

func missingValue(f *flag) error {
	if f.value == "-" {
		return &usageError{message: "Cannot process the command because -WorkingDirectory requires an argument that is a directory path.", plain: true}
	}
	if f.value == "CheckFormat" {
		return checkReportFormat(nil, "")
	}
	if strings.HasSuffix(f.value, "Format") {
		return &usageError{message: "The command cannot be run because no argument has been supplied for the " + f.value +
			" parameter.\nSpecify one of the following formats for this parameter:\nText\nXML\nNone\n"}
	}
	return &usageError{message: "Cannot process the command because of a missing parameter. " + f.value}
}

// suggest is the error of a shortened option that could mean several; nil for a
// word that no option contains.
func suggest(word string) error {
	name := strings.TrimLeft(strings.ToLower(word), "-–—―/")
	names := []string{
		"command", "commandwithargs", "configurationname", "custompipename", "encodedcommand", "executionpolicy", "file", "help", "inputformat",
		"login", "noexit", "nologo", "noninteractive", "noprofile", "noprofileloadtime", "outputformat",
		"removeworkingdirectorytrailingcharacter", "settingsfile", "version", "windowstyle", "workingdirectory",
	}
	similar := slices.DeleteFunc(names, func(n string) bool { return name == "" || !strings.Contains(n, name) })
	if len(similar) == 0 {
		return nil
	}
	return &usageError{message: fmt.Sprintf("Invalid argument '%s', did you mean:\n\n  -%s", word, strings.Join(similar, "\n  -")), plain: true}
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
		if isPrefix(name, f.name, f.shortest) || slices.Contains(f.aliases, name) {
			return f
		}
	}
	return nil
}

func (o *options) takeCommand(words []string) error {
	if len(words) == 0 {
		return &usageError{message: "Cannot process the command because of a missing parameter. A command must follow -Command."}
	}
	if len(words) == 1 && words[0] == "-" {
		o.commandStdin = true
		return nil
	}
	o.command, o.hasCommand = strings.Join(words, " "), true
	return nil
}

// takeCommandWithArgs is -CommandWithArgs: the first word is the command, the
// others are its $args.
func (o *options) takeCommandWithArgs(words []string) error {
	if len(words) == 0 {
		return &usageError{message: "Cannot process the command because of a missing parameter. A command must follow -CommandWithArgs."}
	}
	o.command, o.hasCommand, o.args = words[0], true, words[1:]
	return nil
}

func (o *options) takeFile(words []string) error {
	if len(words) == 0 {
		return &usageError{message: "The command cannot be run because the File parameter requires a file path. Supply a path for the File parameter and then try the command again."}
	}
	if words[0] == "-" {
		if len(words) > 1 {
			o.file = words[1]
			return nil
		}
		o.promptStdin = true
		return nil
	}
	o.file, o.args = words[0], words[1:]
	return nil
}
