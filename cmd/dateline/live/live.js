// What dateline serve adds to a page: it loads again when the story has been
// saved, at the same time and with the same view, and shows the story's problems.
(() => {
  "use strict";

  // What was kept stands in the history's entry, which outlives a reload; the
  // page's own script may write it anew.
  const kept = history.state && history.state.dateline;

  // The view is known from what the page tells the stage.
  let view = null;
  const post = MessagePort.prototype.postMessage;
  MessagePort.prototype.postMessage = function (message, ...rest) {
    if (message && message.view && message.pos !== undefined) view = message.view;
    return post.call(this, message, ...rest);
  };

  // Time is kept as an event and the share of the way to the next, so that it
  // outlives a change of the story.
  const stops = () => JSON.parse(document.querySelector("script#script").textContent).stops;
  const slider = () => document.querySelector("input[type=range]");
  function keep() {
    const state = { scroll: scrollY, view };
    if (slider()) {
      const all = stops(), x = Number(slider().value);
      const i = Math.max(0, all.findLastIndex(stop => stop.x <= x + 1e-9));
      const way = i + 1 < all.length ? all[i + 1].x - all[i].x : 0;
      Object.assign(state, { event: all[i].event || "", share: way > 0 ? (x - all[i].x) / way : 0 });
    }
    history.replaceState({ dateline: state }, "");
    location.reload();
  }

  function restore() {
    if (!kept) return;
    history.replaceState(null, "");
    scrollTo(0, kept.scroll);
    const range = slider(), all = range ? stops() : [];
    const i = all.findIndex(stop => (stop.event || "") === kept.event);
    if (i >= 0) {
      const next = all[Math.min(i + 1, all.length - 1)];
      range.value = all[i].x + kept.share * (next.x - all[i].x);
      for (const type of ["pointerdown", "input", "pointerup"]) range.dispatchEvent(new Event(type, { bubbles: true }));
    }
    if (kept.view) whenLive(() => look(kept.view));
  }

  // The engine's picture lies over the page's own before the map can be moved.
  function whenLive(act) {
    const box = document.getElementById("box");
    if (!box) return;
    const watcher = new MutationObserver(() => {
      if (!box.classList.contains("live")) return;
      watcher.disconnect();
      act();
    });
    watcher.observe(box, { attributes: true, attributeFilter: ["class"] });
  }

  // look zooms as a wheel would: about the point that such a view leaves in
  // place.
  function look({ x, y, k }) {
    const surface = document.getElementById("surface"), box = surface.getBoundingClientRect();
    function zoom(factor, x, y) {
      for (let left = Math.log(factor); Math.abs(left) > 1e-9;) {
        const step = Math.max(-0.4, Math.min(0.4, left));
        left -= step;
        surface.dispatchEvent(new WheelEvent("wheel", { ctrlKey: true, bubbles: true, cancelable: true, deltaY: -step / 0.012,
          clientX: box.left + surface.clientWidth / 2 + x, clientY: box.top + surface.clientHeight / 2 + y }));
      }
    }
    if (k !== 1) return zoom(k, x / (1 - k), y / (1 - k));
    if (x === 0 && y === 0) return;
    zoom(1.25, 0, 0);
    zoom(0.8, x / 0.2, y / 0.2);
  }

  function problems({ text, errors }) {
    const old = document.getElementById("dateline-problems");
    if (old) old.remove();
    if (!text) return;
    const panel = document.createElement("details"), title = document.createElement("summary"), list = document.createElement("pre");
    panel.id = "dateline-problems";
    panel.open = errors;
    title.textContent = errors ? "The story has problems; this is how it was before them" : "The story has warnings";
    list.textContent = text;
    panel.append(title, list);
    Object.assign(panel.style, { position: "fixed", zIndex: 99, insetInlineStart: "12px", bottom: "12px", maxWidth: "calc(100vw - 24px)", maxHeight: "60vh", overflow: "auto",
      boxSizing: "border-box", padding: "10px 14px", background: errors ? "#7d1a14" : "#3c444b", color: "#fff", font: "14px/1.45 system-ui, sans-serif", borderRadius: "6px" });
    Object.assign(title.style, { cursor: "pointer", fontWeight: "bold" });
    Object.assign(list.style, { margin: "8px 0 0", whiteSpace: "pre-wrap", overflowWrap: "anywhere" });
    document.body.append(panel);
  }

  if (parent !== window) return; // a frame is loaded again with its page
  addEventListener("DOMContentLoaded", () => {
    let version = null;
    const news = new EventSource("/~dateline/news");
    news.onmessage = ({ data }) => {
      const now = JSON.parse(data);
      if (version !== null && now.version !== version) return keep();
      version = now.version;
      problems(now);
    };
  });
  addEventListener("load", () => setTimeout(restore));
})();
