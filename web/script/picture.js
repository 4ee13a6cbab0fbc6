// The picture: the story as SVG, for as long as no engine draws it. It came
// with the page and holds every stop; groups name in data-s the stops at which
// they show ("0-3 7 9-"). From stop to stop it is cut, and its playhead follows
// the slider.

function makePicture() {
  const room = at("picture"), cameras = room.dataset.cameras.split(" ").map(Number);
  const back = document.documentElement.dir === "rtl"; // time runs to the left
  const parts = []; // {group, ranges}
  let stop = 0, share = 0, shown = -1, covered = false, more = null;

  const between = text => text.split(" ").map(range => {
    const [from, to] = range.split("-");
    return [Number(from), to === undefined ? Number(from) : to === "" ? Infinity : Number(to)];
  });
  const learn = within => within.querySelectorAll("[data-s]").forEach(group => parts.push({ group, ranges: between(group.dataset.s) }));
  const heads = [...room.querySelectorAll(".playhead, .ring")];
  const passed = [...room.querySelectorAll(".passed > rect")];
  learn(room);

  function show() {
    if (covered) return;
    // In per cent of the track: it came as it stands at the opening.
    heads.forEach(head => { head.style.transform = `translateX(${back ? -share * 100 : share * 100}%)`; });
    passed.forEach(bar => {
      if (back) bar.setAttribute("x", 100 - share * 100 + "%");
      bar.setAttribute("width", share * 100 + "%");
    });
    if (stop === shown) return;
    shown = stop;
    room.classList.add("stepped");
    parts.forEach(({ group, ranges }) => group.classList.toggle("on", ranges.some(([from, to]) => from <= stop && stop <= to)));
    // Where a camera's own picture has not come yet, the opening's shows the stop.
    const camera = room.querySelector(".c" + cameras[stop]) ? cameras[stop] : 0;
    room.querySelectorAll(".map").forEach(map => map.classList.toggle("away", !map.classList.contains("c" + camera)));
  }

  // fetchMore brings the pictures of the other cameras.
  async function fetchMore() {
    const answer = await fetch(room.dataset.more, { integrity: room.dataset.moreSum });
    if (!answer.ok) throw new Error(answer.status);
    const got = markupOf(await answer.text()).body;
    learn(got);
    room.append(...got.children);
    shown = -1;
    show();
  }

  return {
    // put says where the story stands: at which stop, and how far along the
    // track.
    put(atStop, along) {
      stop = atStop;
      share = along;
      show();
    },
    // view puts the map as the reader had it when the engine was put away.
    set view({ x, y, k, r }) { room.style.setProperty("--view", k === 1 && !x && !y && !r ? "none" : `translate(${x}px, ${y}px) scale(${k}) rotate(${r || 0}rad)`); },
    // covered says whether the engine's picture lies over this one, which then
    // need not follow.
    set covered(yes) {
      covered = yes;
      show();
    },
    // more resolves when the other cameras' pictures are here, or are not to be had.
    more() {
      if (!room.dataset.more) return Promise.resolve();
      return more || (more = fetchMore().catch(() => { more = null; }));
    },
  };
}
