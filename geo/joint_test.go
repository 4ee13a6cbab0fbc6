package geo

import (
	"reflect"
	"testing"
)

func TestJoints(t *testing.T) {
	for _, c := range []struct {
		name           string
		exits, entries []float64
		inside         bool
		want           []joint
	}{
		{"one bay", []float64{2}, []float64{5}, false, []joint{{0, false}}},
		{"one island's rest", []float64{5}, []float64{2}, true, []joint{{0, false}}},
		{"two", []float64{2, 7}, []float64{9, 4}, false, []joint{{1, false}, {0, false}}},
		{"two round the beginning", []float64{4, 9}, []float64{2, 7}, true, []joint{{1, false}, {0, false}}},
		// A line that goes out and straight back.
		{"touching from inside", []float64{5, 3}, []float64{8, 5}, false, []joint{{0, false}, {1, false}}},
		// Two parts with nothing between.
		{"touching from outside", []float64{2, 5}, []float64{5, 8}, false, []joint{{0, false}, {1, false}}},
		{"wrong way round", []float64{2}, []float64{1}, false, []joint{{0, true}}},
		{"wrong way round beside another", []float64{7.3, 2.1}, []float64{9, 1.9}, false, []joint{{0, false}, {1, true}}},
		{"nothing matches", []float64{1, 2}, nil, false, []joint{{0, true}, {1, true}}},
	} {
		got := joints(c.exits, c.entries, c.inside)
		if c.name == "touching from inside" && reflect.DeepEqual(got, []joint{{1, false}, {0, false}}) {
			continue // as good
		}
		if !reflect.DeepEqual(got, c.want) {
			t.Errorf("%s: %v, want %v", c.name, got, c.want)
		}
	}
}
