package parser

import (
	"fmt"
	"os"
	"syscall"
	"testing"
)

func cpuNow() float64 {
	var r syscall.Rusage
	syscall.Getrusage(0, &r)
	return float64(r.Utime.Sec+r.Stime.Sec) + float64(r.Utime.Usec+r.Stime.Usec)/1e6
}

func TestLexSpeed(t *testing.T) {
	b, _ := os.ReadFile("/tmp/prs/large.ps1")
	best := 1e9
	n := 0
	for i := 0; i < 30; i++ {
		p := newParser(NewSource(string(b), ""))
		c := cpuNow()
		n = 0
		for {
			k := p.lex.next()
			n++
			if k.kind == TokenEndOfInput {
				break
			}
		}
		if d := cpuNow() - c; d < best {
			best = d
		}
	}
	fmt.Printf("lex %d tokens %.2f ms %.1f MB/s\n", n, best*1e3, float64(len(b))/best/1e6)
	best = 1e9
	s := 0
	for i := 0; i < 30; i++ {
		c := cpuNow()
		for j := 0; j < 100; j++ {
			for _, x := range b {
				s += int(x)
			}
		}
		if d := cpuNow() - c; d < best {
			best = d
		}
	}
	fmt.Printf("sum %.2f ns/byte %d\n", best*1e9/float64(len(b))/100, s)
}
