package exchange

import (
	"strings"

	"dateline/story"
)

// citations are the columns of the sources, with a locator each.
func citations[T any](of func(*T) *[]story.Citation) []column[T] {
	return []column[T]{
		{name: "source",
			get: func(v *T) string {
				var ids []string
				for _, c := range *of(v) {
					ids = append(ids, c.Source)
				}
				return strings.Join(ids, between)
			},
			set: func(d *draft, c cell, v *T) {
				for _, s := range pieces(c.text) {
					cite, ok := d.cite(s, "", c.at)
					if d.known["source "+s] {
						cite = story.Citation{Source: s}
					}
					if ok {
						*of(v) = append(*of(v), cite)
					}
				}
			}},
		{name: "source_url",
			get: func(*T) string { return "" },
			set: func(d *draft, c cell, v *T) { *of(v) = d.addressed(*of(v), c) }},
		{name: "locator",
			get: func(v *T) string {
				var all []string
				for _, c := range *of(v) {
					all = append(all, c.Locator)
				}
				return strings.TrimRight(strings.Join(all, between), " |")
			},
			set: func(d *draft, c cell, v *T) {
				for i, s := range pieces(c.text) {
					if i < len(*of(v)) {
						(*of(v))[i].Locator = d.clean(s, c.at)
					} else if s != "" {
						d.drop(c.at, "a locator without a source: %s", quote(s))
					}
				}
			}},
	}
}

// addressed gives sources that were named their addresses, or makes sources of
// addresses alone.
func (d *draft) addressed(cites []story.Citation, c cell) []story.Citation {
	for i, address := range pieces(c.text) {
		if i >= len(cites) {
			if cite, ok := d.cite("", address, c.at); ok {
				cites = append(cites, cite)
			}
			continue
		}
		for k := range d.Sources {
			s := &d.Sources[k]
			switch {
			case s.ID != cites[i].Source || address == "" || s.URL == address:
			case !story.IsLink(address):
				d.drop(c.at, "the link %s: a story has https, http and mailto in full", quote(address))
			case s.URL == "":
				s.URL = address
			default: // the same title, another page
				if d.cited[address] == "" {
					d.cited[address] = d.newID("source", s.Title[d.Lang])
					d.Sources = append(d.Sources, story.Source{ID: d.cited[address], Title: s.Title, URL: address})
				}
				cites[i].Source = d.cited[address]
			}
			if s.ID == cites[i].Source {
				break
			}
		}
	}
	return cites
}
