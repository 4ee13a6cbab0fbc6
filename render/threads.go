package render

import "math"

// Threads is very many lines that grow and go as time passes, each with a width
// of its own, shared between lists as a Shape is: its points are in a plane of
// the maker's choice, and it never changes once it is made. Times are in a unit
// of the maker's choice too.
type Threads struct {
	Name   string
	Points []Point
	Shares []float32 // by point: the share of its thread's growing after which it is reached; rises along a line
	Lines  []Thread
}

// Thread is one line of Threads. A thread that the map's edge cuts is two.
type Thread struct {
	Points       Span
	Width        float32 // CSS pixels, never transformed
	From, To     float32 // between these times it grows; before, nothing of it is there
	Since, Until float32 // nothing of it is there before the one, or from the other on
}

// Ever is a time after all others.
const Ever = math.MaxFloat32

// Line appends to dst the part of a thread that is there at a time, brought to
// pixels by m: two points and more, or none.
func (t *Threads) Line(dst []Point, i int32, now float32, m Affine) []Point {
	line := &t.Lines[i]
	if now < line.Since || now >= line.Until || now <= line.From {
		return dst
	}
	share := float32(1)
	if now < line.To {
		share = (now - line.From) / (line.To - line.From)
	}
	start := len(dst)
	for p := line.Points.From; p < line.Points.To; p++ {
		if s := t.Shares[p]; s > share {
			if last := len(dst); last > start && share > t.Shares[p-1] {
				before := t.Shares[p-1]
				dst = append(dst, between(dst[last-1], m.Apply(t.Points[p]), (share-before)/(s-before)))
			}
			break
		}
		dst = append(dst, m.Apply(t.Points[p]))
	}
	if len(dst) < start+2 {
		return dst[:start]
	}
	return dst
}

// Reached is when a thread reaches one of its points.
func (t *Threads) Reached(line *Thread, point int32) float32 {
	return max(line.Since, line.From+(line.To-line.From)*t.Shares[point])
}
