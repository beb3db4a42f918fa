package utility

import (
	"math"
	"math/rand/v2"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// GetRandom writes random numbers, or random ones of some objects.
type GetRandom struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=RandomNumberParameterSet"`

	SetSeed runtime.Optional[int] `param:"" type:"System.Nullable[int]" help:"The seed: the same one gives the same numbers."`
	drawing
}

// BeginProcessing takes the source of random numbers.
func (c *GetRandom) BeginProcessing(*runtime.CommandRuntime) error {
	c.random = rand.New(rand.NewPCG(rand.Uint64(), rand.Uint64()))
	if c.SetSeed.Bound {
		c.random = rand.New(rand.NewPCG(uint64(c.SetSeed.Value), 0))
	}
	return nil
}

// ProcessRecord writes numbers, or draws from the objects so far: it keeps as
// many as asked for, each with the same chance (reservoir sampling).
func (c *drawing) ProcessRecord(rt *runtime.CommandRuntime) error {
	if rt.ParameterSet() == "RandomNumberParameterSet" {
		return c.writeNumbers(rt)
	}
	for _, v := range c.InputObject {
		c.seen++
		if bool(c.Shuffle) || len(c.items) < c.count() {
			c.items = append(c.items, v)
			continue
		}
		if i := c.random.IntN(c.seen); i < len(c.items) {
			c.items[i] = v
		}
	}
	return nil
}

func (c *drawing) count() int {
	if c.Count.Bound {
		return c.Count.Value
	}
	return 1
}

// EndProcessing writes the objects drawn, in random order.
func (c *drawing) EndProcessing(rt *runtime.CommandRuntime) error {
	c.random.Shuffle(len(c.items), func(i, j int) { c.items[i], c.items[j] = c.items[j], c.items[i] })
	for _, v := range c.items {
		if err := rt.WriteObject(v); err != nil {
			return err
		}
	}
	return nil
}

// writeNumbers writes numbers from -Minimum up to below -Maximum; they are
// whole unless one of the bounds is a Double.
func (c *drawing) writeNumbers(rt *runtime.CommandRuntime) error {
	low, high, err := c.bounds(rt)
	if err != nil {
		return err
	}
	whole := low.Type() != objects.DoubleType && high.Type() != objects.DoubleType
	if less, err := rt.Types().Compare(low, high, true); err != nil || less >= 0 {
		a, _ := rt.Types().Text(low, " ")
		b, _ := rt.Types().Text(high, " ")
		e := objects.NewException(objects.ArgumentException, "The Minimum value ("+a+") cannot be greater than or equal to the Maximum value ("+b+").")
		return runtime.NewErrorRecord(e, "MinGreaterThanOrEqualMax", runtime.InvalidArgument, objects.Null)
	}
	for range c.count() {
		if err := rt.WriteObject(c.between(low, high, whole)); err != nil {
			return err
		}
	}
	return nil
}

func (c *drawing) between(low, high objects.Value, whole bool) objects.Value {
	if !whole {
		a, _ := low.AsFloat()
		b, _ := high.AsFloat()
		return objects.Double(a + c.random.Float64()*(b-a))
	}
	n := low.Int64() + int64(c.random.Uint64N(uint64(high.Int64()-low.Int64())))
	if low.IsInt32() && high.IsInt32() {
		return objects.Int32(int32(n))
	}
	return objects.Int64(n)
}

// bounds are the two ends as numbers.
func (c *drawing) bounds(rt *runtime.CommandRuntime) (low, high objects.Value, err error) {
	if low, err = bound(rt, c.Minimum, objects.Int32(0)); err == nil {
		high, err = bound(rt, c.Maximum, objects.Int32(math.MaxInt32))
	}
	if err != nil {
		return low, high, err
	}
	for _, v := range [...]*objects.Value{&low, &high} {
		if v.IsInt32() || v.Type() == objects.DoubleType || v.Type() == objects.Int64Type {
			continue
		}
		if *v, err = rt.Types().Convert(*v, objects.Int64Type); err != nil {
			return low, high, err
		}
	}
	if low.Type() == objects.DoubleType || high.Type() == objects.DoubleType {
		if low, err = rt.Types().Convert(low, objects.DoubleType); err == nil {
			high, err = rt.Types().Convert(high, objects.DoubleType)
		}
	}
	return low, high, err
}

// bound is one end: a number, or the number that a text holds.
func bound(rt *runtime.CommandRuntime, v, otherwise objects.Value) (objects.Value, error) {
	if v.IsNull() {
		return otherwise, nil
	}
	v = v.Base()
	if s, ok := v.Str(); ok {
		if n, ok := objects.ParseNumeral(s); ok {
			return n, nil
		}
		return rt.Types().Convert(v, objects.Int32Type)
	}
	if f, ok := v.AsFloat(); ok && !objects.IsNumber(v) {
		return objects.Double(f), nil
	}
	return v, nil
}
