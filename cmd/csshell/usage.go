package main

// usage is what -Help prints. It begins as that of pwsh, whose command line
// csshell understands.
const usage = `
Usage: pwsh[.exe] [-Login] [[-File] <filePath> [args]]
                  [-Command { - | <text> [args] }]
                  [-CommandWithArgs <text> [args]]
                  [-EncodedCommand <Base64EncodedCommand>]
                  [-NoExit] [-NoLogo] [-NonInteractive] [-NoProfile]
                  [-WorkingDirectory <directoryPath>]

       pwsh[.exe] -h | -Help | -? | /?
       pwsh[.exe] -v | -Version

csshell takes the place of pwsh and adds:
                  [-Store { sqlite:<path> | postgres://<url> }] [-Sample]
                  [-Directory ldaps://<host>[/<base>]]
                  [-Check <filePath>... [-CheckFormat { text | json | sarif }]]

-Check runs nothing: it tells what in the scripts would not work here, such as
commands, parameters and types that are not there, and ends with 1 for errors.
`
