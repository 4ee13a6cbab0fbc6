package story

// Kind is a kind of thing that stories are made of. Each has a list of its own
// in story.json, and a file of its own in every package that knows it.
type Kind string

const (
	Events     Kind = "events"
	Flows      Kind = "flows"
	Routes     Kind = "routes"
	Areas      Kind = "areas"
	Magnitudes Kind = "magnitudes"
	Eras       Kind = "eras"
)

// Kinds lists every kind. Tests go through it: each is parsed, checked, drawn,
// pointed at, listed in the page and exported.
var Kinds = []Kind{Events, Flows, Routes, Areas, Magnitudes, Eras}

// IDs returns the ids of all things of a kind, in the order of the story.
func (s *Story) IDs(kind Kind) []string {
	switch kind {
	case Events:
		return ids(s.Events, func(e *Event) string { return e.ID })
	case Flows:
		return ids(s.Flows, func(f *Flow) string { return f.ID })
	case Routes:
		return ids(s.Routes, func(r *Route) string { return r.ID })
	case Areas:
		return ids(s.Areas, func(a *Area) string { return a.ID })
	case Magnitudes:
		return ids(s.Magnitudes, func(m *Magnitude) string { return m.ID })
	case Eras:
		return ids(s.Eras, func(e *Era) string { return e.ID })
	}
	return nil
}

func ids[T any](things []T, id func(*T) string) []string {
	out := make([]string, len(things))
	for i := range things {
		out[i] = id(&things[i])
	}
	return out
}
