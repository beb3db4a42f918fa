package net

import "github.com/csshell/csshell/objects"

// UnixEndPointType is System.Net.Sockets.UnixDomainSocketEndPoint.
var UnixEndPointType = objects.Class("System.Net.Sockets.UnixDomainSocketEndPoint", endPointType)

// UnixEndPoint is the path of a Unix socket.
type UnixEndPoint struct{ Path string }

// Type is System.Net.Sockets.UnixDomainSocketEndPoint.
func (*UnixEndPoint) Type() *objects.Type { return UnixEndPointType }

// Text is the path.
func (e *UnixEndPoint) Text() (string, error) { return e.Path, nil }

// longestSocketPath is how many bytes the path of a socket may have (sun_path of
// Linux, with its end).
const longestSocketPath = 108

func unixEndPointDeclaration() *objects.Declaration {
	return &objects.Declaration{
		Type: UnixEndPointType,
		Constructors: []objects.Method{
			partial("new(string path)", func(c *call) (value, error) {
				path := c.Str(0)
				switch {
				case !c.Is(0):
					return objects.Null, objects.NullArgument("path")
				case path == "" || len(path) >= longestSocketPath:
					return objects.Null, objects.OutOfRange("The path '"+path+"' is of an invalid length for use with domain sockets on this platform. The length must be between 1 and 107 characters, inclusive.", "path")
				}
				return objects.Of(&UnixEndPoint{path}), nil
			}),
		},
		Properties: []objects.Property{
			reads("System.Net.Sockets.AddressFamily AddressFamily {get;}", func(value) value { return objects.Word(AddressFamilyType, 1) }),
		},
	}
}
