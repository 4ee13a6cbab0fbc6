package main

import (
	"encoding/json"
	"errors"

	"dateline/story"
	"dateline/timeline"
)

// data is a story as the peers' pages get it: what happens, where, and at
// which position of the timeline, in stops.
type data struct {
	Title      string  `json:"title"`
	Standfirst string  `json:"standfirst"`
	Last       float64 `json:"last"`
	Places     []place `json:"places"`
	Events     []event `json:"events"`
	Flows      []flow  `json:"flows"`
}

type place struct {
	Name string     `json:"name"`
	At   [2]float64 `json:"at"` // longitude, latitude
}

type event struct {
	Stop     int    `json:"stop"`
	Date     string `json:"date"`
	About    bool   `json:"about,omitempty"`
	Place    int    `json:"place"` // −1: none
	Headline string `json:"headline"`
	Summary  string `json:"summary"`
}

// flow grows between two positions; one that is there from the opening has both
// below zero. What goes from one place to two is two flows.
type flow struct {
	From     int     `json:"from"`
	To       int     `json:"to"`
	Enters   float64 `json:"enters"`
	Arrives  float64 `json:"arrives"`
	Kind     string  `json:"kind"`
	What     string  `json:"what"`
	Value    float64 `json:"value,omitempty"`
	Currency string  `json:"currency,omitempty"`
	Status   []state `json:"status"`
}

// state is a status and the stop at which it begins.
type state struct {
	Is   string `json:"is"`
	From int    `json:"from"`
}

// export turns a story file into the peers' data.
func export(name string, text []byte) ([]byte, error) {
	st, problems := story.Parse(name, text)
	if st == nil {
		return nil, errors.New(problems.String())
	}
	line := timeline.New(st)
	out := data{Title: english(st.Title), Standfirst: english(st.Standfirst), Last: float64(line.Last())}
	index := map[string]int{}
	for i, p := range st.Places {
		index[p.ID] = i
		out.Places = append(out.Places, place{english(p.Name), [2]float64{p.At.Lon(), p.At.Lat()}})
	}
	for i, e := range st.Events {
		at := -1
		if k, ok := index[e.Place]; ok {
			at = k
		}
		out.Events = append(out.Events, event{line.StopOf(i), e.Date.String(), e.Date.Certainty == story.About, at, english(e.Headline), english(e.Summary)})
	}
	enters, arrives := times(line)
	for i := range st.Flows {
		f := &st.Flows[i]
		from := f.From
		if from.Flow != "" {
			from = st.Flows[st.FlowIndex(from.Flow)].From
		}
		to := f.To.Places
		if f.To.Toward != "" {
			to = append(to, f.To.Toward)
		}
		for _, a := range from.Places {
			for _, b := range to {
				out.Flows = append(out.Flows, flow{From: index[a], To: index[b], Enters: enters[i], Arrives: arrives[i], Kind: string(f.Kind),
					What: english(f.What), Value: f.Amount.Money.Value, Currency: f.Amount.Money.Currency, Status: states(line, i)})
			}
		}
	}
	return json.Marshal(out)
}

// times finds between which positions each flow grows, to a hundredth of a stop.
func times(line *timeline.Line) (enters, arrives []float64) {
	const fine = 100
	n := len(line.Story.Flows)
	enters, arrives = make([]float64, n), make([]float64, n)
	done := make([]bool, n)
	var s timeline.State
	for k := 0; k <= int(line.Last())*fine; k++ {
		pos := float64(k) / fine
		line.At(&s, timeline.Pos(pos))
		for i, f := range s.Flows {
			switch {
			case done[i]:
			case f.On && f.Grown >= 1:
				arrives[i], done[i] = pos, true
				if k == 0 {
					enters[i], arrives[i] = -2, -1
				}
			case f.Grown == 0:
				enters[i] = pos
			}
		}
	}
	return enters, arrives
}

// states are a flow's statuses, each with the stop from which it holds.
func states(line *timeline.Line, flow int) []state {
	var out []state
	var s timeline.State
	changes := line.Story.Flows[flow].Status
	if len(changes) == 1 {
		return []state{{Is: string(changes[0].Is)}}
	}
	for stop := 0; stop <= int(line.Last()); stop++ {
		line.At(&s, timeline.Pos(stop))
		if k := s.Flows[flow].Status; k == len(out) {
			out = append(out, state{string(changes[k].Is), stop})
		}
	}
	return out
}

func english(t story.Text) string {
	text, _ := t.In("en")
	return text
}
