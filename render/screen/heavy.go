package screen

import "dateline/render"

// most is how many points a ring may have to be filled with triangles each
// frame: cutting ears takes time by its square.
const most = 200

// heavy reports whether a fill is too much for triangles each frame, or may
// have holes. It is then kept as a texture of its own.
func heavy(l *render.List, op *render.Op) bool {
	if s := op.Shape; s != nil {
		return len(s.Rings) > 1 || len(s.Points) > most
	}
	for i := op.Paths.From; i < op.Paths.To; i++ {
		p := l.Paths[i].Points
		if p.To-p.From > most {
			return true
		}
		// Paths apart from each other are several polygons; only those that
		// meet may make a hole.
		for j := op.Paths.From; j < i; j++ {
			q := l.Paths[j].Points
			if render.Bounds(l.Points[p.From:p.To]).Meets(render.Bounds(l.Points[q.From:q.To])) {
				return true
			}
		}
	}
	return false
}
