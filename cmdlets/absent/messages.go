package absent

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// noCertificates refuses a command because it has no store of certificates.
type noCertificates struct{}

// ProcessRecord is the refusal.
func (noCertificates) ProcessRecord(rt *runtime.CommandRuntime) error {
	return refusal(rt, "it has no store of certificates")
}

// GetCmsMessage would describe an encrypted message: refused.
type GetCmsMessage struct {
	_ struct{} `cmdlet:"OutputType=System.Security.Cryptography.Pkcs.EnvelopedCms"`

	Content     string `param:"ParameterSetName=ByContent,Position=0,Mandatory,ValueFromPipeline" allow:"Null,EmptyString"`
	Path        string `param:"ParameterSetName=ByPath,Position=1,Mandatory"`
	LiteralPath string `param:"ParameterSetName=ByLiteralPath,Position=1,Mandatory"`

	noCertificates
}

// ProtectCmsMessage would encrypt a message: refused.
type ProtectCmsMessage struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ByContent,OutputType=System.String"`

	To          objects.Value `param:"Position=0,Mandatory" type:"System.Management.Automation.CmsMessageRecipient[]"`
	Content     objects.Value `param:"ParameterSetName=ByContent,Position=1,Mandatory,ValueFromPipeline" type:"psobject" allow:"Null,EmptyString"`
	Path        string        `param:"ParameterSetName=ByPath,Position=1,Mandatory"`
	LiteralPath string        `param:"ParameterSetName=ByLiteralPath,Position=1,Mandatory"`
	OutFile     string        `param:"Position=2"`

	noCertificates
}

// UnprotectCmsMessage would decrypt a message: refused.
type UnprotectCmsMessage struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ByWinEvent,OutputType=System.String"`

	Content        string                  `param:"ParameterSetName=ByContent,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" allow:"Null,EmptyString"`
	EventLogRecord objects.Value           `param:"ParameterSetName=ByWinEvent,Position=0,Mandatory,ValueFromPipeline,PSTypeName=System.Diagnostics.Eventing.Reader.EventLogRecord" type:"psobject"`
	Path           string                  `param:"ParameterSetName=ByPath,Position=0,Mandatory"`
	LiteralPath    string                  `param:"ParameterSetName=ByLiteralPath,Position=0,Mandatory"`
	IncludeContext runtime.SwitchParameter `param:""`
	To             objects.Value           `param:"Position=1" type:"System.Management.Automation.CmsMessageRecipient[]"`

	noCertificates
}
