package story

import (
	"strings"
	"testing"
)

// The first voyage round the world, held to what Pigafetta and the pilot's log
// say, and to what is in doubt.
func TestMagellanEvents(t *testing.T) {
	checkFacts(t, exampleOf(t, "magellan-elcano"), []fact{
		{"leaves-seville", "1519-08-10", "seville", []string{"Trinidad, San Antonio, Concepción, Victoria and Santiago", "237 men", "265"}},
		{"puts-to-sea", "1519-09-20", "sanlucar", []string{"Tenerife from 26 September to 3 October"}},
		{"reaches-rio", "1519-12-13", "rio", []string{"Saint Lucy’s day"}},
		{"reaches-plata", "1520-01-10", "plata", []string{"fresh water"}},
		{"winters", "1520-03-31", "san-julian", []string{"49½ degrees south", "almost five months"}},
		{"mutiny", "1520-04-02", "san-julian", []string{"Palm Sunday", "Mendoza", "Quesada", "Cartagena", "confuses"}},
		{"santiago-wrecked", "about 1520-05", "santa-cruz", []string{"overland", "day is not certain"}},
		{"enters-strait", "1520-10-21", "virgins", []string{"Eleven Thousand Virgins", "52 degrees"}},
		{"desertion", "about 1520-11", "strait", []string{"Gomes", "Mesquita", "No source gives the day"}},
		{"enters-pacific", "1520-11-28", "deseado", []string{"Trinidad, the Concepción and the Victoria"}},
		{"san-pablo-sighted", "1521-01-24", "san-pablo", []string{"16° 15′", "10° 40′", "disputed", "Puka-Puka", "Flint"}},
		{"reaches-guam", "1521-03-06", "guam", []string{"nineteen", "eleven", "Chamorro", "kills seven people", "no source names it"}},
		{"reaches-philippines", "1521-03-17", "homonhon", []string{"Enrique"}},
		{"reaches-cebu", "1521-04-07", "cebu", []string{"Humabon"}},
		{"death-at-mactan", "1521-04-27", "mactan", []string{"49 men", "Lapulapu", "eight of them", "Nobody says who struck"}},
		{"banquet", "1521-05-01", "cebu", []string{"Barbosa", "Serrano", "24 men"}},
		{"concepcion-burned", "about 1521-05-02", "bohol", []string{"Carvalho", "modern count"}},
		{"san-antonio-home", "1521-05-06", "seville", []string{"nine days dead", "up to sixty men"}},
		{"at-brunei", "1521-07-09", "brunei", []string{"Three weeks later"}},
		{"reaches-tidore", "1521-11-08", "tidore", []string{"two years and three months", "al-Mansur", "six weeks"}},
		{"victoria-sails", "1521-12-21", "tidore", []string{"Elcano", "The Trinidad leaks"}},
		{"leaves-timor", "1522-02-11", "timor", []string{"five months"}},
		{"amsterdam-sighted", "1522-03-18", "amsterdam", []string{"37° 35′ south"}},
		{"trinidad-sails", "1522-04-06", "tidore", []string{"Espinosa"}},
		{"rounds-cape", "about 1522-05", "good-hope", []string{"6 May", "19 May"}},
		{"lost-day", "1522-07-09", "santiago", []string{"Thursday", "Wednesday", "Thirteen men", "10 July", "a day behind"}},
		{"comes-home", "1522-09-06", "sanlucar", []string{"Eighteen men", "14,460 leagues", "few Moluccans"}},
		{"thanks", "1522-09-08", "seville", []string{"barefoot"}},
		{"trinidad-taken", "about 1522-11", "ternate", []string{"42 degrees north", "four or five", "fourteen, or about seventeen"}},
	})
}

func TestMagellanCrews(t *testing.T) {
	s := exampleOf(t, "magellan-elcano")
	checkMeasures(t, s, "men-fleet", []measure{{"1519-08-10", 237}, {"about 1520-11", -1}, {"about 1521-05-02", 115}, {"1521-12-21", 100}})
	checkMeasures(t, s, "men-san-antonio", []measure{{"about 1520-11", -1}, {"1521-05-06", 55}})
	checkMeasures(t, s, "men-victoria", []measure{{"1521-12-21", 47}, {"1522-07-09", 31}, {"about 1522-07-14", 18}})
	checkMeasures(t, s, "men-trinidad", []measure{{"1522-04-06", 50}, {"about 1522-11", 17}})
	// Pigafetta's figures add up: 47 and 53 at Tidore, 13 and 18 at Santiago.
	figure := func(event, label string) float64 {
		for _, f := range s.Event(event).Figures {
			if strings.Contains(f.Label["en"], label) {
				return f.Value
			}
		}
		t.Errorf("%s has no figure %q", event, label)
		return 0
	}
	if n := figure("victoria-sails", "Victoria") + figure("victoria-sails", "Trinidad"); n != 100 {
		t.Errorf("%v men at Tidore", n)
	}
	if n := figure("lost-day", "seized") + figure("comes-home", "Europeans"); n != 31 {
		t.Errorf("%v men at Santiago", n)
	}
}

// The routes go once round the world, and over the Pacific only by supposition.
func TestMagellanRoutes(t *testing.T) {
	s := exampleOf(t, "magellan-elcano")
	turned := 0.0 // degrees, west is negative
	for _, id := range []string{"fleet", "victoria"} {
		points := s.Routes[s.RouteIndex(id)].Points
		for i := 1; i < len(points); i++ {
			d := points[i].At.Lon() - points[i-1].At.Lon()
			for d > 180 {
				d -= 360
			}
			for d < -180 {
				d += 360
			}
			turned += d
		}
	}
	if !near(turned, -360, 1e-6) {
		t.Errorf("the voyage turns %v degrees", turned)
	}
	for _, p := range s.Routes[s.RouteIndex("fleet")].Points {
		if lon := p.At.Lon(); (lon < -76.5 || lon > 145) && p.Way != Supposed && p.Date.Certainty == Stated {
			t.Errorf("%v is a recorded point of the Pacific", p.At)
		}
	}
	for _, want := range []struct{ id, says string }{
		{"calendar", "Julian calendar"}, {"calendar", "ten days later"}, {"day", "a day behind"}, {"names", "no account"}, {"width", "where a source gives one"},
	} {
		if !strings.Contains(s.note(want.id), want.says) {
			t.Errorf("the note %s does not say %q", want.id, want.says)
		}
	}
}
