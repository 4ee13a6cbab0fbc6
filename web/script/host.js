// The host: the page that this one is embedded in, if it is. The host asks,
// the page answers; only the window that holds the frame is listened to.

function makeHost(page) {
  const framed = parent !== window;
  const tell = message => { if (framed) parent.postMessage({ dateline: 1, ...message }, "*"); };
  let height = 0;

  if (framed) {
    document.documentElement.classList.add("framed");
    addEventListener("message", async event => {
      const ask = event.data;
      if (event.source !== parent || !ask || ask.dateline !== 1 || typeof ask.ask !== "string") return;
      try {
        const answer = await page.answer(ask);
        tell({ type: "answer", n: ask.n, answer });
      } catch (error) {
        tell({ type: "answer", n: ask.n, error: String(error.message || error) });
      }
    });
    new ResizeObserver(() => {
      const now = Math.ceil(at("story").getBoundingClientRect().height);
      if (now !== height) tell({ type: "height", height: height = now });
    }).observe(at("story"));
  }
  return { framed, tell };
}
