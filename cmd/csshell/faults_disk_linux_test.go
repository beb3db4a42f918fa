package main_test

import (
	"os"
	"path/filepath"
	"syscall"
	"testing"

	"github.com/csshell/csshell/objects/store/storetest"
)

// A disk that fills up in the middle of a revocation is told of, with the store's name;
// when it has room again, the revocation goes on.
func TestFullDisk(t *testing.T) {
	folder := t.TempDir()
	if err := syscall.Mount("tmpfs", folder, "tmpfs", 0, "size=16m"); err != nil {
		if os.Geteuid() == 0 && os.Getenv("CI") != "" {
			t.Fatalf("no small disk can be mounted: %v", err)
		}
		t.Skipf("no small disk can be mounted: %v; the test of a failing disk in cmdlets/cs needs none", err)
	}
	t.Cleanup(func() {
		if err := syscall.Unmount(folder, syscall.MNT_DETACH); err != nil {
			t.Error(err)
		}
	})
	model := filepath.Join(t.TempDir(), "model.db")
	organisation(t, "sqlite:"+model, faultUsers)
	content, err := os.ReadFile(model)
	if err != nil {
		t.Fatal(err)
	}
	path, filler := filepath.Join(folder, "store.db"), filepath.Join(folder, "filler")
	points := storetest.Count(6, 50)
	told, middles := 0, 0
	for i := range points {
		if err := os.WriteFile(path, content, 0o600); err != nil {
			t.Fatal(err)
		}
		// From nothing to what the revocation needs.
		fill(t, filler, int64(i)*(700<<10)/int64(points))
		done := revokeUnderFault(t, "sqlite:"+path, "sqlite:"+path+`" cannot be used: its disk is full; make room and try again.`, func() {})
		if !done {
			told++
		}
		if err := os.Remove(filler); err != nil {
			t.Fatal(err)
		}
		if checkRevocation(t, "sqlite:"+path, done) {
			middles++
		}
		for _, end := range []string{"", "-wal", "-shm"} {
			_ = os.Remove(path + end) // the last two go with the last process
		}
	}
	t.Logf("%d full disks, %d of them told of, %d in the middle of the revocation", points, told, middles)
	if told == 0 || middles == 0 {
		t.Errorf("of %d full disks, %d were told of, %d in the middle of the revocation", points, told, middles)
	}
}

// fill writes a file that leaves so many bytes of its disk.
func fill(t *testing.T, path string, left int64) {
	t.Helper()
	var disk syscall.Statfs_t
	if err := syscall.Statfs(filepath.Dir(path), &disk); err != nil {
		t.Fatal(err)
	}
	size := int64(disk.Bavail)*disk.Bsize - left
	if err := os.WriteFile(path, make([]byte, size), 0o600); err != nil {
		t.Fatal(err)
	}
}
