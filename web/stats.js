// What the drawing takes, shown over the map: fetched by a page whose address
// asks for it (?stats), and by no other. The page's script says "dateline:drawn"
// for every picture that the engine has drawn.
(() => {
"use strict";

const look = `.stats { position: absolute; top: 0; left: 0; z-index: 2; margin: 0; padding: 0.4rem 0.6rem; max-width: 100%; max-height: calc(100% - var(--strip)); overflow: hidden; pointer-events: none;
  background: color-mix(in srgb, var(--paper) 88%, transparent); color: var(--ink); font: 11px/1.4 ui-monospace, monospace; white-space: pre; }`;
const sheet = new CSSStyleSheet();
sheet.replaceSync(look);
document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];

const plate = document.createElement("pre");
plate.className = "stats";
plate.setAttribute("aria-hidden", "true");
document.getElementById("box").append(plate);

const frames = []; // the last pictures: when each was drawn, and what it took
const span = 1000; // milliseconds within which pictures count as one movement
let newest = null;

const ms = x => x.toFixed(1).padStart(7) + " ms";
const MiB = bytes => (bytes / (1 << 20)).toFixed(1).padStart(7) + " MiB";
const count = n => String(n).padStart(7);
const middle = numbers => numbers.sort((a, b) => a - b)[numbers.length >> 1] || 0;

function show() {
  const between = frames.slice(1).map((f, i) => f.at - frames[i].at);
  const lines = newest ? [
    ["frame", ms(middle(between)) + "  between pictures, median of " + between.length],
    ["wait", ms(newest.wait) + "  from asking to drawn"],
    ["build", ms(newest.build) + "  state to list"],
    ["draw", ms(newest.draw) + "  list to GPU"],
    ["batches", count(newest.batches)],
    ["triangles", count(newest.triangles)],
    ["uploads", count(newest.uploads) + "  " + MiB(newest.uploaded).trim()],
    ["memory", MiB(newest.memory) + "  WebAssembly"],
  ] : [];
  for (const { name, startTime } of performance.getEntriesByType("mark")) {
    if (name.startsWith("dateline:")) lines.push([name.slice(9), ms(startTime)]);
  }
  plate.textContent = lines.map(([name, text]) => name.padEnd(14) + text).join("\n");
}

addEventListener("dateline:drawn", ({ detail }) => {
  newest = detail;
  const at = performance.now();
  if (frames.length && at - frames[frames.length - 1].at > span) frames.length = 0;
  frames.push({ at });
  if (frames.length > 120) frames.shift();
  show();
});
show();
})();
