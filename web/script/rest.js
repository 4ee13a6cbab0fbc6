// Rest: when the engine runs. The page asks for it; it starts when it is this
// story's turn. When nobody has seen the story for half a minute it is put
// away, and comes back, from the cache, as soon as the story is seen again; the
// page's own picture stands in for it.

const restAfter = 30, restLook = 2; // seconds

function makeRest({ sight, turn, picture, stage }) {
  let asked = false, timer = 0;

  function run() {
    if (!asked || stage.started || stage.down) return;
    if (!turn.mine) return turn.take();
    picture.more(); // first, for the other pictures are small and show every stop at once
    stage.start();
    if (!sight.seen) away(restLook); // it came near
  }

  function rest() {
    turn.leave();
    stage.rest();
  }

  // away waits until it is time to rest: sooner, if others wait for the turn. In
  // a hidden tab, where nobody has scrolled away, it is they alone who count.
  function away(seconds) {
    clearTimeout(timer);
    timer = setTimeout(async () => {
      const over = !sight.on && seconds >= restAfter || await turn.pressed();
      if (sight.seen) return;
      if (over) rest(); else away(seconds + restLook);
    }, restLook * 1000);
  }

  return {
    // near is called when the story will soon be asked for: what has to come for
    // that is on its way until the page is idle.
    near() {
      if (!turn.mine || document.hidden || stage.down) return;
      picture.more();
      stage.fetch();
    },
    ask() {
      asked = true;
      run();
    },
    // look is called when what is seen has changed, or whose turn it is.
    look() {
      clearTimeout(timer);
      if (!turn.mine) stage.rest();
      if (sight.seen) run(); else if (stage.started) away(restLook); else turn.leave();
    },
  };
}
