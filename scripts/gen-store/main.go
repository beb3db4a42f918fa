// Command gen-store makes a store with a made-up organisation of any size, for
// benchmarks:
//
//	go run ./scripts/gen-store -users 1000000 -store sqlite:/tmp/big.db
//	go run ./scripts/gen-store -users 1000000 -store postgres://localhost/big
package main

import (
	"context"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"time"

	"github.com/csshell/csshell/objects/cs"
	"github.com/csshell/csshell/objects/store"
	"github.com/csshell/csshell/objects/store/open"
	"github.com/csshell/csshell/objects/store/sample"
)

func main() {
	users := flag.Int("users", 1000, "the number of users")
	each := flag.Int("certificates", 2, "the number of certificates of each user")
	name := flag.String("store", "", "the name of the store, which must not exist")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	err := generate(ctx, *name, *users, *each)
	stop()
	if err != nil {
		fmt.Fprintln(os.Stderr, "gen-store:", err)
		os.Exit(1)
	}
}

func generate(ctx context.Context, name string, users, each int) error {
	start := time.Now()
	s, err := open.Create(ctx, name)
	if err != nil {
		return err
	}
	counts, err := s.Import(ctx, change(start), func(batch store.Batch) error { return fill(batch, users, each) })
	if closing := s.Close(); err == nil {
		err = closing
	}
	if err == nil {
		fmt.Printf("%s: %d users and %d certificates in %.1f s\n", name, counts.UsersAdded, counts.CertificatesAdded, time.Since(start).Seconds())
	}
	return err
}

func change(now time.Time) store.Change {
	return store.Change{
		Operation: store.NewOperationID(),
		Step:      1,
		Facts:     store.Facts{At: cs.TicksOf(now), Action: "Import", Actor: "gen-store", Client: "gen-store"},
	}
}

func fill(batch store.Batch, users, each int) error {
	for i, user := range sample.Users(users) {
		if err := batch.AddUser(i+2, user); err != nil {
			return err
		}
	}
	for i, certificate := range sample.Certificates(users, each) {
		if err := batch.AddCertificate(i+2, certificate); err != nil {
			return err
		}
	}
	return nil
}
