// Package runtime runs PowerShell programs: it compiles syntax trees to
// closures, keeps sessions and scopes, pushes objects through pipelines, binds
// parameters and turns errors into error records.
package runtime
