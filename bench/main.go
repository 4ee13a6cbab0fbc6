// Command bench measures Dateline's page beside pages of the same story made
// with D3, Leaflet, deck.gl, MapLibre, CesiumJS and TimelineJS3, in turn, in
// the same Chromium, and writes what it finds into a folder as a table and as
// JSON. The peers' pages stand in peers/; what they are made of comes from npm.
//
//	go run ./bench
//	go run ./bench -pages d3,dateline -scenes story,1000 -rounds 1
package main

import (
	"context"
	"flag"
	"fmt"
	"log"
	"os"
	"os/signal"
	"path/filepath"
	"strings"
	"syscall"
	"time"
)

func main() {
	log.SetFlags(0)
	o := options{began: time.Now()}
	flag.StringVar(&o.pages, "pages", "", "measure these pages `alone`, with commas between; names may be cut short")
	flag.StringVar(&o.scenes, "scenes", "", "measure these scenes `alone`: "+strings.Join(sceneNames(), ", "))
	flag.IntVar(&o.rounds, "rounds", 3, "`times` that the story is measured; scenes of many flows are in every third of them")
	flag.StringVar(&o.work, "work", filepath.Join("build", "_bench"), "the `folder` for what is fetched and built")
	flag.StringVar(&o.out, "out", filepath.Join("bench", "results"), "the `folder` for the results")
	flag.StringVar(&o.shots, "shots", "", "put a picture of every page into this `folder`")
	flag.StringVar(&o.readme, "readme", "", "put the main rows into this `file`, between its marks")
	flag.BoolVar(&o.goes, "go", false, "run the benchmarks that are written in Go instead, and write go.md")
	flag.BoolVar(&o.quote, "quote", false, "measure nothing: only do what -readme says, with the results that there are")
	flag.BoolVar(&o.merge, "merge", false, "keep what earlier runs have measured of other pages and scenes")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	err := bench(ctx, o)
	stop()
	if err != nil {
		log.Fatal(err)
	}
}

// options are what a run is asked for.
type options struct {
	pages, scenes    string
	rounds           int
	work, out, shots string
	readme           string
	merge, quote     bool
	goes             bool
	began            time.Time
}

// bench builds what is to be measured, measures it round by round, so that all
// pages meet the same machine, and writes the results as they come.
func bench(ctx context.Context, o options) error {
	if o.goes {
		return goBenchmarks(ctx, o)
	}
	if o.quote {
		before, err := readResults(o.out)
		if err != nil {
			return err
		}
		return before.rewrite(o.readme)
	}
	pages, err := choose(allPages, func(p page) string { return p.Name }, o.pages)
	if err != nil {
		return err
	}
	scenes, err := choose(allScenes, func(s sceneSpec) string { return s.Name }, o.scenes)
	if err != nil {
		return err
	}
	site, err := build(o.work, pages, scenes)
	if err != nil {
		return err
	}
	defer site.close()
	results := newResults(o)
	if o.merge {
		before, err := readResults(o.out)
		if err != nil {
			return err
		}
		results.Rows, results.Loads = before.Rows, before.Loads
		if before.Command != "" {
			results.Command = before.Command + " && " + results.Command + " -merge"
		}
	}
	results.forget(pages, scenes)
	for round := 0; round < o.rounds; round++ {
		for _, scene := range scenes {
			if round%scene.every != 0 {
				continue
			}
			for _, page := range pages {
				if !page.shows(scene) {
					continue
				}
				log.Printf("%s  round %d  %-6s %s", time.Since(o.began).Round(time.Second), round+1, scene.Name, page.Name)
				m := measure(ctx, site, page, scene, o.shots)
				if ctx.Err() != nil {
					return ctx.Err()
				}
				if m.Fault != "" {
					log.Printf("    %s", m.Fault)
				}
				results.add(page, scene, m)
				if err := results.write(o.out); err != nil {
					return err
				}
			}
		}
	}
	if o.readme != "" {
		return results.rewrite(o.readme)
	}
	return nil
}

// choose picks the items that a list of names asks for; all, where it is empty.
func choose[T any](all []T, name func(T) string, asked string) ([]T, error) {
	if asked == "" {
		return all, nil
	}
	var out []T
	for _, part := range strings.Split(asked, ",") {
		found := false
		for _, item := range all {
			if n := name(item); n == part {
				out, found = append(out, item), true
			}
		}
		for _, item := range all {
			if n := name(item); !found && strings.HasPrefix(n, part) {
				out, found = append(out, item), true
				break
			}
		}
		if !found {
			return nil, fmt.Errorf("nothing here is called %q", part)
		}
	}
	return out, nil
}

// write puts a file into a folder that may have to be made.
func write(name string, data []byte) error {
	if err := os.MkdirAll(filepath.Dir(name), 0o777); err != nil {
		return err
	}
	return os.WriteFile(name, data, 0o666)
}
