package player

import (
	"golang.org/x/text/feature/plural"
	bcp "golang.org/x/text/language"

	"dateline/story"
)

// ukrainian is Ukrainian as a newsroom writes it. Where that is not CLDR: a
// date has no "р." behind its year, which labels and headlines leave out; sums
// have the sign of the currency before them. Names that the story brings stand
// in the nominative, so the phrases around them are built with colons; statuses
// are impersonal ("надано"), so they agree with everything.
func ukrainian() *language {
	return &language{
		tag: "uk", cldr: bcp.Ukrainian,

		months:      [12]string{"січня", "лютого", "березня", "квітня", "травня", "червня", "липня", "серпня", "вересня", "жовтня", "листопада", "грудня"},
		monthsAlone: [12]string{"січень", "лютий", "березень", "квітень", "травень", "червень", "липень", "серпень", "вересень", "жовтень", "листопад", "грудень"},
		monthsShort: [12]string{"січ.", "лют.", "бер.", "квіт.", "трав.", "черв.", "лип.", "серп.", "вер.", "жовт.", "лист.", "груд."},
		firstDay:    "1",
		day:         "{day} {month} {year}", month: "{month} {year}", year: "{year}", dayShort: "{day} {month}",
		dayAfter: "{day} {month} {year}", monthAfter: "{month} {year}", yearAfter: "{year} року",
		sameMonth: "{from}–{to} {month} {year}", sameYear: "{from} – {to} {year}", span: "{from} – {to}",
		about: "близько {date}", before: "до {date}", after: "після {date}",
		beforeEra: "{date} до\u00A0н.\u00A0е.",
		beforeAll: "Раніше", afterAll: "Пізніше",
		uncertain: "{date}, {note}", uncertainWords: "{date}: {words}, {note}",
		notStated:     [...]string{"рік не вказано", "місяць не вказано", "день не вказано", "годину не вказано", "хвилину не вказано"},
		someNotStated: "{note} для деяких подій",
		aboutMark:     "приблизно, {note}",
		atHour:        "{date}, між {time} і {until} {zone}", atMinute: "{date}, {time} {zone}",
		zone: "(UTC{offset})", zoneNamed: "({name}, UTC{offset})", elsewhere: "{here}; {there}",

		units: []unit{{1e12, "\u00A0трлн"}, {1e9, "\u00A0млрд"}, {1e6, "\u00A0млн"}},
		symbols: map[string]pattern{"GBP": "£{n}{unit}", "USD": "${n}{unit}", "EUR": "€{n}{unit}",
			"JPY": "¥{n}{unit}", "UAH": "{n}{unit}\u00A0грн"},
		anyCurrency: "{n}{unit}\u00A0{code}",
		approx:      "{sum} (≈\u00A0{approx})",
		atLeast:     "понад {n}", withUnit: "{n} {unit}",
		and: " і ", comma: ", ",

		placeNotStated: "Місце не вказано", placeStated: "Місце вказано", shownAt: "на карті: {place}",
		kinds: map[story.EventKind]string{story.Happening: "подія", story.Statement: "заява", story.Proposal: "пропозиція"},
		by:    "{kind}: {by}", byTo: "{kind}: {by}, для {to}",
		eventOf: "Подія {n} з {count}", eventsOf: "Події {from}–{to} з {count}",
		partOf: "{from}–{to} з {count}", newsMore: "І ще {n}",
		opening:     "Перед першою подією",
		openingOnly: "Перед єдиною подією",
		openingOf: forms{
			plural.One: "Перед першою з {n} події", plural.Few: "Перед першою з {n} подій",
			plural.Many: "Перед першою з {n} подій", plural.Other: "Перед першою з {n} події",
		},
		statuses: map[story.Status]pattern{
			story.Existing: "діє", story.Provided: "надано", story.Announced: "оголошено", story.Pledged: "обіцяно",
			story.Proposed: "запропоновано", story.Reported: "за повідомленням", story.Intended: "заплановано", story.UnderReview: "на розгляді",
			story.Suspended: "призупинено", story.Cancelled: "скасовано", story.Disputed: "оспорюється",
		},
		implied: "{status} (мається на увазі)", noted: "{status} ({note})", impliedNoted: "{status} (мається на увазі: {note})",
		from: "{status} з {date}",
		flowKinds: map[story.FlowKind]string{
			story.Loan: "кредит", story.Grant: "грант", story.ExportFinance: "експортне фінансування", story.Aid: "допомога", story.MilitaryAid: "військова допомога",
			story.Trade: "торгівля", story.Goods: "товари", story.People: "люди", story.Diplomacy: "перемовини",
		},
		whoKind: "{kind} ({who})",
		flowNow: "{what}: тепер {status}", flowEnters: "{what}: {status}",
		amountNotStated: "Суму не вказано", noAmount: "Без суми", noAmountTalks: "Без суми: перемовини",
		startNotStated: "Не вказано",
		toward:         "Напрямок: {place}, ще попереду", open: "Не вказано", fromFlow: "{what} ({places})",
		locator: "{source}, {locator}", annotated: "{text}; {note}",

		formAmount: "{status}: ширина показує суму", formNotStated: "{status}, суму не вказано",
		formPlain: "{status}: ширина не показує суми", formTalks: "Перемовини: {status}",
		widthEvents: "Ширина показує кількість подій, а не години.",
		widthTime:   "Ширина показує час.",

		routeKinds: map[story.RouteKind]string{
			story.RoutePerson: "особа", story.RoutePeople: "люди", story.RouteArmy: "військо", story.RouteShip: "корабель", story.RouteAircraft: "літак", story.RouteVehicle: "транспорт", story.RouteStorm: "буря", story.RouteOther: "у русі",
		},
		areaKinds: map[story.AreaKind]string{
			story.Coalition: "коаліція", story.Territory: "територія", story.Front: "фронт", story.Storm: "буря", story.Hazard: "небезпека", story.Ice: "лід", story.OtherArea: "область",
		},
		wayNotRecorded: "Шлях не засвідчено", circleShows: "{what}: площа показує число", widthShows: "{what}: ширина показує число",
		numberNotStated: "Число не вказано", estimate: "≈\u00A0{n}", onTheWay: "У дорозі",
		untilDate: "до {date}", sinceDate: "з {date}",

		ui: UI{
			Colon: ": ", Languages: "Мови", Stories: "Історії",
			Whole: "Увесь список", More: "Показати ще", Earlier: "Показати попередні", Pages: "Сторінки списку", NextPage: "Наступна сторінка", PageBefore: "Попередня сторінка",
			Map: "Карта", Timeline: "Шкала часу", Controls: "Керування шкалою часу", Play: "Відтворити", Previous: "Попередня подія", Next: "Наступна подія", Speed: "Швидкість",
			Eras: "Періоди на шкалі часу", Routes: "Що рухається і де воно було", Areas: "Області на карті", Magnitudes: "Числа в часі", Events: "Що сталося", Ledger: "Що куди йде і наскільки це певно",
			LedgerNote: "Суми наведено так, як їх подають джерела; їх ніколи не додано одну до одної. Знак ≈ позначає наближення самого джерела.",
			Analysis:   "Аналіз", Notes: "Примітки редакції", Boundaries: "Про кордони на цій карті", Sources: "Джерела",
			Closer: "Показати коротший час", Wider: "Показати довший час",
			ZoomIn: "Збільшити", ZoomOut: "Зменшити", Follow: "Стежити за розповіддю", Share: "Поділитися", Motion: "Анімація",
			From: "Звідки", To: "Куди", What: "Що", Amount: "Сума", Kind: "Вид", Status: "Стан", Start: "Початок", Source: "Джерело", Doubt: "Застереження",
		},
		words: Words{
			Play: "Відтворити", Pause: "Пауза", Replay: "Відтворити знову",
			Loading: "Інтерактивна карта завантажується.",
			Still:   "Інтерактивна карта тут не запустилася. Сюжет на цій сторінці повний і без неї.",
			Retry:   "Спробувати ще раз",
			Missing: "Не вдалося завантажити.",
			Why: Why{
				WebAssembly: "Карту показано крок за кроком: цей браузер не має WebAssembly.",
				WebGL:       "Карту показано крок за кроком: цей браузер не має WebGL 2.",
				Download:    "Карту показано крок за кроком: інтерактивну карту не вдалося завантажити.",
				Lost:        "Карту показано крок за кроком: відеокарта двічі зупинилася.",
				Broke:       "Карту показано крок за кроком: в інтерактивній карті стався збій.",
				Silent:      "Карту показано крок за кроком: інтерактивна карта не відповідає.",
			},
			Copied: "Посилання скопійовано", Copy: "Скопіюйте це посилання",
			Opening: "Перед першою подією",
			Colon:   ": ",
			Fingers: "Пересувайте карту двома пальцями",
			Wheel:   "Щоб змінити масштаб, прокручуйте з клавішею Ctrl", WheelApple: "Щоб змінити масштаб, прокручуйте з клавішею ⌘",
			Taken: "Ви зрушили мапу: вона лишається там, де ви її поставили.", Given: "Мапа знову йде за розповіддю.",
		},
		boundary: "Суходіл і кордони взято з даних Natural Earth у редакції Visionscarto та з world-atlas. " +
			"Україну показано в її міжнародно визнаних кордонах, разом із Кримом і Севастополем, відповідно до резолюції Генеральної Асамблеї ООН 68/262 від 27 березня 2014 року. " +
			"Жодна лінія на карті не означає схвалення, і це не карта ООН. " +
			"Лінії фронту й окупованих територій на ній не показано.",
	}
}
