// The turns of a host's page: of all its stories, at most two draw by their
// engine, those whose maps are nearest the middle of the window. Browsers hold
// few drawings on a GPU, and a reader looks at one.

const engines = 2;
const goneWithin = 1000; // milliseconds, for a story that does not answer
const mapEnd = 800; // CSS pixels from a story's top to where its map with timeline has ended

// makeTurns knows the stories that are there; give tells one of them whether it
// may draw by its engine, and returns a promise that is kept once it knows.
function makeTurns(give) {
  const told = new Map(); // story → what it was told, or null
  let timer = 0;

  // far is how far a story's map is from the middle. One that has an engine keeps
  // it until another is clearly nearer.
  function far(story) {
    const { top, width, height } = story.getBoundingClientRect();
    const off = Math.abs(top + Math.min(height, mapEnd) / 2 - innerHeight / 2);
    return width ? off - (told.get(story) ? innerHeight / 8 : 0) : Infinity;
  }

  function tell(story, may) {
    if (told.get(story) === may) return;
    told.set(story, may);
    return new Promise(done => {
      give(story, may).then(done, done);
      setTimeout(done, goneWithin);
    });
  }

  // arrange first takes the engines from those that have lost them, and gives them
  // to others when they are gone. (Without Promise.all: a page may have its own.)
  let round = 0, gone = null;
  async function arrange() {
    const mine = ++round;
    const stories = [...told.keys()].map(story => [far(story), story]).sort((a, b) => a[0] - b[0]).map(([, story]) => story);
    const leaving = [gone, ...stories.slice(engines).map(story => tell(story, false))];
    gone = (async () => { for (const one of leaving) await one; })();
    await gone;
    if (mine !== round) return; // a later one gives
    for (const story of stories.slice(0, engines)) if (told.has(story)) tell(story, true);
  }

  // soon waits for the end of a scroll.
  function soon() {
    clearTimeout(timer);
    timer = setTimeout(arrange, 200);
  }

  // listen does so again with each story: a page that opens its document anew
  // loses its listeners.
  function listen() {
    addEventListener("scroll", soon, { capture: true, passive: true });
    addEventListener("resize", soon);
  }

  return {
    enter(story) {
      told.set(story, null);
      listen();
      arrange();
    },
    leave(story) { if (told.delete(story)) soon(); },
    soon,
  };
}

