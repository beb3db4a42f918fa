// Package help says what Get-Help says of a command: what the comments of a
// function or script tell ("about_Comment_Based_Help"), what a text beside a
// cmdlet tells, or, where neither is there, what its declaration shows. The
// answers are objects in the shape of PowerShell's help objects, with views of
// their own. Nothing is read before it is asked for.
package help
