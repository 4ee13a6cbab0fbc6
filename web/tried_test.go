package web_test

import (
	"fmt"
	"maps"
	"slices"
	"strings"
	"sync"
	"testing"
	"time"

	"dateline/web/drive"
)

// tried is what the tests of this run asked of the browser: nothing is left out
// in silence.
var tried trials

type trials struct {
	mu     sync.Mutex
	opened map[string]bool   // tests with a tab, by the name of the test function
	engine map[string]bool   // of them, those in which the engine drew
	why    map[string]string // tests and parts of tests that were left, and why
}

func topName(t *testing.T) string { name, _, _ := strings.Cut(t.Name(), "/"); return name }

func (r *trials) ran(t *testing.T) {
	r.mu.Lock()
	defer r.mu.Unlock()
	if r.opened == nil {
		r.opened, r.engine, r.why = map[string]bool{}, map[string]bool{}, map[string]string{}
	}
	r.opened[topName(t)] = true
}

func (r *trials) drew(t *testing.T) {
	r.mu.Lock()
	defer r.mu.Unlock()
	r.engine[topName(t)] = true
}

// left ends a test that this browser cannot run.
func (r *trials) left(t *testing.T, why string) {
	t.Helper()
	r.ran(t)
	r.mu.Lock()
	r.why[t.Name()] = why
	r.mu.Unlock()
	t.Skip(why)
}

// table says which browser ran, which tests in it, on which rung, and which it
// cannot run, with the reason of each.
func (r *trials) table(in drive.Browser) string {
	rung, err := rung(in)
	if err != nil {
		rung = err.Error()
	}
	r.mu.Lock()
	defer r.mu.Unlock()
	out := fmt.Sprintf("tried: %s %s, %s: %d tests, in %d of which the engine drew\n", in.Name(), in.Version(), rung, len(r.opened), len(r.engine))
	for _, name := range slices.Sorted(maps.Keys(r.why)) {
		out += fmt.Sprintf("tried:   left: %s: %s\n", name, r.why[name])
	}
	return out
}

// rung is the highest rung of the ladder that the browser can stand on here.
func rung(in drive.Browser) (string, error) {
	tab, err := in.Open(drive.Screen{Width: 800, Height: 600, Ratio: 1, Patience: time.Minute}, &tab{})
	if err != nil {
		return "", err
	}
	defer tab.Close()
	if err := tab.Visit(served); err != nil {
		return "", err
	}
	gl, err := decoded[*string](tab.Eval(`(gl => gl && gl.getParameter(gl.RENDERER))(document.createElement("canvas").getContext("webgl2"))`))
	if err != nil || gl == nil {
		return "no WebGL 2 here, so the page's own picture is what is tested", err
	}
	return "WebGL 2 by " + *gl + ", so the engine is what is tested", nil
}
