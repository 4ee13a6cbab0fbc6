package player

import (
	"golang.org/x/text/feature/plural"

	"dateline/story"
)

// Samples show how a language writes what CLDR has rules for, to be held
// against a browser's.
type Samples struct {
	Months, Alone []string // in a date, alone
	Days          []string // the second of each month of 2025
	Numbers       []string
	Plurals       []string // categories, as CLDR names them
}

// Sample writes samples in a language.
func Sample(lang string, numbers []float64, counts []int) Samples {
	l := languageFor(lang)
	out := Samples{Months: l.months[:], Alone: l.monthsAlone[:]}
	for m := range 12 {
		out.Days = append(out.Days, l.plainDate(story.Date{Year: 2025, Month: m + 1, Day: 2, Precision: story.Day}))
	}
	for _, v := range numbers {
		out.Numbers = append(out.Numbers, l.number(v))
	}
	names := map[plural.Form]string{plural.Other: "other", plural.Zero: "zero", plural.One: "one", plural.Two: "two", plural.Few: "few", plural.Many: "many"}
	for _, n := range counts {
		out.Plurals = append(out.Plurals, names[plural.Cardinal.MatchPlural(l.cldr, n, 0, 0, 0, 0)])
	}
	return out
}
