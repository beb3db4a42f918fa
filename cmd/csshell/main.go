// Command csshell is a PowerShell-language shell for the users and client
// certificates of Lync and Skype for Business.
package main

import (
	"context"
	"os"
)

func main() {
	os.Exit(run(context.Background(), os.Args[1:], &process{
		stdin: os.Stdin, stdout: os.Stdout, stderr: os.Stderr, environ: os.Environ(), words: os.Args,
	}))
}

// process is what main gets from the operating system.
type process struct {
	stdin, stdout, stderr *os.File
	environ, words        []string // words are the command line
}
