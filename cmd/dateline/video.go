package main

import (
	"errors"
	"image"
	"image/draw"
	"io"
	"math"
	"os"
	"path/filepath"
	"sort"
	"strings"

	"dateline/timeline"
)

// video is an animation: a stretch of the story's playing.
type video struct {
	fps, speed float64
	pace       timeline.Pace
	from       float64 // seconds of playing at speed 1
	frames     int
}

// sink takes the frames of an animation: what changes, and how many frames it
// stands.
type sink interface {
	// frame takes a picture of which only the part in changed differs from the
	// one before; it stands for some frames.
	frame(picture *image.RGBA, changed image.Rectangle, stands int) error
	// close ends the animation.
	close() error
}

// plan counts the frames from one position to another, with the time that the
// page would rest on the last.
func (v *video) plan(pace timeline.Pace, from, to timeline.Pos) {
	v.pace, v.from = pace, pace.Time(from)
	end := pace.Time(to)
	if i := sort.Search(len(pace.Beats), func(i int) bool { return pace.Beats[i].Pos > to }); i > 0 && pace.Beats[i-1].Pos == to {
		end = pace.Beats[i-1].T
	}
	v.frames = max(1, int(math.Ceil((end-v.from)/v.speed*v.fps-1e-9)))
}

// pos is the position of a frame.
func (v *video) pos(frame int) timeline.Pos {
	return v.pace.At(v.from + float64(frame)/v.fps*v.speed)
}

// write writes the animation into a file, as the end of its name says.
func (v *video) write(name string, d *drawing, trouble io.Writer) error {
	end := strings.ToLower(filepath.Ext(name))
	if end == ".mp4" || end == ".webm" {
		if err := hasFFmpeg(end); err != nil {
			return err
		}
	}
	return whole(name, func(f *os.File) error {
		var to sink
		var err error
		switch end {
		case ".gif":
			to, err = newGIF(f, d.palette, d.size, v.fps)
		case ".png":
			to, err = newAPNG(f, d.size, v.fps)
		default:
			to, err = newFFmpeg(f.Name(), end, d.size, v.fps)
		}
		if err != nil {
			return err
		}
		return errors.Join(v.play(d, to, trouble), to.close())
	})
}

// play draws every frame that differs from the one before.
func (v *video) play(d *drawing, to sink, trouble io.Writer) error {
	bar := newProgress(trouble, "drawing", v.frames)
	defer bar.end()
	shown, changed := image.NewRGBA(d.picture.Rect), d.picture.Rect
	first, stands := true, 0
	for i := 0; i < v.frames; i++ {
		if i > 0 && v.pos(i) == v.pos(i-1) {
			stands++
			continue
		}
		picture := d.at(v.pos(i))
		part := picture.Rect
		if !first {
			if part = difference(shown, picture); part.Empty() {
				stands++
				continue
			}
			if err := to.frame(shown, changed, stands); err != nil {
				return err
			}
		}
		draw.Draw(shown, part, picture, part.Min, draw.Src)
		first, changed, stands = false, part, 1
		bar.done(i)
	}
	return to.frame(shown, changed, stands)
}

// difference is the smallest rectangle outside which two pictures of one size
// are alike.
func difference(a, b *image.RGBA) image.Rectangle {
	w, h := a.Rect.Dx()*4, a.Rect.Dy()
	row := func(m *image.RGBA, y int) []byte { return m.Pix[y*m.Stride:][:w] }
	top, bottom := 0, h
	for top < h && string(row(a, top)) == string(row(b, top)) {
		top++
	}
	for bottom > top && string(row(a, bottom-1)) == string(row(b, bottom-1)) {
		bottom--
	}
	left, right := w, 0
	for y := top; y < bottom; y++ {
		p, q := row(a, y), row(b, y)
		x := 0
		for x < left && p[x] == q[x] {
			x++
		}
		left = x
		x = w
		for x > right && p[x-1] == q[x-1] {
			x--
		}
		right = x
	}
	return image.Rect(left/4, top, (right+3)/4, bottom).Add(a.Rect.Min)
}
