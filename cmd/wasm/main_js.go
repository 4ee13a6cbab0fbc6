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
	b := reach(js.Global().Get("dateline"))
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
	text   []byte    // of the targets
	copy   ebiten.DrawImageOptions
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
		g.screen.Hurry(!g.bound) // the first picture is waited for most
		g.screen.Amend(dst, list, palette, g.now.Ratio, g.now.Resting)
		g.screen.Hurry(false)
		watch.lap("draw")
		g.fresh = false
		g.ahead = nil
		g.text = appendTargets(g.text[:0], g.engine.targets(g.now))
		if g.now.Resting {
			g.ahead = g.engine.ahead(g.now)
			if g.screen.Tight() {
				g.ahead = append([]message{g.now}, g.ahead...)
			}
		}
		if !g.bound {
			g.bound = true
			boundMemory()
		}
		g.bridge.drawn(g.now, g.text, g.engine.back(g.now), len(g.ahead) > 0, watch.stats(g.screen))
	case len(g.ahead) > 0:
		// One a frame, so that a newer message never waits for long.
		list, palette := g.engine.build(g.ahead[0])
		g.screen.Keep(list, palette, g.now.Ratio)
		g.ahead = g.ahead[1:]
		g.bridge.post(map[string]any{"type": "kept", "more": len(g.ahead) > 0})
	}
}

// DrawFinalScreen puts the picture on the canvas. Where they are of one size it
// covers all that is there, so nothing under it is cleared or looked at.
func (g *game) DrawFinalScreen(screen ebiten.FinalScreen, picture *ebiten.Image, place ebiten.GeoM) {
	if place != (ebiten.GeoM{}) || screen.Bounds() != picture.Bounds() {
		ebiten.DefaultDrawFinalScreen(screen, picture, place)
		return
	}
	g.copy.Blend = ebiten.BlendCopy
	screen.DrawImage(picture, &g.copy)
}

// bridge is the stage's object that the engine and the page share.
type bridge struct{ object, say js.Value }

func reach(object js.Value) bridge { return bridge{object, object.Get("drawn")} }

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

// onShow lets the stage put messages into inbox. A newer one takes the place of
// one that has not been drawn.
func (b bridge) onShow(inbox chan message) {
	b.object.Set("show", js.FuncOf(func(_ js.Value, args []js.Value) any {
		select {
		case <-inbox:
		default:
		}
		inbox <- read(args)
		return nil
	}))
}

// read takes what the stage hands over, in its order (web/stage.js): numbers by
// themselves cost no handles. What is no number is 0; at is one if it is there.
func read(args []js.Value) message {
	next := func() js.Value {
		v := args[0]
		args = args[1:]
		return v
	}
	number := func() float64 {
		if v := next(); v.Type() == js.TypeNumber {
			return v.Float()
		}
		return 0
	}
	m := message{Seq: number(), Pos: number(), Width: number(), Height: number(), Ratio: number()}
	if v := next(); v.Type() == js.TypeString {
		m.Theme = v.String()
	}
	m.Resting, m.Stats = next().Truthy(), next().Truthy()
	m.View = scene.View{X: number(), Y: number(), K: number(), R: number(), From: number(), To: number()}
	if at := next(); at.Type() == js.TypeNumber {
		m.View.Held, m.View.At = true, timeline.Pos(at.Float())
	}
	return m
}

func (b bridge) post(message map[string]any) { b.object.Call("post", js.ValueOf(message)) }

// mark notes in the document's timeline that a phase of the start is over.
func (b bridge) mark(phase string) {
	js.Global().Get("performance").Call("mark", "dateline:"+phase)
}

func (b bridge) failed(reason string) { b.object.Call("failed", reason) }

// drawn says that a message is on screen; targets are those of the picture;
// back is its view as one on the story's own camera; more that there is still
// work to do before the stage may sleep; stats what it took, if that was asked.
func (b bridge) drawn(m message, targets []byte, back scene.View, more bool, stats map[string]any) {
	var asked any // nothing, unless somebody did
	if stats != nil {
		asked = stats
	}
	b.say.Invoke(m.Seq, string(targets), more, back.X, back.Y, back.K, back.R, asked)
}
