package web

import (
	"net"
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"testing"
)

// TestUnixSocket sends requests to a server behind a socket in a folder.
func TestUnixSocket(t *testing.T) {
	path := filepath.Join(t.TempDir(), "s")
	listener, err := net.Listen("unix", path)
	if err != nil {
		t.Fatal(err)
	}
	server := httptest.NewUnstartedServer(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) {
		_, _ = w.Write([]byte(r.Host + r.URL.Path))
	}))
	server.Listener = listener
	server.Start()
	defer server.Close()
	endpoint := "([System.Net.Sockets.UnixDomainSocketEndPoint]::new('" + path + "'))"
	if got := run(t, "Invoke-RestMethod http://docker/version -UnixSocket "+endpoint); got != "docker/version" {
		t.Errorf("got %q", got)
	}
	if got := run(t, "(Invoke-WebRequest http://docker/a -UnixSocket ('"+path+"')).Content"); got != "docker/a" {
		t.Errorf("a path in text: got %q", got)
	}
}
