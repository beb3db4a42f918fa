// Score measures csshell against everything recorded from real PowerShell and prints one
// line an area: how many answers are equal, and how many are but for messages.
//
//	score [-shell CSSHELL] [-only REGEXP] [-groups] [-v] [AREA...]
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"regexp"
	"slices"
	"time"

	"github.com/csshell/csshell/scripts/conformance"
)

// options is what the command line says.
type options struct {
	shell   string
	only    string
	jobs    int
	groups  bool
	verbose bool
	areas   []string
}

func main() {
	var o options
	flag.StringVar(&o.shell, "shell", "", "the csshell to measure; built from the sources when empty")
	flag.StringVar(&o.only, "only", "", "run only the answers whose `area/group key` matches this expression")
	flag.IntVar(&o.jobs, "jobs", 2, "how many shells run at a time")
	flag.BoolVar(&o.groups, "groups", false, "one line for each table and folder of cases")
	flag.BoolVar(&o.verbose, "v", false, "show what differs")
	flag.Parse()
	o.areas = flag.Args()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := o.run(ctx, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "score:", err)
		os.Exit(1)
	}
}

func (o options) run(ctx context.Context, out io.Writer) error {
	suite, remove, err := o.suite(ctx)
	if err != nil {
		return err
	}
	defer remove()
	start := time.Now()
	var total tally
	fmt.Fprintf(out, "%-28s %6s %6s %7s %8s\n", "area", "equal", "of", "", "near")
	for _, area := range conformance.Areas() {
		if len(o.areas) > 0 && !slices.Contains(o.areas, area.Name) {
			continue
		}
		results, err := area.Run(ctx, suite)
		if err != nil {
			return err
		}
		o.print(out, results)
		for _, r := range results {
			if r.Area == area.Name { // standard error and colours are shown, not counted
				total.add(r)
			}
		}
	}
	total.print(out, "total")
	fmt.Fprintf(out, "%.0f seconds\n", time.Since(start).Seconds())
	return nil
}

// suite returns what to run, and what removes the shell that was built for it.
func (o options) suite(ctx context.Context) (conformance.Suite, func(), error) {
	none := conformance.Suite{}
	root, err := conformance.Root(".")
	if err != nil {
		return none, nil, err
	}
	temp, err := os.MkdirTemp("", "score")
	if err != nil {
		return none, nil, err
	}
	remove := func() { os.RemoveAll(temp) }
	shell := o.shell
	if shell == "" {
		if shell, err = conformance.Build(ctx, root, temp); err != nil {
			remove()
			return none, nil, err
		}
	}
	suite := conformance.NewSuite(root, shell)
	suite.Jobs = o.jobs
	if o.only != "" {
		if suite.Only, err = regexp.Compile(o.only); err != nil {
			remove()
			return none, nil, err
		}
	}
	return suite, remove, nil
}

// print shows the results of an area, a line for each part of it.
func (o options) print(out io.Writer, results []conformance.Result) {
	var names []string
	parts := map[string]*tally{}
	count := func(name string, r conformance.Result) {
		if parts[name] == nil {
			parts[name] = &tally{}
			names = append(names, name)
		}
		parts[name].add(r)
	}
	for _, r := range results {
		count(r.Area, r)
		if o.groups && r.Group != "" {
			count("  "+r.Area+"/"+r.Group, r)
		}
		if o.verbose && r.Grade != conformance.Pass {
			fmt.Fprintf(out, "--- %s: %s%s\n%s", r.Grade, r.Name, late(r), conformance.Difference(r.Wanted, r.Got))
		}
	}
	for _, name := range names {
		parts[name].print(out, name)
	}
}

func late(r conformance.Result) string {
	if r.TimedOut {
		return " (not in time)"
	}
	return ""
}

// A tally counts results.
type tally struct{ pass, near, all int }

func (t *tally) add(r conformance.Result) {
	t.all++
	if r.Grade >= conformance.Near {
		t.near++
	}
	if r.Grade == conformance.Pass {
		t.pass++
	}
}

func (t *tally) print(out io.Writer, name string) {
	percent := func(n int) float64 { return 100 * float64(n) / float64(max(t.all, 1)) }
	fmt.Fprintf(out, "%-28s %6d %6d %6.1f%%", name, t.pass, t.all, percent(t.pass))
	if t.near != t.pass {
		fmt.Fprintf(out, " %7.1f%%", percent(t.near))
	}
	fmt.Fprintln(out)
}
