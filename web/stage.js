// The stage: a document of its own in which the engine draws, and nothing
// else. It puts the engine to sleep when nothing moves, starts it with the files
// that the page hands over, and passes messages between the page's port and the
// engine:
//
//   page → stage  {seq, pos, view: {x, y, k, r, at, from, to}, width, height, ratio, theme, resting, stats}
//   stage → page  {type: "there"}                   it has the port
//                 {type: "ready"}                   the engine takes messages
//                 {type: "drawn", seq, targets, back, more, stats}   targets as JSON; stats if they were asked for
//                 {type: "lost"}                    the graphics card has taken the picture away
//                 {type: "failed", reason}
//
// The engine finds globalThis.dateline = {assets, post, drawn, failed} and adds
// show.
(() => {
"use strict";

// Sleep. The engine captures requestAnimationFrame when it starts and asks for
// frames for ever; timers run beside it. Both are wrapped before it starts:
// while the stage sleeps they are kept, and given back when it wakes.
const realFrame = window.requestAnimationFrame.bind(window);
const realTimeout = window.setTimeout.bind(window);
const realClear = window.clearTimeout.bind(window);
let awake = true;
let keptFrames = [], keptTimers = [];
let lastID = 0;
const timers = new Map(); // our id → the browser's, or 0 while kept

window.requestAnimationFrame = callback => {
  if (awake) return realFrame(callback);
  keptFrames.push(callback);
  return 0;
};

function arm(id, callback, delay, args, repeat) {
  timers.set(id, realTimeout(() => {
    if (!timers.has(id)) return;
    if (!awake) {
      timers.set(id, 0);
      keptTimers.push(() => { if (timers.has(id)) fire(id, callback, delay, args, repeat); });
    } else {
      fire(id, callback, delay, args, repeat);
    }
  }, delay));
}

function fire(id, callback, delay, args, repeat) {
  if (repeat) arm(id, callback, delay, args, true); else timers.delete(id);
  callback(...args);
}

function timer(repeat) {
  return (callback, delay = 0, ...args) => {
    if (typeof callback !== "function") throw new TypeError("a timer takes a function");
    const id = ++lastID;
    if (awake) {
      arm(id, callback, delay, args, repeat);
    } else {
      timers.set(id, 0);
      keptTimers.push(() => { if (timers.has(id)) arm(id, callback, delay, args, repeat); });
    }
    return id;
  };
}
window.setTimeout = timer(false);
window.setInterval = timer(true);
window.clearTimeout = window.clearInterval = id => {
  realClear(timers.get(id) || undefined);
  timers.delete(id);
};

// fresh says that the browser has shown a frame since the engine last drew. Then
// there is nothing to wait for: what is drawn at once is in the frame that comes.
let fresh = true;

function wake(atOnce) {
  if (awake) return;
  awake = true;
  realClear(paused);
  const frames = keptFrames, late = keptTimers;
  keptFrames = [];
  keptTimers = [];
  frames.forEach(callback => { if (atOnce && fresh) callback(performance.now()); else realFrame(callback); });
  late.forEach(act => act());
}

// The engine says what it has drawn within the frame in which that reaches the
// screen: the next one, which would show the same, is held back already.
let newest = 0, drawn = 0, size = "", quiet = false;

// pause has the page show the first picture before the engine takes its time to
// prepare what may come next.
const breath = 100; // milliseconds
let paused = 0;
function pause() {
  awake = false;
  paused = realTimeout(wake, breath);
}

// What it is to show comes while it loads: the newest such state is there when
// it can take one, and is in its first frame.
let first = null, ready = false;

// A gamepad is asked for in every frame, and a policy may make that throw.
Object.defineProperty(navigator, "getGamepads", { value: () => [], configurable: true });

// The port. Until the page has handed one over, what there is to say waits.
let port = null, unsaid = [], over = false, gl = null;
function say(message) {
  if (port) port.postMessage(message); else unsaid.push(message);
}
function end(message) {
  if (over) return;
  over = true;
  if (port) port.onmessage = null;
  say(message);
}
// fail says why there will be no picture: "wasm", "webgl", "download" or
// "broke", and in detail for those who look into it. An engine that ends because
// its context was lost under its hands may do so before that is told.
function fail(why, detail) {
  if (gl && gl.isContextLost()) return end({ type: "lost" });
  end({ type: "failed", why, detail: String(detail && detail.message || detail || "") });
}

// The page hands over the port first, and then the files, once each.
let begun = false;
addEventListener("message", event => {
  if (event.source !== parent || parent === window || !event.data) return;
  if (event.data.dateline === "stage" && !port && event.ports[0]) connect(event.ports[0]);
  if (event.data.dateline === "files" && port && !begun && !over) {
    begun = true;
    const { engine, story, basemap, regular, bold } = event.data;
    start({ engine, story, basemap, regular, bold }).catch(error => fail("broke", error));
  }
});

function connect(given) {
  port = given;
  port.onmessage = ({ data }) => {
    newest = data.seq;
    quiet = data.resting;
    if (ready) show(data); else first = data;
  };
  say({ type: "there" });
  unsaid.forEach(message => port.postMessage(message));
  unsaid = [];
}

function show({ seq, pos, view, width, height, ratio, theme, resting, stats }) {
  const now = [width, height].join();
  globalThis.dateline.show(seq, pos, width, height, ratio, theme, resting, stats, view.x, view.y, view.k, view.r, view.from, view.to, view.at);
  wake(now === size); // a canvas that is to change its size does so with the next frame
  size = now;
}

// fits says whether a canvas has the size that the engine gives it.
const fits = canvas => canvas.width === Math.floor(document.body.clientWidth * devicePixelRatio) && canvas.height === Math.floor(document.body.clientHeight * devicePixelRatio);

// The canvas. The engine makes one when it starts to run, but its context and
// drawing buffer take a tenth of a second and more: they are made while the
// engine is on its way, and it gets this canvas when it asks for one. The
// context is as the engine wants it, for there is no second one to a canvas.
// It returns false where there is no WebGL 2.
function makeCanvas() {
  const make = document.createElement;
  const canvas = document.createElement("canvas");
  gl = canvas.getContext("webgl2", { alpha: true, premultipliedAlpha: true, antialias: false, depth: false });
  if (!gl) return false;
  canvas.addEventListener("webglcontextlost", event => {
    event.stopImmediatePropagation(); // the engine would load this document anew
    end({ type: "lost" });
  });
  canvas.width = Math.floor(innerWidth * devicePixelRatio);
  canvas.height = Math.floor(innerHeight * devicePixelRatio);
  // It is told of the size that there is when it begins to look, and would draw
  // once more for that.
  const Observer = window.ResizeObserver;
  window.ResizeObserver = class extends Observer {
    constructor(act) { super((...all) => { if (!fits(canvas)) act(...all); }); }
  };
  document.createElement = function (name, ...more) {
    if (name !== "canvas") return make.call(document, name, ...more);
    document.createElement = make;
    return canvas;
  };
  return true;
}

function sleep() {
  awake = false;
  if (quiet) realTimeout(look);
}

// look sees at rest whether all that was to be drawn had room: a texture that
// has none is black, and nobody is told.
function look() {
  for (let code; (code = gl.getError()) && code !== gl.CONTEXT_LOST_WEBGL;) {
    if (code === gl.OUT_OF_MEMORY) return fail("broke", "the graphics memory is full");
  }
}

// mark notes in the stage's own timeline of the User Timing API how far the
// start is (docs/embedding.md lists the names); the engine marks its part.
function mark(phase) { performance.mark("dateline:" + phase); }
mark("stage");

// start runs the engine: a module, or where that cannot be handed over its bytes.
async function start({ engine, ...files }) {
  if (!globalThis.Go) return fail("download", "wasm_exec.js: not loaded");
  let memory = null; // the engine's
  globalThis.dateline = {
    assets: Object.fromEntries(Object.entries(files).map(([kind, data]) => [kind, new Uint8Array(data)])),
    failed: reason => fail("broke", reason),
    // What is prepared ahead is no news to the page.
    post({ type, more }) {
      if (type === "ready") {
        mark("ready");
        ready = true;
        say({ type });
        if (first) show(first);
      } else if (drawn >= newest && !more) {
        sleep();
      }
    },
    drawn(seq, targets, more, x, y, k, r, stats) {
      const first = !drawn;
      if (first) mark("first-frame");
      drawn = seq;
      if (drawn >= newest && !more) sleep(); else if (first && more) pause();
      fresh = false;
      realFrame(() => { fresh = true; });
      if (stats) stats.memory = memory.buffer.byteLength;
      say({ type: "drawn", seq, targets, back: { x, y, k, r }, more, stats });
    },
  };
  // What the engine does not catch itself.
  addEventListener("error", event => fail("broke", event.message));
  addEventListener("unhandledrejection", event => fail("broke", event.reason));
  const go = new globalThis.Go();
  const made = await WebAssembly.instantiate(engine, go.importObject), instance = made.instance || made;
  memory = instance.exports.mem;
  await go.run(instance);
  throw new Error("the engine ended");
}

if (parent !== window) {
  if (!globalThis.WebAssembly?.compileStreaming) fail("wasm"); else if (!makeCanvas()) fail("webgl");
}
})();
