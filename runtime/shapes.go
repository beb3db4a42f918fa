//go:build !general

package runtime

// shapes says whether hot shapes get closures of their own. The build tag
// "general" leaves them out, for the test that both programs answer alike.
const shapes = true
