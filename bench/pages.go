package main

// A page is one way to tell the story in a browser.
type page struct {
	Name   string
	Folder string // of its files, under the scene's own
	Flags  []string
	Map    bool // it draws flows on a map
	Most   int  // flows that it is tried with: more take minutes a step in software

	// How the page is driven and watched, as JavaScript. Without them it is a
	// peer's page, which page.js describes.
	drive string
}

// onCPU are Chromium's flags under which 2D canvases and vector graphics are
// painted by the processor, as they are where there is no GPU, instead of
// through GL in software.
var onCPU = []string{"disable-accelerated-2d-canvas", "disable-gpu-rasterization"}

// allPages are measured in this order. What paints in 2D is measured twice: the
// better of the two stands for it.
var allPages = []page{
	{Name: "dateline", Folder: "dateline", Map: true, Most: 50_000, drive: driveDateline},
	{Name: "d3", Folder: "d3", Map: true, Most: 50_000},
	{Name: "d3 on the CPU", Folder: "d3", Map: true, Most: 50_000, Flags: onCPU},
	{Name: "leaflet", Folder: "leaflet", Map: true, Most: 50_000},
	{Name: "leaflet on the CPU", Folder: "leaflet", Map: true, Most: 50_000, Flags: onCPU},
	{Name: "deck.gl", Folder: "deck", Map: true, Most: 10_000},
	{Name: "deck.gl + maplibre", Folder: "maplibre", Map: true, Most: 10_000},
	{Name: "cesium", Folder: "cesium", Map: true, Most: 50_000},
	{Name: "timelinejs", Folder: "timeline"},
}

// A sceneSpec is what the pages show.
type sceneSpec struct {
	Name  string
	Flows int // made up; 0 is the story itself
	every int // it is measured in every so many rounds, the first among them

	// Sweeps are the scrubs that are timed.
	sweeps []sweep
	plays  int // the stop from which playing is watched
}

// A sweep is a scrub from one position to another, both in stops.
type sweep struct {
	Name     string
	From, To float64
}

var allScenes = []sceneSpec{
	// Between stops 2 and 9 the story's view is at rest; on the way to stop 11
	// it flies.
	{Name: "story", every: 1, plays: 2, sweeps: []sweep{{"at rest", 2.05, 8.95}, {"in a flight", 10.1, 10.6}}},
	scaled("100", 100), scaled("1000", 1000), scaled("10000", 10_000), scaled("50000", 50_000),
}

// scaled is a scene of many flows. All grow on the way to the second stop; the
// last hundredth enters on the way to the fourth, where the others have arrived.
func scaled(name string, flows int) sceneSpec {
	return sceneSpec{Name: name, Flows: flows, every: 3, plays: 1, sweeps: []sweep{
		{"all moving", 1.5, 1.98}, {"one in a hundred moving", 3.5, 3.98},
	}}
}

func (p page) shows(s sceneSpec) bool { return s.Flows == 0 || p.Map && s.Flows <= p.Most }

func sceneNames() []string {
	var out []string
	for _, s := range allScenes {
		out = append(out, s.Name)
	}
	return out
}

// driveDateline tells probe.js where Dateline's page keeps what a peer's keeps
// elsewhere.
const driveDateline = `bench.page = {
  x(pos) {
    const stops = bench.stops ||= JSON.parse(document.querySelector("script#script").textContent).stops;
    const i = Math.min(Math.floor(pos), stops.length - 2);
    return stops[i].x + (stops[i + 1].x - stops[i].x) * (pos - i);
  },
  takes: () => document.documentElement.classList.contains("js"),
  answered: pos => document.querySelector("#picture [data-s].on") && document.querySelector("#count").textContent.startsWith(pos + " "),
  ready: () => document.querySelector("#box.live"),
  started() {
    const [bytes, drawn] = ["engine-bytes", "engine-ready"].map(phase => performance.getEntriesByName("dateline:" + phase)[0].startTime);
    return drawn - bytes;
  },
  why: () => document.querySelector("#fault").dataset.reason || "",
  rested: () => document.querySelector("#box").dataset.picture === "drawn",
  async settled() {
    const box = document.querySelector("#box");
    if (box.dataset.picture !== "drawn") await new Promise(done => {
      const watch = new MutationObserver(() => {
        if (box.dataset.picture === "drawn") { watch.disconnect(); done(); }
      });
      watch.observe(box, { attributeFilter: ["data-picture"] });
    });
  },
  frames: () => bench.drawn,
};`
