// What all pages share: the story is fetched, a slider scrubs through it, a
// button plays it, and a line of text says what has happened last.
import "./page.css";

const pace = 1300; // milliseconds from stop to stop while it plays

// tell runs a page. makeMap is given an element and the story, and resolves to
// a function that draws it at a position of the timeline, in stops.
export async function tell(makeMap) {
  const story = await (await fetch("data.json")).json();
  const slider = document.querySelector("#slider"), play = document.querySelector("#play"), now = document.querySelector("#now");
  slider.max = story.last;
  const draw = await makeMap(document.querySelector("#map"), story);
  let at = -1;

  function show(pos) {
    const stop = Math.floor(pos + 1e-6);
    if (stop !== at) {
      const event = story.events.findLast(e => e.stop <= stop);
      now.textContent = event ? `${event.about ? "about " : ""}${event.date}: ${event.headline}` : "";
      at = stop;
    }
    draw(pos);
    dispatchEvent(new CustomEvent("drew", { detail: pos }));
  }

  slider.addEventListener("input", () => show(Number(slider.value)));

  let frame = 0;
  play.addEventListener("click", () => {
    if (frame) {
      cancelAnimationFrame(frame);
      frame = 0;
      play.textContent = "Play";
      return;
    }
    play.textContent = "Pause";
    const from = Number(slider.value) < story.last ? Number(slider.value) : 0;
    const start = performance.now();
    frame = requestAnimationFrame(function tick(time) {
      const pos = Math.min(story.last, from + Math.max(0, time - start) / pace);
      slider.value = pos;
      show(pos);
      if (pos < story.last) frame = requestAnimationFrame(tick);
      else { frame = 0; play.textContent = "Play"; }
    });
  });

  show(Number(slider.value));
  document.documentElement.dataset.ready = "yes";
}

// grown is how much of a flow is there at a position, from 0 to 1.
export function grown(flow, pos) {
  return Math.max(0, Math.min(1, (pos - flow.enters) / (flow.arrives - flow.enters)));
}

// statusAt is the status that a flow has at a position.
export const statusAt = (flow, pos) => flow.status.length === 1 ? flow.status[0].is : flow.status.findLast(s => s.from <= pos + 1e-6).is;

// few tells whether flows can have labels of their own, and heads.
export const few = story => story.flows.length <= 60;

const colors = ["#0b5a8c", "#8a4b08", "#7a2f86", "#1f6f4a", "#97284f"];

// dress gives every flow a colour by where it comes from and a width by its
// amount, in pixels.
export function dress(story) {
  const places = [...new Set(story.flows.map(f => f.from))];
  const most = story.flows.reduce((most, f) => Math.max(most, f.value || 0), 1);
  const widest = few(story) ? 8 : 3;
  return story.flows.map(flow => ({
    ...flow,
    color: flow.kind === "diplomacy" ? "#3c444b" : colors[places.indexOf(flow.from) % colors.length],
    width: flow.value ? Math.max(1, widest * flow.value / most) : 1.5,
  }));
}

// labelOf says in a few words what a flow is.
export function labelOf(flow) {
  const money = flow.value && new Intl.NumberFormat("en-GB", { style: "currency", currency: flow.currency, notation: "compact", maximumFractionDigits: 2 }).format(flow.value);
  return money || flow.what;
}

// dashes are the patterns of statuses that are not yet facts, in pixels.
export const dashes = { announced: [10, 6], pledged: [6, 5], "under-review": [2, 5], intended: [2, 6], reported: [8, 4] };
