// The page put together: one position, one view, one state for the stage.

mark("page");
const script = JSON.parse(document.querySelector("script#script").textContent); // an event may have that id
const root = document.documentElement, box = at("box"), slider = at("slider");
const axis = makeAxis(script), reader = makeReader(script), picture = makePicture();
const inFrame = parent !== window;
let latest = 0;      // number of the state that the stage was last told
let ratio = devicePixelRatio; // the engine reads it once
let told = "", toldResting = false; // that state, without its number
let sent = "", playingNow = false, playName = "";
const stats = new URLSearchParams(location.search).has("stats"); // say what drawing takes

const motion = makeMotion(() => player.settle());
const player = makePlayer(axis, motion, moved);
const map = makeMap({ words: script.words, pos: () => player.pos, calm: () => motion.calm }, draw);
makeGestures(map, makeHint(script.words), pointed);
const span = makeSpan(script, () => axis.xAt(player.pos), x => {
  if (Math.abs(x - axis.xAt(player.pos)) > 1e-9) return player.set(axis.posAtX(x), "span");
  slider.value = x;
  draw();
});
const stage = makeStage({
  // What has drawn before is in the cache, and is not waited for in sight.
  loading(again) { at("fault").hidden = true; at("loading").hidden = !!again; live(false); },
  progress(share) {
    at("bar").style.transform = `scaleX(${share})`;
    at("line").setAttribute("aria-valuenow", Math.round(share * 100));
  },
  shown() { mark("engine-ready"); at("loading").hidden = true; live(true); at("surface").tabIndex = 0; },
  targets: map.drawn,
  asked() { box.dataset.picture = "due"; },
  rested() { box.dataset.picture = "drawn"; },
  stats(detail) { dispatchEvent(new CustomEvent("dateline:drawn", { detail })); },
  rests() { at("loading").hidden = true; live(false); },
  failed(why, detail) {
    at("loading").hidden = true;
    live(false);
    turn.leave();
    at("fault-words").textContent = Object.hasOwn(script.words.why, why) ? script.words.why[why] : script.words.still;
    at("fault").dataset.reason = detail ? why + ": " + detail : why;
    at("fault").hidden = false;
    host.tell({ type: "fault", reason: why, rung: stage.rung });
  },
});
const dress = makeDress(root), share = makeShare(script.words, () => script.stops[axis.stopAt(player.pos)].event);
const sight = makeSight(box, () => { if (!sight.seen) player.pause(); rest.look(); });
const turn = makeTurn(inFrame, () => rest.look()), rest = makeRest({ sight, turn, picture, stage });
const seek = makeSeek({ axis, player, stage, sight, drawn: () => latest, settle: () => draw() });
const host = makeHost({
  id: script.story, fixed: dress.fixed,
  answer: makeAnswer({ player, dress, share, seek, start: rest.ask, draw, turn, hello: () => tellTime(player.pos) }),
});

// live says whether the engine's picture lies over the page's own.
function live(yes) {
  box.classList.toggle("live", yes);
  picture.view = turn.mine && map.away ? map.back : home;
  picture.covered = yes;
  span.live = yes;
}

// moved is called for every change of position.
function moved({ pos, playing, moving, why }) {
  const stop = moving && !playing ? player.heading : axis.stopAt(pos);
  const under = why === "slide" || why === "scroll"; // a pointer, or a host that follows one
  const x = axis.xAt(pos);
  span.follow(x, playing);
  if (document.activeElement !== slider || why !== "slide" || pos >= axis.last) slider.value = x;
  if (reader.show(stop) && why !== "start" && !under) reader.say(stop);
  named(playing, pos);
  picture.put(stop, x / (script.extent || 1));
  draw(moving || under);
  tellTime(pos);
  if (playing !== playingNow) {
    playingNow = playing;
    host.tell({ type: playing ? "play" : "pause", time: fact(pos) });
  }
  if (!moving && !under) settleAddress();
}

// fact is what a host is told of a position: what is known, and no more.
function fact(pos) {
  const stop = script.stops[axis.stopAt(pos)];
  const date = stop.date || { date: null, precision: null, about: false };
  return { ...date, event: stop.event || null, index: stop.index, count: reader.count, progress: pos / (axis.last || 1) };
}

function tellTime(pos) {
  const time = fact(pos), key = JSON.stringify(time);
  if (key === sent) return;
  sent = key;
  host.tell({ type: "timechange", time });
}

function named(playing, pos) {
  const words = script.words, ended = pos >= axis.last - 1e-6, name = playing ? words.pause : ended ? words.replay : words.play;
  if (name === playName) return;
  playName = at("play-name").textContent = name;
  at("play").classList.toggle("playing", playing);
}

// draw tells the stage what to show. What it shows already is not drawn again:
// the engine sleeps while the story dwells.
function draw(moving) {
  if (!box.clientWidth) return; // nobody sees a frame that has no width
  if (ratio !== devicePixelRatio) { ratio = devicePixelRatio; stage.reload(); }
  const state = {
    pos: player.pos, view: { ...map.view, from: span.from, to: span.to },
    width: box.clientWidth, height: box.clientHeight, ratio: devicePixelRatio,
    theme: theme(),
  };
  const key = JSON.stringify(state), same = key === told;
  if (same && toldResting) return;
  told = key;
  toldResting = !moving || same;
  latest = stage.put({ ...state, resting: toldResting, stats });
}

