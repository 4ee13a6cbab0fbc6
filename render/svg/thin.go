package svg

import (
	"container/heap"

	"dateline/render"
)

// A thinner leaves out points of a line by Visvalingam and Whyatt's way: the
// point that makes the smallest triangle with its neighbours goes first, until
// every triangle is as large as the tolerance. Whether a point stays depends on
// its neighbourhood alone; so a coast that is filled as a ring and stroked as a
// line keeps the same points in both, and the second compresses to almost
// nothing. What it returns is valid until the next.
type thinner struct {
	nodes []node
	heap  []int32 // indices of nodes, smallest triangle first
	out   []render.Point
}

type node struct {
	at           render.Point
	before, next int32 // neighbours that are left, or -1
	area         float32
	place        int32 // in the heap, or -1
}

// line thins an open line; its ends stay.
func (t *thinner) line(ps []render.Point, tolerance float32) []render.Point {
	return t.thin(ps, tolerance, false)
}

// ring thins a closed ring; three points stay, but none of one that encloses
// less than least.
func (t *thinner) ring(ps []render.Point, tolerance, least float32) []render.Point {
	if ps = t.thin(ps, tolerance, true); enclosed(ps) < least {
		return nil
	}
	return ps
}

// enclosed is the area of a ring.
func enclosed(ps []render.Point) float32 {
	twice := float32(0)
	for i, p := range ps {
		q := ps[(i+1)%len(ps)]
		twice += p.X*q.Y - q.X*p.Y
	}
	return max(twice, -twice) / 2
}

func (t *thinner) thin(ps []render.Point, tolerance float32, closed bool) []render.Point {
	n := int32(len(ps))
	if tolerance <= 0 || n < 3 {
		return ps
	}
	t.nodes, t.heap = t.nodes[:0], t.heap[:0]
	for i := range n {
		t.nodes = append(t.nodes, node{at: ps[i], before: i - 1, next: i + 1, place: -1})
	}
	t.nodes[n-1].next = -1
	if closed {
		t.nodes[0].before, t.nodes[n-1].next = n-1, 0
	}
	for i := range n {
		if t.nodes[i].before >= 0 && t.nodes[i].next >= 0 {
			t.nodes[i].area = t.area(i)
			t.nodes[i].place = int32(len(t.heap))
			t.heap = append(t.heap, i)
		}
	}
	heap.Init(t)
	left := n
	for len(t.heap) > 0 && left > 3 && t.nodes[t.heap[0]].area < tolerance {
		v := &t.nodes[t.heap[0]]
		heap.Pop(t)
		left--
		t.nodes[v.before].next, t.nodes[v.next].before = v.next, v.before
		t.again(v.before, v.area)
		t.again(v.next, v.area)
		v.next = -2 // gone
	}
	t.out = t.out[:0]
	for i := range t.nodes {
		if t.nodes[i].next != -2 {
			t.out = append(t.out, t.nodes[i].at)
		}
	}
	return t.out
}

// again measures a neighbour of a point that went. Its triangle counts as no
// smaller than that point's, or one removal would set off the next.
func (t *thinner) again(i int32, least float32) {
	if v := &t.nodes[i]; v.place >= 0 {
		v.area = max(t.area(i), least)
		heap.Fix(t, int(v.place))
	}
}

// area of the triangle at a point.
func (t *thinner) area(i int32) float32 {
	v := t.nodes[i]
	a, p, b := t.nodes[v.before].at, v.at, t.nodes[v.next].at
	twice := (p.X-a.X)*(b.Y-a.Y) - (p.Y-a.Y)*(b.X-a.X)
	return max(twice, -twice) / 2
}

// The heap's five methods, for container/heap.

func (t *thinner) Len() int { return len(t.heap) }

func (t *thinner) Less(i, j int) bool {
	a, b := t.heap[i], t.heap[j]
	if t.nodes[a].area != t.nodes[b].area {
		return t.nodes[a].area < t.nodes[b].area
	}
	return a < b
}

func (t *thinner) Swap(i, j int) {
	t.heap[i], t.heap[j] = t.heap[j], t.heap[i]
	t.nodes[t.heap[i]].place, t.nodes[t.heap[j]].place = int32(i), int32(j)
}

// Push is never called.
func (t *thinner) Push(any) {}

func (t *thinner) Pop() any {
	last := len(t.heap) - 1
	t.nodes[t.heap[last]].place = -1
	t.heap = t.heap[:last]
	return nil
}
