package utility

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// WriteError writes an error and goes on.
type WriteError struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=NoException"`

	Exception          objects.Value         `param:"ParameterSetName=WithException,Mandatory,Position=0" type:"System.Exception"`
	Message            string                `param:"ParameterSetName=NoException,Mandatory,Position=0,ValueFromPipeline;ParameterSetName=WithException,Alias=Msg" allow:"Null,EmptyString"`
	ErrorRecord        *runtime.ErrorRecord  `param:"ParameterSetName=ErrorRecord,Mandatory,Position=0"`
	Category           runtime.ErrorCategory `param:"ParameterSetName=NoException;ParameterSetName=WithException" type:"System.Management.Automation.ErrorCategory"`
	ErrorID            string                `param:"Name=ErrorId,ParameterSetName=NoException;ParameterSetName=WithException"`
	TargetObject       objects.Value         `param:"ParameterSetName=NoException;ParameterSetName=WithException"`
	RecommendedAction  string                `param:""`
	CategoryActivity   string                `param:"Alias=Activity"`
	CategoryReason     string                `param:"Alias=Reason"`
	CategoryTargetName string                `param:"Alias=TargetName"`
	CategoryTargetType string                `param:"Alias=TargetType"`
}

// ProcessRecord writes the error; it shows as one of the function that called.
func (c *WriteError) ProcessRecord(rt *runtime.CommandRuntime) error {
	r := c.ErrorRecord
	if r == nil {
		r = c.made()
	} else {
		copied := *r
		r = &copied
	}
	if c.RecommendedAction != "" {
		r.Details = &runtime.ErrorDetails{Message: r.Error(), RecommendedAction: c.RecommendedAction}
	}
	for _, f := range [...]struct{ from, to *string }{
		{&c.CategoryActivity, &r.Category.Activity}, {&c.CategoryReason, &r.Category.Reason},
		{&c.CategoryTargetName, &r.Category.TargetName}, {&c.CategoryTargetType, &r.Category.TargetType},
	} {
		if *f.from != "" {
			*f.to = *f.from
		}
	}
	if r.Category.Activity == "" {
		r.Category.Activity = "Write-Error"
	}
	return rt.WriteCallerError(r)
}

func (c *WriteError) made() *runtime.ErrorRecord {
	e, ok := objects.As[*objects.Exception](c.Exception)
	if !ok {
		e = objects.NewException(objects.WriteErrorException, c.Message)
	}
	id := c.ErrorID
	if id == "" {
		id = e.Type().FullName
	}
	r := runtime.NewErrorRecord(e, id, c.Category, c.TargetObject)
	if ok && c.Message != "" {
		r.Details = &runtime.ErrorDetails{Message: c.Message}
	}
	return r
}
