package main

import (
	"runtime"
	"runtime/debug"
	"time"
)

// What the garbage collector may leave lying before it runs again: Go's own rule
// allows as much as there is in use, which for a shell is little, so that most
// scripts would be stopped for it hundreds of times.
const (
	leisure    = 8 << 20 // bytes of garbage
	beginning  = 10 * time.Millisecond
	mostGOGC   = 200
	normalGOGC = 100
)

// leisurely makes the collector wait for at least leisure bytes of garbage, unless
// the script ends in the beginning. chosen is the user's GOGC, which stands.
func leisurely(chosen bool) {
	if !chosen {
		time.AfterFunc(beginning, func() { afterCollection(normalGOGC) })
	}
}

// afterCollection looks at the heap once the next collection is over, and so on.
func afterCollection(percent int) {
	runtime.SetFinalizer(&collection{percent}, func(c *collection) {
		var heap runtime.MemStats
		runtime.ReadMemStats(&heap)
		percent := int(min(max(leisure*100/max(heap.HeapAlloc, 1), normalGOGC), mostGOGC))
		if percent != c.percent {
			debug.SetGCPercent(percent)
		}
		afterCollection(percent)
	})
}

// collection is garbage from the beginning, so that its finalizer tells of the
// next collection.
type collection struct{ percent int }
