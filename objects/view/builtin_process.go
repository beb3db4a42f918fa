package view

import (
	"github.com/csshell/csshell/objects"
)

// processViews are the views of processes, services and jobs.
func processViews() []View {
	process := of("System.Diagnostics.Process")
	withUser := of("System.Diagnostics.Process#IncludeUserName")
	service := of("System.ServiceProcess.ServiceController")
	return []View{
		{Name: "process", Types: process, Body: Table{Columns: []Column{
			column("NPM(K):7>", kilobytes("NPM")), column("PM(M):8>", megabytes("PM")), column("WS(M):10>", megabytes("WS")),
			column("CPU(s):10>", hundredths("CPU")), column("Id:7>", nil), column("SI:3>", nil), column("ProcessName", nil),
		}}},
		{Name: "Priority", Types: process, Group: &Group{Property: "PriorityClass"},
			Body: table("ProcessName:20", "Id:10>", "WorkingSet64:12>")},
		{Name: "StartTime", Types: process, Group: &Group{Value: startDay, Label: "StartTime.ToShortDateString()"},
			Body: table("ProcessName:20", "Id:10>", "WorkingSet64:12>")},
		{Name: "process", Types: process, Body: Wide{Property: "ProcessName"}},
		{Name: "ProcessWithUserName", Types: withUser, Body: Table{Columns: []Column{
			column("WS(M):10>", megabytes("WS")), column("CPU(s):8>", hundredths("CPU")), column("Id:7>", nil),
			column("UserName:30", nil), column("ProcessName", nil),
		}}},
		{Name: "service", Types: service, Body: table("Status:8", "Name:18", "DisplayName:38")},
		{Types: service, Body: list("Name", "DisplayName", "Status", "DependentServices", "ServicesDependedOn",
			"CanPauseAndContinue", "CanShutdown", "CanStop", "ServiceType")},
		{Name: "Job", Types: of("System.Management.Automation.Job"), Body: table("Id:6", "Name:15", "PSJobTypeName:15",
			"State:13", "HasMoreData:15", "Location:20", "Command:25")},
	}
}

// kilobytes is a number of bytes in whole kilobytes.
func kilobytes(property string) Expression {
	return func(c *Context, v objects.Value) (objects.Value, error) {
		n, err := c.number(v, property)
		return objects.Int64(int64(n / 1024)), err
	}
}

// megabytes is a number of bytes in megabytes with two decimals.
func megabytes(property string) Expression { return scaled(property, 1<<20) }

// hundredths is a number with two decimals.
func hundredths(property string) Expression { return scaled(property, 1) }

func scaled(property string, unit float64) Expression {
	return func(c *Context, v objects.Value) (objects.Value, error) {
		n, err := c.number(v, property)
		if err != nil {
			return objects.Null, err
		}
		return c.format("{0:N2}", objects.Double(n/unit))
	}
}

// startDay is the day on which a process was started.
func startDay(c *Context, v objects.Value) (objects.Value, error) {
	start, err := c.Property(v, "StartTime")
	if err != nil {
		return objects.Null, err
	}
	return c.format("{0:d}", start)
}

// number is a property as a number; 0 where there is none.
func (c *Context) number(v objects.Value, property string) (float64, error) {
	value, err := c.Property(v, property)
	if err != nil || value.IsNull() {
		return 0, err
	}
	n, err := c.Types.Convert(value, objects.DoubleType)
	if err != nil {
		return 0, err
	}
	return n.Float(), nil
}

// format is -f with one argument.
func (c *Context) format(format string, v objects.Value) (objects.Value, error) {
	s, err := c.Types.Format(format, []objects.Value{v})
	return objects.String(s), err
}
