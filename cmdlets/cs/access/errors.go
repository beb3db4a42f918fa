package access

import (
	"errors"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/ldap"
	"github.com/csshell/csshell/runtime"
)

// Record makes the error record of the product: a ManagementException.
func Record(message, id string, category runtime.ErrorCategory, target objects.Value) *runtime.ErrorRecord {
	return runtime.NewErrorRecord(objects.NewException(cs.ManagementException, message), id, category, target)
}

// UserError is what an identity that names no user, or several, gives; any
// other error is one of the store and ends the command.
func UserError(rt *runtime.CommandRuntime, err error, id cs.UserID) error {
	target := objects.String(string(id))
	switch {
	case errors.Is(err, store.ErrNotFound):
		return rt.WriteError(Record("Management object not found for identity \""+string(id)+"\".", "ManagementObjectNotFound", runtime.ObjectNotFound, target))
	case errors.Is(err, store.ErrAmbiguous):
		r := Record("Multiple management objects found for identity \""+string(id)+"\".", "ManagementObjectAmbiguous", runtime.InvalidArgument, target)
		r.Details = candidates(err)
		return rt.WriteError(r)
	}
	return StoreError(err)
}

// mostCandidates is how many users a recommendation names.
const mostCandidates = 5

// candidates recommends the users whom an identity may mean; nil where they are not
// known.
func candidates(err error) *runtime.ErrorDetails {
	var several *store.Ambiguous
	if !errors.As(err, &several) {
		return nil
	}
	var names []string
	for _, u := range several.Users[:min(mostCandidates, len(several.Users))] {
		name := u.SipAddress
		if name == "" {
			name = u.Identity
		}
		names = append(names, name)
	}
	text := "name one of " + strings.Join(names, ", ")
	if more := len(several.Users) - len(names); more > 0 {
		text += " and others"
	}
	return &runtime.ErrorDetails{RecommendedAction: text + "."}
}

// NotHomed is what a user without a pool gives.
func NotHomed(user *cs.User) *runtime.ErrorRecord {
	return Record("User \""+user.SipAddress+"\" is not assigned to a Registrar pool.", "UserNotHomed", runtime.InvalidOperation, objects.String(user.SipAddress))
}

// ServerDown is Microsoft.ActiveDirectory.Management.ADServerDownException.
var ServerDown = &objects.Type{
	FullName: "Microsoft.ActiveDirectory.Management.ADServerDownException", Base: objects.ExceptionType, Kind: objects.KindObject, Attributes: objects.ExceptionAttr,
}

// StoreError makes the record of a failure of the store as a whole, or of the
// directory server.
func StoreError(err error) error {
	var e *store.Error
	var server *ldap.Error
	if errors.As(err, &server) {
		x := objects.NewException(ServerDown, server.Error())
		return runtime.NewErrorRecord(x, "ActiveDirectoryServer:0", runtime.ResourceUnavailable, objects.String(server.Server))
	}
	if !errors.As(err, &e) {
		return err
	}
	category := runtime.ResourceUnavailable
	switch {
	case errors.Is(err, store.ErrMissing):
		category = runtime.ObjectNotFound
	case errors.Is(err, store.ErrDenied):
		category = runtime.PermissionDenied
	case errors.Is(err, store.ErrUnreachable):
		category = runtime.ConnectionError
	case errors.Is(err, store.ErrCorrupt), errors.Is(err, store.ErrNotAStore), errors.Is(err, store.ErrNewerSchema):
		category = runtime.InvalidData
	}
	x := objects.NewException(objects.InvalidOperationException, e.Error())
	return runtime.NewErrorRecord(x, "StoreUnavailable", category, objects.String(e.Store))
}
