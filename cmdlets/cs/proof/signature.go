package proof

import (
	"crypto/ed25519"
	"crypto/rand"
	"crypto/x509"
	"encoding/pem"
	"errors"
	"io/fs"
	"os"
	"path/filepath"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// signingKey is the user's key for plans and exports, in PKCS 8 as openssl writes
// it: signing.pem in the user's configuration. It is made at the first use.
func signingKey(rt *runtime.CommandRuntime) (ed25519.PrivateKey, error) {
	path := keyPath(rt)
	text, err := os.ReadFile(path)
	if errors.Is(err, fs.ErrNotExist) {
		return newKey(path)
	}
	if err != nil {
		return nil, keyError(path, err)
	}
	block, _ := pem.Decode(text)
	if block == nil {
		return nil, keyError(path, errors.New("it is not a key in PEM"))
	}
	key, err := x509.ParsePKCS8PrivateKey(block.Bytes)
	if private, ok := key.(ed25519.PrivateKey); ok && err == nil {
		return private, nil
	}
	return nil, keyError(path, errors.New("it is not an Ed25519 key"))
}

func keyPath(rt *runtime.CommandRuntime) string {
	env := rt.Session().Environment
	folder, ok := env.Get("XDG_CONFIG_HOME")
	if !ok || folder == "" {
		home, _ := env.Get("HOME")
		folder = filepath.Join(home, ".config")
	}
	return filepath.Join(folder, "csshell", "signing.pem")
}

func newKey(path string) (ed25519.PrivateKey, error) {
	_, private, err := ed25519.GenerateKey(rand.Reader)
	if err != nil {
		return nil, keyError(path, err)
	}
	bytes, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		return nil, keyError(path, err)
	}
	if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
		return nil, keyError(path, err)
	}
	err = os.WriteFile(path, pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: bytes}), 0o600)
	if err != nil {
		return nil, keyError(path, err)
	}
	return private, nil
}

func keyError(path string, err error) error {
	e := objects.NewException(objects.IOException, "The signing key \""+path+"\" cannot be used: "+err.Error()+".")
	return runtime.NewErrorRecord(e, "SigningKeyUnavailable", runtime.ResourceUnavailable, objects.String(path))
}

// publicPEM is the public half of a key as openssl reads it.
func publicPEM(key ed25519.PrivateKey) ([]byte, error) {
	bytes, err := x509.MarshalPKIXPublicKey(key.Public())
	return pem.EncodeToMemory(&pem.Block{Type: "PUBLIC KEY", Bytes: bytes}), err
}
