package player

import (
	"encoding/json"
	"strings"
	"testing"

	"dateline/story"
	"dateline/timeline"
)

// A story without places and flows has lists for the page's script, if empty
// ones.
func TestScriptWithoutPlacesAndFlows(t *testing.T) {
	s, problems := story.Parse("bare.json", []byte(`{"id": "bare", "lang": "en", "title": "Bare", "places": [],
		"events": [{"id": "one", "date": "2001", "headline": "One"}]}`))
	if s == nil {
		t.Fatal(problems)
	}
	data, err := json.Marshal(NewScript(timeline.New(s), "en"))
	if err != nil || strings.Contains(string(data), "null") {
		t.Errorf("%v: %s", err, data)
	}
}
