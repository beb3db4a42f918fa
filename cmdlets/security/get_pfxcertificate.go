package security

import (
	"bytes"
	"os"

	"github.com/csshell/csshell/cmdlets/argument"
	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/security"
	"github.com/csshell/csshell/objects/system"
	"github.com/csshell/csshell/runtime"
)

// GetPfxCertificate reads the certificates of files in DER or PEM. The encrypted
// bags of PFX files are refused by name: csshell has no use for private keys.
type GetPfxCertificate struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=ByPath,OutputType=System.Security.Cryptography.X509Certificates.X509Certificate2"`

	FilePath            []string                 `param:"ParameterSetName=ByPath,Position=0,Mandatory,ValueFromPipeline,ValueFromPipelineByPropertyName" help:"The files, with wildcards."`
	LiteralPath         []string                 `param:"ParameterSetName=ByLiteralPath,Mandatory,ValueFromPipelineByPropertyName,Alias=PSPath,Alias=LP" help:"The files, their names taken as they are."`
	Password            *automation.SecureString `param:"" refuse:"it reads certificates without a private key, which have no password"`
	NoPromptForPassword runtime.SwitchParameter  `param:"" help:"Nobody is asked for one."`
}

// ProcessRecord writes the certificate of each file.
func (c *GetPfxCertificate) ProcessRecord(rt *runtime.CommandRuntime) error {
	for _, given := range [...]struct {
		paths   []string
		literal bool
	}{{c.FilePath, false}, {c.LiteralPath, true}} {
		for _, path := range given.paths {
			files, err := argument.Files(rt, path, given.literal)
			if err != nil {
				return err
			}
			for _, file := range files {
				if err := c.write(rt, file); err != nil {
					return err
				}
			}
		}
	}
	return nil
}

// pfxVersion is what the file of a PFX begins with inside its outer sequence: the
// version 3 (RFC 7292).
var pfxVersion = []byte{0x02, 0x01, 0x03}

func (c *GetPfxCertificate) write(rt *runtime.CommandRuntime, file string) error {
	content, err := os.ReadFile(file)
	if os.IsNotExist(err) {
		return rt.WriteError(runtime.PathNotFound(file))
	}
	if err != nil {
		return rt.WriteError(argument.OpenFailure(file, err))
	}
	certificate, err := security.NewCertificate(content)
	if err == nil {
		return rt.WriteObject(objects.Of(certificate))
	}
	message := "Cannot find a certificate in the file " + file + "."
	if at := bytes.Index(content[:min(len(content), 16)], pfxVersion); at > 0 && content[0] == 0x30 {
		message = "The file " + file + " is an encrypted PFX file, which csshell does not read. Export the certificate without its private key, as .cer or .pem."
	}
	e := objects.NewException(system.CryptographicException, message).Because(err)
	return rt.WriteError(runtime.NewErrorRecord(e, "GetPfxCertificateUnknownCryptoError", runtime.NotSpecified, objects.String(file)))
}
