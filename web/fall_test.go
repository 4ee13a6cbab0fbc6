package web_test

import (
	"image"
	"net/http"
	"sync/atomic"
	"testing"

	"dateline/render/golden"
)

// Without the engine's file the page says so and tells the story by its own
// picture, which is the engine's but for coarser coasts; when the file is there
// again, a press of its button brings the engine.
func TestFall(t *testing.T) {
	var there atomic.Bool
	b := open(t, ailing(t, "engine.", func(w http.ResponseWriter, r *http.Request) {
		if there.Load() {
			send(w, r, whole(r))
		} else {
			missing(w, r)
		}
	})+"#"+events[1], still, unloaded...)
	steps := func() (seen []image.Image) {
		for i, button := range []string{"", "#next", "#next", "#previous", "#previous"} {
			stop := []int{2, 3, 4, 3, 2}[i]
			if button != "" {
				b.js(`document.querySelector("` + button + `").click()`)
				b.arrives(stop)
			}
			b.reads(stop)
			seen = append(seen, b.picture())
		}
		return seen
	}
	b.fallen("download")
	b.until(`document.querySelector("#picture .c1")`) // the other cameras' pictures may come later
	own := steps()
	there.Store(true)
	b.js(`document.querySelector("#retry").click()`)
	b.live()
	for i, engine := range steps() {
		golden.Compare(t, "fall "+itoa(i), engine, own[i], golden.Tolerance{Mean: 3, Off: 64, Share: 0.025})
		if i > 0 && differing(t, own[i-1], own[i]) < 0.001 {
			t.Errorf("after step %d its picture is the one before it", i)
		}
	}
}
