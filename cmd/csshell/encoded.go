package main

import (
	"encoding/base64"
	"encoding/binary"
	"unicode/utf16"
)

// takeEncoded is -EncodedCommand.
func takeEncoded(o *options, word string) error {
	text, err := decodeUTF16(word)
	if err != nil {
		return &usageError{message: "Cannot process the command because the value specified with -EncodedCommand is not properly encoded. The value must be Base64 encoded."}
	}
	o.command, o.hasCommand, o.encoded = text, true, true
	return nil
}

// takeEncodedArguments is -EncodedArguments: the $args of the command.
func takeEncodedArguments(o *options, word string) error {
	text, err := decodeUTF16(word)
	if err != nil {
		return &usageError{message: "Cannot process the command because the value specified with -EncodedArguments is not properly encoded. The value must be Base64 encoded."}
	}
	o.encodedArgs = text
	return nil
}

// decodeUTF16 is the text of UTF-16 in base64.
func decodeUTF16(word string) (string, error) {
	raw, err := base64.StdEncoding.DecodeString(word)
	if err != nil {
		return "", err
	}
	if len(raw)%2 != 0 {
		raw = append(raw[:len(raw)-1], 0xfd, 0xff) // half a character cannot be read
	}
	units := make([]uint16, len(raw)/2)
	for i := range units {
		units[i] = binary.LittleEndian.Uint16(raw[2*i:])
	}
	return string(utf16.Decode(units)), nil
}
