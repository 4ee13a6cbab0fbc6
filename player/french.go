package player

import (
	"strings"

	"golang.org/x/text/feature/plural"
	bcp "golang.org/x/text/language"

	"dateline/story"
)

// french is French as a newsroom in France writes it. Where that is not CLDR:
// "1er mars", for a first of the month is an ordinal in print; "2,26 Md£", with
// the plain sign, where CLDR has "£GB"; a narrow space between thousands, which
// CLDR has had since version 34. A status agrees with the kind of flow that it
// is said of.
func french() *language {
	months := [12]string{"janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre", "décembre"}
	return &language{
		tag: "fr", cldr: bcp.French,

		months: months, monthsAlone: months,
		monthsShort: [12]string{"janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc."},
		firstDay:    "1er",
		day:         "{day} {month} {year}", month: "{month} {year}", year: "{year}", dayShort: "{day} {month}",
		dayAfter: "le {day} {month} {year}", monthAfter: "{month} {year}", yearAfter: "{year}",
		sameMonth: "{from}–{to} {month} {year}", sameYear: "{from} – {to} {year}", span: "{from} – {to}",
		about: "vers {date}", before: "avant {date}", after: "après {date}",
		beforeEra: "{date} av.\u00A0J.-C.",
		beforeAll: "Avant", afterAll: "Après",
		uncertain: "{date}, {note}", uncertainWords: "{date}\u00A0: {words}, {note}",
		notStated:     [...]string{"année non précisée", "mois non précisé", "jour non précisé", "heure non précisée", "minute non précisée"},
		someNotStated: "{note} pour certains événements",
		aboutMark:     "date approximative, {note}",
		atHour:        "{date}, entre {time} et {until} {zone}", atMinute: "{date}, {time} {zone}",
		zone: "(UTC{offset})", zoneNamed: "({name}, UTC{offset})", elsewhere: "{here}\u202F; {there}",

		group: "\u202F",
		units: []unit{{1e9, "\u00A0Md"}, {1e6, "\u00A0M"}}, // a thousand milliards are "1 000 Md"
		symbols: map[string]pattern{"GBP": "{n}{unit}\u00A0£", "USD": "{n}{unit}\u00A0$", "EUR": "{n}{unit}\u00A0€",
			"JPY": "{n}{unit}\u00A0¥", "UAH": "{n}{unit}\u00A0₴"},
		largeSymbols: map[string]pattern{"GBP": "{n}{unit}£", "USD": "{n}{unit}$", "EUR": "{n}{unit}€", "JPY": "{n}{unit}¥", "UAH": "{n}{unit}₴"},
		anyCurrency:  "{n}{unit}\u00A0{code}",
		approx:       "{sum} (≈\u00A0{approx})",
		atLeast:      "plus de {n}", withUnit: "{n} {unit}",
		and: " et ", comma: ", ",

		placeNotStated: "Lieu non précisé", placeStated: "Lieu précisé", shownAt: "sur la carte\u00A0: {place}",
		kinds: map[story.EventKind]string{story.Happening: "événement", story.Statement: "déclaration", story.Proposal: "proposition"},
		by:    "{kind} {ofBy}", byTo: "{kind} {ofBy} {toTo}", ofBy: frenchOf, toTo: frenchTo,
		eventOf: "Événement {n} sur {count}", eventsOf: "Événements {from} à {to} sur {count}",
		partOf: "{from} à {to} sur {count}", newsMore: "Et {n} de plus",
		opening:     "Avant le premier événement",
		openingOnly: "Avant l’unique événement",
		openingOf:   forms{plural.Other: "Avant le premier des {n} événements"},
		statuses: map[story.Status]pattern{
			story.Existing: "en cours", story.Provided: "octroyé{e}", story.Announced: "annoncé{e}", story.Pledged: "promis{e}",
			story.Proposed: "proposé{e}", story.Reported: "selon des déclarations", story.Intended: "envisagé{e}", story.UnderReview: "à l’examen",
			story.Suspended: "suspendu{e}", story.Cancelled: "annulé{e}", story.Disputed: "contesté{e}",
		},
		endings: map[story.FlowKind]string{story.Aid: "e", story.MilitaryAid: "e", story.Goods: "es", story.People: "es"},
		implied: "{status} (implicite)", noted: "{status} ({note})", impliedNoted: "{status} (implicite\u00A0: {note})",
		from: "{status} depuis {date}",
		flowKinds: map[story.FlowKind]string{
			story.Loan: "prêt", story.Grant: "don", story.ExportFinance: "financement à l’export", story.Aid: "aide", story.MilitaryAid: "aide militaire",
			story.Trade: "commerce", story.Goods: "marchandises", story.People: "personnes", story.Diplomacy: "dialogue",
		},
		whoKind: "{kind} ({who})",
		flowNow: "{what}\u00A0: désormais {status}", flowEnters: "{what}\u00A0: {status}",
		amountNotStated: "Montant non précisé", noAmount: "Pas de montant", noAmountTalks: "Pas de montant\u00A0: dialogue",
		startNotStated: "Non précisé",
		toward:         "Vers {place}, encore à venir", open: "Non précisé", fromFlow: "{what} ({places})",
		locator: "{source}, {locator}", annotated: "{text}\u202F; {note}",

		formAmount: "{status}\u00A0: la largeur indique le montant", formNotStated: "{status}, montant non précisé",
		formPlain: "{status}\u00A0: la largeur n’indique pas de montant", formTalks: "Dialogue\u00A0: {status}",
		widthEvents: "La largeur indique le nombre d’événements, et non des heures.",
		widthTime:   "La largeur indique le temps.",

		routeKinds: map[story.RouteKind]string{
			story.RoutePerson: "personne", story.RoutePeople: "groupe", story.RouteArmy: "armée", story.RouteShip: "navire", story.RouteAircraft: "aéronef", story.RouteVehicle: "véhicule", story.RouteStorm: "tempête", story.RouteOther: "en mouvement",
		},
		areaKinds: map[story.AreaKind]string{
			story.Coalition: "coalition", story.Territory: "territoire", story.Front: "front", story.Storm: "tempête", story.Hazard: "danger", story.Ice: "glace", story.OtherArea: "zone",
		},
		wayNotRecorded: "Trajet non attesté", circleShows: "{what}\u00A0: la surface indique le nombre", widthShows: "{what}\u00A0: la largeur indique le nombre",
		numberNotStated: "Nombre non précisé", estimate: "≈\u00A0{n}", onTheWay: "En chemin",
		untilDate: "jusqu’à {date}", sinceDate: "depuis {date}",

		ui: UI{
			Colon: "\u00A0: ", Languages: "Langues", Stories: "Récits",
			Whole: "La liste entière", More: "Afficher la suite", Earlier: "Afficher ce qui précède", Pages: "Pages de la liste", NextPage: "Page suivante", PageBefore: "Page précédente",
			Map: "Carte", Timeline: "Chronologie", Controls: "Commandes de la chronologie", Play: "Lecture", Previous: "Événement précédent", Next: "Événement suivant", Speed: "Vitesse",
			Eras: "Périodes de la frise", Routes: "Ce qui se déplace, et où", Areas: "Zones de la carte", Magnitudes: "Les nombres au fil du temps", Events: "Les faits", Ledger: "Ce qui va où, et avec quelle certitude",
			LedgerNote: "Les montants sont ceux des sources et ne sont jamais additionnés. Le signe ≈ marque une approximation de la source elle-même.",
			Analysis:   "Analyse", Notes: "Notes de la rédaction", Boundaries: "À propos des frontières de cette carte", Sources: "Sources",
			Closer: "Montrer une période plus courte", Wider: "Montrer une période plus longue",
			ZoomIn: "Zoom avant", ZoomOut: "Zoom arrière", Follow: "Suivre le récit", Share: "Partager", Motion: "Animations",
			From: "De", To: "À", What: "Objet", Amount: "Montant", Kind: "Nature", Status: "Statut", Start: "Début", Source: "Source", Doubt: "Réserves",
		},
		words: Words{
			Play: "Lecture", Pause: "Pause", Replay: "Revoir",
			Loading: "La carte interactive se charge.",
			Still:   "La carte interactive n’a pas pu démarrer ici. Le récit de cette page est complet sans elle.",
			Retry:   "Réessayer",
			Missing: "Le chargement a échoué.",
			Why: Why{
				WebAssembly: "Carte par étapes\u00A0: ce navigateur n’a pas WebAssembly.",
				WebGL:       "Carte par étapes\u00A0: ce navigateur n’a pas WebGL 2.",
				Download:    "Carte par étapes\u00A0: la carte interactive n’a pas pu être chargée.",
				Lost:        "Carte par étapes\u00A0: la carte graphique s’est arrêtée deux fois.",
				Broke:       "Carte par étapes\u00A0: la carte interactive est en panne.",
				Silent:      "Carte par étapes\u00A0: la carte interactive ne répond pas.",
			},
			Copied: "Lien copié", Copy: "Copiez ce lien",
			Opening: "Avant le premier événement",
			Colon:   "\u00A0: ",
			Fingers: "Déplacez la carte avec deux doigts",
			Wheel:   "Ctrl + molette pour zoomer sur la carte", WheelApple: "⌘ + défilement pour zoomer sur la carte",
			Taken: "Vous avez déplacé la carte : elle reste où vous l’avez mise.", Given: "La carte suit de nouveau le récit.",
		},
		boundary: "Les terres et les frontières sont celles de Natural Earth, dans la version de Visionscarto, et de world-atlas. " +
			"L’Ukraine est représentée dans ses frontières internationalement reconnues, Crimée et Sébastopol comprises, conformément à la résolution 68/262 de l’Assemblée générale des Nations unies du 27 mars 2014. " +
			"Aucun tracé de cette carte ne vaut approbation, et ce n’est pas une carte des Nations unies. " +
			"Elle ne montre ni la ligne de front ni les zones occupées.",
	}
}

// frenchOf is "de" before a name, which a vowel shortens: "d’Ursula von der
// Leyen".
func frenchOf(name string) string {
	if first := strings.TrimPrefix(name, isolate); strings.ContainsRune("AÀÂEÉÈÊIÎOÔUÛaàâeéèêiîoôuû", []rune(first + " ")[0]) {
		return "d’" + name
	}
	return "de " + name
}

// frenchTo is "à" before a name, with which its article joins: "au Figaro".
func frenchTo(name string) string {
	if rest, ok := strings.CutPrefix(name, "Le "); ok {
		return "au " + rest
	}
	if rest, ok := strings.CutPrefix(name, "Les "); ok {
		return "aux " + rest
	}
	return "à " + name
}
