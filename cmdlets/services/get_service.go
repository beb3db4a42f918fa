package services

import (
	"slices"
	"strings"

	"github.com/csshell/csshell/objects"
	"github.com/csshell/csshell/objects/wildcard"
	"github.com/csshell/csshell/runtime"
)

// GetService writes services.
type GetService struct {
	_ struct{} `cmdlet:"DefaultParameterSetName=Default,OutputType=System.ServiceProcess.ServiceController"`

	Name              []string                `param:"ParameterSetName=Default,Position=0,ValueFromPipeline,ValueFromPipelineByPropertyName,Alias=ServiceName" help:"Services by name, with wildcards."`
	DisplayName       []string                `param:"ParameterSetName=DisplayName,Mandatory" help:"Services by description, with wildcards."`
	InputObject       []*Service              `param:"ParameterSetName=InputObject,ValueFromPipeline" validate:"NotNullOrEmpty" help:"The services themselves."`
	DependentServices runtime.SwitchParameter `param:"Alias=DS" help:"Those that need them instead."`
	RequiredServices  runtime.SwitchParameter `param:"Alias=SDO,Alias=ServicesDependedOn" help:"Those that they need instead."`
	Include           []string                `param:"" validate:"NotNullOrEmpty" help:"Only services with these names, with wildcards."`
	Exclude           []string                `param:"" validate:"NotNullOrEmpty" help:"No services with these names, with wildcards."`

	ctl Control
}

// ProcessRecord writes the services asked for, by name.
func (c *GetService) ProcessRecord(rt *runtime.CommandRuntime) error {
	list, err := chosen{names: c.Name, displayNames: c.DisplayName, given: c.InputObject, include: c.Include, exclude: c.Exclude}.find(rt, c.ctl)
	if err != nil {
		return err
	}
	for _, s := range list {
		for _, wanted := range c.related(s) {
			if err := rt.WriteObject(objects.Of(wanted)); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c *GetService) related(s *Service) []*Service {
	switch {
	case bool(c.DependentServices):
		return s.others("RequiredBy")
	case bool(c.RequiredServices):
		return s.others("Requires")
	}
	return []*Service{s}
}

// chosen are the services that a cmdlet works on.
type chosen struct {
	names, displayNames []string
	given               []*Service
	include, exclude    []string
}

// find finds the services, sorted by name; a name without wildcards that no service
// has is reported.
func (c chosen) find(rt *runtime.CommandRuntime, ctl Control) ([]*Service, error) {
	list := c.given
	if len(list) == 0 {
		all, err := services(rt.Context(), ctl, "*")
		if err != nil {
			return nil, err
		}
		if list, err = c.named(rt, ctl, all); err != nil {
			return nil, err
		}
	}
	list = slices.DeleteFunc(slices.Clone(list), func(s *Service) bool {
		return len(c.include) > 0 && !fits(c.include, s.Name()) || fits(c.exclude, s.Name())
	})
	slices.SortStableFunc(list, func(a, b *Service) int { return objects.CompareCulture(a.Name(), b.Name(), true) })
	return list, nil
}

func (c chosen) named(rt *runtime.CommandRuntime, ctl Control, all []*Service) (list []*Service, err error) {
	for _, asked := range [...]struct {
		patterns []string
		of       func(*Service) string
		word, id string
	}{{c.names, (*Service).Name, "service", "NoServiceFoundForGivenName"}, {c.displayNames, (*Service).DisplayName, "display", "NoServiceFoundForGivenDisplayName"}} {
		for _, pattern := range asked.patterns {
			found := slices.DeleteFunc(slices.Clone(all), func(s *Service) bool { return !fits([]string{pattern}, asked.of(s)) })
			if len(found) == 0 && asked.word == "service" && !wildcard.ContainsWildcards(pattern) {
				found, err = services(rt.Context(), ctl, strings.TrimSuffix(pattern, ".service")) // one that is not loaded
			}
			if err == nil && len(found) == 0 && !wildcard.ContainsWildcards(pattern) {
				e := objects.NewException(ExceptionType, "Cannot find any service with "+asked.word+" name '"+pattern+"'.")
				err = rt.WriteError(runtime.NewErrorRecord(e, asked.id, runtime.ObjectNotFound, objects.String(pattern)))
			}
			if err != nil {
				return nil, err
			}
			list = append(list, found...)
		}
	}
	if len(c.names)+len(c.displayNames) == 0 {
		return all, nil
	}
	return list, nil
}

// fits reports whether a name fits one of the patterns.
func fits(patterns []string, name string) bool {
	return slices.ContainsFunc(patterns, func(p string) bool {
		w, err := wildcard.Compile(p, true)
		return err == nil && w.Match(name)
	})
}
