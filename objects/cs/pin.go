package cs

// PinInfo is the state of a user's PIN for phones: the object of
// Get-CsClientPinInfo.
type PinInfo struct {
	Identity          string // the user's SIP address
	IsPinSet          bool
	IsLockedOut       bool
	LastPinChangeTime Ticks
	PinExpirationTime Ticks
}
