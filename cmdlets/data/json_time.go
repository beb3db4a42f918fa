package data

import (
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/datetime"
	"github.com/csshell/csshell/runtime"
)

// isoTime reads an ISO 8601 time: in UTC with Z, of no kind without a zone, else
// local.
func isoTime(s string) (objects.Value, bool) {
	kind := datetime.Unspecified
	t, err := time.Parse("2006-01-02T15:04:05.999999999", s)
	if err != nil {
		if t, err = time.Parse("2006-01-02T15:04:05.999999999Z07:00", s); err != nil {
			return objects.Null, false
		}
		kind = datetime.UTC
		if s[len(s)-1] != 'Z' {
			kind, t = datetime.Local, t.Local()
			_, offset := t.Zone()
			t = t.UTC().Add(time.Duration(offset) * time.Second)
		}
	}
	const unixTicks = 621_355_968_000_000_000
	d, err := datetime.FromTicks(unixTicks+t.Unix()*1e7+int64(t.Nanosecond()/100), kind)
	return objects.Word(objects.DateTimeType, uint64(d)), err == nil
}

// jsonKeyFailure is the error of a name that an object cannot have.
func jsonKeyFailure(message, id string) error {
	e := objects.NewException(objects.InvalidOperationException, message)
	return runtime.NewErrorRecord(e, id, runtime.InvalidOperation, objects.Null)
}
