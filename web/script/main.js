// The page put together: one position, one view, one state for the stage.

const script = JSON.parse(at("script").textContent);
const root = document.documentElement, box = at("box"), slider = at("slider");
const axis = makeAxis(script), reader = makeReader(script);
const inFrame = parent !== window;
let overtake = null; // resolves the last seek when a newer one comes
let latest = 0;      // number of the state that the stage was last told
let told = "", toldResting = false; // that state, without its number
let stopNow = -1, sent = "";

const player = makePlayer(axis, moved);
const map = makeMap(() => draw(), pointed);
const stage = makeStage({
  loading() { at("fault").hidden = true; at("loading").hidden = false; box.classList.remove("live"); },
  progress(share) { at("bar").style.transform = `scaleX(${share})`; },
  shown() { at("loading").hidden = true; box.classList.add("live"); at("surface").tabIndex = 0; },
  targets(list) { map.targets = list; },
  asked() { box.dataset.picture = "due"; },
  rested() { box.dataset.picture = "drawn"; },
  failed(reason) {
    at("loading").hidden = true;
    box.classList.remove("live");
    at("fault-words").textContent = script.words.still;
    at("fault").dataset.reason = reason;
    at("fault").hidden = false;
  },
});
const host = makeHost({ answer });

// moved is called for every change of position.
function moved({ pos, playing, moving, why }) {
  const stop = moving && !playing ? player.heading : axis.stopAt(pos);
  if (document.activeElement !== slider || why !== "slide") slider.value = axis.xAt(pos);
  if (reader.show(stop) && why !== "start" && why !== "slide") reader.say(stop);
  named(playing, pos);
  draw(moving || why === "slide");
  if (stop !== stopNow) {
    stopNow = stop;
    tellTime("timechange", pos);
    if (!moving) settleAddress();
  } else if (why === "slide" || moving) tellTime("timechange", pos);
  if (!moving && why !== "slide") settleAddress();
}

function tellTime(type, pos) {
  const stop = script.stops[axis.stopAt(pos)];
  const fact = stop.date || { date: null, precision: null, about: false };
  const time = { ...fact, event: stop.event || null, index: stop.index, count: reader.count, progress: pos / (axis.last || 1) };
  const key = JSON.stringify(time);
  if (key === sent) return;
  sent = key;
  host.tell({ type, time });
}

function named(playing, pos) {
  const words = script.words, ended = pos >= axis.last - 1e-6;
  at("play-name").textContent = playing ? words.pause : ended ? words.replay : words.play;
  at("play").classList.toggle("playing", playing);
}

// draw tells the stage what to show. What it shows already is not drawn again:
// the engine sleeps while the story dwells.
function draw(moving) {
  if (!box.clientWidth) return; // nobody sees a frame that has no width
  const state = {
    pos: player.pos, view: map.view,
    width: box.clientWidth, height: box.clientHeight, ratio: devicePixelRatio,
    theme: theme(), lang: script.lang,
  };
  const key = JSON.stringify(state), same = key === told;
  if (same && toldResting) return;
  told = key;
  toldResting = !moving || same;
  latest = stage.put({ ...state, resting: toldResting });
}

const dark = matchMedia("(prefers-color-scheme: dark)");
function theme() {
  const asked = root.dataset.theme;
  return asked === "light" || asked === "dark" ? asked : dark.matches ? "dark" : "light";
}
dark.addEventListener("change", () => draw());

// What was pointed at on the map leads to its event.
function pointed(target) {
  const stop = axis.stopOf(target.event || target.id);
  if (stop >= 0) player.go(stop);
}

at("events").addEventListener("click", event => {
  const item = event.target.closest("li.event");
  const link = event.target.closest("a");
  if (!item || link && link.hash !== "#" + item.id || String(getSelection())) return;
  if (event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  player.go(axis.stopOf(item.id));
});

// The slider: free under a pointer, from event to event without one.
let held = false;
slider.addEventListener("pointerdown", () => { held = true; stage.start(); });
for (const type of ["pointerup", "pointercancel"]) {
  addEventListener(type, () => { setTimeout(() => { held = false; }); });
}
slider.addEventListener("input", () => {
  const pos = axis.posAtX(Number(slider.value));
  if (held) return player.set(pos, "slide");
  const way = Math.sign(pos - player.pos); // a screen reader's increment, say
  slider.value = axis.xAt(player.pos);
  step(way);
});
slider.addEventListener("change", () => {
  if (!held) return;
  const px = box.clientWidth / (script.stops[axis.last].x || 1);
  const near = Math.round(player.pos);
  const off = Math.abs(axis.xAt(near) - axis.xAt(player.pos)) * px;
  if (off < 10) player.set(near); else player.set(player.pos);
  reader.say(axis.stopAt(player.pos));
});

function step(way) {
  const from = player.heading, there = player.playing ? player.pos : from;
  player.go(way > 0 ? Math.min(axis.last, from + 1) : there > from + 0.02 ? from : Math.max(0, from - 1));
}

// stepBlock moves by a day block: to the end of the next, or of the one before.
function stepBlock(way) {
  const from = player.heading, block = script.stops[from].block + way;
  const end = script.stops.findLastIndex(stop => stop.block === block);
  player.go(end >= 0 ? end : way > 0 ? axis.last : 0);
}

function toggle() {
  stage.start();
  if (player.playing) player.pause(); else player.play();
}

const onSlider = {
  ArrowRight: () => step(root.dir === "rtl" ? -1 : 1), ArrowLeft: () => step(root.dir === "rtl" ? 1 : -1),
  ArrowUp: () => step(1), ArrowDown: () => step(-1),
  PageUp: () => stepBlock(1), PageDown: () => stepBlock(-1),
  Home: () => player.go(0), End: () => player.go(axis.last),
};
const onBoth = { "+": map.zoomIn, "=": map.zoomIn, "-": map.zoomOut, "−": map.zoomOut, "0": map.fit, " ": toggle };
function keyed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const act = event.currentTarget === slider && onSlider[event.key] || onBoth[event.key];
  if (!act) return;
  event.preventDefault();
  act();
}
slider.addEventListener("keydown", keyed);
at("surface").addEventListener("keydown", keyed);

