// Package utility holds the cmdlets of Microsoft.PowerShell.Utility.
package utility
