package cs

import (
	"crypto/pbkdf2"
	"crypto/rand"
	"crypto/sha256"
	"encoding/base64"
	"encoding/json"
	"math/big"
	"strings"
	"time"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// pinKind is the kind of the items that hold the state of PINs, under the keys of
// their users.
const pinKind = "pin"

// pinState is the data of such an item. No one can read a PIN from it.
type pinState struct {
	Salt     string    `json:",omitempty"`
	Verifier string    `json:",omitempty"` // PBKDF2 with SHA-256, base64
	Locked   bool      `json:",omitempty"`
	Changed  time.Time `json:",omitzero"`
}

// pinOf is the state of a user's PIN as it is stored.
type pinOf struct {
	user   *cs.User
	before string
	state  pinState
}

func pinItem(rt *runtime.CommandRuntime, s store.Store, user *cs.User) (*pinOf, error) {
	pin := &pinOf{user: user}
	key := access.UserKey(user)
	items, err := s.Items(rt.Context(), pinKind, key)
	for _, item := range items {
		if item.Key == key {
			pin.before = item.Data
			err = json.Unmarshal([]byte(item.Data), &pin.state)
		}
	}
	return pin, err
}

func (p *pinOf) edit(after string) store.Edit {
	return store.Edit{Kind: pinKind, Key: access.UserKey(p.user), Before: p.before, After: after}
}

// pinCmdlet is what the cmdlets for PINs have in common.
type pinCmdlet struct {
	Identity cs.UserID `param:"Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" type:"Microsoft.Rtc.Management.AD.UserIdParameter" help:"The user."`

	source access.Source
}

// find is the PIN of the user that -Identity names; nil where that was refused,
// or -WhatIf says not to go on.
func (c *pinCmdlet) find(rt *runtime.CommandRuntime, force runtime.SwitchParameter) (store.Store, *pinOf, error) {
	s, err := access.Open(rt, c.source)
	if err != nil {
		return nil, nil, err
	}
	user, err := access.User(rt, s, c.Identity)
	if err != nil {
		return nil, nil, access.UserError(rt, err, c.Identity)
	}
	if user.RegistrarPool == "" {
		if force {
			return nil, nil, nil
		}
		return nil, nil, rt.WriteError(access.NotHomed(user))
	}
	if yes, err := rt.ShouldProcess(user.SipAddress, ""); !yes {
		return nil, nil, err
	}
	pin, err := pinItem(rt, s, user)
	return s, pin, access.StoreError(err)
}

// write stores a new state.
func (p *pinOf) write(rt *runtime.CommandRuntime, s store.Store) error {
	after, err := json.Marshal(&p.state)
	if err != nil || string(after) == p.before {
		return err
	}
	_, err = s.Do(rt.Context(), access.NewChange(rt), store.Work{Edits: []store.Edit{p.edit(string(after))}})
	return access.StoreError(err)
}

// GetCsClientPinInfo writes the state of users' PINs.
type GetCsClientPinInfo struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`
	pinCmdlet
}

// ProcessRecord writes that of one user.
func (c *GetCsClientPinInfo) ProcessRecord(rt *runtime.CommandRuntime) error {
	_, pin, err := c.find(rt, false)
	if pin == nil || err != nil {
		return err
	}
	info := &cs.PinInfo{
		Identity: pin.user.SipAddress, IsPinSet: cs.BoolOf(pin.state.Verifier != ""), IsLockedOut: cs.BoolOf(pin.state.Locked),
	}
	if !pin.state.Changed.IsZero() {
		info.LastPinChangeTime = cs.TicksOf(pin.state.Changed)
	}
	return rt.WriteObject(access.Output(info))
}

// SetCsClientPin gives users a new PIN.
type SetCsClientPin struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`
	pinCmdlet

	Pin   string                  `param:"Position=1" validate:"NotNullOrEmpty" help:"The PIN, 5 to 15 digits; without it one is made and shown."`
	Force runtime.SwitchParameter `param:"" help:"Pass over users without a registrar pool."`
}

// ProcessRecord sets the PIN of one user.
func (c *SetCsClientPin) ProcessRecord(rt *runtime.CommandRuntime) error {
	if c.Pin != "" && (len(c.Pin) < 5 || len(c.Pin) > 15 || strings.Trim(c.Pin, "0123456789") != "") {
		return rt.WriteError(access.Record("The PIN must have 5 to 15 digits and nothing else.", "InvalidPin", runtime.InvalidArgument, objects.Null))
	}
	s, pin, err := c.find(rt, c.Force)
	if pin == nil || err != nil {
		return err
	}
	text := c.Pin
	if text == "" {
		text = newPin()
	}
	var salt [16]byte
	_, _ = rand.Read(salt[:]) // never fails
	verifier, err := pbkdf2.Key(sha256.New, text, salt[:], pinRounds, sha256.Size)
	if err != nil {
		return err
	}
	pin.state = pinState{
		Salt: base64.StdEncoding.EncodeToString(salt[:]), Verifier: base64.StdEncoding.EncodeToString(verifier),
		Changed: time.Now().UTC().Truncate(time.Second),
	}
	if err := pin.write(rt, s); err != nil || c.Pin != "" {
		return err
	}
	o := objects.NewCustomObject()
	o.SetNote("Identity", objects.String(pin.user.SipAddress))
	o.SetNote("Pin", objects.String(text))
	return rt.WriteObject(objects.Of(o))
}

// pinRounds makes guessing slow: 20 ms for each try.
const pinRounds = 100_000

// newPin is a random PIN of six digits.
func newPin() string {
	n, _ := rand.Int(rand.Reader, big.NewInt(900_000)) // never fails
	return n.Add(n, big.NewInt(100_000)).String()
}

// LockCsClientPin keeps users from signing in with their PIN, and
// [UnlockCsClientPin] lets them again.
type LockCsClientPin struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`
	pinCmdlet

	Force runtime.SwitchParameter `param:"" help:"Pass over users without a registrar pool."`
}

// ProcessRecord locks the PIN of one user.
func (c *LockCsClientPin) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.setLocked(rt, c.Force, true)
}

// UnlockCsClientPin lets users sign in with their PIN again.
type UnlockCsClientPin struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`
	pinCmdlet

	Force runtime.SwitchParameter `param:"" help:"Pass over users without a registrar pool."`
}

// ProcessRecord unlocks the PIN of one user.
func (c *UnlockCsClientPin) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.setLocked(rt, c.Force, false)
}

func (c *pinCmdlet) setLocked(rt *runtime.CommandRuntime, force runtime.SwitchParameter, locked bool) error {
	s, pin, err := c.find(rt, force)
	if pin == nil || err != nil {
		return err
	}
	pin.state.Locked = locked
	return pin.write(rt, s)
}
