package regex

import "sync"

// Cache keeps compiled expressions, the latest used ones. It is safe for
// concurrent use.
type Cache struct {
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
	if r := c.lookUp(key); r != nil {
		return r, nil
	}
	r, err := Compile(pattern, options)
	if err != nil {
		return nil, err
	}
	c.keep(key, r)
	return r, nil
}

func (c *Cache) lookUp(key cacheKey) *Regex {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.newest != nil && c.newest.key == key {
		return c.newest.regex
	}
	e := c.entries[key]
	if e == nil {
		return nil
	}
	c.unlink(e)
	c.pushFront(e)
	return e.regex
}

func (c *Cache) keep(key cacheKey, r *Regex) {
	c.mu.Lock()
	defer c.mu.Unlock()
	if c.entries[key] != nil {
		return
	}
	e := &cacheEntry{key: key, regex: r}
	c.entries[key] = e
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
