package runtime

import (
	"os"
	"sync"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/automation"
	"github.com/csshell/csshell/objects/system"
)

// defineVariables gives the outermost scope PowerShell's variables
// ("about_Automatic_Variables", "about_Preference_Variables").
func (s *Session) defineVariables() {
	const fixed = ConstantOption | AllScopeOption
	g := s.global
	g.named = make(map[string]*Variable, 64)
	s.computed("?", func() objects.Value { return objects.Bool(s.success) }, ReadOnlyOption|AllScopeOption)
	s.computed("Error", func() objects.Value { return objects.Of(s.errors.list) }, ConstantOption)
	s.computed("ExecutionContext", s.engine, fixed)
	s.computed("PID", func() objects.Value { return objects.Int(os.Getpid()) }, fixed)
	s.computed("PWD", func() objects.Value { return objects.Of(s.PathInfoOf(s.CurrentPath())) }, ReadOnlyOption|AllScopeOption)
	home, _ := s.Environment.Get("HOME")
	s.constant("HOME", objects.String(home), ReadOnlyOption|AllScopeOption)
	for _, p := range [...]struct {
		name  string
		value ActionPreference
	}{
		{"ErrorActionPreference", ContinueAction}, {"WarningPreference", ContinueAction},
		{"VerbosePreference", SilentlyContinue}, {"DebugPreference", SilentlyContinue},
		{"InformationPreference", SilentlyContinue}, {"ProgressPreference", ContinueAction},
	} {
		g.define(&Variable{Name: p.name, value: objects.Word(ActionPreferenceType, uint64(p.value)), Constraints: []Constraint{typeConstraint{typ: ActionPreferenceType}}})
	}
	g.define(NewVariable("ConfirmPreference", objects.Word(ConfirmImpactType, uint64(ImpactHigh))))
	g.define(NewVariable("WhatIfPreference", objects.Bool(false)))
	g.define(NewVariable("ErrorView", objects.String("ConciseView")))
	g.define(NewVariable("FormatEnumerationLimit", objects.Int32(4)))
	g.define(&Variable{Name: "MaximumHistoryCount", value: objects.Int32(standardHistory), Constraints: []Constraint{
		validationConstraint{"MaximumHistoryCount", &ValidateRangeAttribute{Min: objects.Int32(1), Max: objects.Int32(32767), compared: objects.Int32Type}},
	}})
	g.define(NewVariable("OutputEncoding", objects.Null))
	g.define(NewVariable("PSNativeCommandUseErrorActionPreference", objects.Bool(false)))
	g.define(NewVariable("PSNativeCommandArgumentPassing", objects.Word(nativePassingType, standardPassing)))
	g.define(NewVariable("NestedPromptLevel", objects.Int32(0)))
	g.define(NewVariable("PSSessionOption", objects.Null))
	for _, name := range [...]string{"PSEmailServer", "StackTrace"} {
		g.define(NewVariable(name, objects.String("")))
	}
	g.define(NewVariable("PSSessionConfigurationName", objects.String("http://schemas.microsoft.com/powershell/Microsoft.PowerShell")))
	g.define(NewVariable("PSDefaultParameterValues", objects.Of(objects.NewHashtable())))
	s.constant("Host", objects.Of(&hostObject{session: s}), fixed)
	s.defineConstants()
}

func (s *Session) defineConstants() {
	const all, fixed = ReadOnlyOption | AllScopeOption, ConstantOption | AllScopeOption
	s.constant("true", objects.Bool(true), fixed)
	s.constant("false", objects.Bool(false), fixed)
	s.global.define(&Variable{Name: "null", get: func() objects.Value { return objects.Null }, set: func(objects.Value) error { return nil }})
	s.constant("IsLinux", objects.Bool(true), all)
	s.constant("IsWindows", objects.Bool(false), all)
	s.constant("IsMacOS", objects.Bool(false), all)
	s.constant("IsCoreCLR", objects.Bool(true), all)
	s.constant("PSEdition", objects.String("Core"), fixed)
	s.constant("ShellId", objects.String("Microsoft.PowerShell"), fixed)
	s.constant("PSCulture", objects.String("en-US"), all)
	s.constant("PSUICulture", objects.String("en-US"), all)
	s.constant("PSStyle", objects.Of(s.Style), ConstantOption)
	s.constant("EnabledExperimentalFeatures", objects.Of(objects.NewArray(objects.StringType, nil)), fixed)
	s.computed("PSVersionTable", sync.OnceValue(versionTable), fixed)
}

// versionTable is $PSVersionTable: the language that csshell speaks
// ("about_Automatic_Variables").
func versionTable() objects.Value {
	h := objects.NewDictionary(versionTableType, true)
	set := func(name string, v objects.Value) { h.Set(objects.String(name), v) }
	language, err := automation.ParseSemanticVersion(languageVersion)
	if err == nil {
		set("PSVersion", objects.Of(language))
	}
	set("PSEdition", objects.String("Core"))
	set("GitCommitId", objects.String(languageVersion))
	set("OS", objects.String("Linux"))
	set("Platform", objects.String("Unix"))
	compatible := [...][]int{{1, 0}, {2, 0}, {3, 0}, {4, 0}, {5, 0}, {5, 1}, {6, 0}, {7, 0}}
	versions := make([]objects.Value, len(compatible))
	for i, parts := range compatible {
		versions[i] = version(parts...)
	}
	set("PSCompatibleVersions", objects.Of(objects.NewArray(system.VersionType, versions)))
	set("PSRemotingProtocolVersion", version(2, 4))
	set("SerializationVersion", version(1, 1, 0, 1))
	set("WSManStackVersion", version(3, 0))
	return objects.Of(h)
}

// version is a System.Version of some numbers.
func version(parts ...int) objects.Value {
	v := &system.Version{Parts: [4]int{-1, -1, -1, -1}}
	copy(v.Parts[:], parts)
	return objects.Of(v)
}

var versionTableType = &objects.Type{FullName: "System.Management.Automation.PSVersionHashTable", Base: objects.HashtableType, Kind: objects.KindObject, Interfaces: []*objects.Type{objects.DictionaryIface}}

// ConfirmImpactType is System.Management.Automation.ConfirmImpact.
var ConfirmImpactType = &objects.Type{
	FullName: "System.Management.Automation.ConfirmImpact", Kind: objects.KindEnum,
	Attributes: objects.ValueTypeAttr | objects.SealedAttr,
	Enum:       &objects.EnumInfo{Names: []string{"None", "Low", "Medium", "High"}, Values: []int64{0, 1, 2, 3}},
}

func (s *Session) constant(name string, v objects.Value, o VariableOptions) {
	s.global.define(&Variable{Name: name, value: v, Options: o})
}

// computed defines a variable that is read through get.
func (s *Session) computed(name string, get func() objects.Value, o VariableOptions) {
	s.global.define(&Variable{Name: name, get: get, Options: o})
}

// setExitCode keeps $LASTEXITCODE after a program.
func (s *Session) setExitCode() error {
	return s.global.Set(s, "LASTEXITCODE", objects.Int(s.exitCode))
}
