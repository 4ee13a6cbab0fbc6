package main

import (
	"encoding/json"
	"fmt"
	"math/rand/v2"
)

// Many flows, for every page the same.
const (
	seed       = 20250301
	manyPlaces = 200
)

// generate writes a Dateline story of n flows between places all over the
// world, which are all there at once from its second event on: 99 in a hundred
// come in with the second event, the others with the fourth. It is a function
// of n alone.
func generate(n int) []byte {
	r := rand.New(rand.NewPCG(seed, uint64(n)))
	places := make([]map[string]any, manyPlaces)
	for i := range places {
		places[i] = map[string]any{
			"id": fmt.Sprint("p", i), "name": fmt.Sprint("Place ", i),
			"at": map[string]float64{"lat": rounded(r.Float64()*115 - 50), "lon": rounded(r.Float64()*340 - 170)},
		}
	}
	cite := []map[string]string{{"source": "made-up"}}
	events := make([]map[string]any, 5)
	for i := range events {
		events[i] = map[string]any{
			"id": fmt.Sprint("e", i+1), "date": fmt.Sprintf("2025-03-%02d", i+1), "place": "p0",
			"headline": fmt.Sprint("Event ", i+1), "summary": "Made up for measuring.",
			"focus": allOf(places), "sources": cite,
		}
	}
	flows := make([]map[string]any, n)
	for i := range flows {
		from := r.IntN(manyPlaces)
		to := (from + 1 + r.IntN(manyPlaces-1)) % manyPlaces
		event := "e2"
		if i%100 == 99 {
			event = "e4"
		}
		flows[i] = map[string]any{
			"id": fmt.Sprint("f", i), "kind": "aid", "what": fmt.Sprint("Aid ", i),
			"from": fmt.Sprint("p", from), "to": fmt.Sprint("p", to),
			"amount": map[string]any{"value": 1 + r.IntN(1_000_000_000), "currency": "EUR"},
			"status": "provided", "event": event, "sources": cite,
		}
	}
	out, err := json.Marshal(map[string]any{
		"id": fmt.Sprintf("made-up-%d", n), "lang": "en", "title": fmt.Sprintf("%d flows", n),
		"standfirst": "Made up for measuring.", "timeline": "ordinal",
		"places": places, "events": events, "flows": flows,
		"sources": []map[string]string{{"id": "made-up", "title": "Made up"}},
	})
	if err != nil {
		panic(err) // maps of strings and numbers
	}
	return out
}

func rounded(x float64) float64 { return float64(int(x*1000)) / 1000 }

func allOf(places []map[string]any) []any {
	out := make([]any, len(places))
	for i, p := range places {
		out[i] = p["id"]
	}
	return out
}
