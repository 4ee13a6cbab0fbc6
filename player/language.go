package player

import (
	"strings"

	bcp "golang.org/x/text/language"

	"dateline/story"
)

// language is every word of ours in one language, and how it writes dates,
// numbers and money. The patterns follow CLDR; what differs says why.
type language struct {
	tag  string
	cldr bcp.Tag // under which CLDR has numbers and plurals

	// Dates.
	months               [12]string               // as they stand in a date
	monthsAlone          [12]string               // as they stand alone, beside a year
	monthsShort          [12]string               // where there is hardly any room
	firstDay             string                   // the first of a month, as a number
	day, month, year     pattern                  // standing alone: {day} {month} {year}
	dayAfter             pattern                  // the same behind about, before, after and from
	monthAfter           pattern                  // …
	yearAfter            pattern                  // …
	dayShort             pattern                  // without the year
	sameMonth, sameYear  pattern                  // spans of days: {from} {to} are days of {month}, or days with months; {year}
	span                 pattern                  // any other: {from} {to}
	about, before, after pattern                  // {date}
	beforeEra            pattern                  // a date with a year before the year 1, which stands in it without its sign: {date}
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
	group        string             // between thousands, where CLDR has a no-break space; empty: as CLDR
	units        []unit             // largest first
	symbols      map[string]pattern // by currency: {n} {unit}
	largeSymbols map[string]pattern // … where there is a unit, if that is written differently
	anyCurrency  pattern            // {code} {n} {unit}
	approx       pattern            // {sum} {approx}
	atLeast      pattern            // {n}
	withUnit     pattern            // {n} {unit}

	// Lists.
	and, comma string // between the last two of a list, between the others

	// Events.
	placeNotStated  string
	shownAt         pattern // {place}
	kinds           map[story.EventKind]string
	by, byTo        pattern                  // {kind} {by} {to}; {ofBy} {toTo}: with a preposition
	ofBy, toTo      func(name string) string // the preposition before a name; nil where by and byTo need none
	eventOf         pattern                  // {n} {count}
	eventsOf        pattern                  // {from} {to} {count}
	partOf          pattern                  // {from} {to} {count}: of a list
	newsMore        pattern                  // {n}: of flows that come in or change with others
	opening         string
	openingOnly     string // … of a story that has one event
	openingOf       forms
	statuses        map[story.Status]pattern  // {e}: how it agrees with what it is said of
	endings         map[story.FlowKind]string // that ending, where it is not empty
	implied, noted  pattern                   // {status} {note}
	impliedNoted    pattern                   // {status} {note}
	from            pattern                   // {status} {date}
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

	// Routes, areas, magnitudes.
	routeKinds              map[story.RouteKind]string
	areaKinds               map[story.AreaKind]string
	wayNotRecorded          string
	circleShows, widthShows pattern // {what}
	numberNotStated         string
	estimate                pattern // {n}
	onTheWay                string  // a point of a route without a name
	untilDate, sinceDate    pattern // {date}

	ui       UI
	words    Words
	boundary string
}

// unit is a word for a power of ten, with what stands between a number and it.
type unit struct {
	size float64
	name string
}

// languages are the languages that Dateline has words in, the first for any
// other.
func languages() []func() *language { return []func() *language{english, french, ukrainian, arabic} }

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

// Has reports whether Dateline has words of its own in a language.
func Has(lang string) bool { return strings.EqualFold(languageFor(lang).tag, base(lang)) }

// Interface is the interface's words in a language, for a page that shows no
// one story; English where Dateline has none.
func Interface(lang string) UI { return languageFor(lang).ui }
