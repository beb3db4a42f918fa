package main

import (
	"encoding/base64"
	"encoding/binary"
	"unicode/utf16"
)

// takeEncoded is -EncodedCommand: base64 of UTF-16.
func (o *options) takeEncoded(words []string) error {
	if len(words) == 0 {
		return &usageError{message: "Cannot process the command because of a missing parameter. A command must follow -EncodedCommand."}
	}
	raw, err := base64.StdEncoding.DecodeString(words[0])
	if len(raw)%2 != 0 {
		raw = append(raw[:len(raw)-1], 0xfd, 0xff) // half a character cannot be read
	}
	if err != nil {
		return &usageError{message: "Cannot process the command because the value specified with -EncodedCommand is not properly encoded. The value must be Base64 encoded."}
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(raw[2*i:])
	}
	o.command, o.hasCommand = string(utf16.Decode(units)), true
	return nil
}
