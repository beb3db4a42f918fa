package proof

import (
	"crypto/ed25519"
	"encoding/base64"
	"encoding/json"
	"os"
	"slices"
	"time"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/runtime"
)

// plan is what a revocation would do: its file is JSON, signed as it stands with
// an empty signature.
type plan struct {
	Format    string // planFormat
	Action    string
	Made      time.Time
	By        string
	Command   string
	Users     []plannedUser
	Signature string `json:",omitempty"` // Ed25519, base64
}

const planFormat = "csshell plan 1"

// plannedUser is a user whose certificates are to be revoked, with those that are
// in force.
type plannedUser struct {
	Key          int64
	SipAddress   string
	Certificates []plannedCertificate
}

type plannedCertificate struct {
	Key             int64
	DeviceId        string
	PublicationTime string
}

// digest is what is signed.
func (p *plan) digest() ([]byte, error) {
	unsigned := *p
	unsigned.Signature = ""
	return json.MarshalIndent(&unsigned, "", " ")
}

// WritePlan writes a file with what the revocation of users' certificates would
// do. It changes nothing in the store.
func WritePlan(rt *runtime.CommandRuntime, s store.Store, users []*cs.User, path string) error {
	key, err := signingKey(rt)
	if err != nil {
		return err
	}
	facts := access.FactsOf(rt, "Revoke-CsClientCertificate")
	p := plan{Format: planFormat, Action: facts.Action, Made: time.Now().UTC(), By: facts.Client, Command: facts.Command, Users: []plannedUser{}}
	places := make(map[int64]int, len(users))
	keys := make([]int64, 0, len(users))
	for _, u := range users {
		if _, there := places[u.Key]; there {
			continue
		}
		places[u.Key] = len(p.Users)
		keys = append(keys, u.Key)
		p.Users = append(p.Users, plannedUser{Key: u.Key, SipAddress: u.SipAddress, Certificates: []plannedCertificate{}})
	}
	for c, err := range s.Certificates(rt.Context(), store.CertificateQuery{Users: keys}) {
		if err != nil {
			return access.StoreError(err)
		}
		u := &p.Users[places[c.UserKey]]
		u.Certificates = append(u.Certificates, plannedCertificate{Key: c.Key, DeviceId: c.DeviceId.String(), PublicationTime: c.PublicationTime.String()})
	}
	digest, err := p.digest()
	if err != nil {
		return err
	}
	p.Signature = base64.StdEncoding.EncodeToString(ed25519.Sign(key, digest))
	text, err := json.MarshalIndent(&p, "", " ")
	if err == nil {
		err = os.WriteFile(rt.Session().FullPath(path), append(text, '\n'), 0o600)
	}
	if err != nil {
		e := objects.NewException(objects.IOException, err.Error())
		return runtime.NewErrorRecord(e, "PlanNotWritten", runtime.WriteError, objects.String(path))
	}
	return nil
}

