package exchange

import (
	"html"
	"net/url"
	"regexp"
	"strings"

	"dateline/story"
)

var (
	tag       = regexp.MustCompile(`(?s)<!--.*?-->|</?[a-zA-Z][^<>]*>`)
	hidden    = regexp.MustCompile(`(?is)<(script|style|iframe|noscript)\b[^>]*>.*?</(script|style|iframe|noscript)\s*>`)
	anchor    = regexp.MustCompile(`(?is)<a\s[^>]*?href\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>"']+))[^>]*>(.*?)</a\s*>`)
	image     = regexp.MustCompile(`(?is)<(?:img|iframe|video|audio|source|embed)\s[^>]*?src\s*=\s*["']?([^\s"'>]+)`)
	breaks    = regexp.MustCompile(`(?i)<br\s*/?>|</(p|div|li|h[1-6]|tr|blockquote)\s*>`)
	onlyLink  = regexp.MustCompile(`(?is)<p>\s*<a\s[^>]*?href\s*=\s*["']https?://[^<>]*>[^<>]*</a>\s*</p>`)
	manyLines = regexp.MustCompile(`[ \t]*\n[ \t\n]*`)
	manyGaps  = regexp.MustCompile(`[ \t\x{00a0}]{2,}`)
)

// markup turns HTML into plain text. Links become citations where a story can
// have them; images are dropped, with their addresses.
func (d *draft) markup(s string, p place) (string, []story.Citation) {
	if !strings.ContainsAny(s, "<&") {
		return d.clean(s, p), nil
	}
	var cites []story.Citation
	for _, m := range anchor.FindAllStringSubmatch(s, -1) {
		called := d.clean(html.UnescapeString(tag.ReplaceAllString(m[4], "")), place{})
		address := strings.TrimSpace(html.UnescapeString(m[1] + m[2] + m[3]))
		if !story.IsLink(address) {
			d.drop(p, "the link %s: a story has https, http and mailto in full", quote(address))
			continue
		}
		if c, ok := d.cite(called, address, p); ok && !citesAlready(cites, c) {
			cites = append(cites, c)
		}
	}
	for _, m := range image.FindAllStringSubmatch(s, -1) {
		d.drop(p, "media in the text: %s", html.UnescapeString(m[1]))
	}
	s = onlyLink.ReplaceAllString(hidden.ReplaceAllString(s, ""), "") // it is a source, and no text
	if breaks.MatchString(s) {
		s = breaks.ReplaceAllString(manyLines.ReplaceAllString(s, " "), "\n")
	}
	s = html.UnescapeString(tag.ReplaceAllString(s, ""))
	s = manyGaps.ReplaceAllString(manyLines.ReplaceAllString(s, "\n"), " ")
	return d.clean(s, p), cites
}

func citesAlready(cites []story.Citation, c story.Citation) bool {
	for _, other := range cites {
		if other.Source == c.Source {
			return true
		}
	}
	return false
}

// joined is both lists, each source once.
func joined(a, b []story.Citation) []story.Citation {
	for _, c := range b {
		if !citesAlready(a, c) {
			a = append(a, c)
		}
	}
	return a
}

// cite returns a citation of a source with an address, a title or both; the
// source is made where it is new.
func (d *draft) cite(title, address string, p place) (story.Citation, bool) {
	title, address = d.clean(title, p), strings.TrimSpace(address)
	if address == "" && story.IsLink(title) {
		address = title
	}
	if address != "" && !story.IsLink(address) {
		d.drop(p, "the link %s: a story has https, http and mailto in full", quote(address))
		address = ""
	}
	if title == "" {
		title = address
	}
	if title == "" {
		return story.Citation{}, false
	}
	key := address
	if key == "" {
		key = title
	}
	if id, ok := d.cited[key]; ok {
		return story.Citation{Source: id}, true
	}
	called := title
	if title == address {
		if u, err := url.Parse(address); err == nil && u.Host != "" {
			called = strings.TrimPrefix(u.Host, "www.") + " " + u.Path
		}
	}
	id := d.newID("source", called)
	d.cited[key] = id
	d.Sources = append(d.Sources, story.Source{ID: id, Title: story.Text{d.Lang: title}, URL: address})
	return story.Citation{Source: id}, true
}
