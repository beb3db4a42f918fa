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
`
