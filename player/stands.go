package player

import (
	"fmt"

	"dateline/timeline"
)

// Stand is how a flow may stand: its status in words, and as the story has it.
type Stand struct {
	Status string `json:"status,omitempty"`
	Class  string `json:"class,omitempty"` // "under-review"
}

// standings are how the flows of a story stand: every way once, and for each flow
// from which stop on it stands how, as numbers of stops and ways: "0 1 5 2" is
// way 1 from the opening on and way 2 from stop 5. A flow is there from its
// first stop on, so one that never comes in has none.
func (w *wording) standings() (ways []Stand, byFlow []string) {
	ways, byFlow = []Stand{}, make([]string, len(w.story.Flows))
	known := map[Stand]int{}
	var now, before timeline.State
	for stop := range w.line.Stops {
		w.line.At(&now, timeline.Pos(stop))
		for i, f := range now.Flows {
			if opening := stop == 0 && f.On; !opening && !isNew(i, &now, &before) {
				continue
			}
			flow := &w.story.Flows[i]
			c := flow.Status[f.Status]
			stand := Stand{w.standing(flow, c), string(c.Is)}
			way, ok := known[stand]
			if !ok {
				way = len(ways)
				known[stand], ways = way, append(ways, stand)
			}
			if byFlow[i] != "" {
				byFlow[i] += " "
			}
			byFlow[i] += fmt.Sprint(stop, " ", way)
		}
		now, before = before, now
	}
	return ways, byFlow
}
