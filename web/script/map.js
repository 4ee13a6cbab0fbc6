// The reader's own view of the map, and what lies at a point of it. A view is
// a zoom and a turn about the middle of the map and then a shift, in CSS pixels:
// a point p of the picture is seen at middle + k·turn(p − middle) + (x, y). A
// reader who takes the map holds it: the view lies on the camera that the story
// had at that moment, whatever comes later. Follow gives it back: from there it
// lies on the story's camera as it goes, and shrinks to nothing.

const zoomStep = 1.6, zoomLeast = 0.6, zoomMost = 12; // as the scene has them
const backSpan = 900; // milliseconds of the flight back
const home = { x: 0, y: 0, k: 1 };

function makeMap(story, changed) {
  const surface = at("surface"), button = at("follow");
  let view = home;
  let said = "", targets = []; // what can be pointed at: as the engine said it, and read from that when somebody points
  let back = home; // what was drawn last, as a view on the story's camera
  let frame = 0;   // of the flight back

  const middle = () => ({ x: surface.clientWidth / 2, y: surface.clientHeight / 2 });
  const away = () => view !== home;

  function show(next) {
    if (away() === (next === home)) {
      if (document.activeElement === button) surface.focus({ preventScroll: true });
      at("live").textContent = away() ? story.words.given : story.words.taken;
    }
    view = next;
    button.hidden = !away();
    disabled("zoom-out", view.k <= zoomLeast);
    disabled("zoom-in", view.k >= zoomMost);
    changed(!!frame);
  }

  function put(next) {
    const half = middle(), held = view.at === undefined ? story.pos() : view.at;
    const k = Math.max(zoomLeast, Math.min(zoomMost, Math.abs(next.k - 1) < 0.02 ? 1 : next.k));
    const x = Math.max(-half.x * k, Math.min(half.x * k, next.x));
    const y = Math.max(-half.y * k, Math.min(half.y * k, next.y));
    stop();
    const none = k === 1 && !x && !y && !view.r && held === story.pos();
    show(none ? home : { x, y, k, r: view.r, at: held });
  }

  function stop() {
    cancelAnimationFrame(frame);
    frame = 0;
  }

  // follow flies back to the story; any move of the reader's ends the flight.
  function follow() {
    if (!away() || frame) return;
    if (story.calm()) return show(home);
    const from = view.at === undefined ? view : back;
    let gone = 0, before = performance.now();
    (function fly(now) {
      gone += Math.max(0, now - before); // nothing, where a clock is set back
      before = now;
      const t = gone / backSpan, rest = 1 - ease(Math.min(1, t));
      frame = t < 1 ? requestAnimationFrame(fly) : 0;
      // Zooming about one point, so that the way is straight.
      const k = from.k ** rest, s = Math.abs(from.k - 1) < 0.01 ? rest : (k - 1) / (from.k - 1);
      show(frame ? { x: from.x * s, y: from.y * s, k, r: from.r * rest } : home);
    })(before);
  }

  // disabled leaves the focus where it is: a button that a reader has just
  // pressed stays reachable and says that it does no more.
  const disabled = (id, yes) => at(id).setAttribute("aria-disabled", yes);

  // move zooms, and takes the point that is seen at from to where to is.
  function move(factor, from, to) {
    const half = middle();
    const k = Math.max(zoomLeast, Math.min(zoomMost, view.k * factor)), f = k / view.k;
    put({ k, x: to.x - half.x - f * (from.x - half.x - view.x), y: to.y - half.y - f * (from.y - half.y - view.y) });
  }
  const zoom = factor => move(factor, middle(), middle());

  function read(text) {
    try {
      const list = JSON.parse(text);
      return Array.isArray(list) ? list : [];
    } catch {
      return []; // the engine says no such thing
    }
  }

  const rank = { area: 0, magnitude: 1, cluster: 2, place: 3, route: 4, flow: 5, stop: 6 };
  function hit({ x, y }) {
    const inside = t => x >= t.x && x <= t.x + t.w && y >= t.y && y <= t.y + t.h;
    if (said) targets = read(said);
    said = "";
    return targets.filter(inside).sort((a, b) => a.w * a.h - b.w * b.h || rank[b.kind] - rank[a.kind])[0];
  }

  const zoomIn = () => zoom(zoomStep), zoomOut = () => zoom(1 / zoomStep);
  at("zoom-in").addEventListener("click", zoomIn);
  at("zoom-out").addEventListener("click", zoomOut);
  button.addEventListener("click", follow);
  return {
    get view() { return view; },
    get back() { return back; },
    get away() { return away(); },
    drawn(list, asBack) {
      said = list;
      back = asBack && asBack.k > 0 && [asBack.x, asBack.y, asBack.k, asBack.r].every(Number.isFinite) ? asBack : home;
    },
    hit, move, zoomIn, zoomOut, follow,
    // centre brings a point to the middle, larger: the way over the map for
    // whoever cannot drag.
    centre: point => move(zoomStep, point, middle()),
    // part goes so close to a cluster that it parts.
    part: t => move(t.zoom, { x: t.x + t.w / 2, y: t.y + t.h / 2 }, middle()),
  };
}
