package player

import (
	"fmt"
	"testing"

	"dateline/story"
	"dateline/timeline"
)

// An hour stands on the story's dial, and on the place's beside it, whatever
// offset it is written with.
func TestClock(t *testing.T) {
	const ship = `{"name": "Ship’s time", "offset": "-02:58"}`
	for _, c := range []struct{ of, place, want string }{
		{``, ``, "15 April 1912, 00:25 (UTC+0)"},
		{`"clock": ` + ship + `,`, ``, "14 April 1912, 21:27 (Ship’s time, UTC−2:58)"},
		{`"clock": ` + ship + `,`, `, "clock": ` + ship, "14 April 1912, 21:27 (Ship’s time, UTC−2:58)"},
		{`"clock": ` + ship + `,`, `, "zone": "America/New_York"`, "14 April 1912, 21:27 (Ship’s time, UTC−2:58); 14 April 1912, 19:25 (America/New York, UTC−5)"},
		{`"zone": "America/New_York",`, `, "clock": ` + ship, "14 April 1912, 19:25 (America/New York, UTC−5); 14 April 1912, 21:27 (Ship’s time, UTC−2:58)"},
		{``, `, "clock": ` + ship, "14 April 1912, 21:27 (Ship’s time, UTC−2:58)"},
	} {
		file := fmt.Sprintf(`{"id": "s", "lang": "en", "title": "S", %s "places": [{"id": "p", "name": "P", "at": {"lat": 41, "lon": -50}%s}],
			"events": [{"id": "e", "date": "1912-04-15T00:25+00:00", "place": "p", "headline": "E"}]}`, c.of, c.place)
		st, problems := story.Parse("story.json", []byte(file))
		if st == nil {
			t.Fatal(problems)
		}
		w := newWording(timeline.New(st), "en")
		if got := w.date(st.Events[0].Date, "p"); got != c.want {
			t.Errorf("%s%s: %s, want %s", c.of, c.place, got, c.want)
		}
	}
}
