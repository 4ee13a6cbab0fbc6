package scene

import (
	"sort"

	"dateline/story"
)

// Words are what is written on the canvas, in one language, ready to be set.
// They come from outside, so that the scene formats no date and no number.
type Words struct {
	Places           []string           // by place
	Flows            [][]FlowName       // by flow and index of its status
	Routes           []string           // by route
	Areas            []string           // by area: its name on the map
	Magnitudes       []MagnitudeName    // by magnitude
	AreaRows         []string           // legend, by area: "The coalition, reported"
	Way              string             // legend: a way that no source records
	Blocks           []BlockName        // by block of the timeline
	Eras             []string           // by era
	Dates            *DateWords         // of a calendar axis; else nil
	Before, After    string             // over what lies beyond a calendar's window
	About            string             // under the bracket of days that no source states: "about, day not stated"
	Form             map[FormKey]string // legend: "Provided, width shows the amount"
	Stated, Unstated string             // legend: the marks of events: "Place stated", "Place not stated"
	Countries        []CountryName      // of the map under the story, those that it can show
	RTL              bool               // written from right to left: time runs that way too
}

// Texts lists every text that a scene may set with a face, 0 regular or 1 bold:
// the words, and the parts that they may be broken into.
func (w *Words) Texts(face uint8) []string {
	var out []string
	add := func(of uint8, text string) {
		if of != face || text == "" {
			return
		}
		out = append(append(append(out, text), halves(text)...), split(text)...)
	}
	for _, c := range w.Countries {
		add(regular, c.Text)
	}
	for _, name := range w.Places {
		add(bold, name)
	}
	for _, names := range w.Flows {
		for _, n := range names {
			add(bold, n.Head)
			add(regular, n.Sub)
		}
	}
	for _, names := range [][]string{w.Routes, w.Areas} {
		for _, name := range names {
			add(bold, name)
		}
	}
	for _, m := range w.Magnitudes {
		add(regular, m.Name)
		for _, v := range m.Values {
			add(regular, v)
		}
	}
	for _, row := range w.AreaRows {
		add(regular, row)
	}
	for _, b := range w.Blocks {
		add(bold, b.Long)
		add(bold, b.Short)
		add(bold, b.Narrow)
	}
	for _, name := range w.Eras {
		add(regular, name)
	}
	if d := w.Dates; d != nil {
		for _, text := range d.texts() {
			add(bold, text)
		}
		for _, text := range append(append(d.Short[:], d.First), pieces(d.Before+d.Year)...) {
			add(regular, text)
		}
	}
	for _, text := range []string{w.Before, w.After, w.About, w.Way, w.Stated, w.Unstated} {
		add(regular, text)
	}
	var forms []string
	for _, text := range w.Form {
		forms = append(forms, text)
	}
	sort.Strings(forms)
	for _, text := range forms {
		add(regular, text)
	}
	return out
}

// FlowName is a flow's label on the map: a head and, below it, what else must
// be known at a glance. {"£2.26bn", "UK loan, provided"}, {"US military aid",
// "amount not stated, under review"}.
type FlowName struct{ Head, Sub string }

// BlockName is the label of a block of the timeline: "2 March 2025", "2 March",
// "2 Mar".
type BlockName struct{ Long, Short, Narrow string }

// FormKey is what the drawn form of a flow depends on.
type FormKey struct {
	Status    story.Status
	Diplomacy bool // talks: a dotted line without a head
	Amount    bool // a known amount: a band whose width shows it
}

// FormOf returns the key of a flow's form under its i-th status.
func FormOf(f *story.Flow, i int) FormKey {
	return FormKey{f.Status[i].Is, f.Kind == story.Diplomacy, f.Amount.Kind == story.Known}
}

// CountryName is what a country is called on the map, by its ISO 3166-1 alpha-3
// code.
type CountryName struct{ Code, Text string }
