package cs

import (
	"strings"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// policyKinds are the per-user policies: the noun of their cmdlets, and the
// property of users that names the one in force.
var policyKinds = [...]struct{ noun, property string }{
	{"CsVoicePolicy", "VoicePolicy"},
	{"CsVoiceRoutingPolicy", "VoiceRoutingPolicy"},
	{"CsConferencingPolicy", "ConferencingPolicy"},
	{"CsPresencePolicy", "PresencePolicy"},
	{"CsDialPlan", "DialPlan"},
	{"CsLocationPolicy", "LocationPolicy"},
	{"CsClientPolicy", "ClientPolicy"},
	{"CsClientVersionPolicy", "ClientVersionPolicy"},
	{"CsArchivingPolicy", "ArchivingPolicy"},
	{"CsPinPolicy", "PinPolicy"},
	{"CsExternalAccessPolicy", "ExternalAccessPolicy"},
	{"CsMobilityPolicy", "MobilityPolicy"},
	{"CsPersistentChatPolicy", "PersistentChatPolicy"},
	{"CsUserServicesPolicy", "UserServicesPolicy"},
	{"CsCallViaWorkPolicy", "CallViaWorkPolicy"},
	{"CsThirdPartyVideoSystemPolicy", "ThirdPartyVideoSystemPolicy"},
	{"CsHostedVoicemailPolicy", "HostedVoicemailPolicy"},
}

// policyCmdlets are Get- and Grant- for each kind.
func policyCmdlets(source access.Source) []runtime.CmdletEntry {
	var entries []runtime.CmdletEntry
	for _, kind := range policyKinds {
		entries = append(entries,
			runtime.CmdletEntry{Name: "Get-" + kind.noun, New: func() runtime.Cmdlet {
				return &GetCsPolicy{source: source, property: kind.property}
			}},
			runtime.CmdletEntry{Name: "Grant-" + kind.noun, New: func() runtime.Cmdlet {
				return &GrantCsPolicy{oneUser: oneUser{editor: access.Editor{Source: source}}, property: kind.property}
			}})
	}
	return entries
}

// GetCsPolicy writes the policies of one kind: the global one, and those that can
// be granted to users.
type GetCsPolicy struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Identity"`

	Identity            string                  `param:"ParameterSetName=Identity,Position=0,ValueFromPipeline" help:"The policy's name, with or without Tag:."`
	Filter              string                  `param:"ParameterSetName=Filter" help:"A wildcard pattern for names."`
	LocalStore          runtime.SwitchParameter `param:"" help:"Accepted; there is one store."`
	ApplicableTo        objects.Value           `param:"" help:"Accepted; every policy may be granted to every user."`
	IncludeUnassignable runtime.SwitchParameter `param:"" help:"Accepted."`

	source   access.Source
	property string
}

// ProcessRecord writes the policies asked for.
func (c *GetCsPolicy) ProcessRecord(rt *runtime.CommandRuntime) error {
	names, err := policyNames(rt, c.source, c.property)
	if err != nil {
		return err
	}
	pattern := c.Filter
	if pattern == "" {
		pattern = "*"
	}
	w, err := wildcard.Compile(pattern, true)
	if err != nil {
		return err
	}
	found := false
	for _, name := range append([]string{"Global"}, names...) {
		identity := name
		if name != "Global" {
			identity = "Tag:" + name
		}
		switch {
		case c.Identity != "" && !strings.EqualFold(c.Identity, name) && !strings.EqualFold(c.Identity, identity):
			continue
		case !w.Match(identity) && !w.Match(name):
			continue
		}
		found = true
		o := objects.NewCustomObject()
		o.SetNote("Identity", objects.String(identity))
		o.SetNote("Description", objects.Null)
		if err := rt.WriteObject(objects.Of(o)); err != nil {
			return err
		}
	}
	if found || c.Identity == "" {
		return nil
	}
	return rt.WriteError(noPolicy(c.property, c.Identity))
}

func noPolicy(kind, name string) *runtime.ErrorRecord {
	return access.Record("Cannot find \""+kind+"\" \""+name+"\" because it does not exist.", "ItemNotFound", runtime.ObjectNotFound, objects.String(name))
}

func policyNames(rt *runtime.CommandRuntime, source access.Source, property string) ([]string, error) {
	s, err := access.Open(rt, source)
	if err != nil {
		return nil, err
	}
	names, err := s.Policies(rt.Context(), property)
	return names, access.StoreError(err)
}

// GrantCsPolicy gives users a policy of one kind, or takes theirs away.
type GrantCsPolicy struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`
	oneUser

	PolicyName string `param:"Position=1,Mandatory" allow:"Null,EmptyString" help:"The policy's name; $null takes the user's own away."`

	property string
	policy   string
}

// BeginProcessing finds the policy.
func (c *GrantCsPolicy) BeginProcessing(rt *runtime.CommandRuntime) error {
	name := c.PolicyName
	if len(name) > 4 && strings.EqualFold(name[:4], "Tag:") {
		name = name[4:]
	}
	if name == "" || strings.EqualFold(name, "Global") {
		return nil
	}
	names, err := policyNames(rt, c.editor.Source, c.property)
	if err != nil {
		return err
	}
	for _, known := range names {
		if strings.EqualFold(known, name) {
			c.policy = known
			return nil
		}
	}
	return noPolicy(c.property, c.PolicyName)
}

// ProcessRecord grants the policy to one user.
func (c *GrantCsPolicy) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.change(rt, func(*cs.User) (access.Values, error) {
		return access.Values{c.property: c.policy}, nil
	})
}
