package web

// Head is what others read of a page: search engines, the cards of social
// networks, systems that embed by address.
type Head struct {
	Share string // where the story is published, for the share button; may be empty
	Facts any    // JSON-LD
	*Public
}

// Public is what stands in the head of a page whose address is known. All
// addresses are absolute.
type Public struct {
	URL, OEmbed        string
	Card               Card
	Author             string
	Published, Updated string // ISO 8601; may be empty
}

// Card is the picture of a page's card.
type Card struct {
	URL, Alt      string
	Width, Height int // pixels
}
