package scene

import (
	"dateline/render"
	"dateline/timeline"
)

// Cameras says for each stop which of the story's cameras shows it, by number;
// the opening's is 0.
func (s *Scene) Cameras() []int { return append([]int(nil), s.cameras.of...) }

// BuildFrom draws the story at a stop as the camera of another stop sees it:
// what a picture of the whole story from one place is put together from.
func (s *Scene) BuildFrom(dst *render.List, stop, from int) {
	s.line.At(&s.state, timeline.Pos(stop))
	s.state.Camera = timeline.Camera{From: from, To: from}
	s.build(dst, View{}, true)
}

// BuildCover draws the story as it ends, as the opening's camera sees it, and
// without a legend: a picture that stands for the whole.
func (s *Scene) BuildCover(dst *render.List) {
	s.line.At(&s.state, s.line.Last())
	s.state.Camera = timeline.Camera{}
	s.build(dst, View{}, false)
}

// Things counts the events and flows of the story: what a picture can show.
func (s *Scene) Things() int { return len(s.line.Story.Events) + len(s.line.Story.Flows) }

// Singles counts those of them that a picture shows one by one: of a crowd, the
// events alone.
func (s *Scene) Singles() int {
	if s.many != nil {
		return len(s.line.Story.Events)
	}
	return s.Things()
}
