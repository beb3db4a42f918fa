//go:build !linux

package main

// quietTerminal does nothing on this system.
func quietTerminal(int) (restore func()) { return func() {} }
