package story

import (
	"os"
	"testing"
)

// everyKind is a story with a thing of every kind.
func everyKind(t *testing.T) *Story {
	t.Helper()
	const file = "testdata/every-kind.json"
	data, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	s, ps := Parse(file, data)
	if s == nil || len(ps) > 0 {
		t.Fatal(ps)
	}
	return s
}

func TestEveryKindIsParsed(t *testing.T) {
	s := everyKind(t)
	for _, kind := range Kinds {
		if len(s.IDs(kind)) == 0 {
			t.Errorf("testdata/every-kind.json has no %s", kind)
		}
	}
}

// A key of the story's list names each kind, and its objects have an id.
func TestEveryKindHasItsList(t *testing.T) {
	for _, kind := range Kinds {
		found := false
		for _, key := range storyObject().outline().keys {
			found = found || key.name == string(kind)
		}
		if !found {
			t.Errorf("a story has no key %q", kind)
		}
	}
}

// What an author leaves to Dateline is filled in.
func TestRoutesAreSettled(t *testing.T) {
	s := everyKind(t)
	r := s.Routes[0]
	if got, want := r.Points[0].At, s.Place("lisbon").At; got != want {
		t.Errorf("the route begins at %v, want %v", got, want)
	}
	if got := r.Points[2].Date; got == nil || got.String() != "2020-05-06" {
		t.Errorf("the ship is at Brest on %v", got)
	}
	if r.Points[1].Date != nil || r.Points[1].Way != Recorded || r.Points[3].Way != Supposed {
		t.Errorf("%+v", r.Points)
	}
	if got := s.Magnitudes[0].Values[2]; got.Known || got.Date == nil {
		t.Errorf("what is not stated is %+v", got)
	}
	if ring := s.Areas[0].Shape[0]; len(ring) != 5 || ring[0] != ring[4] {
		t.Errorf("the outline is not closed: %v", ring)
	}
}
