package store

// Finding is something in a store that is not as it must be.
type Finding struct {
	Check string // what was looked at: Integrity, Journal, Revocations
	What  string // a sentence that names the first bad row
}
