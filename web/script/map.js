// The reader's own view of the map, and what lies under the pointer. A view is
// a zoom about the middle of the map and then a shift: a point p of the
// picture is seen at middle + k·(p − middle) + (x, y), in CSS pixels. It lies on
// top of the story's camera; fit gives the map back to the story.

const zoomStep = 1.6, zoomLeast = 0.6, zoomMost = 12; // as the scene has them

function makeMap(changed, pointed) {
  const surface = at("surface"), tip = at("tip");
  const home = () => ({ x: 0, y: 0, k: 1 });
  let view = home(), targets = [], grip = null;

  const size = () => ({ width: surface.clientWidth, height: surface.clientHeight });

  function put(next) {
    const { width, height } = size();
    const k = Math.max(zoomLeast, Math.min(zoomMost, Math.abs(next.k - 1) < 0.02 ? 1 : next.k));
    const x = Math.max(-width * k / 2, Math.min(width * k / 2, next.x));
    const y = Math.max(-height * k / 2, Math.min(height * k / 2, next.y));
    view = { x, y, k };
    const away = k !== 1 || x !== 0 || y !== 0;
    at("zoom-fit").disabled = !away;
    at("zoom-out").disabled = k <= zoomLeast;
    at("zoom-in").disabled = k >= zoomMost;
    surface.classList.toggle("zoomed", away);
    changed(view);
  }

  // zoom keeps the point (x, y) of the surface where it is; by default the middle.
  function zoom(factor, x, y) {
    const { width, height } = size();
    const k = Math.max(zoomLeast, Math.min(zoomMost, view.k * factor)), f = k / view.k;
    const dx = (x === undefined ? width / 2 : x) - width / 2;
    const dy = (y === undefined ? height / 2 : y) - height / 2;
    put({ k, x: dx - f * (dx - view.x), y: dy - f * (dy - view.y) });
  }

  const rank = { place: 0, flow: 1, event: 2, stop: 3 };
  function hit(x, y) {
    const inside = t => x >= t.x && x <= t.x + t.w && y >= t.y && y <= t.y + t.h;
    return targets.filter(inside).sort((a, b) => a.w * a.h - b.w * b.h || rank[b.kind] - rank[a.kind])[0];
  }

  function hover(event) {
    const found = grip ? null : hit(event.offsetX, event.offsetY);
    surface.classList.toggle("pointing", !!found);
    tip.hidden = !(found && found.label);
    if (tip.hidden) return;
    tip.textContent = found.label;
    const left = Math.max(8, Math.min(surface.clientWidth - tip.offsetWidth - 8, event.offsetX - tip.offsetWidth / 2));
    const above = event.offsetY - tip.offsetHeight - 14;
    tip.style.transform = `translate(${left}px, ${above > 4 ? above : event.offsetY + 20}px)`;
  }

  surface.addEventListener("pointerdown", event => {
    if (event.pointerType === "touch" || event.button !== 0) return; // one finger moves the page
    grip = { x: event.offsetX, y: event.offsetY, view, moved: false };
    surface.setPointerCapture(event.pointerId);
  });
  surface.addEventListener("pointermove", event => {
    if (event.pointerType === "touch") return;
    if (!grip) return hover(event);
    const dx = event.offsetX - grip.x, dy = event.offsetY - grip.y;
    if (!grip.moved && Math.hypot(dx, dy) < 4) return;
    grip.moved = true;
    tip.hidden = true;
    put({ k: view.k, x: grip.view.x + dx, y: grip.view.y + dy });
  });
  const drop = () => { setTimeout(() => { grip = null; }); };
  surface.addEventListener("pointerup", drop);
  surface.addEventListener("pointercancel", drop);
  surface.addEventListener("pointerleave", () => { tip.hidden = true; });
  surface.addEventListener("click", event => {
    if (grip && grip.moved) return;
    const found = hit(event.offsetX, event.offsetY);
    if (found) pointed(found);
  });
  surface.addEventListener("wheel", event => {
    if (!event.ctrlKey && !event.metaKey) return; // the wheel moves the page
    event.preventDefault();
    zoom(Math.exp(-event.deltaY * 0.004), event.offsetX, event.offsetY);
  }, { passive: false });

  // Two fingers move and zoom the map; one is the page's.
  let pinch = null;
  const pair = event => {
    const box = surface.getBoundingClientRect(), [a, b] = event.touches;
    return {
      x: (a.clientX + b.clientX) / 2 - box.left, y: (a.clientY + b.clientY) / 2 - box.top,
      d: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY),
    };
  };
  surface.addEventListener("touchstart", event => { pinch = event.touches.length === 2 ? pair(event) : null; }, { passive: true });
  surface.addEventListener("touchmove", event => {
    if (!pinch || event.touches.length !== 2) return;
    event.preventDefault();
    const next = pair(event);
    zoom(next.d / pinch.d, next.x, next.y);
    put({ k: view.k, x: view.x + next.x - pinch.x, y: view.y + next.y - pinch.y });
    pinch = next;
  }, { passive: false });
  surface.addEventListener("touchend", () => { pinch = null; });

  at("zoom-in").addEventListener("click", () => zoom(zoomStep));
  at("zoom-out").addEventListener("click", () => zoom(1 / zoomStep));
  at("zoom-fit").addEventListener("click", () => put(home()));
  at("zoom-fit").disabled = true;
  return {
    get view() { return view; },
    set targets(list) { targets = list || []; },
    zoomIn: () => zoom(zoomStep),
    zoomOut: () => zoom(1 / zoomStep),
    fit: () => put(home()),
  };
}
