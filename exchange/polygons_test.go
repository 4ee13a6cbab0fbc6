package exchange

import (
	"fmt"
	"math/rand"
	"regexp"
	"strings"
	"testing"
	"time"

	"github.com/paulmach/orb"
)

// Holes are found, land in a hole is land again, and rings run as RFC 7946 says.
func TestPolygons(t *testing.T) {
	box := func(from, to float64) orb.Ring {
		return orb.Ring{{from, from}, {to, from}, {to, to}, {from, to}, {from, from}}
	}
	turned := func(r orb.Ring) orb.Ring { r.Reverse(); return r }
	for _, c := range []struct {
		shape []orb.Ring
		want  string
	}{
		{nil, "null"},
		{[]orb.Ring{turned(box(0, 1))}, `{"type": "Polygon", "coordinates": [[[0, 0], [1, 0], [1, 1], [0, 1], [0, 0]]]}`},
		{[]orb.Ring{box(1, 2), box(0, 3)}, `{"type": "Polygon", "coordinates": [[[0, 0], [3, 0], [3, 3], [0, 3], [0, 0]], [[1, 1], [1, 2], [2, 2], [2, 1], [1, 1]]]}`},
		{[]orb.Ring{box(0, 9), box(1, 8), box(2, 7)}, `{"type": "MultiPolygon", "coordinates": [[[[0, 0], [9, 0], [9, 9], [0, 9], [0, 0]], [[1, 1], [1, 8], [8, 8], [8, 1], [1, 1]]], [[[2, 2], [7, 2], [7, 7], [2, 7], [2, 2]]]]}`},
	} {
		if got := oneLine(polygons(c.shape)); got != c.want {
			t.Errorf("%v:\n%s\nwant\n%s", c.shape, got, c.want)
		}
	}
}

// No ring of a shape is lost, whichever way they cross.
func TestPolygonsKeepEveryRing(t *testing.T) {
	from := time.Now().UnixNano()
	t.Logf("seeds from %d", from)
	for seed := from; seed < from+300; seed++ {
		r := rand.New(rand.NewSource(seed))
		var shape []orb.Ring
		for range 1 + r.Intn(6) {
			var ring orb.Ring
			for range 3 + r.Intn(3) {
				ring = append(ring, orb.Point{float64(r.Intn(6)), float64(r.Intn(6))})
			}
			shape = append(shape, closed(ring))
		}
		text := oneLine(polygons(shape))
		points := len(regexp.MustCompile(`\[\d`).FindAllString(text, -1))
		want := 0
		for _, ring := range shape {
			want += len(ring)
		}
		if points != want {
			t.Fatalf("seed %d: %d of %d points of %v in\n%s", seed, points, want, shape, text)
		}
	}
}

// Long tracks keep both ends, and points of one minute share a time.
func TestLongTrack(t *testing.T) {
	var b strings.Builder
	b.WriteString(`<gpx><trk><name>Flight</name><trkseg>`)
	const n = 3000
	for i := range n {
		at := time.Date(2024, 5, 6, 8, 0, 5*i, 0, time.UTC)
		fmt.Fprintf(&b, `<trkpt lat="%g" lon="%g"><time>%s</time></trkpt>`, 40+float64(i)/1000, float64(i)/100, at.Format(time.RFC3339))
	}
	b.WriteString(`</trkseg></trk></gpx>`)
	r := Import([]File{{"flight.gpx", []byte(b.String())}}, Options{})
	if r.Story == nil || len(r.Story.Routes) != 1 {
		t.Fatal(r.Report.Remarks)
	}
	points := r.Story.Routes[0].Points
	if first, last := points[0].At, points[len(points)-1].At; len(points) != mostPoints || first != (orb.Point{0, 40}) || last != (orb.Point{29.99, 42.999}) {
		t.Errorf("%d points, from %v to %v", len(points), first, last)
	}
	seen := map[string]bool{}
	for _, p := range points {
		if p.Date != nil {
			if seen[p.Date.String()] {
				t.Errorf("two points at %s", p.Date)
			}
			seen[p.Date.String()] = true
		}
	}
	if len(seen) != 250 { // minutes of 4 h 10 min
		t.Errorf("%d points have a time", len(seen))
	}
}
