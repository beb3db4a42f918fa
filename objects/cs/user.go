package cs

// User is an account of the directory, with what the server knows of it: the
// object of Get-CsUser and Get-CsAdUser. An empty text stands for $null.
//
// The fields are the properties of the product's ADUser object, with the
// identifying ones first; [UserProperties] has the order in which they show.
type User struct {
	// Key is the user's number in the store it came from, and its place in the
	// order of all users. Zero is a user that no store knows.
	Key int64

	Identity          string // the distinguished name
	NetBiosDomain     string // serves domain\logon; scripts do not see it
	Name              string
	DisplayName       string
	FirstName         string
	LastName          string
	SamAccountName    string
	UserPrincipalName string
	SipAddress        string // with its sip: prefix
	RegistrarPool     string // the pool's FQDN; empty: unassigned or on a legacy server
	HomeServer        string

	VoicePolicy                 string
	VoiceRoutingPolicy          string
	ConferencingPolicy          string
	PresencePolicy              string
	DialPlan                    string
	LocationPolicy              string
	ClientPolicy                string
	ClientVersionPolicy         string
	ArchivingPolicy             string
	ExchangeArchivingPolicy     string
	PinPolicy                   string
	ExternalAccessPolicy        string
	MobilityPolicy              string
	PersistentChatPolicy        string
	UserServicesPolicy          string
	CallViaWorkPolicy           string
	ThirdPartyVideoSystemPolicy string
	HostedVoicemailPolicy       string

	HostingProvider     string
	LineURI             string
	PrivateLine         string
	LineServerURI       string
	WindowsEmailAddress string
	Department          string
	Title               string
	Company             string
	Office              string
	City                string
	StateOrProvince     string
	CountryAbbreviation string
	Phone               string
	MobilePhone         string
	Manager             string
	UserAccountControl  string
	Sid                 string

	WhenCreated Ticks
	WhenChanged Ticks
	Guid        GUID
	TenantId    GUID

	Enabled                           Bool // null: never enabled for the server
	EnterpriseVoiceEnabled            Bool
	ExUmEnabled                       Bool
	HostedVoiceMail                   Bool
	AudioVideoDisabled                Bool
	RemoteCallControlTelephonyEnabled Bool
}

// String returns the distinguished name, which is a user's text in PowerShell.
func (u *User) String() string { return u.Identity }

// Homing says where a user is homed.
type Homing uint8

// The kinds of homing. [AnyHoming] stands for all of them in a query.
const (
	AnyHoming  Homing = iota
	Homed             // in a registrar pool of this product
	Legacy            // on a server of Office Communications Server
	Unassigned        // nowhere yet
)

// Homing returns where u is homed, which is never [AnyHoming].
func (u *User) Homing() Homing {
	switch {
	case u.RegistrarPool != "":
		return Homed
	case u.HomeServer != "":
		return Legacy
	default:
		return Unassigned
	}
}
