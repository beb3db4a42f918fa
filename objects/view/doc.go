// Package view shows objects as text, as Format-Table, Format-List,
// Format-Wide, Format-Custom and the Out- cmdlets of PowerShell 7.6 do
// ("about_Format.ps1xml").
//
// It works in two halves that speak through format objects ([FormatStart],
// [FormatEntry], …): a [Formatter] looks at objects, finds their [View] and
// gives format objects; a [Renderer] lays those out on lines. Format- cmdlets
// are the first half, Out- cmdlets the second, with a Formatter of their own
// for objects that nobody formatted before.
package view
