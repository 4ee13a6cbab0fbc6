// The reader's own view of the map, and what lies at a point of it. A view is
// a zoom about the middle of the map and then a shift: a point p of the
// picture is seen at middle + k·(p − middle) + (x, y), in CSS pixels. It lies on
// top of the story's camera; fit gives the map back to the story.

const zoomStep = 1.6, zoomLeast = 0.6, zoomMost = 12; // as the scene has them
const home = { x: 0, y: 0, k: 1 };

function makeMap(changed) {
  const surface = at("surface");
  let view = home, targets = [];

  const middle = () => ({ x: surface.clientWidth / 2, y: surface.clientHeight / 2 });
  const away = () => view.k !== 1 || view.x !== 0 || view.y !== 0;

  function put(next) {
    const half = middle();
    const k = Math.max(zoomLeast, Math.min(zoomMost, Math.abs(next.k - 1) < 0.02 ? 1 : next.k));
    const x = Math.max(-half.x * k, Math.min(half.x * k, next.x));
    const y = Math.max(-half.y * k, Math.min(half.y * k, next.y));
    view = { x, y, k };
    disabled("zoom-fit", !away());
    disabled("zoom-out", k <= zoomLeast);
    disabled("zoom-in", k >= zoomMost);
    changed();
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

  const rank = { area: 0, magnitude: 1, place: 2, route: 3, flow: 4, stop: 5 };
  function hit({ x, y }) {
    const inside = t => x >= t.x && x <= t.x + t.w && y >= t.y && y <= t.y + t.h;
    return targets.filter(inside).sort((a, b) => a.w * a.h - b.w * b.h || rank[b.kind] - rank[a.kind])[0];
  }

  const zoomIn = () => zoom(zoomStep), zoomOut = () => zoom(1 / zoomStep), fit = () => put(home);
  disabled("zoom-fit", true);
  at("zoom-in").addEventListener("click", zoomIn);
  at("zoom-out").addEventListener("click", zoomOut);
  at("zoom-fit").addEventListener("click", fit);
  return {
    get view() { return view; },
    get away() { return away(); },
    set targets(list) { targets = Array.isArray(list) ? list : []; },
    hit, move, zoomIn, zoomOut, fit,
    // centre brings a point to the middle, larger: the way over the map for
    // whoever cannot drag.
    centre: point => move(zoomStep, point, middle()),
  };
}
