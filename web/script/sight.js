// Sight: whether anybody sees the story.

function makeSight(element, changed) {
  let on = true, gone = [];
  const seen = () => on && !document.hidden;
  function look() {
    if (!seen()) {
      gone.forEach(resolve => resolve());
      gone = [];
    }
    changed();
  }
  new IntersectionObserver(entries => {
    on = entries[entries.length - 1].isIntersecting;
    look();
  }).observe(element);
  document.addEventListener("visibilitychange", look);
  return {
    get seen() { return seen(); },
    // on says whether it lies on the screen, in a tab that may be hidden.
    get on() { return on; },
    // unseen resolves when nobody sees it.
    unseen: () => seen() ? new Promise(resolve => gone.push(resolve)) : Promise.resolve(),
  };
}
