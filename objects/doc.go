// Package objects holds the values that flow through csshell: the Value
// itself, .NET types as declarations with their members, conversion,
// comparison, arithmetic and the text form of values, following .NET and
// PowerShell 7.6 ("about_Objects", "about_Type_Conversion").
package objects
