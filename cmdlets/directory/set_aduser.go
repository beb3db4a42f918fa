package directory

import (
	"fmt"

	"github.com/csshell/csshell/cmdlets/cs/access"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/runtime"
)

// accountEdits is what cmdlets that change accounts have in common.
type accountEdits struct {
	Identity objects.Value           `param:"Position=0,Mandatory,ValueFromPipeline" validate:"NotNull" help:"A logon name, distinguished name, GUID, SID or user."`
	PassThru runtime.SwitchParameter `param:"" help:"Write the account as it is then."`
	place

	opened directory // nil before the first account
}

func (c *accountEdits) change(rt *runtime.CommandRuntime, revise access.Revision) (err error) {
	if c.opened == nil {
		if c.opened, err = c.open(rt); err != nil {
			return err
		}
	}
	u, err := account(rt, c.opened, c.Identity)
	if err != nil {
		return err
	}
	if err := c.opened.revise(rt, u, revise); err != nil || !bool(c.PassThru) {
		return err
	}
	if err := c.opened.flush(); err != nil {
		return err
	}
	if u, err = account(rt, c.opened, objects.String(u.Identity)); err != nil {
		return err
	}
	return rt.WriteObject(record(u, nil))
}

// EndProcessing makes the changes that wait.
func (c *accountEdits) EndProcessing(*runtime.CommandRuntime) error { return c.Close() }

// Close makes the changes that wait where the pipeline ended early.
func (c *accountEdits) Close() error {
	if c.opened == nil {
		return nil
	}
	return c.opened.flush()
}

// SetADUser changes properties of accounts.
type SetADUser struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`
	accountEdits

	Enabled           bool               `param:"" help:"Whether the account may sign in."`
	City              string             `param:"" allow:"Null,EmptyString" help:"The city."`
	Company           string             `param:"" allow:"Null,EmptyString" help:"The company."`
	Country           string             `param:"" allow:"Null,EmptyString" help:"The country's two letters."`
	Department        string             `param:"" allow:"Null,EmptyString" help:"The department."`
	DisplayName       string             `param:"" allow:"Null,EmptyString" help:"The display name."`
	EmailAddress      string             `param:"" allow:"Null,EmptyString" help:"The mail address."`
	GivenName         string             `param:"" allow:"Null,EmptyString" help:"The first name."`
	Manager           string             `param:"" allow:"Null,EmptyString" help:"The distinguished name of the manager."`
	MobilePhone       string             `param:"" allow:"Null,EmptyString" help:"The number of the mobile phone."`
	Office            string             `param:"" allow:"Null,EmptyString" help:"The office."`
	OfficePhone       string             `param:"" allow:"Null,EmptyString" help:"The number of the phone."`
	SamAccountName    string             `param:"" validate:"NotNullOrEmpty" help:"The logon name."`
	State             string             `param:"" allow:"Null,EmptyString" help:"The state or province."`
	Surname           string             `param:"" allow:"Null,EmptyString" help:"The last name."`
	Title             string             `param:"" allow:"Null,EmptyString" help:"The title."`
	UserPrincipalName string             `param:"" allow:"Null,EmptyString" help:"The user principal name."`
	Replace           *objects.Hashtable `param:"" help:"New values by attribute: @{department='IT'}."`
	Add               *objects.Hashtable `param:"" help:"The same for attributes that have no value."`
	Clear             []string           `param:"" help:"Attributes that lose their value."`
}

// ProcessRecord changes one account.
func (c *SetADUser) ProcessRecord(rt *runtime.CommandRuntime) error {
	values, err := c.values(rt)
	if err != nil {
		return err
	}
	return c.change(rt, func(u *cs.User) (access.Values, error) {
		if rt.IsBound("Enabled") {
			values["UserAccountControl"] = controlWith(u, !c.Enabled)
		}
		return values, nil
	})
}

func (c *SetADUser) values(rt *runtime.CommandRuntime) (access.Values, error) {
	values := access.Values{}
	for name, value := range map[string]string{
		"City": c.City, "Company": c.Company, "Country": c.Country, "Department": c.Department, "DisplayName": c.DisplayName,
		"EmailAddress": c.EmailAddress, "GivenName": c.GivenName, "Manager": c.Manager, "MobilePhone": c.MobilePhone, "Office": c.Office,
		"OfficePhone": c.OfficePhone, "SamAccountName": c.SamAccountName, "State": c.State, "Surname": c.Surname, "Title": c.Title,
		"UserPrincipalName": c.UserPrincipalName,
	} {
		if rt.IsBound(name) {
			values[find(name).stored()] = value
		}
	}
	for _, table := range [...]*objects.Hashtable{c.Replace, c.Add} {
		if table == nil {
			continue
		}
		for _, key := range table.Keys() {
			name, err := rt.Types().Text(key, " ")
			if err != nil {
				return nil, err
			}
			v, _ := table.Get(key)
			text, err := rt.Types().Text(v, " ")
			if err != nil {
				return nil, err
			}
			if err := put(values, name, text); err != nil {
				return nil, err
			}
		}
	}
	for _, name := range c.Clear {
		if err := put(values, name, ""); err != nil {
			return nil, err
		}
	}
	return values, nil
}

// put gives an attribute a value. Those that identify an account stay as they
// are.
func put(values access.Values, name, value string) error {
	stored := ""
	if a := find(name); a != nil {
		stored = a.stored()
	}
	switch stored {
	case "", "Identity", "Guid", "Sid", "WhenCreated", "WhenChanged", "UserAccountControl":
		e := objects.NewException(objects.ArgumentException, fmt.Sprintf("The attribute \"%s\" cannot be changed.", name))
		return runtime.NewErrorRecord(e, "ActiveDirectoryCmdlet:InvalidAttribute", runtime.InvalidArgument, objects.String(name))
	}
	values[stored] = value
	return nil
}

// DisableADAccount keeps accounts from signing in to the directory. Their
// certificates stay: Test-CsLeaver finds them.
type DisableADAccount struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`
	accountEdits
}

// ProcessRecord disables one account.
func (c *DisableADAccount) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.change(rt, func(u *cs.User) (access.Values, error) {
		return access.Values{"UserAccountControl": controlWith(u, true)}, nil
	})
}

// EnableADAccount lets accounts sign in to the directory again.
type EnableADAccount struct {
	_ struct{} `cmdlet:"SupportsShouldProcess"`
	accountEdits
}

// ProcessRecord enables one account.
func (c *EnableADAccount) ProcessRecord(rt *runtime.CommandRuntime) error {
	return c.change(rt, func(u *cs.User) (access.Values, error) {
		return access.Values{"UserAccountControl": controlWith(u, false)}, nil
	})
}
