package player

import (
	"golang.org/x/text/feature/plural"
	bcp "golang.org/x/text/language"

	"dateline/story"
)

// arabic is Modern Standard Arabic with the months of Egypt and of the agencies.
// Digits are Western ones, as CLDR has had them for plain "ar" since it chose
// them as the default there, on the page and on the picture alike; the older
// CLDR of golang.org/x/text has to be asked for them. Sums name the currency,
// where CLDR has "UK£". Statuses are nouns and phrases that agree with
// everything.
func arabic() *language {
	months := [12]string{"يناير", "فبراير", "مارس", "أبريل", "مايو", "يونيو", "يوليو", "أغسطس", "سبتمبر", "أكتوبر", "نوفمبر", "ديسمبر"}
	return &language{
		tag: "ar", cldr: bcp.MustParse("ar-u-nu-latn"),

		months: months, monthsAlone: months, monthsShort: months,
		firstDay: "1",
		day:      "{day} {month} {year}", month: "{month} {year}", year: "{year}", dayShort: "{day} {month}",
		dayAfter: "{day} {month} {year}", monthAfter: "{month} {year}", yearAfter: "{year}",
		sameMonth: "{from}–{to} {month} {year}", sameYear: "{from} – {to} {year}", span: "{from} – {to}",
		about: "نحو {date}", before: "قبل {date}", after: "بعد {date}",
		beforeEra: "{date} ق.م.",
		beforeAll: "قبل ذلك", afterAll: "بعد ذلك",
		uncertain: "{date}، {note}", uncertainWords: "{date}: {words}، {note}",
		notStated:     [...]string{"السنة غير مذكورة", "الشهر غير مذكور", "اليوم غير مذكور", "الساعة غير مذكورة", "الدقيقة غير مذكورة"},
		someNotStated: "{note} في بعض الأحداث",
		aboutMark:     "تاريخ تقريبي، {note}",
		atHour:        "{date}، بين الساعة {time} و{until} {zone}", atMinute: "{date}، الساعة {time} {zone}",
		zone: "(UTC{offset})", zoneNamed: "({name}، UTC{offset})", elsewhere: "{here}؛ {there}",

		units: []unit{{1e12, "\u00A0تريليون"}, {1e9, "\u00A0مليار"}, {1e6, "\u00A0مليون"}},
		symbols: map[string]pattern{"GBP": "{n}{unit} جنيه إسترليني", "USD": "{n}{unit} دولار", "EUR": "{n}{unit} يورو",
			"JPY": "{n}{unit} ين", "UAH": "{n}{unit} هريفنيا"},
		anyCurrency: "{n}{unit} {code}",
		approx:      "{sum} (≈\u00A0{approx})",
		atLeast:     "أكثر من {n}", withUnit: "{n} {unit}",
		and: " و", comma: "، ",

		placeNotStated: "المكان غير مذكور", placeStated: "المكان مذكور", shownAt: "على الخريطة عند {place}",
		kinds: map[story.EventKind]string{story.Happening: "حدث", story.Statement: "تصريح", story.Proposal: "مقترح"},
		by:    "{kind} من {by}", byTo: "{kind} من {by} إلى {to}",
		eventOf: "الحدث {n} من {count}", eventsOf: "الأحداث {from}–{to} من {count}",
		partOf: "{from}–{to} من {count}", newsMore: "وغيرها {n}",
		opening:     "قبل الحدث الأول",
		openingOnly: "قبل الحدث الوحيد",
		openingOf: forms{
			plural.Zero: "لا أحداث بعد", plural.One: "قبل الحدث الوحيد", plural.Two: "قبل الأول من حدثين",
			plural.Few: "قبل الأول من {n} أحداث", plural.Many: "قبل الأول من {n} حدثًا", plural.Other: "قبل الأول من {n} حدث",
		},
		statuses: map[story.Status]pattern{
			story.Existing: "قيد السريان", story.Provided: "تم التقديم", story.Announced: "تم الإعلان", story.Pledged: "تعهُّد",
			story.Proposed: "اقتراح", story.Reported: "بحسب تصريحات", story.Intended: "قيد التخطيط", story.UnderReview: "قيد المراجعة",
			story.Suspended: "تم التعليق", story.Cancelled: "تم الإلغاء", story.Disputed: "محل خلاف",
		},
		implied: "{status} (ضمنًا)", noted: "{status} ({note})", impliedNoted: "{status} (ضمنًا: {note})",
		from: "{status} منذ {date}",
		flowKinds: map[story.FlowKind]string{
			story.Loan: "قرض", story.Grant: "منحة", story.ExportFinance: "تمويل صادرات", story.Aid: "مساعدات", story.MilitaryAid: "مساعدات عسكرية",
			story.Trade: "تجارة", story.Goods: "بضائع", story.People: "أشخاص", story.Diplomacy: "محادثات",
		},
		whoKind: "{kind} من {who}",
		flowNow: "{what}: الآن {status}", flowEnters: "{what}: {status}",
		amountNotStated: "المبلغ غير مذكور", noAmount: "لا مبلغ", noAmountTalks: "لا مبلغ: محادثات",
		startNotStated: "غير مذكورة",
		toward:         "باتجاه {place}، لم يتم بعد", open: "غير مذكور", fromFlow: "{what} ({places})",
		locator: "{source}، {locator}", annotated: "{text}؛ {note}",

		formAmount: "{status}: العرض يدل على المبلغ", formNotStated: "{status}، المبلغ غير مذكور",
		formPlain: "{status}: العرض لا يدل على مبلغ", formTalks: "محادثات: {status}",
		widthEvents: "يدل العرض على عدد الأحداث لا على الساعات.",
		widthTime:   "يدل العرض على الزمن.",

		routeKinds: map[story.RouteKind]string{
			story.RoutePerson: "شخص", story.RoutePeople: "أشخاص", story.RouteArmy: "جيش", story.RouteShip: "سفينة", story.RouteAircraft: "طائرة", story.RouteVehicle: "مركبة", story.RouteStorm: "عاصفة", story.RouteOther: "متحرك",
		},
		areaKinds: map[story.AreaKind]string{
			story.Coalition: "تحالف", story.Territory: "إقليم", story.Front: "جبهة", story.Storm: "عاصفة", story.Hazard: "خطر", story.Ice: "جليد", story.OtherArea: "منطقة",
		},
		wayNotRecorded: "الطريق غير موثّق", circleShows: "{what}: تدل المساحة على العدد", widthShows: "{what}: يدل العرض على العدد",
		numberNotStated: "العدد غير مذكور", estimate: "≈\u00A0{n}", onTheWay: "في الطريق",
		untilDate: "حتى {date}", sinceDate: "منذ {date}",

		ui: UI{
			Colon: ": ", Languages: "اللغات", Stories: "قصص",
			Whole: "القائمة كاملة", More: "عرض المزيد", Earlier: "عرض ما سبق", Pages: "صفحات القائمة", NextPage: "الصفحة التالية", PageBefore: "الصفحة السابقة",
			Map: "الخريطة", Timeline: "الخط الزمني", Controls: "أزرار الخط الزمني", Play: "تشغيل", Previous: "الحدث السابق", Next: "الحدث التالي", Speed: "السرعة",
			Eras: "فترات على الخط الزمني", Routes: "ما يتحرك وأين كان", Areas: "مناطق على الخريطة", Magnitudes: "أعداد عبر الزمن", Events: "ما الذي حدث", Ledger: "ما الذي يذهب وإلى أين، وما مدى التأكد منه",
			LedgerNote: "المبالغ كما وردت في المصادر، ولا يُجمع بعضها إلى بعض أبدًا. وتدل العلامة ≈ على تقريب ورد في المصدر نفسه.",
			Analysis:   "تحليل", Notes: "ملاحظات التحرير", Boundaries: "عن الحدود في هذه الخريطة", Sources: "المصادر",
			Closer: "عرض فترة أقصر", Wider: "عرض فترة أطول",
			ZoomIn: "تكبير", ZoomOut: "تصغير", Follow: "تابع القصة", Share: "مشاركة", Motion: "الحركة",
			From: "من", To: "إلى", What: "ماذا", Amount: "المبلغ", Kind: "النوع", Status: "الحالة", Start: "البداية", Source: "المصدر", Doubt: "موضع الشك",
		},
		words: Words{
			Play: "تشغيل", Pause: "إيقاف مؤقت", Replay: "تشغيل من جديد",
			Loading: "يجري تحميل الخريطة التفاعلية.",
			Still:   "تعذّر تشغيل الخريطة التفاعلية هنا. القصة في هذه الصفحة كاملة من دونها.",
			Retry:   "إعادة المحاولة",
			Missing: "تعذّر التحميل.",
			Why: Why{
				WebAssembly: "تُعرض الخريطة خطوة بخطوة: لا يدعم هذا المتصفح WebAssembly.",
				WebGL:       "تُعرض الخريطة خطوة بخطوة: لا يدعم هذا المتصفح WebGL 2.",
				Download:    "تُعرض الخريطة خطوة بخطوة: تعذّر تحميل الخريطة التفاعلية.",
				Lost:        "تُعرض الخريطة خطوة بخطوة: توقفت بطاقة الرسوميات مرتين.",
				Broke:       "تُعرض الخريطة خطوة بخطوة: تعطّلت الخريطة التفاعلية.",
				Silent:      "تُعرض الخريطة خطوة بخطوة: لا تستجيب الخريطة التفاعلية.",
			},
			Copied: "نُسخ الرابط", Copy: "انسخ هذا الرابط",
			Opening: "قبل الحدث الأول",
			Colon:   ": ",
			Fingers: "حرّك الخريطة بإصبعين",
			Wheel:   "استخدم Ctrl مع التمرير لتكبير الخريطة", WheelApple: "استخدم ⌘ مع التمرير لتكبير الخريطة",
			Taken: "حرّكت الخريطة: ستبقى حيث وضعتها.", Given: "عادت الخريطة إلى متابعة القصة.",
		},
		boundary: "اليابسة والحدود من بيانات Natural Earth بتحرير Visionscarto، ومن world-atlas. " +
			"رُسمت أوكرانيا ضمن حدودها المعترف بها دوليًا، بما فيها القرم وسيفاستوبول، وفق قرار الجمعية العامة للأمم المتحدة 68/262 الصادر في 27 مارس 2014. " +
			"لا يعني أي خط على الخريطة إقرارًا بشيء، وليست هذه خريطة للأمم المتحدة. " +
			"ولا تُظهر الخريطة خط الجبهة ولا المناطق المحتلة.",
	}
}
