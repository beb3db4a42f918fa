package cs

// PinInfo is the state of a user's PIN for phones: the object of
// Get-CsClientPinInfo.
type PinInfo struct {
	Identity          string // the user's SIP address
	IsPinSet          Bool
	IsLockedOut       Bool
	LastPinChangeTime Ticks
	PinExpirationTime Ticks
}

// PinProperties are the properties of a [PinInfo], in the order of the default
// list view.
var PinProperties = Properties[PinInfo]{
	{Name: "Identity", Text: func(p *PinInfo) *string { return &p.Identity }},
	{Name: "IsPinSet", Bool: func(p *PinInfo) *Bool { return &p.IsPinSet }},
	{Name: "IsLockedOut", Bool: func(p *PinInfo) *Bool { return &p.IsLockedOut }},
	{Name: "LastPinChangeTime", Time: func(p *PinInfo) *Ticks { return &p.LastPinChangeTime }},
	{Name: "PinExpirationTime", Time: func(p *PinInfo) *Ticks { return &p.PinExpirationTime }},
}
