package services

import (
	"strings"
	"time"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/runtime"
)

// The types of services.
var (
	ServiceType   = &objects.Type{FullName: "System.ServiceProcess.ServiceController", Kind: objects.KindObject}
	ExceptionType = &objects.Type{FullName: "Microsoft.PowerShell.Commands.ServiceCommandException", Base: objects.SystemException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}
	StatusType    = enum("System.ServiceProcess.ServiceControllerStatus", "Stopped", "StartPending", "StopPending", "Running", "ContinuePending", "PausePending", "Paused")
	StartModeType = enum("System.ServiceProcess.ServiceStartMode", "System", "Automatic", "Manual", "Disabled")
	StartupType   = &objects.Type{
		FullName: "Microsoft.PowerShell.Commands.ServiceStartupType", Base: objects.EnumType, Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr,
		Enum: &objects.EnumInfo{Underlying: objects.Int32Type, Names: []string{"InvalidValue", "Automatic", "Manual", "Disabled", "AutomaticDelayedStart"}, Values: []int64{-1, 2, 3, 4, 10}},
	}
)

// enum is an enumeration whose values count from 1.
func enum(name string, members ...string) *objects.Type {
	values := make([]int64, len(members))
	for i := range values {
		values[i] = int64(i + 1)
	}
	return &objects.Type{
		FullName: name, Base: objects.EnumType, Kind: objects.KindEnum, Attributes: objects.ValueTypeAttr | objects.SealedAttr,
		Enum: &objects.EnumInfo{Underlying: objects.Int32Type, Names: members, Values: values},
	}
}

// Service is a service of systemd (System.ServiceProcess.ServiceController), as it
// was when it was asked for.
type Service struct {
	facts map[string]string
	ctl   Control
}

// Type is System.ServiceProcess.ServiceController.
func (*Service) Type() *objects.Type { return ServiceType }

// Text is the name of the type, as of all controllers.
func (*Service) Text() (string, error) { return ServiceType.FullName, nil }

func (s *Service) fact(name string) string { return s.facts[name] }

// Name is the unit's name without its ending.
func (s *Service) Name() string { return strings.TrimSuffix(s.fact("Id"), ".service") }

// DisplayName is the unit's description.
func (s *Service) DisplayName() string {
	if d := s.fact("Description"); d != "" {
		return d
	}
	return s.Name()
}

// title names the service in messages.
func (s *Service) title() string { return s.DisplayName() + " (" + s.Name() + ")" }

// status is a value of ServiceControllerStatus.
func (s *Service) status() int {
	switch s.fact("ActiveState") {
	case "active", "reloading":
		return 4
	case "activating":
		return 2
	case "deactivating":
		return 3
	}
	return 1
}

// startType is a value of ServiceStartMode: a unit that is masked cannot be started,
// one that is not enabled can.
func (s *Service) startType() int {
	switch s.fact("UnitFileState") {
	case "enabled", "enabled-runtime", "linked", "linked-runtime", "alias":
		return 2
	case "masked", "masked-runtime":
		return 4
	}
	return 3
}

// others are the services that a list of units names.
func (s *Service) others(fact string) []*Service {
	var list []*Service
	for _, unit := range strings.Fields(s.fact(fact)) {
		if name, ok := strings.CutSuffix(unit, ".service"); ok {
			list = append(list, &Service{facts: map[string]string{"Id": unit, "Description": name}, ctl: s.ctl})
		}
	}
	return list
}

// Types are the types of this package for a TypeTable.
func Types() []objects.TypeEntry {
	return []objects.TypeEntry{{Type: ServiceType, Declare: declareService}, {Type: ExceptionType}, {Type: StatusType}, {Type: StartModeType}, {Type: StartupType}}
}

