// Command wasm is the browser program: it draws a story's map and timeline on
// a canvas, as it is told over a message port. The stage (web/stage.js) has
// been handed its assets, passes the messages on, and puts it to sleep when
// nothing moves.
package main

import (
	"fmt"
	"syscall/js"

	"dateline/render/screen"
	"dateline/scene"
	"dateline/timeline"

	"github.com/hajimehoshi/ebiten/v2"
)

func main() {
	b := bridge{js.Global().Get("dateline")}
	b.mark("running")
	files := b.assets()
	boundStart(len(files.Story))
	e, err := newEngine(files)
	if err != nil {
		b.failed(err.Error())
		select {} // the browser may still call what was wrapped before
	}
	b.mark("prepared")
	g := &game{bridge: b, engine: e, screen: screen.New(e.faces), inbox: make(chan message, 1)}
	b.onShow(g.inbox)
	ebiten.SetTPS(ebiten.SyncWithFPS)
	ebiten.SetScreenClearedEveryFrame(false)
	b.post(map[string]any{"type": "ready"})
	// Where the canvas has nothing to show yet, the page's own picture under it
	// does, and not Ebitengine's black.
	if err := ebiten.RunGameWithOptions(g, &ebiten.RunGameOptions{ScreenTransparent: true}); err != nil {
		b.failed(err.Error())
	}
}

// game is what Ebitengine calls: it takes the newest message, draws it, and
// says so.
type game struct {
	bridge bridge
	engine *engine
	screen *screen.Screen
	inbox  chan message // holds the newest message alone
	now    message
	fresh  bool      // it has not been drawn
	ahead  []message // views to prepare before the stage may sleep
	failed bool
	bound  bool // its memory is
}

// LayoutF makes the canvas as fine as the device.
func (g *game) LayoutF(width, height float64) (float64, float64) {
	k := ebiten.Monitor().DeviceScaleFactor()
	return width * k, height * k
}

// Layout is never called, for LayoutF is there.
func (g *game) Layout(width, height int) (int, int) { return width, height }

func (g *game) Update() error {
	select {
	case g.now = <-g.inbox:
		g.fresh = true
	default:
	}
	return nil
}

func (g *game) Draw(dst *ebiten.Image) {
	if g.failed {
		return
	}
	defer func() {
		if r := recover(); r != nil {
			g.failed = true
			g.bridge.failed(fmt.Sprint("the engine broke: ", r))
		}
	}()
	switch {
	case g.fresh:
		watch := newStopwatch(g.now.Stats)
		list, palette := g.engine.build(g.now)
		watch.lap("build")
		g.screen.Draw(dst, list, palette, g.now.Ratio, g.now.Resting)
		watch.lap("draw")
		g.fresh = false
		g.ahead = nil
		targets := g.engine.targets(g.now)
		if g.now.Resting {
			g.ahead = g.engine.ahead(g.now)
		}
		if !g.bound {
			g.bound = true
			boundMemory()
		}
		g.bridge.drawn(g.now, targets, g.engine.back(g.now), len(g.ahead) > 0, watch.stats(g.screen))
	case len(g.ahead) > 0:
		// One a frame, so that a newer message never waits for long.
		list, palette := g.engine.build(g.ahead[0])
		g.screen.Keep(list, palette, g.now.Ratio)
		g.ahead = g.ahead[1:]
		g.bridge.post(map[string]any{"type": "kept", "more": len(g.ahead) > 0})
	}
}

// bridge is the stage's object that the engine and the page share.
type bridge struct{ object js.Value }

func (b bridge) assets() assets {
	files := b.object.Get("assets")
	get := func(name string) []byte {
		v := files.Get(name)
		data := make([]byte, v.Get("byteLength").Int())
		js.CopyBytesToGo(data, v)
		return data
	}
	a := assets{get("story"), get("basemap"), get("regular"), get("bold")}
	b.object.Delete("assets") // the page needs the memory no more
	return a
}

// onShow lets the page put messages into inbox. A newer one takes the place of
// one that has not been drawn.
func (b bridge) onShow(inbox chan message) {
	b.object.Set("show", js.FuncOf(func(_ js.Value, args []js.Value) any {
		select {
		case <-inbox:
		default:
		}
		inbox <- read(args[0])
		return nil
	}))
}

func read(v js.Value) message {
	number := func(v js.Value) float64 {
		if v.Type() != js.TypeNumber {
			return 0
		}
		return v.Float()
	}
	text := func(v js.Value) string {
		if v.Type() != js.TypeString {
			return ""
		}
		return v.String()
	}
	m := message{
		Seq: number(v.Get("seq")), Pos: number(v.Get("pos")),
		Width: number(v.Get("width")), Height: number(v.Get("height")), Ratio: number(v.Get("ratio")),
		Theme:   text(v.Get("theme")),
		Resting: v.Get("resting").Truthy(),
		Stats:   v.Get("stats").Truthy(),
	}
	if view := v.Get("view"); view.Type() == js.TypeObject {
		m.View = scene.View{X: number(view.Get("x")), Y: number(view.Get("y")), K: number(view.Get("k")), R: number(view.Get("r")),
			From: number(view.Get("from")), To: number(view.Get("to"))}
		if at := view.Get("at"); at.Type() == js.TypeNumber {
			m.View.Held, m.View.At = true, timeline.Pos(at.Float())
		}
	}
	return m
}

func (b bridge) post(message map[string]any) { b.object.Call("post", js.ValueOf(message)) }

// mark notes in the document's timeline that a phase of the start is over.
func (b bridge) mark(phase string) {
	js.Global().Get("performance").Call("mark", "dateline:"+phase)
}

func (b bridge) failed(reason string) { b.object.Call("failed", reason) }

// drawn says that a message is on screen; back is its view as one on the story's
// own camera; more that there is still work to do before the stage may sleep;
// stats what it took, if that was asked.
func (b bridge) drawn(m message, targets []scene.Target, back scene.View, more bool, stats map[string]any) {
	out := make([]any, len(targets))
	for i, t := range targets {
		out[i] = map[string]any{
			"kind": t.Kind, "id": t.ID, "event": t.Event, "label": t.Label, "zoom": t.Zoom,
			"x": t.Box.Min.X, "y": t.Box.Min.Y, "w": t.Box.Max.X - t.Box.Min.X, "h": t.Box.Max.Y - t.Box.Min.Y,
		}
	}
	said := map[string]any{"type": "drawn", "seq": m.Seq, "targets": out, "more": more,
		"back": map[string]any{"x": back.X, "y": back.Y, "k": back.K, "r": back.R}}
	if stats != nil {
		said["stats"] = stats
	}
	b.post(said)
}
