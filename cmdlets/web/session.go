package web

import (
	"net/http"
	"net/http/cookiejar"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
)

var sessionType = &objects.Type{FullName: "Microsoft.PowerShell.Commands.WebRequestSession", Kind: objects.KindObject}

// Session is what requests have in common: cookies, headers and who logs on
// (Microsoft.PowerShell.Commands.WebRequestSession).
type Session struct {
	jar        http.CookieJar
	headers    *objects.Hashtable
	userAgent  string
	credential *automation.PSCredential
}

// newSession makes a session without cookies.
func newSession() *Session {
	jar, _ := cookiejar.New(nil) // fails with options only
	t := objects.MakeGeneric(objects.DictionaryOpenType, objects.StringType, objects.StringType)
	return &Session{jar: jar, headers: objects.NewDictionary(t, true)}
}

// Type is Microsoft.PowerShell.Commands.WebRequestSession.
func (*Session) Type() *objects.Type { return sessionType }

func declareSession() *objects.Declaration {
	agent := property("string UserAgent {get;set;}", func(s *Session) objects.Value { return objects.String(s.userAgent) })
	agent.Set = func(this, v objects.Value) error {
		if s, ok := objects.As[*Session](this); ok {
			s.userAgent, _ = v.Str()
		}
		return nil
	}
	return &objects.Declaration{
		Type: sessionType,
		Constructors: []objects.Method{{Signature: "new()", Call: func(*objects.Call) (objects.Value, error) {
			return objects.Of(newSession()), nil
		}}},
		Properties: []objects.Property{
			property("System.Collections.Generic.Dictionary[string,string] Headers {get;set;}", func(s *Session) objects.Value { return objects.Of(s.headers) }),
			agent,
		},
	}
}
