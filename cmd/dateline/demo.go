package main

import (
	"bytes"

	"dateline/player"
	"dateline/web"
)

// addDemo adds an article with the story in it: what a host's page looks like.
func (s site) addDemo(page *player.Page) error {
	var b bytes.Buffer
	if err := web.NewDemo(page).Write(&b); err != nil {
		return err
	}
	s["demo/index.html"] = b.Bytes()
	s["demo/demo.css"] = web.DemoStyle()
	s["demo/demo.js"] = web.DemoScript()
	return nil
}
