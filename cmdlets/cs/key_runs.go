package cs

// keyRuns are keys in the order in which they came. Keys that follow one another,
// as those of all users of a store do, take no room each.
type keyRuns struct {
	runs  []keyRun
	count int
}

// keyRun are length keys from first on.
type keyRun struct{ first, length int64 }

// add puts a key behind the others.
func (k *keyRuns) add(key int64) {
	k.count++
	if n := len(k.runs); n > 0 && k.runs[n-1].first+k.runs[n-1].length == key {
		k.runs[n-1].length++
		return
	}
	k.runs = append(k.runs, keyRun{key, 1})
}

// list is all keys.
func (k *keyRuns) list() []int64 {
	keys := make([]int64, 0, k.count)
	for _, run := range k.runs {
		for key := run.first; key < run.first+run.length; key++ {
			keys = append(keys, key)
		}
	}
	return keys
}
