package system

import "github.com/csshell/csshell/objects"

// intPtrDeclaration is System.IntPtr: a whole number as wide as an address.
func intPtrDeclaration() *objects.Declaration {
	of := func(n int64) value { return objects.Word(objects.IntPtrType, uint64(n)) }
	fixed := func(signature string, v value) objects.Property {
		return reads(signature, func(value) value { return v })
	}
	make := func(c *call) value { return of(c.Args[0].Int64()) }
	number := func(c *call) int64 { return c.This.Int64() }
	return &objects.Declaration{
		Type: objects.IntPtrType,
		Constructors: []objects.Method{
			total("new(int value)", make), total("new(long value)", make),
		},
		Properties: []objects.Property{
			fixed("static System.IntPtr Zero {get;}", of(0)), fixed("static int Size {get;}", objects.Int(8)),
			fixed("static System.IntPtr MaxValue {get;}", of(1<<63-1)), fixed("static System.IntPtr MinValue {get;}", of(-1<<63)),
		},
		Methods: []objects.Method{
			total("int ToInt32()", func(c *call) value { return objects.Int(int(number(c))) }),
			total("long ToInt64()", func(c *call) value { return objects.Int64(number(c)) }),
			partial("string ToString()", toText),
		},
	}
}
