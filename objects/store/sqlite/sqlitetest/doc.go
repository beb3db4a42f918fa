// Package sqlitetest stands between SQLite and the system, for tests: it lets the
// calls fail with which SQLite changes files, and writes down the statements that it
// is sent. It knows the engine from inside, and Linux alone.
package sqlitetest