func declareService() *objects.Declaration {
	read := func(signature string, of func(s *Service) objects.Value) objects.Property {
		return objects.Reads(signature, func(this objects.Value) objects.Value {
			s, _ := objects.As[*Service](this)
			return of(s)
		})
	}
	text := func(name string, of func(s *Service) string) objects.Property {
		return read("string "+name+" {get;}", func(s *Service) objects.Value { return objects.String(of(s)) })
	}
	list := func(name, fact string) objects.Property {
		return read("System.ServiceProcess.ServiceController[] "+name+" {get;}", func(s *Service) objects.Value {
			var items []objects.Value
			for _, o := range s.others(fact) {
				items = append(items, objects.Of(o))
			}
			return objects.Of(objects.NewArray(ServiceType, items))
		})
	}
	return &objects.Declaration{
		Type: ServiceType,
		Data: &objects.TypeData{TypeName: ServiceType.FullName, DefaultDisplayPropertySet: []string{"Status", "Name", "DisplayName"}, Members: []objects.OwnMember{
			{Name: "Name", Kind: objects.AliasPropertyMember, Value: objects.Of(&objects.AliasMember{Name: "Name", Target: "ServiceName"})},
			{Name: "RequiredServices", Kind: objects.AliasPropertyMember, Value: objects.Of(&objects.AliasMember{Name: "RequiredServices", Target: "ServicesDependedOn"})},
		}},
		Properties: []objects.Property{
			text("ServiceName", (*Service).Name), text("DisplayName", (*Service).DisplayName), text("MachineName", func(*Service) string { return "." }),
			text("Description", (*Service).DisplayName), text("UserName", func(s *Service) string { return s.fact("User") }),
			text("BinaryPathName", func(s *Service) string { return command(s.fact("ExecStart")) }), text("UnitPath", func(s *Service) string { return s.fact("FragmentPath") }),
			read(StatusType.FullName+" Status {get;}", func(s *Service) objects.Value { return objects.Word(StatusType, uint64(s.status())) }),
			read(StartModeType.FullName+" StartType {get;}", func(s *Service) objects.Value { return objects.Word(StartModeType, uint64(s.startType())) }),
			read(StartupType.FullName+" StartupType {get;}", func(s *Service) objects.Value { return objects.Word(StartupType, uint64(s.startType())) }),
			read("bool CanStop {get;}", func(s *Service) objects.Value { return objects.Bool(s.status() == 4) }),
			read("bool CanPauseAndContinue {get;}", func(*Service) objects.Value { return objects.Bool(false) }),
			read("bool CanShutdown {get;}", func(*Service) objects.Value { return objects.Bool(false) }),
			list("DependentServices", "RequiredBy"), list("ServicesDependedOn", "Requires"),
		},
		Methods: []objects.Method{
			controls("void Start()", "start"), controls("void Stop()", "stop"),
			objects.Partial("void Refresh()", func(c *objects.Call) (objects.Value, error) { return objects.Null, serviceOf(c).refresh(c) }),
			objects.Partial("void WaitForStatus("+StatusType.FullName+" desiredStatus)", waitForStatus),
			objects.Partial("void WaitForStatus("+StatusType.FullName+" desiredStatus, timespan timeout)", waitForStatus),
			objects.Total("void Close()", func(*objects.Call) objects.Value { return objects.Null }),
		},
	}
}

// command is the path in what systemd says of a command line.
func command(start string) string {
	if _, rest, ok := strings.Cut(start, "argv[]="); ok {
		line, _, _ := strings.Cut(rest, " ;")
		return line
	}
	return ""
}

func serviceOf(c *objects.Call) *Service {
	s, _ := objects.As[*Service](c.This)
	return s
}

func controls(signature, verb string) objects.Method {
	return objects.Partial(signature, func(c *objects.Call) (objects.Value, error) {
		_, err := serviceOf(c).ctl(c.Context, verb, "--", serviceOf(c).fact("Id"))
		return objects.Null, err
	})
}

func (s *Service) refresh(c *objects.Call) error {
	found, err := services(c.Context, s.ctl, s.Name())
	if err == nil && len(found) == 1 {
		s.facts = found[0].facts
	}
	return err
}

// lookEvery is how often a service is asked for its status.
const lookEvery = 100 * time.Millisecond

// waitForStatus is ServiceController.WaitForStatus.
func waitForStatus(c *objects.Call) (objects.Value, error) {
	s, wanted := serviceOf(c), c.Int(0)
	var deadline time.Time
	if len(c.Args) > 1 {
		deadline = time.Now().Add(time.Duration(c.Args[1].Base().TimeSpan()) * 100)
	}
	for {
		if err := s.refresh(c); err != nil || s.status() == wanted {
			return objects.Null, err
		}
		if !deadline.IsZero() && time.Now().After(deadline) {
			return objects.Null, objects.NewException(timeoutException, "Time out has expired and the operation has not been completed.")
		}
		select {
		case <-c.Context.Done():
			return objects.Null, c.Context.Err()
		case <-time.After(lookEvery):
		}
	}
}

var timeoutException = &objects.Type{FullName: "System.ServiceProcess.TimeoutException", Base: objects.SystemException, Kind: objects.KindObject, Attributes: objects.ExceptionAttr}

// failure is the error of a service.
func failure(id, message string, target objects.Value, cause error) *runtime.ErrorRecord {
	e := objects.NewException(ExceptionType, message)
	if cause != nil {
		e = e.Because(cause)
	}
	return runtime.NewErrorRecord(e, id, runtime.CloseError, target)
}
