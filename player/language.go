package player

import (
	"strings"

	"dateline/story"
)

// language is every word of ours in one language, and how it writes dates,
// numbers and money. The patterns follow CLDR; what differs says why.
type language struct {
	tag, dir string
	plural   func(n int) category

	// Dates.
	months               [12]string               // as they stand in a date
	monthsAlone          [12]string               // as they stand alone, beside a year
	monthsShort          [12]string               // where there is hardly any room
	day, month, year     pattern                  // {day} {month} {year}
	dayShort             pattern                  // without the year
	sameMonth, sameYear  pattern                  // spans of days: {from} {to} are days of {month}, or days with months; {year}
	span                 pattern                  // any other: {from} {to}
	about, before, after pattern                  // {date}
	beforeAll, afterAll  string                   // blocks of the timeline, short
	uncertain            pattern                  // {date} {note}: "About 2 March 2025, day not stated"
	uncertainWords       pattern                  // {date} {words} {note}
	notStated            [story.Minute + 1]string // by precision: "day not stated"
	someNotStated        pattern                  // {note}: of a block some of whose events are only about it
	aboutMark            pattern                  // under the bracket of the timeline: {note}
	atHour, atMinute     pattern                  // {date} {time} {until} {zone}
	zone, zoneNamed      pattern                  // {offset} {name}
	elsewhere            pattern                  // {here} {there}: an hour in the place's own zone beside it

	// Numbers and money.
	decimal, group string
	units          []unit             // largest first
	symbols        map[string]pattern // by currency; {n}
	anyCurrency    pattern            // {code} {n}
	approx         pattern            // {sum} {approx}
	atLeast        pattern            // {n}
	withUnit       pattern            // {n} {unit}

	// Lists.
	and, comma string // between the last two of a list, between the others

	// Events.
	placeNotStated  string
	shownAt         pattern // {place}
	kinds           map[story.EventKind]string
	by, byTo        pattern // {kind} {by} {to}
	eventOf         pattern // {n} {count}
	eventsOf        pattern // {from} {to} {count}
	opening         string
	openingOf       forms
	statuses        map[story.Status]string
	implied, noted  pattern // {status} {note}
	impliedNoted    pattern // {status} {note}
	from            pattern // {status} {date}
	flowKinds       map[story.FlowKind]string
	whoKind         pattern // {who} {kind}: "UK loan"
	flowNow         pattern // live text of a flow that changes: {what} {status}
	flowEnters      pattern // … and of one that comes in
	amountNotStated string
	noAmount        string
	noAmountTalks   string
	startNotStated  string
	toward          pattern // {place}
	open            string
	fromFlow        pattern // {what} {places}
	locator         pattern // {source} {locator}

	annotated pattern // {text} {note}: a source and what is not known of it

	// Legend and timeline.
	formAmount, formNotStated, formPlain, formTalks pattern // {status}
	widthEvents, widthTime                          string
	placeStated                                     string

	ui       UI
	words    Words
	boundary string
}

// unit is a word for a power of ten.
type unit struct {
	size  float64
	write pattern // {n}
}

// languages are the languages that Dateline has words in, the first for any
// other.
func languages() []func() *language { return []func() *language{english} }

// languageFor returns the words for a BCP 47 tag: its own, or those of its
// language without script and region, or English.
func languageFor(tag string) *language {
	for _, try := range []string{tag, base(tag)} {
		for _, of := range languages() {
			if l := of(); strings.EqualFold(l.tag, try) {
				return l
			}
		}
	}
	return english()
}

func base(tag string) string {
	b, _, _ := strings.Cut(tag, "-")
	return b
}