const dark = matchMedia("(prefers-color-scheme: dark)"), more = matchMedia("(prefers-contrast: more)");
function theme() {
  const asked = root.dataset.theme;
  const name = asked === "light" || asked === "dark" ? asked : dark.matches ? "dark" : "light";
  return !more.matches ? name : name === "dark" ? "dark-contrast" : "contrast";
}
dark.addEventListener("change", () => draw());
more.addEventListener("change", () => draw());

// What was pointed at on the map leads to its event.
function pointed(target) {
  if (target.zoom) return map.part(target);
  if (target.kind === "chip") map.follow(); // to a place outside the frame
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
slider.addEventListener("pointerdown", () => { held = true; rest.ask(); });
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
  const px = box.clientWidth / (span.width || 1);
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
  rest.ask();
  if (player.playing) player.pause(); else player.play();
}

const onSlider = {
  ArrowRight: () => step(root.dir === "rtl" ? -1 : 1), ArrowLeft: () => step(root.dir === "rtl" ? 1 : -1),
  ArrowUp: () => step(1), ArrowDown: () => step(-1),
  PageUp: () => stepBlock(1), PageDown: () => stepBlock(-1),
  Home: () => player.go(0), End: () => player.go(axis.last),
};
const closer = () => span.zoom(2), wider = () => span.zoom(0.5);
const onSpan = { "+": closer, "=": closer, "-": wider, "−": wider, "0": () => span.all() };
const zoomKeys = ["+", "=", "-", "−", "0"]; // some keyboards have them under Shift
const onBoth = { "+": map.zoomIn, "=": map.zoomIn, "-": map.zoomOut, "−": map.zoomOut, "0": map.follow, " ": toggle };
function keyed(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.shiftKey && !zoomKeys.includes(event.key)) return;
  const on = event.currentTarget === slider;
  const act = on && (onSlider[event.key] || span.able && onSpan[event.key]) || onBoth[event.key];
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
  button.setAttribute("aria-label", button.dataset.name + script.words.colon + words);
});
at("controls").addEventListener("click", rest.ask);
async function retry() {
  at("fault").hidden = true;
  await stage.forgive();
  rest.ask();
}
at("retry").addEventListener("click", retry);
addEventListener("online", () => { if (stage.down) retry(); });

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
  }, Math.max(150, Math.min(1000, addressed + 1000 - performance.now())));
}

function fromAddress() {
  const id = location.hash.slice(1); // ids are plain letters
  const day = new URLSearchParams(location.search).get("t");
  const event = script.stops.findIndex(stop => eventsOf(stop).includes(id));
  return event >= 0 ? event : day ? axis.stopOf(day) : -1;
}
addEventListener("hashchange", () => { const stop = fromAddress(); if (stop >= 0) player.go(stop); });

// The engine's files are asked for when the story is near and the page has been
// painted, which they would only delay; its frame is made when the page is idle.
// Firefox tells of no paint where the page was scrolled before it.
let strayed = false; // to the entry of a link, and back
function whenNear(act) {
  const idle = window.requestIdleCallback || (f => setTimeout(f, 200));
  new IntersectionObserver((entries, watcher) => {
    if (!entries.some(entry => entry.isIntersecting)) return;
    watcher.disconnect();
    const painted = at => {
      paint.disconnect();
      clearTimeout(timer);
      mark("picture", at);
      rest.near();
      idle(act, { timeout: 2000 });
    };
    const paint = new PerformanceObserver(list => painted(list.getEntries()[0].startTime));
    const timer = setTimeout(painted, strayed ? 50 : 3000); // it is painted by then, told of or not
    paint.observe({ type: "paint", buffered: true });
  }, { rootMargin: "300px" }).observe(box);
}

// On another screen the engine starts anew.
(function watchRatio() {
  const same = matchMedia(`(resolution: ${devicePixelRatio}dppx)`);
  same.addEventListener("change", () => { draw(); watchRatio(); }, { once: true });
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
if (begin >= 0 && location.hash) {
  // The link means the map at that event, not its entry far below: the browser
  // forgets the fragment until the address is written again, at rest. Firefox is
  // at the entry by now, and comes back.
  strayed = scrollY > 0 && performance.getEntriesByType("navigation")[0].type === "navigate";
  if (strayed) scrollTo(0, 0);
  try { history.replaceState(null, "", location.pathname + location.search); } catch {} // a sandbox may forbid it
}
motion.start();
player.set(Math.max(0, begin), "start");
mark("scrub-ready");
if (!(navigator.connection && navigator.connection.saveData)) whenNear(rest.ask);
host.tell({ type: "ready" });
if (stats) {
  const element = document.createElement("script");
  element.src = document.body.dataset.stats;
  document.head.append(element);
}
