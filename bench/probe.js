// The probe runs in every document before the page's own scripts. It watches
// when the page paints and answers, and moves its slider; it changes nothing
// else.
globalThis.bench = (() => {
"use strict";
if (window !== top) {
  // The frame in which Dateline draws: what it says it has drawn is counted.
  const say = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (message, ...rest) {
    if (message && message.type === "drawn") top.bench.drawn++;
    return say.call(this, message, ...rest);
  };
  return {};
}
const times = { first: 0, largest: 0, scrub: 0, ready: 0, blocking: 0, shift: 0 };
const note = (type, act) => new PerformanceObserver(list => list.getEntries().forEach(act)).observe({ type, buffered: true });
note("paint", e => { if (e.name === "first-contentful-paint") times.first = e.startTime; });
note("largest-contentful-paint", e => { times.largest = e.startTime; });
note("layout-shift", e => { if (!e.hadRecentInput) times.shift += e.value; });
note("longtask", e => { times.blocking += e.duration - 50; });

const frame = () => new Promise(done => requestAnimationFrame(done));
// Behind what the browser does at the end of a frame.
const after = () => new Promise(done => { const c = new MessageChannel(); c.port1.onmessage = done; c.port2.postMessage(0); });
const slider = () => document.querySelector("#slider");

// What a peer's page is like: page.js says so of itself.
const self = {
  drawn: 0,
  times,
  page: {
    x: pos => pos,
    takes: () => slider(),
    answered: pos => self.at === pos,
    ready: () => document.documentElement.dataset.ready,
    started: () => 0, // how long it took from the last byte of an engine to its first frame
    why: () => "",
    rested: () => true,
    async settled() { await frame(); await after(); },
    frames: () => self.ticks,
  },
  ticks: 0,
  move(pos) {
    const s = slider();
    s.value = self.page.x(pos);
    s.dispatchEvent(new Event("input", { bubbles: true }));
  },
  hold(yes) {
    const event = new PointerEvent(yes ? "pointerdown" : "pointerup", { bubbles: true });
    slider().dispatchEvent(event);
  },
};

// A peer's page tells by an event what position it has drawn.
addEventListener("drew", e => { self.at = e.detail; self.ticks++; });

addEventListener("error", () => { self.failed = true; });
addEventListener("unhandledrejection", () => { self.failed = true; });

// ask tries to scrub as soon as the page can take it.
self.ask = pos => {
  (function look() {
    if (!document.body) return setTimeout(look, 20);
    if (!times.scrub && times.first && self.page.takes()) {
      self.hold(true);
      self.move(pos);
      self.hold(false);
      requestAnimationFrame(() => after().then(() => {
        if (!times.scrub && self.page.answered(pos)) times.scrub = performance.now();
      }));
    }
    if (!times.ready && times.first && self.page.ready()) requestAnimationFrame(() => after().then(() => { times.ready ||= performance.now(); }));
    if (!times.scrub || !times.ready) setTimeout(look, 20);
  })();
};

// bytes are those of the files that had arrived by a time, compressed.
self.bytes = until => {
  const all = window => [...window.performance.getEntriesByType("navigation"), ...window.performance.getEntriesByType("resource")]
    .filter(e => e.responseEnd && window.performance.timeOrigin - performance.timeOrigin + e.responseEnd <= until)
    .reduce((sum, e) => sum + e.encodedBodySize, 0);
  let sum = all(window);
  for (const inner of document.querySelectorAll("iframe")) sum += all(inner.contentWindow);
  return sum;
};

// drain returns when the GPU process has done all that it was told: a pixel of
// another canvas is read behind it.
let gl = null;
self.drain = () => {
  if (!gl) {
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = 1;
    gl = canvas.getContext("webgl");
  }
  gl.clear(gl.COLOR_BUFFER_BIT);
  gl.readPixels(0, 0, 1, 1, gl.RGBA, gl.UNSIGNED_BYTE, new Uint8Array(4));
};

// sweep scrubs there and back in steps, each drawn to the end before the next,
// and gives how long each took, in milliseconds. It stops after some seconds,
// but not before it has made a few steps.
self.sweep = async (from, to, steps, seconds) => {
  const out = [];
  self.hold(true);
  self.move(from);
  await self.page.settled();
  self.drain();
  const end = performance.now() + seconds * 1000;
  for (let i = 1; i <= steps && (i <= 3 || performance.now() < end); i++) {
    const share = i / steps, there = share < 0.5 ? share * 2 : 2 - share * 2;
    const began = performance.now();
    self.move(from + (to - from) * Math.min(0.999, Math.max(0.001, there)));
    await self.page.settled();
    self.drain();
    out.push(performance.now() - began);
  }
  self.hold(false);
  return out;
};

// play plays the way from a stop to the next, some times over, and gives how
// many pictures a second were drawn to the end.
self.play = async (from, seconds, times) => {
  const button = document.querySelector("#play");
  let drew = 0, took = 0;
  for (let i = 0; i < times && took < 6000; i++) {
    self.hold(true);
    self.move(from);
    self.hold(false);
    await self.page.settled();
    self.drain();
    const began = performance.now(), before = self.page.frames();
    button.click();
    await new Promise(done => setTimeout(done, seconds * 1000));
    button.click();
    drew += self.page.frames() - before;
    await self.page.settled();
    self.drain();
    took += performance.now() - began;
  }
  return drew / took * 1000;
};
return self;
})();
