package main

// usage is what -Help prints.
const usage = `
Usage: csshell [-Login] [[-File] <filePath> [args]]
               [-Command { - | <text> [args] }]
               [-EncodedCommand <Base64EncodedCommand>]
               [-Store { sqlite:<path> | postgres://<url> }] [-Sample]
               [-NoExit] [-NoLogo] [-NonInteractive] [-NoProfile]
               [-WorkingDirectory <directoryPath>]

       csshell -h | -Help | -? | /?
       csshell -v | -Version
`
