// Motion: whether the story may move. It follows the system's setting, and the
// reader may say otherwise in the page. Without motion the story goes from
// event to event: every flow is complete, and the map is cut, not flown.

function makeMotion(changed) {
  const system = matchMedia("(prefers-reduced-motion: reduce)"), button = at("motion");
  let calm = false;

  function put(next) {
    calm = next;
    button.setAttribute("aria-checked", !calm);
    document.documentElement.classList.toggle("calm", calm);
    changed();
  }
  button.addEventListener("click", () => put(!calm));

  return {
    get calm() { return calm; },
    // start is called when all is there that a change moves.
    start() {
      system.addEventListener("change", () => put(system.matches));
      put(system.matches);
    },
  };
}
