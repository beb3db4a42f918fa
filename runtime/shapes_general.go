//go:build general

package runtime

// shapes is explained in shapes.go.
const shapes = false
