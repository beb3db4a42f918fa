package regex

import (
	"sync"
	"sync/atomic"
)

// Cache keeps compiled expressions, the latest used ones. It is safe for
// concurrent use.
type Cache struct {
	recent [recentEntries]atomic.Pointer[cacheEntry] // looked into first, see place

	mu      sync.Mutex
	limit   int
	entries map[cacheKey]*cacheEntry
	newest  *cacheEntry
	oldest  *cacheEntry
}

type cacheKey struct {
	pattern string
	options Options
}

type cacheEntry struct {
	key          cacheKey
	regex        *Regex
	newer, older *cacheEntry
}

// NewCache makes a cache for at most limit expressions.
func NewCache(limit int) *Cache {
	return &Cache{limit: limit, entries: make(map[cacheKey]*cacheEntry)}
}

// Compile is the function [Compile] with a memory. Failures are not remembered.
func (c *Cache) Compile(pattern string, options Options) (*Regex, error) {
	key := cacheKey{pattern, options}
	recent := &c.recent[key.place()]
	if e := recent.Load(); e != nil && e.key == key {
		return e.regex, nil
	}
	e := c.lookUp(key)
	if e == nil {
		r, err := Compile(pattern, options)
		if err != nil {
			return nil, err
		}
		e = &cacheEntry{key: key, regex: r}
		c.keep(e)
	}
	recent.Store(e)
	return e.regex, nil
}

// recentEntries is how many places there are for the expressions that a loop
// uses by turns.
const recentEntries = 16

// place is where an expression is kept among the recent ones.
func (k cacheKey) place() int {
	n := len(k.pattern) + int(k.options)
	if k.pattern != "" {
		n += int(k.pattern[0]) + 3*int(k.pattern[len(k.pattern)/2])
	}
	return n % recentEntries
}

func (c *Cache) lookUp(key cacheKey) *cacheEntry {
	c.mu.Lock()
	defer c.mu.Unlock()
	e := c.entries[key]
	if e != nil {
		c.unlink(e)
		c.pushFront(e)
	}
	return e
}

func (c *Cache) keep(e *cacheEntry) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.entries[e.key] != nil {
		return
	}
	c.entries[e.key] = e
	c.pushFront(e)
	if len(c.entries) > c.limit {
		last := c.oldest
		c.unlink(last)
		delete(c.entries, last.key)
	}
}

func (c *Cache) pushFront(e *cacheEntry) {
	e.older, e.newer = c.newest, nil
	if c.newest != nil {
		c.newest.newer = e
	} else {
		c.oldest = e
	}
	c.newest = e
}

func (c *Cache) unlink(e *cacheEntry) {
	if e.newer != nil {
		e.newer.older = e.older
	} else {
		c.newest = e.older
	}
	if e.older != nil {
		e.older.newer = e.newer
	} else {
		c.oldest = e.newer
	}
}