// InvokeCsPlan does what a plan says, exactly that and all of it, or nothing where
// something has changed since it was made.
type InvokeCsPlan struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`

	Path string `param:"Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=FullName" validate:"NotNullOrEmpty" help:"The plan: a file of Revoke-CsClientCertificate -PlanTo."`

	source access.Source
}

// ProcessRecord does one plan and writes the operation.
func (c *InvokeCsPlan) ProcessRecord(rt *runtime.CommandRuntime) error {
	p, err := c.read(rt)
	if err != nil {
		return err
	}
	s, err := access.Open(rt, c.source)
	if err != nil {
		return err
	}
	if err := p.checkUsers(rt, s); err != nil {
		return err
	}
	if err := p.checkCertificates(rt, s); err != nil {
		return err
	}
	work := store.Work{Planned: true}
	for _, u := range p.Users {
		work.Revoke.Add(u.Key)
		for _, certificate := range u.Certificates {
			work.Expect = append(work.Expect, certificate.Key)
		}
	}
	if yes, err := rt.ShouldProcess(c.Path, ""); !yes {
		return err
	}
	change := access.NewChange(rt)
	change.Mode = "Plan of " + p.By + " at " + p.Made.Format(time.RFC3339)
	if _, err := s.Do(rt.Context(), change, work); err != nil {
		return Refused(err)
	}
	op, err := s.Operation(rt.Context(), change.Operation)
	if err != nil {
		return access.StoreError(err)
	}
	return rt.WriteObject(operationObject(op))
}

// read reads a plan and checks its signature.
func (c *InvokeCsPlan) read(rt *runtime.CommandRuntime) (*plan, error) {
	text, err := os.ReadFile(rt.Session().FullPath(c.Path))
	if err != nil {
		e := objects.NewException(objects.ItemNotFoundException, "Cannot find path '"+c.Path+"' because it does not exist.")
		return nil, runtime.NewErrorRecord(e, "PathNotFound", runtime.ObjectNotFound, objects.String(c.Path))
	}
	bad := func(why string) error {
		return access.Record("The plan \""+c.Path+"\" is refused: "+why+".", "InvalidPlan", runtime.InvalidData, objects.String(c.Path))
	}
	var p plan
	if err := json.Unmarshal(text, &p); err != nil || p.Format != planFormat {
		return nil, bad("it is not a plan of csshell")
	}
	key, err := signingKey(rt)
	if err != nil {
		return nil, err
	}
	digest, err := p.digest()
	if err != nil {
		return nil, err
	}
	signature, err := base64.StdEncoding.DecodeString(p.Signature)
	if err != nil || !ed25519.Verify(key.Public().(ed25519.PublicKey), digest, signature) {
		return nil, bad("its signature is not that of your key; it was changed, or is another administrator's")
	}
	return &p, nil
}

// checkUsers refuses a plan whose users are not who they were: the store may be
// another one.
func (p *plan) checkUsers(rt *runtime.CommandRuntime, s store.Store) error {
	addresses := make(map[int64]string, len(p.Users))
	keys := []int64{}
	for _, u := range p.Users {
		addresses[u.Key] = u.SipAddress
		keys = append(keys, u.Key)
	}
	only, err := cs.UserProperties.Set("SipAddress")
	if err != nil {
		return err
	}
	for u, err := range s.Users(rt.Context(), store.UserQuery{Keys: slices.Clone(keys), Properties: only}) {
		if err != nil {
			return access.StoreError(err)
		}
		if u.SipAddress == addresses[u.Key] {
			delete(addresses, u.Key)
		}
	}
	for _, address := range addresses {
		return access.Record("Nothing was changed: the user \""+address+"\" of the plan is not there any more, or has another address.", "StoreChanged", runtime.InvalidOperation, objects.String(address))
	}
	return nil
}

// checkCertificates says whose certificates are not as they were when the plan was
// made. The step that does the plan checks it again.
func (p *plan) checkCertificates(rt *runtime.CommandRuntime, s store.Store) error {
	type owner struct {
		user    *plannedUser
		missing map[int64]plannedCertificate
	}
	owners := make(map[int64]owner, len(p.Users))
	keys := []int64{}
	for i := range p.Users {
		o := owner{&p.Users[i], make(map[int64]plannedCertificate)}
		for _, c := range o.user.Certificates {
			o.missing[c.Key] = c
		}
		owners[o.user.Key] = o
		keys = append(keys, o.user.Key)
	}
	drifted := func(address, what, device string) error {
		return access.Record("Nothing was changed: the certificate of \""+address+"\" for the device {"+device+"} "+what+".", "StoreChanged", runtime.InvalidOperation, objects.String(address))
	}
	for c, err := range s.Certificates(rt.Context(), store.CertificateQuery{Users: keys}) {
		if err != nil {
			return access.StoreError(err)
		}
		o := owners[c.UserKey]
		if _, ok := o.missing[c.Key]; !ok {
			return drifted(o.user.SipAddress, "is in force and not in the plan", c.DeviceId.String())
		}
		delete(o.missing, c.Key)
	}
	for i := range p.Users {
		o := owners[p.Users[i].Key]
		for _, c := range o.user.Certificates {
			if _, left := o.missing[c.Key]; left {
				return drifted(o.user.SipAddress, "is in the plan and not in force any more", c.DeviceId)
			}
		}
	}
	return nil
}
