package main

import (
	"fmt"
	"os"
	"strings"

	"github.com/csshell/csshell/objects/store/ldap"
	"github.com/csshell/csshell/runtime"
)

// newServer is the directory server that -Directory or CSSHELL_DIRECTORY names; nil
// where none does, and the accounts are those of the store. Who signs in there, and
// the authorities that vouch for it, are in the environment, the password in a file:
// what is on a command line or in an environment can be read by others.
func newServer(o *options, env *runtime.Environment) (*ldap.Server, error) {
	get := func(name string) string { v, _ := env.Get(name); return v }
	url := o.directory
	if url == "" {
		url = get("CSSHELL_DIRECTORY")
	}
	if url == "" {
		return nil, nil
	}
	options := ldap.Options{URL: url, User: get("CSSHELL_DIRECTORY_USER"), Authorities: get("CSSHELL_DIRECTORY_CA")}
	if file := get("CSSHELL_DIRECTORY_PASSWORD_FILE"); file != "" {
		text, err := os.ReadFile(file)
		if err != nil {
			return nil, fmt.Errorf("the password for the directory cannot be read: %w", err)
		}
		options.Password = strings.TrimRight(string(text), "\r\n")
	}
	return ldap.New(options)
}
