package story

import (
	"strings"
	"testing"
)

// Minard's map, held to the numbers that he wrote and the days of the campaign.
func TestMarchEvents(t *testing.T) {
	s := exampleOf(t, "march-on-moscow")
	rows := []struct {
		fact
		men, frost float64 // 0: none
	}{
		{fact{"crosses-niemen", "1812-06-24", "kovno", []string{"three bridges"}}, 422000, 0},
		{fact{"enters-vilna", "1812-06-28", "vilna", []string{"22,000", "60,000"}}, 400000, 0},
		{fact{"reaches-vitebsk", "1812-07-28", "vitebsk", []string{"Jérôme and Davout", "as though they had marched"}}, 175000, 0},
		{fact{"smolensk-battle", "1812-08-16", "smolensk", []string{"Dnieper"}}, 145000, 0},
		{fact{"polotsk-battle", "1812-08-18", "polotsk", []string{"60,000", "names no commander"}}, 33000, 0},
		{fact{"borodino-battle", "1812-09-07", "borodino", []string{"Kutuzov", "does not say how many fell"}}, 127100, 0},
		{fact{"enters-moscow", "1812-09-14", "moscow", []string{"five weeks", "argued over"}}, 100000, 0},
		{fact{"leaves-moscow", "1812-10-19", "moscow", []string{"zero, is dated 18 October"}}, 100000, 0},
		{fact{"maloyaroslavets-battle", "1812-10-24", "maloyaroslavets", []string{"It rains"}}, 96000, 0},
		{fact{"past-borodino", "about 1812-10-29", "borodino", []string{"strung out"}}, 87000, 0},
		{fact{"vyazma-battle", "1812-11-03", "vyazma", nil}, 55000, 0},
		{fact{"snow", "1812-11-09", "dorogobuzh", []string{"6 November", "about eleven Celsius"}}, 37000, 9},
		{fact{"leaves-smolensk", "1812-11-14", "smolensk", []string{"Jacob", "never printed"}}, 24000, 21},
		{fact{"krasny-battle", "1812-11-15", "krasny", []string{"Ney"}}, 0, 0},
		{fact{"at-orsha", "1812-11-20", "orsha", nil}, 20000, 0},
		{fact{"corps-join", "about 1812-11-24", "bobr", []string{"frost of 11 degrees", "no date"}}, 50000, 0},
		{fact{"berezina", "1812-11-26", "studyanka", []string{"two bridges", "not known"}}, 28000, 20},
		{fact{"at-molodechno", "1812-12-03", "molodechno", []string{"29th Bulletin"}}, 12000, 24},
		{fact{"napoleon-leaves", "1812-12-05", "smorgon", []string{"Murat", "2,000 more"}}, 14000, 30},
		{fact{"vilna-again", "1812-12-09", "vilna", []string{"Ponary"}}, 8000, 26},
		{fact{"leaves-russia", "1812-12-14", "kovno", []string{"4,000", "6,000", "nobody has an exact number"}}, 10000, 0},
	}
	var facts []fact
	for _, r := range rows {
		facts = append(facts, r.fact)
	}
	checkFacts(t, s, facts)
	for i, r := range rows {
		men, frost := 0.0, 0.0
		for _, f := range s.Events[i].Figures {
			switch {
			case f.Unit["en"] == "degrees Réaumur below zero":
				frost = f.Value
			case men == 0:
				men = f.Value
			}
		}
		if men != r.men || frost != r.frost {
			t.Errorf("%s: %v men, %v degrees of frost; want %v, %v", r.id, men, frost, r.men, r.frost)
		}
	}
}

func TestMarchNumbers(t *testing.T) {
	s := exampleOf(t, "march-on-moscow")
	checkMeasures(t, s, "men-advance", []measure{
		{"1812-06-24", 422000}, {"1812-06-28", 400000}, {"1812-07-28", 175000}, {"1812-08-16", 145000}, {"about 1812-09-01", 127100}, {"1812-09-14", 100000},
	})
	checkMeasures(t, s, "men-retreat", []measure{
		{"1812-10-19", 100000}, {"1812-10-24", 96000}, {"about 1812-10-29", 87000}, {"1812-11-03", 55000}, {"about 1812-11-06", 37000},
		{"1812-11-14", 24000}, {"1812-11-20", 20000}, {"about 1812-11-24", 50000}, {"1812-11-29", 28000}, {"1812-12-03", 12000},
		{"1812-12-05", 14000}, {"1812-12-09", 8000}, {"1812-12-14", 10000},
	})
	checkMeasures(t, s, "men-north", []measure{{"about 1812-07-01", 60000}, {"about 1812-07-26", 33000}, {"about 1812-10-19", 30000}})
	checkMeasures(t, s, "men-flank", []measure{{"1812-06-24", 22000}, {"about 1812-12-05", 6000}})
	for _, m := range s.Magnitudes {
		for _, v := range m.Values {
			if !v.About {
				t.Errorf("%s: %v is an estimate of Minard's, and not told as one", m.ID, v.Value)
			}
		}
	}
	for _, who := range []string{"Thiers", "Ségur", "Fezensac", "Chambray", "Jacob", "own estimates"} {
		if !strings.Contains(s.note("minard"), who) {
			t.Errorf("the note on Minard does not say %q", who)
		}
	}
	if n := s.note("temperatures"); !strings.Contains(n, "Réaumur") || !strings.Contains(n, "1¼") {
		t.Errorf("the note on temperatures is %q", n)
	}
	if n := s.note("calendar"); !strings.Contains(n, "twelve days earlier") {
		t.Errorf("the note on the calendar is %q", n)
	}
}
