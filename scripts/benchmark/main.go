// Benchmark times csshell on the scripts of ps/ and says how many times faster than
// PowerShell it is. The recorded times of PowerShell come with those of two calibration
// programs; running these again makes the times of another machine comparable.
//
//	benchmark [-shell CSSHELL] [-runs N] [-only REGEXP] [-bar N] [-out FILE]
package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
	"path/filepath"
	"regexp"

	"github.com/csshell/csshell/scripts/conformance"
)

// options is what the command line says.
type options struct {
	shell string
	runs  int
	only  string
	bar   float64
	out   string
}

func main() {
	var o options
	flag.StringVar(&o.shell, "shell", "", "the csshell to time; built from the sources when empty")
	flag.IntVar(&o.runs, "runs", 3, "how often each script runs; the fastest run counts")
	flag.StringVar(&o.only, "only", "", "time only the scripts whose name matches this expression")
	flag.Float64Var(&o.bar, "bar", 0, "fail when a script is not this many times faster than PowerShell")
	flag.StringVar(&o.out, "out", "", "write the times to this file, in the form of pwsh-7.6.5.tsv")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := o.run(ctx, os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "bench:", err)
		os.Exit(1)
	}
}

func (o options) run(ctx context.Context, out io.Writer) error {
	root, err := conformance.Root(".")
	if err != nil {
		return err
	}
	folder := filepath.Join(root, "scripts", "benchmark")
	base, err := readTimes(filepath.Join(folder, "pwsh-7.6.5.tsv"))
	if err != nil {
		return err
	}
	temp, err := os.MkdirTemp("", "bench")
	if err != nil {
		return err
	}
	defer os.RemoveAll(temp)
	if o.shell == "" {
		if o.shell, err = conformance.Build(ctx, root, temp); err != nil {
			return err
		}
	}
	programs, err := programs(o.shell, folder, temp)
	if err != nil {
		return err
	}
	mine, err := o.time(ctx, programs, out)
	if err != nil {
		return err
	}
	if o.out != "" {
		if err := writeTimes(o.out, mine); err != nil {
			return err
		}
	}
	return compare(base, mine, o.bar, out)
}

// time runs the programs and shows each row as it comes.
func (o options) time(ctx context.Context, programs []program, out io.Writer) ([]times, error) {
	only, err := regexp.Compile(o.only)
	if err != nil {
		return nil, err
	}
	var rows []times
	for _, p := range programs {
		if !p.calibration && !only.MatchString(p.name) {
			continue
		}
		row, err := p.time(ctx, o.runs)
		if errors.Is(err, errNoProgram) {
			fmt.Fprintf(out, "%-20s %s is not installed: figures are not corrected for this machine\n", p.name, p.command[0])
			continue
		}
		if err != nil {
			return nil, err
		}
		fmt.Fprintf(out, "%-20s %8.3f s wall %8.3f s cpu %7.1f MB  %s\n", row.name, row.wall, row.cpu, row.memory, row.output)
		rows = append(rows, row)
	}
	return rows, nil
}
