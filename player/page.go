package player

// Page is the text of a story's page in one language: every word that the
// template shows. Its fields are ready to read; a template only arranges them.
type Page struct {
	ID, Lang, Dir     string // Dir: "ltr" or "rtl"
	TextLang, TextDir string // of what has no translation and stands in the story's own language: see Span
	Title, Standfirst string
	Byline            string
	Window            string // "1–3 March 2025"
	Published         string // in words; may be empty
	Updated           string
	UI                UI
	Blocks            []PageBlock // as timeline.Line has them
	Places            []PagePlace
	Events            []PageEvent
	Flows             []PageFlow
	Eras              []PageEra
	Kinds             []PageKind // routes, areas and magnitudes, where there are any
	Analysis          []PageAnalysis
	Notes             []string
	Corrections       []PageCorrection
	BoundaryNote      string
	Sources           []PageSource
	Script            *Script
}

// UI are the interface's words in the page.
type UI struct {
	Map, Timeline, Controls, Play, Previous, Next, Speed, Events, Eras, Routes, Areas, Magnitudes, Ledger, LedgerNote, Analysis, Notes, Boundaries, Sources string
	ZoomIn, ZoomOut, Follow, Closer, Wider, Share, Motion                                                                                                   string
	From, To, What, Amount, Kind, Status, Start, Source, Doubt                                                                                              string // the ledger's columns
	WidthNote                                                                                                                                               string // what the timeline's width means
	Colon                                                                                                                                                   string // between a label and what it labels, with its spaces
	Languages                                                                                                                                               string // names the links to the other languages
	Stories                                                                                                                                                 string // heads a page that lists several
	Whole, More, Earlier, Pages, NextPage, PageBefore                                                                                                       string // of a list that is too long for the page
}

// PageBlock is a labelled group of stops: a day, or the time before.
type PageBlock struct {
	Label string
	Note  string // "day not stated", …; may be empty
}

// PageEvent is an entry of the list of events.
type PageEvent struct {
	ID, Block string // Block: heads a run of events dated in the same way, on the first of each
	Date      string // in words: "2 March 2025"
	DateNote  string // "day not stated"; empty when stated
	About     bool
	Place     string // "London"; "Place not stated"
	PlaceNote string // "shown at London"; empty when stated
	Kind      string // "Event", "Statement by Keir Starmer to CBS News"
	Headline  string
	Summary   string
	Figures   []PageFigure
	Image     *PageImage // may be nil
	Status    string
	Caveat    string
	Sources   []PageCitation
}

// PageFigure is a number with its label.
type PageFigure struct{ Label, Value string }

// PageImage is an image with its words; Src is the file in the story's folder.
type PageImage struct{ Src, Alt, Caption, Credit string }

// PagePlace is a place of the story and what it stands for.
type PagePlace struct {
	ID, Name, Stands string
}

// PageCorrection is a dated correction.
type PageCorrection struct{ Date, Text string }

// PageFlow is a row of the table of flows: the ledger.
type PageFlow struct {
	ID                                       string
	From, To, What, Who, Amount, Kind, Start string   // "not stated" is written out
	Status                                   []string // "Existing (implied)", "Under review from 3 March 2025"
	Stands                                   string   // from which stops on it stands how: see Script.Stands
	Caveat                                   string
	Sources                                  []PageCitation
}

// PageEra is an era of the timeline, as text.
type PageEra struct {
	Name, Date string // "September 1939 – May 1940"
	DateNote   string // "day not stated"; empty when both dates are stated
	Caveat     string
	Sources    []PageCitation
}

// PageKind is a section of the things of one kind.
type PageKind struct {
	Name   string // "routes"
	Title  string
	Things []PageThing
}

// PageThing is a route, an area or a magnitude, as text.
type PageThing struct {
	Anchor, Name, Kind string // Anchor: the id of its element, "route-victoria"
	When, Note         string // dates in words, and what is not known of them
	Rows               []PageRow
	Status, Caveat     string
	Sources            []PageCitation
}

// PageRow is a point of a route or a value of a magnitude: when, and where or
// how much.
type PageRow struct{ Date, Note, Value string }

// PageCitation points to a source in the page.
type PageCitation struct {
	Source string // id: the anchor is source-ID
	Label  string // "News article, ¶3"
}

// PageAnalysis is one comment.
type PageAnalysis struct {
	By, Role, Text string
	Sources        []PageCitation
}

// PageSource is an entry of the list of sources. What is not known of it is a
// part of Text where there is no link ("News article, March 2025; publisher,
// title and link not supplied"), and otherwise stands in Note, beside the link.
type PageSource struct {
	ID, Text, URL, Note string
}
