// The story with TimelineJS3, which has slides and no map of flows. Its own
// controls go from event to event; the slider jumps to the event of its place.
// Its script, TL, is loaded as it comes in the package.
import "./timeline.css";
import { tell } from "./page.js";

tell(async (element, story) => {
  const events = story.events.map((e, i) => {
    const [year, month, day] = e.date.split("-").map(Number);
    return { unique_id: "event-" + i, start_date: { year, month, day }, display_date: (e.about ? "about " : "") + e.date, text: { headline: e.headline, text: e.summary } };
  });
  const timeline = new TL.Timeline(element, { title: { unique_id: "title", text: { headline: story.title, text: story.standfirst } }, events },
    { hash_bookmark: false, ga_property_id: null, soundcite: false, duration: 400, font: null });
  await new Promise(done => timeline.on("loaded", done));
  let at = -1;
  return pos => {
    const event = story.events.findLastIndex(e => e.stop <= pos + 1e-6);
    if (event === at) return;
    at = event;
    timeline.goToId(event < 0 ? "title" : "event-" + event);
  };
});
