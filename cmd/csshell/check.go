package main

import (
	"fmt"
	"slices"
	"strings"

	"github.com/csshell/csshell/runtime/check"
)

// takeCheck is -Check: all words that follow are scripts, but for -CheckFormat.
func (o *options) takeCheck(words []string) error {
	for i := 0; i < len(words); i++ {
		if name, ok := optionName(words[i]); !ok || !isPrefix(name, "checkformat", "checkf") {
			o.check = append(o.check, words[i])
			continue
		}
		format := ""
		if i++; i < len(words) {
			format = words[i]
		}
		if err := checkReportFormat(o, format); err != nil {
			return err
		}
	}
	if len(o.check) == 0 {
		return &usageError{message: "Cannot process the command because of a missing parameter. A file path must follow -Check."}
	}
	return nil
}

// checkReportFormat is -CheckFormat.
func checkReportFormat(o *options, v string) error {
	if !slices.Contains(check.Formats(), strings.ToLower(v)) {
		return &usageError{message: fmt.Sprintf("%q is not a format of -CheckFormat: write text, json or sarif.", v), plain: true}
	}
	o.checkFormat = v
	return nil
}

// checkScripts tells what in the scripts of -Check will not work; the exit code
// is 1 for errors. No profile and nothing of the scripts runs.
func (sh *shell) checkScripts() int {
	var findings []check.Finding
	for _, file := range sh.options.check {
		findings = append(findings, check.File(sh.session, file)...)
	}
	if err := check.Write(sh.process.stdout, sh.options.checkFormat, findings); err != nil {
		fmt.Fprintln(sh.process.stderr, err)
		return exitFailed
	}
	if check.HasErrors(findings) {
		return exitFailed
	}
	return 0
}
