package web

import (
	"context"
	"io"
	"net/http"
	"net/http/httptest"
	"strings"
	"testing"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/dotnet"
	"github.com/csshell/csshell/runtime"
)

// site answers as servers do.
func site() *httptest.Server {
	mux := http.NewServeMux()
	mux.HandleFunc("/json", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		http.SetCookie(w, &http.Cookie{Name: "k", Value: "v"})
		_, _ = io.WriteString(w, `[{"a":1},{"a":2}]`)
	})
	mux.HandleFunc("/echo", func(w http.ResponseWriter, r *http.Request) {
		body, _ := io.ReadAll(r.Body)
		w.Header().Set("Content-Type", "text/plain")
		_, _ = io.WriteString(w, strings.Join([]string{r.Method, r.URL.RawQuery, r.Header.Get("Content-Type"), r.Header.Get("Cookie"), r.Header.Get("X-A"), r.Header.Get("Authorization"), string(body)}, "|"))
	})
	mux.HandleFunc("/latin", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "text/html; charset=iso-8859-1")
		_, _ = io.WriteString(w, "<a href=\"x\">Z\xfcr</a>")
	})
	mux.HandleFunc("/xml", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/xml")
		_, _ = io.WriteString(w, "<r><n>5</n></r>")
	})
	mux.HandleFunc("/feed", func(w http.ResponseWriter, _ *http.Request) {
		w.Header().Set("Content-Type", "application/rss+xml")
		_, _ = io.WriteString(w, "<rss><channel><item><title>one</title></item><item><title>two</title></item></channel></rss>")
	})
	mux.HandleFunc("/gone", func(w http.ResponseWriter, _ *http.Request) { http.Error(w, "no more", http.StatusGone) })
	mux.HandleFunc("/moved", func(w http.ResponseWriter, r *http.Request) { http.Redirect(w, r, "/json", http.StatusFound) })
	mux.HandleFunc("/page", func(w http.ResponseWriter, r *http.Request) {
		w.Header().Set("Content-Type", "application/json")
		if r.URL.Query().Get("n") == "" {
			w.Header().Set("Link", `</page?n=2>; rel="next"`)
		}
		_, _ = io.WriteString(w, `{"n":"`+r.URL.Query().Get("n")+`"}`)
	})
	return httptest.NewServer(mux)
}

// run runs a script and gives the text of what it writes.
func run(t *testing.T, script string) string {
	t.Helper()
	types := objects.NewTypeTable(func() [][]objects.TypeEntry { return append(dotnet.Sources(), runtime.Types(), Types()) })
	var out []string
	s := runtime.NewSession(context.Background(), runtime.Options{
		Types: types, Environment: runtime.NewEnvironment(nil), ErrorOutput: func(string) error { return nil },
		Commands: runtime.NewCommandTable(func() []runtime.Module {
			return []runtime.Module{{Name: "Microsoft.PowerShell.Utility", Cmdlets: Cmdlets()}}
		}),
		Output: func(v objects.Value) error {
			text, err := types.Text(v, " ")
			out = append(out, text)
			return err
		},
	})
	if err := s.RunText(script); err != nil {
		t.Errorf("%s: %v", script, err)
	}
	return strings.Join(out, "\n")
}

func TestRequests(t *testing.T) {
	server := site()
	defer server.Close()
	for _, row := range [...]struct{ script, want string }{
		{"(Invoke-RestMethod $u/json).Count", "2"},
		{"(Invoke-RestMethod $u/moved).Count", "2"},
		{"(Invoke-RestMethod $u/xml).r.n", "5"},
		{"Invoke-RestMethod $u/feed -OutVariable o >$null; $o.title", "one\ntwo"},
		{"Invoke-RestMethod $u/echo -Body @{ a = 'x y' } -Headers @{ 'X-A' = 1 }", "GET|a=x+y|||1||"},
		{"Invoke-RestMethod $u/echo -Method Post -Body ([ordered]@{ a = 1; b = '&' })", "POST||application/x-www-form-urlencoded||||a=1&b=%26"},
		{"Invoke-RestMethod $u/echo -Method Put -Body '{}' -ContentType application/json", "PUT||application/json||||{}"},
		{"Invoke-RestMethod $u/echo -CustomMethod propfind", "PROPFIND||||||"},
		{"$null = Invoke-WebRequest $u/json -SessionVariable s; Invoke-RestMethod $u/echo -WebSession $s", "GET|||k=v|||"},
		{"(Invoke-WebRequest $u/latin).Content", `<a href="x">Zür</a>`},
		{"(Invoke-WebRequest $u/latin).Links.href", "x"},
		{"(Invoke-WebRequest $u/gone -SkipHttpErrorCheck).StatusCode", "410"},
		{"try { Invoke-WebRequest $u/gone } catch { $_.FullyQualifiedErrorId; $_.Exception.Message; \"$_\"; $_.Exception.Response.StatusCode }",
			"WebCmdletWebResponseException,Microsoft.PowerShell.Commands.InvokeWebRequestCommand\nResponse status code does not indicate success: 410 (Gone).\nno more\n\nGone"},
		{"Invoke-RestMethod $u/page -FollowRelLink -OutVariable o >$null; $o.n", "\n2"},
		{"$null = Invoke-RestMethod $u/json -StatusCodeVariable code -ResponseHeadersVariable h; $code; $h['Content-Type']", "200\napplication/json"},
		{"try { Invoke-RestMethod $u/echo -Authentication Bearer } catch { $_.FullyQualifiedErrorId }", "WebCmdletAllowUnencryptedAuthenticationRequiredException,Microsoft.PowerShell.Commands.InvokeRestMethodCommand"},
	} {
		if got := run(t, "$u = '"+server.URL+"'; "+row.script); got != row.want {
			t.Errorf("%s\n got %q\nwant %q", row.script, got, row.want)
		}
	}
}

func TestNextPage(t *testing.T) {
	for _, row := range [...]struct{ header, want string }{
		{"", ""}, {`<https://a/b?c=2>; rel="next", <https://a/b?c=9>; rel="last"`, "https://a/b?c=2"}, {`<x>; rel=next`, "x"}, {`<x>; rel="prev"`, ""}, {"nonsense", ""},
	} {
		if got := nextPage(row.header); got != row.want {
			t.Errorf("nextPage(%q) = %q, want %q", row.header, got, row.want)
		}
	}
}
