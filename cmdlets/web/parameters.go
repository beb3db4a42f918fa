package web

import (
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/net"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/runtime"
)

// parameters are those that both cmdlets have, in PowerShell's order.
type parameters struct {
	UseBasicParsing                 runtime.SwitchParameter  `param:"" help:"Always the case."`
	Uri                             *net.Uri                 `param:"Position=0,Mandatory" validate:"NotNullOrEmpty" help:"Where to send the request."`
	HttpVersion                     *system.Version          `param:"" help:"1.0 and 1.1 for HTTP 1.1, anything higher for HTTP 2 where the server has it."`
	WebSession                      *Session                 `param:"" help:"The session with its cookies and headers."`
	SessionVariable                 string                   `param:"Alias=SV" help:"A variable to keep the session in."`
	AllowUnencryptedAuthentication  runtime.SwitchParameter  `param:"" help:"Send secrets without TLS."`
	Authentication                  string                   `param:"" type:"Microsoft.PowerShell.Commands.WebAuthenticationType" help:"How to log on."`
	Credential                      *automation.PSCredential `param:"" help:"Who logs on."`
	UseDefaultCredentials           runtime.SwitchParameter  `param:"" refuse:"the user of the shell has no log-on of a domain to show"`
	CertificateThumbprint           string                   `param:"" validate:"NotNullOrEmpty" refuse:"there is no store of certificates"`
	Certificate                     objects.Value            `param:"" type:"X509Certificate" validate:"NotNull" refuse:"its certificates have no private keys"`
	SkipCertificateCheck            runtime.SwitchParameter  `param:"" help:"Trust any certificate."`
	SslProtocol                     int                      `param:"" type:"Microsoft.PowerShell.Commands.WebSslProtocol" help:"The versions of TLS."`
	Token                           *automation.SecureString `param:"" help:"The token of Bearer or OAuth."`
	UserAgent                       string                   `param:"" help:"What the client calls itself."`
	DisableKeepAlive                runtime.SwitchParameter  `param:"" help:"Close the connection afterwards."`
	ConnectionTimeoutSeconds        int                      `param:"Alias=TimeoutSec" validate:"Range=0:2147483647" help:"How long to wait for an answer."`
	OperationTimeoutSeconds         int                      `param:"" validate:"Range=0:2147483647" help:"How long to wait between pieces of the answer."`
	Headers                         *objects.Hashtable       `param:"" type:"System.Collections.IDictionary" help:"Headers of the request."`
	SkipHeaderValidation            runtime.SwitchParameter  `param:"" help:"Take headers as they are."`
	AllowInsecureRedirect           runtime.SwitchParameter  `param:"" help:"Follow from https to http."`
	MaximumRedirection              runtime.Optional[int]    `param:"" validate:"Range=0:2147483647" help:"How many redirections to follow."`
	MaximumRetryCount               int                      `param:"" validate:"Range=0:2147483647" help:"How often to try again."`
	PreserveAuthorizationOnRedirect runtime.SwitchParameter  `param:"" help:"Send the authorization on to other servers."`
	RetryIntervalSec                int                      `param:"" validate:"Range=1:2147483647" help:"Seconds between two tries."`
	Method                          string                   `param:"ParameterSetName=StandardMethod|StandardMethodNoProxy" type:"Microsoft.PowerShell.Commands.WebRequestMethod" help:"The method."`
	CustomMethod                    string                   `param:"ParameterSetName=CustomMethod|CustomMethodNoProxy,Mandatory,Alias=CM" validate:"NotNullOrEmpty" help:"A method of another name."`
	PreserveHttpMethodOnRedirect    runtime.SwitchParameter  `param:"" help:"Keep the method when redirected."`
	UnixSocket                      *net.UnixEndPoint        `param:"" validate:"NotNullOrEmpty" help:"A Unix socket to connect to."`
	NoProxy                         runtime.SwitchParameter  `param:"ParameterSetName=StandardMethodNoProxy|CustomMethodNoProxy,Mandatory" help:"Use no proxy."`
	Proxy                           *net.Uri                 `param:"ParameterSetName=StandardMethod|CustomMethod" help:"The proxy."`
	ProxyCredential                 *automation.PSCredential `param:"ParameterSetName=StandardMethod|CustomMethod" help:"Who logs on to the proxy."`
	ProxyUseDefaultCredentials      runtime.SwitchParameter  `param:"ParameterSetName=StandardMethod|CustomMethod" refuse:"the user of the shell has no log-on of a domain to show"`
	Body                            objects.Value            `param:"ValueFromPipeline" help:"What to send."`
	Form                            *objects.Hashtable       `param:"" type:"System.Collections.IDictionary" help:"Fields and files of a multipart form."`
	ContentType                     string                   `param:"" help:"The type of the body."`
	TransferEncoding                string                   `param:"" validate:"Set=chunked|compress|deflate|gzip|identity" help:"How the body is transferred."`
	InFile                          string                   `param:"" validate:"NotNullOrEmpty" help:"A file to send."`
	OutFile                         string                   `param:"" validate:"NotNullOrEmpty" help:"A file for the answer."`
	PassThru                        runtime.SwitchParameter  `param:"" help:"Write the answer too."`
	Resume                          runtime.SwitchParameter  `param:"" help:"Go on with a file that was begun."`
	SkipHttpErrorCheck              runtime.SwitchParameter  `param:"" help:"An answer of failure is no error."`
}

// TransformOf makes the parameters of credentials ask for passwords.
func (*parameters) TransformOf(parameter string) runtime.Transform {
	if parameter == "Credential" || parameter == "ProxyCredential" {
		return runtime.CredentialAttribute{}
	}
	return nil
}
