// What a host's page may do with its stories: listen, play, and lead one of
// them by the scroll.
"use strict";

const first = document.getElementById("first"), later = document.getElementById("later");

// What the story says of its time, as a line of the article's own.
first.addEventListener("timechange", event => {
  const { date, about, before, after, precision, index, count } = event.detail;
  const sure = before ? "before " : after ? "after " : about ? "about " : "";
  document.getElementById("said").textContent = date
    ? `It shows event ${index} of ${count}: ${sure}${date}, as fine as the ${precision}.`
    : `It shows its opening, before the first of ${count} events.`;
});

later.ready.then(() => {
  const play = document.getElementById("play"), back = document.getElementById("back");
  play.disabled = back.disabled = false;
  play.addEventListener("click", () => later.playing ? later.pause() : later.play());
  back.addEventListener("click", () => later.seek({ progress: 0 }));
  later.addEventListener("play", () => { play.textContent = "Pause the map above"; });
  later.addEventListener("pause", () => { play.textContent = "Play the map above"; });
}, () => {});

// The pinned map follows the scroll: step n stands in the middle of the window
// when the story is at its event n. Asked at frame rate; only the newest counts.
const pinned = document.getElementById("pinned"), steps = [...document.querySelectorAll("#passing li")];
let frame = 0, last = -1;

function follow() {
  frame = 0;
  const middle = innerHeight * 0.6;
  const tops = steps.map(step => step.getBoundingClientRect().top);
  let n = tops.findLastIndex(top => top <= middle);
  const next = tops[n + 1], here = n < 0 ? tops[0] - innerHeight : tops[n];
  if (next !== undefined) n += Math.max(0, Math.min(1, (middle - here) / (next - here)));
  const progress = Math.max(0, Math.min(1, (n + 1) / steps.length));
  if (progress === last) return;
  last = progress;
  pinned.seek({ progress });
}
addEventListener("scroll", () => { if (!frame) frame = requestAnimationFrame(follow); }, { passive: true });
addEventListener("resize", follow);
follow();
