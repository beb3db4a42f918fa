package check

import (
	"strings"

	"github.com/csshell/csshell/parser"
)

// isWindowsPath reports whether a text begins as C:\x or C:/x does.
func isWindowsPath(text string) bool {
	return len(text) >= 2 && text[1] == ':' && 'a' <= text[0]|0x20 && text[0]|0x20 <= 'z' &&
		(len(text) == 2 || text[2] == '\\' || text[2] == '/')
}

// isShare reports whether a text begins as \\server\share does.
func isShare(text string) bool {
	rest, ok := strings.CutPrefix(text, `\\`)
	server, share, found := strings.Cut(rest, `\`)
	return ok && found && server != "" && share != "" && share[0] != '\\' &&
		!strings.ContainsFunc(server, func(r rune) bool { return r < 0x80 && !strings.ContainsRune(hostRunes, r) })
}

const hostRunes = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._$"

// text looks for the paths of Windows.
func (s *script) text(e parser.Expression, text string) {
	switch {
	case s.patterns[e]:
	case isWindowsPath(text):
		if _, err := s.session.Drive(text[:1]); err != nil {
			s.add(e.Span(), Warning, windowsPath, "There is no drive "+text[:2]+" here.", "Take the path from a parameter, $HOME or $PSScriptRoot.")
		}
	case isShare(text):
		s.add(e.Span(), Warning, windowsPath, "Shares are reached through the folder where they are mounted.", "Mount the share and name its folder.")
	default:
		s.drive(e, text)
	}
}

// drive looks for the drives of Windows' providers.
func (s *script) drive(e parser.Expression, text string) {
	name, rest, ok := strings.Cut(text, ":")
	if !ok || rest != "" && rest[0] != '\\' && rest[0] != '/' && !strings.HasPrefix(rest, ":") {
		return
	}
	for _, d := range [...]struct{ name, remedy string }{
		{"HKLM", registryRemedy}, {"HKCU", registryRemedy}, {"HKCR", registryRemedy}, {"HKU", registryRemedy}, {"HKCC", registryRemedy},
		{"Registry", registryRemedy}, {`Microsoft.PowerShell.Core\Registry`, registryRemedy},
		{"Cert", "Read certificates with Get-CsClientCertificate, or from files."}, {"WSMan", "There is no remote management to set up; take it out."},
	} {
		if !strings.EqualFold(d.name, name) {
			continue
		}
		if _, err := s.session.Drive(name); err != nil {
			s.add(e.Span(), Warning, windowsPath, "There is no drive "+name+": here.", d.remedy)
		}
	}
}

const registryRemedy = "Keep settings in a file, such as JSON beside the script."

// variable looks for variables of the environment that only Windows sets.
func (s *script) variable(v *parser.VariableExpression) {
	if !strings.EqualFold(v.Drive(), "env") {
		return
	}
	for _, e := range [...]struct{ name, remedy string }{
		{"COMPUTERNAME", "Use [Environment]::MachineName."}, {"USERNAME", "Use [Environment]::UserName."}, {"USERPROFILE", "Use $HOME."},
		{"TEMP", "Use [IO.Path]::GetTempPath()."}, {"TMP", "Use [IO.Path]::GetTempPath()."}, {"APPDATA", "Use $HOME."}, {"LOCALAPPDATA", "Use $HOME."},
		{"USERDOMAIN", "Take the domain from a parameter."}, {"USERDNSDOMAIN", "Take the domain from a parameter."}, {"LOGONSERVER", "Take the server from a parameter."},
		{"windir", "Name the folder itself."}, {"SystemRoot", "Name the folder itself."}, {"SystemDrive", "Name the folder itself."},
		{"ProgramFiles", "Name the folder itself."}, {"ProgramData", "Name the folder itself."}, {"PUBLIC", "Name the folder itself."}, {"HOMEDRIVE", "Use $HOME."},
	} {
		if !strings.EqualFold(e.name, v.Name) {
			continue
		}
		if _, set := s.session.Environment.Get(e.name); !set {
			s.add(v.Span(), Warning, windowsOnly, "Only Windows sets the variable "+e.name+".", e.remedy)
		}
	}
}

// windowsCommand says what to use in the place of a command of Windows.
func windowsCommand(name string) (remedy string, ok bool) {
	folded := strings.ToLower(name)
	for _, c := range [...]struct{ part, remedy string }{
		{"-wmi", "Ask a program of this system, such as uname, df or ps; there is no WMI."}, {"-cim", "Ask a program of this system, such as uname, df or ps; there is no WMI."},
		{"eventlog", "Write to a file or with logger."}, {"-winevent", "Read the journal with journalctl."},
		{"-service", "Use systemctl."}, {"-scheduledtask", "Use cron or a timer of systemd."}, {"-netfirewall", "Use the firewall of this system."},
		{"-acl", "Use chmod and setfacl."}, {"-mailbox", "Exchange's cmdlets are not here; export what they tell to a file."}, {"-website", "There is no IIS here."},
	} {
		if strings.Contains(folded, c.part) {
			return c.remedy, true
		}
	}
	if strings.HasSuffix(folded, ".exe") || folded == "cmd" || folded == "reg" || folded == "schtasks" || folded == "icacls" || folded == "robocopy" {
		return "Use the program of this system that does the same.", true
	}
	return "", false
}

// windowsType says what to use in the place of a type of Windows.
func windowsType(name string) (remedy string, ok bool) {
	folded := strings.TrimPrefix(strings.ToLower(name), "system.")
	for _, t := range [...]struct{ start, remedy string }{
		{"wmi", "Ask a program of this system; there is no WMI."}, {"management.managementobject", "Ask a program of this system; there is no WMI."},
		{"adsi", "Use Get-ADUser or Get-CsAdUser."}, {"directoryservices.", "Use Get-ADUser or Get-CsAdUser."},
		{"windows.", "There are no windows; ask with Read-Host or $Host.UI.PromptForChoice."}, {"diagnostics.eventlog", "Write to a file or with logger."},
	} {
		if strings.HasPrefix(folded, t.start) {
			return t.remedy, true
		}
	}
	return "", false
}
