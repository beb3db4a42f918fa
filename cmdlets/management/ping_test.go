package management

import "testing"

func TestChecksum(t *testing.T) {
	// The example of RFC 1071, section 3.
	if got := checksum([]byte{0x00, 0x01, 0xf2, 0x03, 0xf4, 0xf5, 0xf6, 0xf7}); got != ^uint16(0xddf2) {
		t.Errorf("%#x", got)
	}
	m := (&pinger{}).request(7, 33)
	if checksum(m) != 0 {
		t.Errorf("a message with its checksum sums up to %#x", checksum(m))
	}
	m[0] = echoReply4
	if !(&pinger{}).answers(m, 7) || (&pinger{}).answers(m, 8) {
		t.Error("the reply with the number of the request is its answer, and no other")
	}
}
