// Gestures on the map. The page comes first: one finger and the plain wheel
// scroll it, wherever they are. Two fingers, and the wheel with Ctrl or ⌘,
// move and zoom the map; so does a trackpad's pinch, which browsers report as a
// wheel with Ctrl. A mouse that drags has no other meaning on a page, so it
// moves the map as on every map, zoomed or not; four pixels tell a drag from a
// click. A double click brings its point to the middle, larger.

const dragLeast = 4;       // CSS pixels from a click to a drag
const strayLeast = 12;     // … from a touch to a finger that tries to move the map
const pinchRate = 0.012;   // of the zoom's logarithm, a pixel of the wheel
const wheelLine = 16;      // CSS pixels of a wheel that counts in lines

// wheelZoom is the factor of a turn of the wheel.
function wheelZoom(event) {
  const way = -event.deltaY * (event.deltaMode === 1 ? wheelLine : 1) * pinchRate, most = Math.log(zoomStep);
  return Math.exp(Math.max(-most, Math.min(most, way)));
}

function makeGestures(map, hint, pointed) {
  const surface = at("surface"), tip = at("tip");
  const live = () => at("box").classList.contains("live"); // before the engine there is no view to move
  const spot = event => {
    const box = surface.getBoundingClientRect();
    return { x: event.clientX - box.left, y: event.clientY - box.top };
  };

  // The mouse: it points, clicks and drags.
  let grip = null; // {last, moved}
  function hover(point) {
    const found = grip || !live() ? null : map.hit(point);
    surface.classList.toggle("pointing", !!found);
    tip.hidden = !(found && found.label);
    if (tip.hidden) return;
    tip.textContent = found.label;
    const left = Math.max(8, Math.min(surface.clientWidth - tip.offsetWidth - 8, point.x - tip.offsetWidth / 2));
    const above = point.y - tip.offsetHeight - 14;
    tip.style.transform = `translate(${left}px, ${above > 4 ? above : point.y + 20}px)`;
  }
  const hideTip = () => { tip.hidden = true; };
  const isMouse = event => event.pointerType === "mouse";

  surface.addEventListener("pointerdown", event => {
    grip = null;
    if (!isMouse(event) || event.button !== 0 || !live()) return;
    grip = { last: spot(event), moved: false };
    surface.setPointerCapture(event.pointerId);
  });
  surface.addEventListener("pointermove", event => {
    if (!isMouse(event)) return;
    const point = spot(event);
    if (!grip) return hover(point);
    if (!grip.moved && Math.hypot(point.x - grip.last.x, point.y - grip.last.y) < dragLeast) return;
    grip.moved = true;
    surface.classList.add("held");
    hideTip();
    map.move(1, grip.last, point);
    grip.last = point;
  });
  function drop() {
    surface.classList.remove("held");
    setTimeout(() => { grip = null; }); // after the click that ends a drag
  }
  surface.addEventListener("pointerup", drop);
  surface.addEventListener("pointercancel", drop);
  surface.addEventListener("pointerleave", hideTip);
  addEventListener("keydown", hideTip);
  surface.addEventListener("click", event => {
    if (grip && grip.moved || !live()) return;
    const found = map.hit(spot(event));
    if (found) pointed(found);
  });
  surface.addEventListener("dblclick", event => {
    if (live() && !map.hit(spot(event))) map.centre(spot(event));
  });

  // The wheel. Where a turn of it began tells the map's from the page's: a page
  // that scrolls the map under the pointer is no try to zoom it.
  let turned = -1000, began = null;
  addEventListener("wheel", event => {
    if (event.timeStamp - turned > 400) began = event.target;
    turned = event.timeStamp;
  }, { capture: true, passive: true });
  surface.addEventListener("wheel", event => {
    if (!live()) return;
    if (!event.ctrlKey && !event.metaKey) {
      if (began === surface) hint.wheel(map.away);
      return;
    }
    event.preventDefault();
    hint.known();
    map.move(wheelZoom(event), spot(event), spot(event));
  }, { passive: false });

  // Fingers. Once the page scrolls under a first finger the gesture is the
  // page's, whatever joins it. Where the reader has magnified the page itself,
  // all gestures are the page's, or there might be no way back.
  let pinch = null, touch = null;
  const pair = ({ touches: [a, b] }) => ({
    ...spot({ clientX: (a.clientX + b.clientX) / 2, clientY: (a.clientY + b.clientY) / 2 }),
    d: Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY) || 1,
  });
  const magnified = () => window.visualViewport && visualViewport.scale > 1.01;
  if (window.visualViewport) {
    visualViewport.addEventListener("resize", () => surface.classList.toggle("magnified", magnified()));
  }

  surface.addEventListener("touchstart", event => {
    pinch = event.touches.length === 2 && live() && !magnified() ? pair(event) : null;
    touch = event.touches.length === 1 && live() ? spot(event.touches[0]) : null;
  }, { passive: true });
  surface.addEventListener("touchmove", event => {
    if (touch) strayed(spot(event.touches[0]));
    if (!pinch || event.touches.length !== 2) return;
    if (!event.cancelable) { pinch = null; return; }
    event.preventDefault();
    hint.known();
    const next = pair(event);
    map.move(next.d / pinch.d, pinch, next);
    pinch = next;
  }, { passive: false });
  for (const type of ["touchend", "touchcancel"]) {
    surface.addEventListener(type, () => { pinch = touch = null; }, { passive: true });
  }

  // strayed sees a single finger that wants the map and not the page: one that
  // moves sideways, or any on a map that the reader has moved.
  function strayed(point) {
    const dx = Math.abs(point.x - touch.x), dy = Math.abs(point.y - touch.y);
    if (Math.hypot(dx, dy) < strayLeast) return;
    if (dx > dy || map.away) hint.touch();
    touch = null;
  }

  // Safari reports a trackpad's pinch by events of its own.
  let scale = 1;
  surface.addEventListener("gesturestart", event => {
    if (!live() || magnified()) return;
    event.preventDefault();
    scale = 1;
  });
  surface.addEventListener("gesturechange", event => {
    if (!live() || magnified()) return;
    event.preventDefault();
    if (pinch) return;
    map.move(event.scale / scale, spot(event), spot(event));
    scale = event.scale;
  });
}
