package timeline

import (
	"encoding/binary"
	"math"
)

// FlowTimes says when a flow comes and changes.
type FlowTimes struct {
	From, To Pos   // it grows in between; From < 0: there from the opening
	Changes  []Pos // by status: from when on it is the one that holds; below 0: from the opening
}

// FlowTimes says when flow number i of the story comes and changes.
func (l *Line) FlowTimes(i int) FlowTimes {
	t := &l.paces[l.paceOf[i]]
	out := FlowTimes{From: t.from, To: t.to, Changes: make([]Pos, len(t.changes))}
	for k, at := range t.changes {
		out.Changes[k] = at - (1 - entryStill)
		if k == 0 {
			out.Changes[k] = -1
		}
	}
	return out
}

// Alike gives flows that come and change at the same times the same number,
// counted from 0.
func (l *Line) Alike(flow int) int { return int(l.paceOf[flow]) }

// newPaces gathers the flows by their times: of very many, most come with few
// events, and what is alike is worked out once.
func (l *Line) newPaces() {
	seen := map[string]int32{}
	var key []byte
	for i := range l.Story.Flows {
		t := l.flowTimes(&l.Story.Flows[i])
		key = key[:0]
		for _, at := range append([]Pos{t.from, t.to}, t.changes...) {
			key = binary.LittleEndian.AppendUint64(key, math.Float64bits(float64(at)))
		}
		n, ok := seen[string(key)]
		if !ok {
			n = int32(len(l.paces))
			seen[string(key)] = n
			l.paces, l.flowsOf = append(l.paces, t), append(l.flowsOf, nil)
		}
		l.paceOf = append(l.paceOf, n)
		l.flowsOf[n] = append(l.flowsOf[n], int32(i))
	}
}

// flowsAt brings the states of the flows to a position: those whose state is no
// longer what it was there.
func (l *Line) flowsAt(dst *State, pos Pos) {
	if fresh := dst.line != l; fresh {
		dst.line = l
		dst.paces = resize(dst.paces, len(l.paces))
		dst.Flows = resize(dst.Flows, len(l.paceOf))
		clear(dst.paces)
		clear(dst.Flows)
	}
	for n := range l.paces {
		now := l.paces[n].at(pos)
		if now == dst.paces[n] {
			continue
		}
		dst.paces[n] = now
		for _, i := range l.flowsOf[n] {
			dst.Flows[i] = now
		}
	}
}
