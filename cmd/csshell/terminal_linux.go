package main

import "golang.org/x/sys/unix"

// quietTerminal keeps a terminal from showing what is typed while a command
// runs, and gives what undoes it; the signals of keys stay.
func quietTerminal(fd int) (restore func()) {
	before, err := unix.IoctlGetTermios(fd, unix.TCGETS)
	if err != nil {
		return func() {}
	}
	quiet := *before
	quiet.Lflag &^= unix.ECHO | unix.ECHOCTL
	if unix.IoctlSetTermios(fd, unix.TCSETS, &quiet) != nil {
		return func() {}
	}
	return func() { _ = unix.IoctlSetTermios(fd, unix.TCSETS, before) }
}
