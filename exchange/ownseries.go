package exchange

import "strings"

// series gathers the rows of a sheet in which a thing has several: key is the
// column that names it, in each of its rows or in the first alone.
func (d *draft) series(s *sheet, key string) [][]row {
	var all [][]row
	index := map[string]int{}
	last := -1
	for _, r := range s.rows {
		if name := r.get(key); name.text != "" {
			k, there := index[name.text]
			if !there {
				k = len(all)
				index[name.text] = k
				all = append(all, nil)
			}
			last = k
		}
		if last < 0 {
			d.ask(r.get(key).at, "the row names no %s; left out", key)
			continue
		}
		all[last] = append(all[last], r)
	}
	return all
}

// repeats reports what a further row of a thing says of the whole in other
// words than its first.
func (d *draft) repeats(rows []row, key, whole string) {
	for _, r := range rows[1:] {
		for i, c := range r.cells[:min(len(r.cells), len(r.of.names))] {
			base, _, _ := strings.Cut(plainName(r.of.names[i]), ".")
			if c.text == "" || base == key || !word(whole, base) || i < len(rows[0].cells) && strings.EqualFold(rows[0].cells[i].text, c.text) {
				continue
			}
			d.drop(c.at, "%s: the first row of a %s describes it", quote(c.text), key)
		}
	}
}

// occasion finds the event that a row names; "" and a question where there is
// none.
func (d *draft) occasion(named string, p place) string {
	if named == "" {
		return ""
	}
	id := d.eventNamed(named)
	if id == "" {
		d.ask(p, "%s is no event of the story; left out", quote(named))
	}
	return id
}
