package number

import "github.com/csshell/csshell/objects/fault"

func divideByZero() error {
	return fault.New(fault.DivideByZero, "Attempted to divide by zero.")
}

func decimalOverflow() error {
	return fault.New(fault.Overflow, "Value was either too large or too small for a Decimal.")
}
