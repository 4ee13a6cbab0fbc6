package main

import (
	"context"
	_ "embed"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"time"

	cdppage "github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

//go:embed probe.js
var probe string

// What is measured, by name. A sweep's are followed by its name.
const (
	bytesFirst   = "bytes to first paint"
	bytesReady   = "bytes to ready"
	firstPaint   = "first paint"
	largestPaint = "largest paint"
	firstScrub   = "first answered scrub"
	ready        = "ready"
	engineStart  = "engine's bytes to first frame" // of Dateline's alone
	blocking     = "blocking time"
	onPhone      = ", phone"

	stepWall     = "step until drawn, "
	stepRenderer = "step, renderer's CPU, "
	stepGPU      = "step, GPU process's CPU, "

	playing = "frames while playing"
	idle    = "CPU while idle"
	memory  = "memory"
)

// A measurement is what one round found of a page, by name.
type measurement struct {
	Values map[string]float64
	Fault  string // why some are missing
}

// How long things may take, and are watched for.
const (
	most      = 6 * time.Minute // for one page in one round
	mostReady = 2 * time.Minute
	settling  = 1 * time.Second
	idling    = 4 * time.Second

	sweepSteps   = 40
	sweepSeconds = 3
	playSeconds  = 1.2 // within the way from a stop to the next
	playTimes    = 3
	scrubTo      = 6 // the stop that the first scrub asks for
	scrubScaled  = 2 // … where there are many flows
)

// measure opens a page in a new Chromium, and the story's page once more as on
// a phone.
func measure(ctx context.Context, s *site, p page, scene sceneSpec, shots string) measurement {
	m := measurement{Values: map[string]float64{}}
	err := m.desktop(ctx, s, p, scene, shots)
	if scene.Flows == 0 {
		err = errors.Join(err, m.phone(ctx, s, p, scene, shots))
	}
	if err != nil {
		m.Fault = strings.ReplaceAll(err.Error(), "\n", "; ")
	}
	return m
}

func (m *measurement) desktop(ctx context.Context, s *site, p page, scene sceneSpec, shots string) error {
	t, err := m.open(ctx, s, p, scene, desktop, "")
	if err != nil {
		return err
	}
	defer t.close()
	if err := t.picture(shots, scene, p, ""); err != nil {
		return err
	}
	time.Sleep(settling)
	if err := t.until("bench.page.rested()"); err != nil {
		return err
	}
	renderer, gpu, err := t.processes()
	if err != nil {
		return err
	}
	before := cpu(renderer) + cpu(gpu)
	time.Sleep(idling)
	m.Values[idle] = (cpu(renderer) + cpu(gpu) - before) / float64(idling.Milliseconds()) * 100
	for _, sweep := range scene.sweeps {
		cpuR, cpuG := cpu(renderer), cpu(gpu)
		walls, err := value[[]float64](t, fmt.Sprintf("bench.sweep(%g, %g, %d, %d)", sweep.From, sweep.To, sweepSteps, sweepSeconds))
		if err != nil {
			return fmt.Errorf("scrub %s: %w", sweep.Name, err)
		}
		n := float64(len(walls))
		m.Values[stepWall+sweep.Name] = median(walls)
		m.Values[stepRenderer+sweep.Name] = (cpu(renderer) - cpuR) / (n + 1)
		m.Values[stepGPU+sweep.Name] = (cpu(gpu) - cpuG) / (n + 1)
		if err := t.picture(shots, scene, p, " "+sweep.Name); err != nil {
			return err
		}
	}
	fps, err := value[float64](t, fmt.Sprintf("bench.play(%d, %g, %d)", scene.plays, playSeconds, playTimes))
	if err != nil {
		return fmt.Errorf("play: %w", err)
	}
	m.Values[playing] = fps
	m.Values[memory] = float64(resident(renderer)+resident(gpu)) / (1 << 20)
	if fault := t.fault(); fault != "" {
		return errors.New(fault)
	}
	return nil
}

func (m *measurement) phone(ctx context.Context, s *site, p page, scene sceneSpec, shots string) error {
	t, err := m.open(ctx, s, p, scene, phone, onPhone)
	if err != nil {
		return err
	}
	defer t.close()
	return t.picture(shots, scene, p, onPhone)
}

// open opens a page, scrubs it as soon as it can be and waits until it is ready.
func (m *measurement) open(ctx context.Context, s *site, p page, scene sceneSpec, d device, suffix string) (*tab, error) {
	to := scrubTo
	if scene.Flows > 0 {
		to = scrubScaled
	}
	script := fmt.Sprintf("%s\nif (window === top) { %s\nbench.ask(%d); }", probe, p.drive, to)
	t, err := start(ctx, p.Flags, d, script, most)
	if err != nil {
		return nil, err
	}
	sent := s.total()
	err = chromedp.Do(t.ctx, chromedp.Navigate(s.URL+scene.Name+"/"+p.Folder+"/"))
	if err == nil {
		err = t.until(fmt.Sprintf("bench.times.ready && bench.times.scrub || performance.now() > %d || bench.failed || bench.page.why()", mostReady.Milliseconds()))
	}
	if err != nil {
		t.close()
		return nil, err
	}
	sent = s.total() - sent
	times, err := value[map[string]float64](t, "bench.times")
	if err == nil && (times["ready"] == 0 || times["scrub"] == 0) {
		why, _ := value[string](t, "bench.page.why()")
		err = fmt.Errorf("waited %v: scrub answered at %.0f ms, ready at %.0f (0: never). %s %s", mostReady, times["scrub"], times["ready"], why, t.fault())
	}
	if err != nil {
		t.close()
		return nil, err
	}
	if suffix == "" {
		m.Values[bytesReady] = float64(sent) / 1000
		if m.Values[bytesFirst], err = value[float64](t, "bench.bytes(bench.times.first) / 1000"); err != nil {
			t.close()
			return nil, err
		}
	}
	for name, key := range map[string]string{firstPaint: "first", largestPaint: "largest", firstScrub: "scrub", ready: "ready", blocking: "blocking"} {
		m.Values[name+suffix] = times[key]
	}
	start, err := value[float64](t, "bench.page.started()")
	if err != nil {
		t.close()
		return nil, err
	}
	if start > 0 {
		m.Values[engineStart+suffix] = start
	}
	return t, nil
}

// picture puts a picture of the page into a folder, where one is named.
func (t *tab) picture(folder string, scene sceneSpec, p page, suffix string) error {
	if folder == "" {
		return nil
	}
	got, err := chromedp.Call(t.ctx, cdppage.CaptureScreenshot, cdppage.CaptureScreenshotParams{})
	if err != nil {
		return err
	}
	return write(filepath.Join(folder, scene.Name+" "+p.Name+suffix+".png"), got.Data)
}
