package runtime

import "github.com/csshell/csshell/objects/automation"

// PromptForCredential asks for a name, where none is given, and for its password
// (System.Management.Automation.Host.PSHostUserInterface.PromptForCredential). An
// empty name is asked for again, an empty password is taken.
func (s *Session) PromptForCredential(caption, message, user string) (*automation.PSCredential, error) {
	if err := s.writeQuestion(caption, message); err != nil {
		return nil, err
	}
	for user == "" {
		answer, err := s.readAnswer("User: ")
		if err != nil {
			return nil, err
		}
		user = answer
	}
	password, err := s.readLine("Password for user "+user+": ", true)
	if err != nil {
		return nil, err
	}
	if err := s.question("", "", true); err != nil {
		return nil, err
	}
	return &automation.PSCredential{UserName: user, Password: automation.NewSecureString(password)}, nil
}
