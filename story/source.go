package story

// Source is where facts come from.
type Source struct {
	ID        string
	Title     Text
	Publisher Text
	URL       string // optional; https, http or mailto
	Date      *Date
	Note      Text // what is not known of it
}

// Citation points into a source.
type Citation struct {
	Source  string // id
	Locator string // "¶3", "p. 12"; optional
}

// Analysis is a comment on the events, with no stop on the timeline.
type Analysis struct {
	By      Text // may be nil: the source's own voice
	Role    Text
	Text    Text
	Sources []Citation
}

// Note is an editor's note.
type Note struct {
	ID   string
	Text Text
}

// Correction is a dated correction to a published story.
type Correction struct {
	Date Date
	Text Text
}
