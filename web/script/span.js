// The part of the timeline that the reader looks at, in values of the slider,
// where a story has so much on it that looking closer helps. It is brushed over
// the strip's upper part, moved along the thin line at its foot that shows the
// whole, and zoomed by buttons, keys and the wheel with Ctrl. Only the engine's
// picture can show a part, and the playhead is always in it.

const halfThumb = 16; // CSS pixels from the slider's sides to the track's ends, as the style sheet has it

function makeSpan({ extent, closest, stops }, head, changed) {
  const slider = at("slider"), brush = at("brush"), sliver = at("sliver");
  let from = 0, to = extent, live = false, kept = [0, extent];
  const whole = () => to - from >= extent;

  function put(a, width) {
    width = Math.min(extent, Math.max(closest, width));
    from = Math.max(0, Math.min(extent - width, a));
    to = from + width;
    slider.min = from;
    slider.max = to;
    sliver.hidden = whole();
    at("span-out").setAttribute("aria-disabled", whole());
    at("span-in").setAttribute("aria-disabled", width <= closest);
    changed(Math.max(from, Math.min(to, head())));
  }

  // zoom looks closer by a factor; what is at x keeps its place, as far as the
  // playhead stays in sight.
  function zoom(factor, x = head()) {
    const width = Math.min(extent, Math.max(closest, (to - from) / factor));
    put(Math.max(head() - width, Math.min(head(), x - (x - from) / (to - from) * width)), width);
    const seen = stops.filter(stop => stop.x >= from && stop.x <= to);
    at("live").textContent = whole() ? stops[0].words : seen.length ? seen[0].words + " – " + seen[seen.length - 1].words : "";
  }
  const all = () => put(0, extent);

  // share is how far along the track a pointer is, 0…1 in the order of time.
  function share(x) {
    const box = slider.getBoundingClientRect();
    const to = Math.max(0, Math.min(1, (x - box.left - halfThumb) / (box.width - 2 * halfThumb)));
    return document.documentElement.dir === "rtl" ? 1 - to : to;
  }
  const value = x => from + share(x) * (to - from);

  // drag calls go with where a pointer went down and where it is, and whether it
  // has been let go.
  function drag(element, go) {
    let start = null;
    element.addEventListener("pointerdown", event => {
      if (event.button) return;
      start = event.clientX;
      element.setPointerCapture(event.pointerId);
    });
    element.addEventListener("pointermove", event => { if (start !== null) go(start, event.clientX); });
    for (const type of ["pointerup", "pointercancel"]) {
      element.addEventListener(type, event => {
        if (start !== null) go(start, event.clientX, type);
        start = null;
      });
    }
  }

  if (closest) {
    const mark = brush.firstElementChild;
    drag(brush, (start, now, end) => {
      const drawn = Math.abs(now - start) >= dragLeast;
      mark.hidden = !drawn || !!end;
      mark.style.left = Math.min(start, now) - brush.getBoundingClientRect().left + "px";
      mark.style.width = Math.abs(now - start) + "px";
      if (!drawn || end !== "pointerup") return;
      const a = value(start), b = value(now);
      put(Math.min(a, b), Math.abs(b - a));
    });
    drag(sliver, (_, now) => put(share(now) * extent - (to - from) / 2, to - from));
    brush.addEventListener("dblclick", all);
    for (const element of [slider, brush, sliver]) {
      element.addEventListener("wheel", event => {
        if (!live || !event.ctrlKey && !event.metaKey) return;
        event.preventDefault();
        zoom(wheelZoom(event), value(event.clientX));
      }, { passive: false });
    }
    at("span-in").addEventListener("click", () => zoom(2));
    at("span-out").addEventListener("click", () => zoom(0.5));
  }

  return {
    // from and to are nothing while the whole shows.
    get from() { return whole() ? 0 : from; },
    get to() { return whole() ? 0 : to; },
    get width() { return to - from; },
    get able() { return closest && live; },
    zoom, all,
    // Without the engine the whole shows; when it is back, the part that was.
    set live(yes) {
      if (!closest || live === yes) return;
      live = yes;
      at("span").hidden = brush.hidden = !yes;
      if (!yes) kept = [from, to - from];
      put(...yes ? kept : [0, extent]);
    },
    // follow keeps the playhead in sight; while it plays, with some way to go.
    follow(x, playing) {
      const width = to - from, near = width * 1e-6; // x has been to a position and back
      if (x < from - near) put(x - width * 0.1, width);
      else if (x > to + near - (playing && to < extent ? width * 0.1 : 0)) put(x - width * (playing ? 0.15 : 0.9), width);
    },
  };
}
