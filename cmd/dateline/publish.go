package main

import (
	"bytes"
	"errors"
	"fmt"
	"net/url"
	"strings"

	"dateline/player"
	"dateline/scene"
	"dateline/timeline"
	"dateline/web"
)

// published is the address of the folder that a site is put up at, with a slash
// at its end; empty when it is not known.
type published string

// parsePublished reads the address of a folder, or of the index.html in it.
func parsePublished(address string) (published, error) {
	if address == "" {
		return "", nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "https" && u.Scheme != "http" || u.Host == "" || u.User != nil {
		return "", fmt.Errorf("-url %q is no address: write https://…", address)
	}
	if u.RawQuery != "" || u.Fragment != "" {
		return "", errors.New("-url is the address of a folder, without ? and #")
	}
	u.Path = strings.TrimSuffix(strings.TrimSuffix(u.Path, "index.html"), "/") + "/"
	return published(u.String()), nil
}

// head writes what others read of a page, and adds the files that it points to:
// the card's picture, the answer to oEmbed, the snippets to copy. The page lies
// in dir, "" or "fr/". Without an address the facts alone can be told.
func (s site) head(dir string, page *player.Page, line *timeline.Line, pack *scene.Pack, basemap []byte, opt options) (web.Head, error) {
	st, at := line.Story, opt.at
	head := web.Head{Share: st.URL}
	if at == "" {
		head.Facts = facts(page, st, nil)
		return head, nil
	}
	picture, err := card(line, pack, basemap, opt.house)
	if err != nil {
		return head, err
	}
	base := string(at)
	head.Public = &web.Public{
		URL:    base + dir,
		OEmbed: base + dir + "oembed.json",
		Card: web.Card{URL: base + assetFolder + s.keep("card.png", picture), Width: cardWidth, Height: cardHeight,
			Alt: page.UI.Map + page.UI.Colon + player.Plain(page.Title)},
		Author: player.Plain(page.Byline),
	}
	if st.Published != nil {
		head.Published = st.Published.String()
	}
	if st.Updated != nil {
		head.Updated = st.Updated.String()
	}
	head.Facts = facts(page, st, head.Public)
	if s[dir+"oembed.json"], err = oembed(page, head.Public); err != nil {
		return head, err
	}
	var snippets bytes.Buffer
	if err := (web.Snippets{Page: page, Base: base, URL: head.URL}).Write(&snippets); err != nil {
		return head, err
	}
	s[dir+"embed.html"] = snippets.Bytes()
	return head, nil
}
