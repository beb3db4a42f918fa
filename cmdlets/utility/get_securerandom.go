package utility

import (
	crypto "crypto/rand"
	"encoding/binary"
	"math/rand/v2"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// GetSecureRandom is Get-Random with numbers that nobody can foretell.
type GetSecureRandom struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=RandomNumberParameterSet,OutputType=System.Int32,OutputType=System.Int64,OutputType=System.Double"`

	drawing
}

// drawing are the parameters of the cmdlets that draw random numbers or objects.
type drawing struct {
	Maximum     objects.Value           `param:"ParameterSetName=RandomNumberParameterSet,Position=0" help:"Numbers stay below it."`
	Minimum     objects.Value           `param:"ParameterSetName=RandomNumberParameterSet" help:"The smallest number."`
	InputObject []objects.Value         `param:"ParameterSetName=RandomListItemParameterSet|ShuffleParameterSet,Position=0,Mandatory,ValueFromPipeline" allow:"Null" help:"The objects to draw from."`
	Count       runtime.Optional[int]   `param:"ParameterSetName=RandomNumberParameterSet|RandomListItemParameterSet" validate:"Range=1:2147483647" help:"How many to draw."`
	Shuffle     runtime.SwitchParameter `param:"ParameterSetName=ShuffleParameterSet,Mandatory" help:"Write all objects in random order."`

	random *rand.Rand
	items  []objects.Value
	seen   int
}

// secureSource gives bits of the operating system's random numbers.
type secureSource struct{}

// Uint64 is the source's next number.
func (secureSource) Uint64() uint64 {
	var b [8]byte
	_, _ = crypto.Read(b[:]) // never fails
	return binary.LittleEndian.Uint64(b[:])
}

// BeginProcessing takes the source of random numbers.
func (c *GetSecureRandom) BeginProcessing(*runtime.CommandRuntime) error {
	c.random = rand.New(secureSource{})
	return nil
}
