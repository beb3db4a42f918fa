// Package csharp reads the C# that scripts give to Add-Type and writes it as
// classes and enums of PowerShell: data types, enums and plain methods. What
// cannot be written so is refused with its line.
package csharp
