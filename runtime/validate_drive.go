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
	drive, named := driveOf(path)
	if named && !s.hasDrive(drive) {
		return invalid("DriveNotFound", "Cannot find drive. A drive with the name '"+drive+"' does not exist.")
	}
	if !named {
		drive = "/"
	}
	for _, allowed := range a.drives {
		if strings.EqualFold(allowed, drive) {
			return nil
		}
	}
	return invalid("ValidateDriveFailure", "The path argument drive "+drive+" does not belong to the set of approved drives: "+
		strings.Join(a.drives, ", ")+". Supply a path argument with an approved drive.")
}

// driveOf is what stands before the colon of a path; named is false for a path
// without one.
func driveOf(path string) (drive string, named bool) {
	drive, _, named = strings.Cut(path, ":")
	if !named || drive == "" || strings.ContainsAny(drive, `/\`) {
		return "", false
	}
	return drive, true
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

// hasDrive reports whether the session has a drive of that name.
func (s *Session) hasDrive(name string) bool {
	switch fold(name) {
	case "alias", "env", "function", "variable", "temp":
		return true
	}
	return false
}
