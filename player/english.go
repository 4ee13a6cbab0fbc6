package player

import (
	"golang.org/x/text/feature/plural"
	bcp "golang.org/x/text/language"

	"dateline/story"
)

// english is English as a British newsroom writes it: day before month, "bn"
// where CLDR has "B", and the bare dollar sign where no other dollar is near.
func english() *language {
	months := [12]string{"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}
	return &language{
		tag: "en", cldr: bcp.English,

		months: months, monthsAlone: months,
		monthsShort: [12]string{"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"},
		firstDay:    "1",
		day:         "{day} {month} {year}", month: "{month} {year}", year: "{year}", dayShort: "{day} {month}",
		dayAfter: "{day} {month} {year}", monthAfter: "{month} {year}", yearAfter: "{year}",
		sameMonth: "{from}–{to} {month} {year}", sameYear: "{from} – {to} {year}", span: "{from} – {to}",
		about: "about {date}", before: "before {date}", after: "after {date}",
		beforeEra: "{date} BC",
		beforeAll: "Before", afterAll: "After",
		uncertain: "{date}, {note}", uncertainWords: "{date}: {words}, {note}",
		notStated:     [...]string{"year not stated", "month not stated", "day not stated", "hour not stated", "minute not stated"},
		someNotStated: "{note} for some events",
		aboutMark:     "about, {note}",
		atHour:        "{date}, between {time} and {until} {zone}", atMinute: "{date}, {time} {zone}",
		zone: "(UTC{offset})", zoneNamed: "({name}, UTC{offset})", elsewhere: "{here}; {there}",

		units: []unit{{1e12, "tn"}, {1e9, "bn"}, {1e6, "m"}},
		symbols: map[string]pattern{"GBP": "£{n}{unit}", "USD": "${n}{unit}", "EUR": "€{n}{unit}",
			"JPY": "¥{n}{unit}", "UAH": "₴{n}{unit}"},
		anyCurrency: "{code}\u00A0{n}{unit}",
		approx:      "{sum} (≈\u00A0{approx})",
		atLeast:     "more than {n}", withUnit: "{n} {unit}",
		and: " and ", comma: ", ",

		placeNotStated: "Place not stated", placeStated: "Place stated", shownAt: "shown at {place}",
		kinds: map[story.EventKind]string{story.Happening: "event", story.Statement: "statement", story.Proposal: "proposal"},
		by:    "{kind} by {by}", byTo: "{kind} by {by} to {to}",
		eventOf: "Event {n} of {count}", eventsOf: "Events {from}–{to} of {count}",
		partOf: "{from}–{to} of {count}", newsMore: "And {n} more",
		opening:     "Before the first event",
		openingOnly: "Before the only event",
		openingOf:   forms{plural.Other: "Before the first of {n} events"},
		statuses: map[story.Status]pattern{
			story.Existing: "existing", story.Provided: "provided", story.Announced: "announced", story.Pledged: "pledged",
			story.Proposed: "proposed", story.Reported: "reported", story.Intended: "intended", story.UnderReview: "under review",
			story.Suspended: "suspended", story.Cancelled: "cancelled", story.Disputed: "disputed",
		},
		implied: "{status} (implied)", noted: "{status} ({note})", impliedNoted: "{status} (implied: {note})",
		from: "{status} from {date}",
		flowKinds: map[story.FlowKind]string{
			story.Loan: "loan", story.Grant: "grant", story.ExportFinance: "export finance", story.Aid: "aid", story.MilitaryAid: "military aid",
			story.Trade: "trade", story.Goods: "goods", story.People: "people", story.Diplomacy: "talks",
		},
		whoKind: "{who} {kind}",
		flowNow: "{what}: now {status}", flowEnters: "{what}: {status}",
		amountNotStated: "Amount not stated", noAmount: "No amount", noAmountTalks: "No amount: talks",
		startNotStated: "Not stated",
		toward:         "Towards {place}, still to come", open: "Not stated", fromFlow: "{what} ({places})",
		locator: "{source}, {locator}", annotated: "{text}; {note}",

		formAmount: "{status}: width shows the amount", formNotStated: "{status}, amount not stated",
		formPlain: "{status}: width shows no amount", formTalks: "Talks: {status}",
		widthEvents: "Width shows the number of events, not hours.",
		widthTime:   "Width shows time.",

		routeKinds: map[story.RouteKind]string{
			story.RoutePerson: "person", story.RoutePeople: "people", story.RouteArmy: "army", story.RouteShip: "ship", story.RouteAircraft: "aircraft", story.RouteVehicle: "vehicle", story.RouteStorm: "storm", story.RouteOther: "on the move",
		},
		areaKinds: map[story.AreaKind]string{
			story.Coalition: "coalition", story.Territory: "territory", story.Front: "front", story.Storm: "storm", story.Hazard: "hazard", story.Ice: "ice", story.OtherArea: "area",
		},
		wayNotRecorded: "The way is not recorded", circleShows: "{what}: area shows the number", widthShows: "{what}: width shows the number",
		numberNotStated: "Number not stated", estimate: "≈\u00A0{n}", onTheWay: "On the way",
		untilDate: "until {date}", sinceDate: "since {date}",

		ui: UI{
			Colon: ": ", Languages: "Languages", Stories: "Stories",
			Whole: "The whole list", More: "Show more", Earlier: "Show earlier", Pages: "Pages of the list", NextPage: "Next page", PageBefore: "Previous page",
			Map: "Map", Timeline: "Timeline", Controls: "Timeline controls", Play: "Play", Previous: "Previous event", Next: "Next event", Speed: "Speed",
			Eras: "Periods on the timeline", Routes: "What moves, and where it was", Areas: "Areas on the map", Magnitudes: "Numbers over time", Events: "What happened", Ledger: "What goes where, and how sure it is",
			LedgerNote: "Amounts are as the sources state them and are never added up. The sign ≈ marks a source's own approximation.",
			Analysis:   "Analysis", Notes: "Editor's notes", Boundaries: "About the boundaries on this map", Sources: "Sources",
			Closer: "Show a shorter time", Wider: "Show a longer time",
			ZoomIn: "Zoom in", ZoomOut: "Zoom out", Follow: "Follow the story", Share: "Share", Motion: "Motion",
			From: "From", To: "To", What: "What", Amount: "Amount", Kind: "Kind", Status: "Status", Start: "Start", Source: "Source", Doubt: "In doubt",
		},
		words: Words{
			Play: "Play", Pause: "Pause", Replay: "Play again",
			Loading: "The interactive map is loading.",
			Still:   "The interactive map could not start here. The story on this page is complete without it.",
			Retry:   "Try again",
			Missing: "This could not be loaded.",
			Why: Why{
				WebAssembly: "Shown in steps: this browser has no WebAssembly.",
				WebGL:       "Shown in steps: this browser has no WebGL 2.",
				Download:    "Shown in steps: the interactive map could not be loaded.",
				Lost:        "Shown in steps: the graphics card stopped twice.",
				Broke:       "Shown in steps: the interactive map has failed.",
				Silent:      "Shown in steps: the interactive map does not answer.",
			},
			Copied: "Link copied", Copy: "Copy this link",
			Opening: "Before the first event",
			Colon:   ": ",
			Fingers: "Use two fingers to move the map",
			Wheel:   "Use Ctrl + scroll to zoom the map", WheelApple: "Use ⌘ + scroll to zoom the map",
			Taken: "You have moved the map: it stays where you put it.", Given: "The map follows the story again.",
		},
		boundary: "Land and boundaries are Natural Earth data as edited by Visionscarto, and world-atlas. " +
			"Ukraine is drawn within its internationally recognised borders, Crimea and Sevastopol included, as in UN General Assembly resolution 68/262 of 27 March 2014. " +
			"No line on the map implies an endorsement, and it is not a map of the United Nations. " +
			"It does not show the front line or occupied areas.",
	}
}