at("previous").addEventListener("click", () => step(-1));
at("next").addEventListener("click", () => step(1));
at("play").addEventListener("click", toggle);
at("speed").addEventListener("click", event => {
  const speeds = [0.5, 1, 2], next = speeds[(speeds.indexOf(player.speed) + 1) % speeds.length];
  player.speed = next;
  const words = next + "×", button = event.currentTarget;
  button.textContent = words;
  button.setAttribute("aria-label", button.title + ": " + words);
});
at("controls").addEventListener("click", () => stage.start());
at("retry").addEventListener("click", () => stage.start());

// The address follows the reader at rest, at most once a second.
let addressed = 0, addressTimer = 0;
function settleAddress() {
  if (inFrame) return;
  clearTimeout(addressTimer);
  addressTimer = setTimeout(() => {
    addressed = performance.now();
    const event = script.stops[axis.stopAt(player.pos)].event;
    const address = event ? "#" + event : location.pathname + location.search;
    if (event ? location.hash !== address : location.hash) history.replaceState(null, "", address);
  }, Math.max(150, addressed + 1000 - performance.now()));
}

function fromAddress() {
  const id = decodeURIComponent(location.hash.slice(1));
  const day = new URLSearchParams(location.search).get("t");
  const event = script.stops.findIndex(stop => eventsOf(stop).includes(id));
  return event >= 0 ? event : day ? axis.stopOf(day) : -1;
}
addEventListener("hashchange", () => { const stop = fromAddress(); if (stop >= 0) player.go(stop); });

// What a host asks for.
async function answer({ ask, what, value }) {
  switch (ask) {
    case "hello": tellTime("timechange", player.pos); return { count: reader.count };
    case "play": stage.start(); return player.play();
    case "pause": return player.pause();
    case "theme": root.dataset.theme = String(value); return draw();
    case "speed": player.speed = Math.max(0.25, Math.min(4, Number(value) || 1)); return;
    case "seek": {
      const share = what && typeof what === "object" ? Number(what.progress) : NaN;
      const stop = share >= 0 ? -1 : axis.stopOf(String(what));
      if (stop < 0 && !(share >= 0)) throw new RangeError("unknown date or event: " + JSON.stringify(what));
      if (overtake) overtake(true);
      const over = new Promise(resolve => { overtake = resolve; });
      player.set(stop >= 0 ? stop : Math.min(1, share) * axis.last, "seek");
      const number = latest;
      const done = document.hidden ? Promise.resolve() : stage.after(number);
      const superseded = await Promise.race([done.then(() => false), over]);
      return { seq: number, rung: stage.rung, superseded };
    }
  }
  throw new TypeError("unknown request: " + ask);
}

// The engine comes when the story is near and the page is idle; playing stops
// where nobody sees it.
function whenNear(act) {
  const idle = window.requestIdleCallback || (f => setTimeout(f, 200));
  new IntersectionObserver((entries, watcher) => {
    if (!entries.some(entry => entry.isIntersecting)) return;
    watcher.disconnect();
    idle(act, { timeout: 2000 });
  }, { rootMargin: "300px" }).observe(box);
}
new IntersectionObserver(entries => {
  if (!entries[entries.length - 1].isIntersecting) player.pause();
}).observe(box);
document.addEventListener("visibilitychange", () => { if (document.hidden) player.pause(); });

// The engine reads the screen's ratio once; on another screen it starts anew.
(function watchRatio() {
  const same = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  same.addEventListener("change", () => { stage.reload(); watchRatio(); }, { once: true });
})();
new ResizeObserver(() => draw()).observe(box);
let width = 0;
new ResizeObserver(([entry]) => {
  const now = entry.contentRect.width;
  if (now !== width) { width = now; reader.fit(); }
}).observe(at("card"));

root.classList.add("js");
reader.fit();
const begin = fromAddress();
if (begin >= 0 && location.hash && !inFrame) {
  // The link means the map at that event, not its entry far below: the browser
  // forgets the fragment until the address is written again, at rest.
  history.replaceState(null, "", location.pathname + location.search);
}
player.set(Math.max(0, begin), "start");
if (!(navigator.connection && navigator.connection.saveData)) whenNear(stage.start);
host.tell({ type: "ready" });
