package cs

import (
	"github.com/csshell/csshell/objects"
)

// The types of the product that scripts see. Its objects are records, as a remote
// session gives them: PSCustomObjects with the product's names before their own.
var (
	UserType              = &objects.Type{FullName: "Microsoft.Rtc.Management.ADConnect.Schema.ADUser", Base: objects.PSCustomObjectType, Kind: objects.KindObject}
	ClientCertificateType = &objects.Type{FullName: "Microsoft.Rtc.Management.UserPinService.CertInfoDetails", Base: objects.PSCustomObjectType, Kind: objects.KindObject}
	RoleType              = &objects.Type{FullName: "Microsoft.Rtc.Management.WritableConfig.Settings.Roles.Role", Base: objects.PSCustomObjectType, Kind: objects.KindObject}
	PinInfoType           = &objects.Type{FullName: "Microsoft.Rtc.Management.UserPinService.PinInfoDetails", Base: objects.PSCustomObjectType, Kind: objects.KindObject}
	UserIDType            = &objects.Type{FullName: "Microsoft.Rtc.Management.AD.UserIdParameter", Kind: objects.KindObject}
	// ManagementException is what the cmdlets report; runbooks catch it by name.
	ManagementException = &objects.Type{FullName: "Microsoft.Rtc.Management.AD.ManagementException", Base: objects.ExceptionType, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
)

// Types are the types of the domain for a TypeTable.
func Types() []objects.TypeEntry {
	return []objects.TypeEntry{
		{Type: UserType, Declare: declareUser},
		{Type: ClientCertificateType, Declare: declareCertificate},
		{Type: RoleType, Declare: declareRole},
		{Type: PinInfoType, Declare: declarePin},
		{Type: UserIDType},
		{Type: ManagementException},
	}
}

// Type is Microsoft.Rtc.Management.ADConnect.Schema.ADUser.
func (*User) Type() *objects.Type { return UserType }

// Text is the distinguished name.
func (u *User) Text() (string, error) { return u.Identity, nil }

// Type is Microsoft.Rtc.Management.UserPinService.CertInfoDetails.
func (*ClientCertificate) Type() *objects.Type { return ClientCertificateType }

// Type is Microsoft.Rtc.Management.UserPinService.PinInfoDetails.
func (*PinInfo) Type() *objects.Type { return PinInfoType }

// Type is Microsoft.Rtc.Management.WritableConfig.Settings.Roles.Role.
func (*Role) Type() *objects.Type { return RoleType }

// BindArgument takes a text, or a user. Any other object binds by its property
// Identity instead.
func (id *UserID) BindArgument(v objects.Value) error {
	text, ok := v.Str()
	if !ok {
		u, is := objects.As[*User](v)
		if !is {
			return objects.NewException(objects.ArgumentException, "The object is not a user.")
		}
		text = u.Identity
	}
	for _, c := range text {
		if c != ' ' && c != '\t' {
			*id = UserID(text)
			return nil
		}
	}
	return objects.NewException(objects.PSInvalidCastException, `Cannot convert value "`+text+`" to type "`+UserIDType.FullName+`". Error: "A user identity must not be empty."`)
}

// TransformsArgument tells that a text that names no one is an error of the
// parameter's transformation. Objects that are no users bind by a property.
func (*UserID) TransformsArgument(v objects.Value) bool {
	_, isText := v.Str()
	_, isList := objects.Enumeration(v)
	return isText || isList
}

func declareUser() *objects.Declaration {
	return &objects.Declaration{Type: UserType, Data: shown(UserType, UserProperties[:listed]), Properties: declared(UserProperties), Methods: []objects.Method{
		{Signature: "string ToString()", Call: func(c *objects.Call) (objects.Value, error) {
			u, _ := objects.As[*User](c.This)
			return objects.String(u.Identity), nil
		}},
	}}
}

func declareCertificate() *objects.Declaration {
	return &objects.Declaration{
		Type: ClientCertificateType, Data: shown(ClientCertificateType, CertificateProperties[:5]), Properties: declared(CertificateProperties),
	}
}

func declarePin() *objects.Declaration {
	return &objects.Declaration{Type: PinInfoType, Data: shown(PinInfoType, PinProperties), Properties: declared(PinProperties)}
}

// listed is how many of [UserProperties] the default list of a user shows.
const listed = 31

// shown says which properties of a type are shown where nobody names some.
func shown[T any](t *objects.Type, list []Property[T]) *objects.TypeData {
	d := &objects.TypeData{TypeName: t.FullName}
	for i := range list {
		d.DefaultDisplayPropertySet = append(d.DefaultDisplayPropertySet, list[i].Name)
	}
	return d
}

// declared are the properties that scripts see.
func declared[T any](list Properties[T]) []objects.Property {
	var out []objects.Property
	for i := range list {
		p := &list[i]
		if p.Internal {
			continue
		}
		out = append(out, objects.Property{
			Plain:     p.plain(),
			Signature: p.typeName() + " " + p.Name + " {get;set;}",
			Set: func(this, v objects.Value) error {
				if o, ok := objects.As[*T](this); ok {
					return p.SetValue(o, v)
				}
				return nil
			},
			Get: func(this objects.Value) (objects.Value, error) {
				o, ok := objects.As[*T](this)
				if !ok {
					return objects.Null, nil
				}
				return p.Value(o), nil
			},
		})
	}
	return out
}

// plain reads the property where it is a text; nil for any other.
func (p *Property[T]) plain() func(this objects.Value) string {
	if p.Text == nil {
		return nil
	}
	return func(this objects.Value) string {
		if o, ok := objects.As[*T](this); ok {
			return *p.Text(o)
		}
		return ""
	}
}

// utcKind are the bits of a DateTime that say it is in UTC.
const utcKind = 1 << 62

// Value is the time as scripts see it: a DateTime in UTC, or $null where it is
// missing.
func (t Ticks) Value() objects.Value {
	if t == 0 {
		return objects.Null
	}
	return objects.Word(objects.DateTimeType, uint64(t)|utcKind)
}

func (p *Property[T]) typeName() string {
	switch {
	case p.Bool != nil:
		return "System.Nullable[bool]"
	case p.Time != nil:
		return "datetime"
	}
	return "string"
}

// Value is the property as scripts see it: a text or $null, a Boolean or
// $null, a DateTime in UTC.
func (p *Property[T]) Value(object *T) objects.Value {
	switch {
	case p.Bool != nil:
		switch *p.Bool(object) {
		case True:
			return objects.Bool(true)
		case False:
			return objects.Bool(false)
		}
		return objects.Null
	case p.Time != nil:
		return p.Time(object).Value()
	}
	text := p.Get(object)
	if text == "" {
		return objects.Null
	}
	return objects.String(text)
}

// SetValue gives the property a value in its type, or $null: what scripts assign
// changes the object that they have, and not the store.
func (p *Property[T]) SetValue(object *T, v objects.Value) error {
	switch {
	case p.Bool != nil && v.IsNull():
		*p.Bool(object) = NullBool
	case p.Bool != nil:
		*p.Bool(object) = BoolOf(v.Base().Bool())
	case p.Time != nil:
		*p.Time(object) = Ticks(v.Base().Int64() & (utcKind - 1))
	default:
		text, _ := v.Base().Str()
		return p.Set(object, text)
	}
	return nil
}

func declareRole() *objects.Declaration {
	texts := func(signature string, get func(*Role) []string) objects.Property {
		return objects.Property{Signature: signature, Get: func(this objects.Value) (objects.Value, error) {
			r, _ := objects.As[*Role](this)
			return objects.Of(objects.Strings(get(r))), nil
		}}
	}
	text := func(signature string, get func(*Role) string) objects.Property {
		return objects.Property{Signature: signature, Get: func(this objects.Value) (objects.Value, error) {
			r, _ := objects.As[*Role](this)
			if s := get(r); s != "" {
				return objects.String(s), nil
			}
			return objects.Null, nil
		}}
	}
	return &objects.Declaration{Type: RoleType, Data: &objects.TypeData{TypeName: RoleType.FullName, DefaultDisplayPropertySet: []string{
		"Identity", "SID", "IsStandardRole", "Cmdlets", "ScriptModules", "ConfigScopes", "UserScopes", "TemplateName",
	}}, Properties: []objects.Property{
		text("string Identity {get;}", func(r *Role) string { return r.Identity }),
		text("string SID {get;}", func(r *Role) string { return r.Sid }),
		{Signature: "bool IsStandardRole {get;}", Get: func(this objects.Value) (objects.Value, error) {
			r, _ := objects.As[*Role](this)
			return objects.Bool(r.IsStandardRole), nil
		}},
		texts("string[] Cmdlets {get;}", func(r *Role) []string { return r.Cmdlets }),
		texts("string[] ScriptModules {get;}", func(r *Role) []string { return r.ScriptModules }),
		texts("string[] ConfigScopes {get;}", func(r *Role) []string { return r.ConfigScopes }),
		texts("string[] UserScopes {get;}", func(r *Role) []string { return r.UserScopes }),
		text("string TemplateName {get;}", func(r *Role) string { return r.TemplateName }),
	}}
}
