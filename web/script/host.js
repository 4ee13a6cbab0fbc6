// The host: the page that this one is embedded in, if it is. The host asks and
// this page answers; only the window that holds the frame is listened to.
//
//   page → host  {dateline: 1, type: "ready"}
//                {dateline: 1, type: "height", height}     CSS pixels
//                {dateline: 1, type: "timechange" | "play" | "pause", time}
//                {dateline: 1, type: "fault", reason, rung}
//                {dateline: 1, type: "answer", n, answer | error}
//   host → page  {dateline: 1, n, ask, …}             what may be asked stands in answer.js
//
// What is told is no secret, so it goes to whoever holds the frame.

function makeHost(page) {
  const framed = parent !== window;
  const say = message => { if (framed) parent.postMessage(message, "*"); };
  const tell = message => say({ dateline: 1, ...message });

  // The host's origin, where the browser tells it or once the host has spoken.
  let hostOrigin = framed && location.ancestorOrigins ? location.ancestorOrigins[0] : "";
  function isHost(event) {
    if (event.source !== parent) return false;
    if (!hostOrigin) hostOrigin = event.origin;
    return event.origin === hostOrigin || event.origin === "null" || hostOrigin === "null";
  }

  async function heard(event) {
    if (!isHost(event)) return;
    const ask = event.data;
    if (!ask || typeof ask !== "object" || ask.dateline !== 1 || typeof ask.ask !== "string") return;
    if (Object(ask.n) === ask.n) return; // a number or a word goes back; what else there is may not
    try {
      tell({ type: "answer", n: ask.n, answer: await page.answer(ask) });
    } catch (error) {
      tell({ type: "answer", n: ask.n, error: String(error.message) });
    }
  }

  // The height goes out in each dialect that systems for articles speak: our
  // own, Datawrapper's, AMP's, and pym's where the host has given it a name.
  const pym = new URLSearchParams(location.search).get("childId") || "";
  let height = 0;
  function grown() {
    const now = Math.ceil(at("story").getBoundingClientRect().height);
    if (now === height) return;
    height = now;
    tell({ type: "height", height });
    say({ "datawrapper-height": { [page.id]: height } });
    say({ sentinel: "amp", type: "embed-size", height });
    if (pym && !pym.includes("xPYMx")) say(["pym", pym, "height", height].join("xPYMx"));
  }

  if (framed) {
    document.documentElement.classList.add("framed");
    addEventListener("message", heard);
    if (!page.fixed) new ResizeObserver(grown).observe(at("story"));
    // A link to a source would put the source into the host's frame.
    for (const link of document.querySelectorAll('a[href^="http"]')) link.target = "_blank";
  }
  return { framed, tell };
}
