package main

import (
	"testing"

	"github.com/csshell/csshell/runtime"
)

func TestBarText(t *testing.T) {
	for _, row := range []struct {
		record runtime.ProgressRecord
		width  int
		want   string
	}{
		{runtime.ProgressRecord{Activity: "Copying", Status: "file 3 of 6", PercentComplete: 50, SecondsRemaining: 12}, 46, "Copying [=====     ] 50% file 3 of 6 12 s left"},
		{runtime.ProgressRecord{Activity: "Copying", Status: "file 3 of 6", PercentComplete: 50, SecondsRemaining: -1}, 20, "Copying [==   ] 50% "},
		{runtime.ProgressRecord{Activity: "Copying", Status: "a\nb", PercentComplete: 100, SecondsRemaining: -1}, 200, "Copying [==============================] 100% a b"},
		{runtime.ProgressRecord{Activity: "Counting", Status: "5", PercentComplete: -1, SecondsRemaining: -1}, 80, "Counting 5"},
		{runtime.ProgressRecord{Activity: "Counting", PercentComplete: 0, SecondsRemaining: 0}, 0, ""},
	} {
		if got := barText(&row.record, row.width); got != row.want {
			t.Errorf("%+v in %d: got %q, want %q", row.record, row.width, got, row.want)
		}
	}
}
