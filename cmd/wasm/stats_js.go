package main

import (
	"time"

	"dateline/render/screen"
)

// A stopwatch measures the parts of one picture's making, if somebody asks.
type stopwatch struct {
	last time.Time
	laps map[string]any // milliseconds by part; nil if nobody asks
}

func newStopwatch(asked bool) *stopwatch {
	if !asked {
		return &stopwatch{}
	}
	return &stopwatch{time.Now(), map[string]any{}}
}

// lap ends a part.
func (w *stopwatch) lap(part string) {
	if w.laps == nil {
		return
	}
	now := time.Now()
	w.laps[part] = now.Sub(w.last).Seconds() * 1000
	w.last = now
}

// stats are the parts' times and what the graphics processor was handed since
// the picture before; nil if nobody asks.
func (w *stopwatch) stats(s *screen.Screen) map[string]any {
	if w.laps == nil {
		return nil
	}
	c := s.Count()
	w.laps["batches"], w.laps["triangles"] = c.Batches, c.Triangles
	w.laps["uploads"], w.laps["uploaded"] = c.Uploads, c.Uploaded
	return w.laps
}
