//go:build shots

package scene_test

import (
	"fmt"
	"image"
	"image/draw"
	"image/png"
	"os"
	"path/filepath"
	"testing"

	"dateline/render"
	"dateline/render/raster"
	"dateline/scene"
	"dateline/timeline"
)

// TestStrips takes film strips to look at: every flight of a story in ten
// pictures at even steps of the way, and each of its stops.
//
//	STRIPS=/tmp/strips STORY=three-days-in-march go test -tags shots -run Strips ./scene
func TestStrips(t *testing.T) {
	dir, story := os.Getenv("STRIPS"), os.Getenv("STORY")
	if dir == "" {
		t.Fatal("STRIPS names the folder to write to")
	}
	if story == "" {
		story = flagship
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		t.Fatal(err)
	}
	const inRow = 10
	set := faces(t)
	for _, f := range []struct{ width, height, row int }{{941, 593, 2}, {360, 464, 4}} {
		s := prepare(t, story, float64(f.width), float64(f.height))
		cameras := s.Cameras()
		strip := func(name string, positions []timeline.Pos) {
			rows := (len(positions) + f.row - 1) / f.row
			whole := image.NewRGBA(image.Rect(0, 0, min(f.row, len(positions))*(f.width+4), rows*(f.height+4)))
			var l render.List
			for i, pos := range positions {
				s.Build(&l, pos, scene.View{})
				img := image.NewRGBA(image.Rect(0, 0, f.width, f.height))
				raster.Draw(img, &l, scene.Light(), set, raster.Options{})
				at := image.Pt(i%f.row*(f.width+4), i/f.row*(f.height+4))
				draw.Draw(whole, img.Rect.Add(at), img, image.Point{}, draw.Src)
			}
			file, err := os.Create(filepath.Join(dir, fmt.Sprintf("%s-%d-%s.png", story, f.width, name)))
			if err != nil {
				t.Fatal(err)
			}
			defer file.Close()
			if err := png.Encode(file, whole); err != nil {
				t.Fatal(err)
			}
		}
		var stops []timeline.Pos
		for i := range cameras {
			stops = append(stops, timeline.Pos(i))
			if i == 0 || cameras[i] == cameras[i-1] {
				continue
			}
			var flight []timeline.Pos
			for k := range inRow {
				flight = append(flight, timeline.Pos(i-1)+timeline.Pos(k)/(inRow-1))
			}
			strip(fmt.Sprintf("flight-%02d", i), flight)
		}
		strip("stops", stops)
	}
}
