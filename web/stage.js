// The stage: a document of its own in which the engine draws, and nothing
// else. It puts the engine to sleep when nothing moves, fetches what the
// engine needs, and passes messages between the page's port and the engine:
//
//   page → stage  {seq, pos, view: {x, y, k}, width, height, ratio, theme, resting, stats}
//   stage → page  {type: "progress", done, total}   bytes, while it loads
//                 {type: "ready"}                   the engine takes messages
//                 {type: "drawn", seq, targets, more, stats}   stats if they were asked for
//                 {type: "lost"}                    the document is about to reload
//                 {type: "failed", reason}
//
// The engine finds globalThis.dateline = {assets, post, failed} and adds show.
(() => {
"use strict";

const names = document.currentScript.dataset;

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

function wake() {
  if (awake) return;
  awake = true;
  const frames = keptFrames, late = keptTimers;
  keptFrames = [];
  keptTimers = [];
  frames.forEach(callback => realFrame(callback));
  late.forEach(act => act());
}

// sleep waits for two more frames, in which what was drawn reaches the screen.
let newest = 0, drawn = 0;
function sleepSoon() {
  const at = newest;
  realFrame(() => realFrame(() => {
    if (at === newest && drawn >= newest) awake = false;
  }));
}

// A gamepad is asked for in every frame, and a policy may make that throw.
Object.defineProperty(navigator, "getGamepads", { value: () => [], configurable: true });

// The port. Until the page has handed one over, what there is to say waits.
let port = null, unsaid = [], over = false;
function say(message) {
  if (port) port.postMessage(message); else unsaid.push(message);
}
// fail says why there will be no picture: "wasm", "webgl", "download" or
// "broke", and in detail for those who look into it.
function fail(why, detail) {
  if (over) return;
  over = true;
  say({ type: "failed", why, detail: String(detail && detail.message || detail || "") });
}

addEventListener("message", event => {
  if (event.source !== parent || parent === window || port) return;
  if (!event.data || event.data.dateline !== "stage" || !event.ports[0]) return;
  port = event.ports[0];
  port.onmessage = ({ data }) => {
    newest = data.seq;
    wake();
    globalThis.dateline.show(data);
  };
  say({ type: "progress", done: 0, total }); // it is there
  unsaid.forEach(message => port.postMessage(message));
  unsaid = [];
});

addEventListener("webglcontextlost", () => say({ type: "lost" }), true);

function hasWebGL2() {
  const gl = document.createElement("canvas").getContext("webgl2");
  if (!gl) return false;
  const lose = gl.getExtension("WEBGL_lose_context");
  if (lose) lose.loseContext();
  return true;
}

// Fetching. Progress is counted over all files, in bytes as unpacked: the
// engine's size is known in advance, the others are small.
const small = 400000;
const total = Number(names.size) + small;
let done = 0;

function counted(body, share) {
  return body.pipeThrough(new TransformStream({
    transform(chunk, out) {
      done += chunk.byteLength;
      if (share) say({ type: "progress", done: Math.min(done, total), total });
      out.enqueue(chunk);
    },
  }));
}

async function get(name) {
  const answer = await fetch(name);
  if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
  return answer;
}

async function bytes(name) {
  const answer = await get(name);
  return new Uint8Array(await new Response(counted(answer.body, false)).arrayBuffer());
}

function runtime(name) {
  return new Promise((resolve, reject) => {
    const element = document.createElement("script");
    element.src = name;
    element.onload = resolve;
    element.onerror = () => reject(new Error(`${name}: not loaded`));
    document.head.append(element);
  });
}

async function engine(name) {
  const answer = await get(name);
  const typed = new Response(counted(answer.body, true), { headers: { "Content-Type": "application/wasm" } });
  return WebAssembly.compileStreaming(typed);
}

async function start() {
  if (typeof WebAssembly !== "object" || !WebAssembly.compileStreaming) return fail("wasm");
  if (!hasWebGL2()) return fail("webgl");
  let files;
  try {
    files = await Promise.all([
      engine(names.engine), bytes(names.story), bytes(names.basemap), bytes(names.regular), bytes(names.bold),
      runtime(names.runtime),
    ]);
  } catch (error) {
    // A policy may forbid WebAssembly: it came, but the browser may not run it.
    return fail(/unsafe-eval|content security/i.test(error.message) ? "wasm" : "download", error);
  }
  const [module, story, basemap, regular, bold] = files;
  let memory = null; // the engine's
  globalThis.dateline = {
    assets: { story, basemap, regular, bold },
    failed: reason => fail("broke", reason),
    post(message) {
      if (message.type === "drawn") drawn = message.seq;
      if (message.stats) message.stats.memory = memory.buffer.byteLength;
      const done = message.type === "drawn" || message.type === "kept";
      if (done && drawn >= newest && !message.more) sleepSoon();
      if (message.type !== "kept") say(message); // what is prepared ahead is no news to the page
    },
  };
  addEventListener("error", event => fail("broke", event.message)); // what the engine does not catch itself
  const go = new globalThis.Go();
  const instance = await WebAssembly.instantiate(module, go.importObject);
  memory = instance.exports.mem;
  await go.run(instance);
  throw new Error("the engine ended");
}

if (parent !== window) start().catch(error => fail("broke", error));
})();
