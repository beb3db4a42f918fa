package cs

// Pool is a group of servers on which users are homed: the object of
// Get-CsPool.
type Pool struct {
	Identity  string // the pool's FQDN
	Services  []string
	Computers []string
	Site      string
}
