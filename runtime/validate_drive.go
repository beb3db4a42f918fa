package runtime

import (
	"strings"

	"github.com/csshell/csshell/objects"
)

// validateDriveAttribute is [ValidateDrive()]: the drives that a path may be on.
type validateDriveAttribute struct {
	drives []string
	user   bool // [ValidateUserDrive()]: the drive User
}

// Type is the type of the attribute that was written.
func (a *validateDriveAttribute) Type() *objects.Type {
	if a.user {
		return validateUserDriveType
	}
	return validateDriveType
}

// Validate checks the drive of a path: the one that it names, else the current
// one.
func (a *validateDriveAttribute) Validate(s *Session, v objects.Value) error {
	path, ok := v.Str()
	if !ok {
		return invalid("PathParameterArgumentNotString", "The ValidateDrive attribute can only be applied to a path string argument.")
	}
	drive, _, named := SplitDrive(path)
	if !named {
		drive = "/"
	} else if _, err := s.Drive(drive); err != nil {
		return invalid("DriveNotFound", err.Error())
	}
	for _, allowed := range a.drives {
		if strings.EqualFold(allowed, drive) {
			return nil
		}
	}
	return invalid("ValidateDriveFailure", "The path argument drive "+drive+" does not belong to the set of approved drives: "+
		strings.Join(a.drives, ", ")+". Supply a path argument with an approved drive.")
}

// validateNothing is an attribute that never refuses ([ValidateTrustedData()]).
type validateNothing struct{}

// Type is System.Management.Automation.ValidateTrustedDataAttribute.
func (validateNothing) Type() *objects.Type { return validateTrustedType }

// validateVariableName checks the variables of -OutVariable and its like.
type validateVariableName struct{}

// Type is System.Management.Automation.Internal.CommonParameters+ValidateVariableName.
func (validateVariableName) Type() *objects.Type { return validateVariableNameType }

// Validate refuses a name that is empty; a leading + appends.
func (validateVariableName) Validate(_ *Session, v objects.Value) error {
	name, ok := v.Str()
	if !ok || strings.TrimPrefix(name, "+") != "" {
		return nil
	}
	return invalid("ArgumentNotValidVariableName",
		`Cannot process argument because the value of argument "path" is not valid. Change the value of the "path" argument and run the operation again.`)
}

// validationTypes make the validation attributes known to a TypeTable.
func validationTypes() []objects.TypeEntry {
	entry := func(t *objects.Type, accelerator string, declare func() *objects.Declaration) objects.TypeEntry {
		return objects.TypeEntry{Type: t, Accelerators: []string{accelerator}, Declare: declare}
	}
	return []objects.TypeEntry{
		entry(validateSetType, "ValidateSet", declareValidateSet),
		entry(validateRangeType, "ValidateRange", declareValidateRange),
		entry(validateLengthType, "ValidateLength", declareValidateLength),
		entry(validatePatternType, "ValidatePattern", declareValidatePattern),
		entry(validateScriptType, "ValidateScript", declareValidateScript),
		entry(validateCountType, "ValidateCount", declareValidateCount),
		entry(validateNotNullType, "ValidateNotNull", declareNotNull(nothingElse)),
		entry(validateNotNullOrEmptyType, "ValidateNotNullOrEmpty", declareNotNull(emptyToo)),
		entry(validateNotNullOrWhiteType, "ValidateNotNullOrWhiteSpace", declareNotNull(whiteSpaceToo)),
		entry(validateDriveType, "ValidateDrive", declareValidateDrive),
		entry(validateUserDriveType, "ValidateUserDrive", func() *objects.Declaration {
			return &objects.Declaration{Type: validateUserDriveType, Constructors: []objects.Method{
				made("new()", func(*objects.Call) objects.Object { return &validateDriveAttribute{[]string{"User"}, true} }),
			}}
		}),
		entry(validateTrustedType, "ValidateTrustedData", func() *objects.Declaration {
			return &objects.Declaration{Type: validateTrustedType, Constructors: []objects.Method{
				made("new()", func(*objects.Call) objects.Object { return validateNothing{} }),
			}}
		}),
		{Type: validateVariableNameType},
		{Type: validateRangeKindType},
	}
}

func declareValidateDrive() *objects.Declaration {
	return &objects.Declaration{
		Type: validateDriveType,
		Constructors: []objects.Method{made("new(Params string[] validRootDrives)", func(c *objects.Call) objects.Object {
			return &validateDriveAttribute{drives: stringItems(elements(c.Args[0]))}
		})},
	}
}
