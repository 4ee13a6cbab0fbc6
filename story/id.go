package story

import (
	"fmt"
	"strings"
)

// idKind is what an id names.
type idKind string

const (
	placeID  idKind = "place"
	eventID  idKind = "event"
	flowID   idKind = "flow"
	sourceID idKind = "source"
	noteID   idKind = "note"
	eraID    idKind = "era"

	routeID     idKind = "route"
	areaID      idKind = "area"
	magnitudeID idKind = "magnitude"
)

// reference is a use of an id, which is looked up when all are known.
type reference struct {
	spot
	kind idKind
}

// slug is an id: lower-case letters, digits and single hyphens. It goes into
// links, so it says what it names and outlives a change of order.
func slug() form[string] {
	schema := fmt.Sprintf(`{"type":"string","pattern":"^[a-z0-9]+(-[a-z0-9]+)*$","maxLength":%d}`, longestID)
	return form[string]{shape{"an id", schema}, func(s spot) string {
		if !s.is('"', "a string") {
			return ""
		}
		if len(s.node.text) > longestID {
			s.errorf("", "the id is longer than %d letters", longestID)
			return ""
		}
		if !isSlug(s.node.text) {
			hint := ""
			if better := slugged(s.node.text); better != "" {
				hint = fmt.Sprintf("write %q", better)
			}
			s.errorf(hint, "%q is no id: lower-case letters, digits and single hyphens make one", s.node.text)
		}
		return s.node.text
	}}
}

// define is the id of a thing of a kind; no two may have the same.
func define(kind idKind) form[string] {
	f := slug()
	return form[string]{f.shape, func(s spot) string {
		id := f.read(s)
		if id == "" {
			return ""
		}
		if s.r.ids[kind] == nil {
			s.r.ids[kind] = map[string]int{}
		}
		if _, taken := s.r.ids[kind][id]; taken {
			s.errorf("", "another %s has the id %q", kind, id)
			return id
		}
		s.r.ids[kind][id] = s.node.at
		s.r.order[kind] = append(s.r.order[kind], id)
		return id
	}}
}

// refer is the id of a thing that the story has.
func refer(kind idKind) form[string] {
	says := fmt.Sprintf("the id of %s", article(string(kind)))
	return form[string]{shape{says, slug().schema}, func(s spot) string {
		if !s.is('"', "a string") {
			return ""
		}
		s.r.refs = append(s.r.refs, reference{s, kind})
		return s.node.text
	}}
}

// resolve reports every reference to an id that the story does not have.
func (r *reader) resolve() {
	for _, ref := range r.refs {
		if _, ok := r.ids[ref.kind][ref.node.text]; ok {
			continue
		}
		hint := ""
		if len(r.problems) < mostProblems { // no more are listed
			hint = suggest(ref.node.text, r.order[ref.kind])
		}
		ref.errorf(hint, "%q is not %s of this story", shortened(ref.node.text), article(string(ref.kind)))
	}
}

// used reports whether anything refers to an id.
func (r *reader) used(kind idKind) map[string]bool {
	used := map[string]bool{}
	for _, ref := range r.refs {
		if ref.kind == kind {
			used[ref.node.text] = true
		}
	}
	return used
}

func article(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}

func isSlug(s string) bool { return s != "" && s == slugged(s) }

// slugged makes an id of a text: "Paris, 2 March" becomes "paris-2-march".
func slugged(s string) string {
	var b strings.Builder
	for _, r := range strings.ToLower(s) {
		switch {
		case 'a' <= r && r <= 'z' || '0' <= r && r <= '9':
			b.WriteRune(r)
		case b.Len() > 0 && !strings.HasSuffix(b.String(), "-"):
			b.WriteByte('-')
		}
	}
	return strings.TrimSuffix(b.String(), "-")
}
