package main

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/draw"
	"image/gif"
	"image/png"
	"io"
	"os"
	"path/filepath"
	"strconv"
	"strings"
	"testing"
	"time"

	"dateline/render"
	"dateline/render/raster"
	"dateline/timeline"
)

func flagshipDrawing(t testing.TB, l look) *drawing {
	st, err := read(flagship, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	d, err := newDrawing(timeline.New(st), l, io.Discard)
	if err != nil {
		t.Fatal(err)
	}
	return d
}

// A picture drawn with what was kept is the picture drawn anew, byte for byte.
func TestKeptLayers(t *testing.T) {
	d := flagshipDrawing(t, look{width: 500, height: 400, scale: 1.5})
	for _, pos := range []timeline.Pos{0, 0.3, 0.5, 1, 2, 2.4, 3, 7.9, 1.2, 0, 11} {
		got := d.at(pos)
		var list render.List
		d.scene.Build(&list, pos, unmoved)
		want := image.NewRGBA(got.Rect)
		raster.Draw(want, &list, d.palette, d.faces, raster.Options{Ratio: d.ratio})
		if !bytes.Equal(got.Pix, want.Pix) {
			t.Errorf("at %g the picture is another", pos)
		}
	}
}

func TestStills(t *testing.T) {
	dir := t.TempDir()
	draw := func(args ...string) image.Image {
		t.Helper()
		file := filepath.Join(dir, "still.png")
		tool(t, 0, append([]string{"render", flagship, "-o", file, "-size", "400x300", "-scale", "1.5"}, args...)...)
		f, err := os.Open(file)
		if err != nil {
			t.Fatal(err)
		}
		defer f.Close()
		m, err := png.Decode(f)
		if err != nil {
			t.Fatal(err)
		}
		if m.Bounds() != image.Rect(0, 0, 600, 450) {
			t.Errorf("the picture is %v", m.Bounds())
		}
		return m
	}
	same := func(a, b image.Image) bool {
		p, q := image.NewRGBA(a.Bounds()), image.NewRGBA(b.Bounds())
		draw2(p, a)
		draw2(q, b)
		return bytes.Equal(p.Pix, q.Pix)
	}
	last := draw("-t", "2025-03-03")
	if !same(last, draw("-t", "11")) || !same(draw("-t", "2025"), last) {
		t.Error("the end of the last day is not the end")
	}
	if same(last, draw("-t", "0")) || same(last, draw("-t", "11", "-theme", "dark")) || same(last, draw("-t", "11", "-lang", "fr")) {
		t.Error("time, theme or language change nothing")
	}
	svg := filepath.Join(dir, "still.svg")
	tool(t, 0, "render", flagship, "-t", "3.5", "-o", svg)
	if text, err := os.ReadFile(svg); err != nil || !strings.HasPrefix(string(text), "<svg") {
		t.Errorf("%v: %.40s", err, text)
	}
}

func draw2(dst *image.RGBA, src image.Image) {
	draw.Draw(dst, dst.Rect, src, src.Bounds().Min, draw.Src)
}

func TestRenderRefuses(t *testing.T) {
	dir := t.TempDir()
	file := filepath.Join(dir, "a.png")
	for _, c := range []struct{ args, says string }{
		{"-t 1", "-o"}, {"-t 1 -o " + dir + "/a.bmp", ".png"}, {"-t soon -o " + file, "soon"}, {"-t 99 -o " + file, "timeline"},
		{"-t 1 -size 9x9 -o " + file, "240"}, {"-t 1 -size 99999x720 -o " + file, "at most"}, {"-t 1 -scale 0 -o " + file, "-scale"},
		{"-t 1 -theme red -o " + file, "-theme"}, {"-from 3 -to 1 -o " + file, "before it begins"}, {"-t 1 -from 1 -o " + file, "still"},
		{"-fps 0 -o " + file, "-fps"}, {"-o " + dir + "/a.svg", "-t"}, {"-t 1 -o " + dir + "/none/a.png", "no such"},
	} {
		if _, trouble := tool(t, exitTrouble, append([]string{"render", flagship}, strings.Fields(c.args)...)...); !strings.Contains(trouble, c.says) {
			t.Errorf("render %s says %s", c.args, trouble)
		}
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("%v is left behind", left)
	}
}

// The frames of an animation, laid over each other, are the pictures at their
// times.
func TestAnimations(t *testing.T) {
	dir := t.TempDir()
	args := []string{"render", flagship, "-size", "320x260", "-to", "2", "-fps", "5", "-speed", "2", "-json"}
	out, _ := tool(t, 0, append(args, "-o", filepath.Join(dir, "a.gif"))...)
	tool(t, 0, append(args, "-o", filepath.Join(dir, "a.png"))...)
	frames, _ := strconv.Atoi(strings.Trim(out[strings.Index(out, `"frames":`)+9:][:4], " ,\n"))

	data, err := os.ReadFile(filepath.Join(dir, "a.gif"))
	if err != nil {
		t.Fatal(err)
	}
	g, err := gif.DecodeAll(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	time := 0
	for _, d := range g.Delay {
		time += d
	}
	if frames == 0 || time != frames*100/5 || len(g.Image) < 5 || len(g.Image) >= frames {
		t.Errorf("%d frames, of them %d drawn, are %d hundredths of a second long", frames, len(g.Image), time)
	}
	d := flagshipDrawing(t, look{width: 320, height: 260, scale: 1})
	shown := image.NewRGBA(d.picture.Rect)
	for _, m := range g.Image {
		draw.Draw(shown, m.Rect, m, m.Rect.Min, draw.Over)
	}
	want, far := d.at(2), 0
	for i := range want.Pix {
		if diff := int(want.Pix[i]) - int(shown.Pix[i]); diff > 40 || diff < -40 {
			far++
		}
	}
	if far > len(want.Pix)/200 {
		t.Errorf("%d of %d values of the last frame are far off", far, len(want.Pix))
	}
	checkAPNG(t, filepath.Join(dir, "a.png"), frames, want)
}

// checkAPNG reads an animated PNG: its first frame as any program would, and
// all frames, each by itself.
func checkAPNG(t *testing.T, file string, frames int, last *image.RGBA) {
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := png.Decode(bytes.NewReader(data)); err != nil {
		t.Fatal(err)
	}
	shown := image.NewRGBA(last.Rect)
	var control, body, header []byte
	lay := func() {
		if control == nil {
			return
		}
		be := func(i int) int { return int(binary.BigEndian.Uint32(control[i:])) }
		head := bytes.Clone(header)
		copy(head, control[4:12])
		one := append([]byte("\x89PNG\r\n\x1a\n"), chunk("IHDR", head)...)
		one = append(append(one, chunk("IDAT", body)...), chunk("IEND", nil)...)
		m, err := png.Decode(bytes.NewReader(one))
		if err != nil {
			t.Fatal(err)
		}
		at := image.Pt(be(12), be(16))
		draw.Draw(shown, m.Bounds().Add(at), m, image.Point{}, draw.Src)
	}
	stood, count, sequence := 0, 0, 0
	for rest := data[8:]; len(rest) > 0; {
		n := binary.BigEndian.Uint32(rest)
		name, b := string(rest[4:8]), rest[8:8+n]
		if !bytes.Equal(chunk(name, b), rest[:12+n]) {
			t.Fatalf("%s: a wrong checksum", name)
		}
		rest = rest[12+n:]
		if name == "fcTL" || name == "fdAT" {
			if got := int(binary.BigEndian.Uint32(b)); got != sequence {
				t.Fatalf("number %d in the sequence is %d", sequence, got)
			}
			sequence++
		}
		switch name {
		case "IHDR":
			header = b
		case "acTL":
			count = int(binary.BigEndian.Uint32(b))
		case "fcTL":
			lay()
			control, body = b, nil
			stood += int(binary.BigEndian.Uint16(b[20:]))
			count--
		case "IDAT":
			body = append(body, b...)
		case "fdAT":
			body = append(body, b[4:]...)
		}
	}
	lay()
	if stood != frames || count != 0 {
		t.Errorf("%d of %d frames, %d more counted than there are", stood, frames, count)
	}
	if !bytes.Equal(shown.Pix, last.Pix) {
		t.Error("the last frame is another picture")
	}
}

// ffmpeg gets every frame; where it is missing or fails, the message says so
// and no file is left.
func TestFFmpeg(t *testing.T) {
	bin, dir := t.TempDir(), t.TempDir()
	file := filepath.Join(dir, "a.mp4")
	args := []string{"render", flagship, "-size", "320x260", "-from", "1", "-to", "1.5", "-fps", "4", "-o", file}
	t.Setenv("PATH", bin)
	if _, trouble := tool(t, exitTrouble, args...); !strings.Contains(trouble, "ffmpeg") {
		t.Errorf("without ffmpeg it says %s", trouble)
	}
	fake := func(script string) {
		if err := os.WriteFile(filepath.Join(bin, "ffmpeg"), []byte("#!/bin/sh\n"+script), 0o777); err != nil {
			t.Fatal(err)
		}
	}
	fake("echo no such coder >&2; exit 1\n")
	if _, trouble := tool(t, exitTrouble, args...); !strings.Contains(trouble, "no such coder") {
		t.Errorf("with an ffmpeg that fails it says %s", trouble)
	}
	if left, _ := os.ReadDir(dir); len(left) > 0 {
		t.Errorf("%v is left behind", left)
	}
	fake("for last; do :; done; /bin/cat >\"$last\"\n")
	out, _ := tool(t, 0, append(args, "-json")...)
	frames, _ := strconv.Atoi(strings.Trim(out[strings.Index(out, `"frames":`)+9:][:3], " ,\n"))
	if info, err := os.Stat(file); err != nil || frames == 0 || info.Size() != int64(frames*320*260*4) {
		t.Errorf("%v: %d frames", err, frames)
	}
}

// A story, at 1280 × 720, is drawn and written faster than it plays.
func TestFasterThanRealTime(t *testing.T) {
	if testing.Short() {
		t.Skip("takes seconds")
	}
	d := flagshipDrawing(t, look{width: 1280, height: 720, scale: 1})
	for _, end := range []string{".gif", ".png"} {
		v := video{fps: 25, speed: 1}
		v.plan(d.line.Pace("en"), 0, 2)
		began := time.Now()
		if err := v.write(filepath.Join(t.TempDir(), "a"+end), d, io.Discard); err != nil {
			t.Fatal(err)
		}
		took, plays := time.Since(began).Seconds(), float64(v.frames)/v.fps
		t.Logf("%s: %d frames, %.1f s, in %.1f s: %.1f times real time", end, v.frames, plays, took, plays/took)
		if took > plays {
			t.Errorf("%s takes %.1f s, and plays %.1f s", end, took, plays)
		}
	}
}
