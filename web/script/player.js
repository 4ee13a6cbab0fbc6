// The player: where the story stands, whether it plays, and how it gets from
// one stop to the next. It tells one listener of every change and knows
// nothing of the page. Where there is to be no motion it stands at stops alone.

function makePlayer(axis, motion, changed) {
  let pos = 0, playing = false, speed = 1;
  let frame = 0, before = 0; // the running animation frame, and its last time
  let seconds = 0;           // of playing: while it dwells, time passes and the position does not
  let travel = null;         // {from, to, gone, span}: a move between stops

  function tell(why) { changed({ pos, playing, moving: playing || !!travel, why }); }

  function tick(now) {
    frame = 0;
    const passed = Math.max(0, now - before); // none, where a clock is set back
    if (travel) {
      travel.gone += passed;
      const t = Math.min(1, travel.gone / travel.span);
      pos = t < 1 ? travel.from + (travel.to - travel.from) * ease(t) : travel.to;
      if (t >= 1) travel = null;
      tell(travel ? "travel" : "arrive");
    } else if (playing) {
      seconds += Math.min(0.25, passed / 1000) * speed;
      pos = axis.posAtTime(seconds);
      if (motion.calm) pos = Math.ceil(pos - 1e-6); // there, instead of on the way
      if (pos >= axis.last - 1e-9) { pos = axis.last; playing = false; }
      tell("play");
    }
    before = now;
    run();
  }

  function run() {
    if (!frame && (travel || playing)) frame = requestAnimationFrame(tick);
  }

  return {
    get pos() { return pos; },
    get playing() { return playing; },
    get speed() { return speed; },
    set speed(s) { speed = s; },
    // heading is the stop that the story stands at or is on its way to.
    get heading() { return travel ? travel.to : axis.stopAt(pos); },
    // set puts the story at a position, at once.
    set(p, why) {
      travel = null;
      if (why !== "play") playing = false;
      pos = Math.max(0, Math.min(axis.last, motion.calm ? Math.round(p) : p));
      tell(why);
    },
    // settle ends a move, and what is half done, where there is no motion.
    settle() {
      if (motion.calm && !playing && pos % 1) this.set(travel ? travel.to : pos, "arrive");
    },
    // go moves to a stop, so that what enters on the way is seen entering. A
    // later move overtakes an earlier one.
    go(stop, why) {
      playing = false;
      const to = Math.max(0, Math.min(axis.last, stop));
      const far = Math.abs(to - pos);
      if (motion.calm || far < 1e-6 || document.hidden) return this.set(to, why || "arrive");
      travel = { from: pos, to, gone: 0, span: Math.min(1400, 850 + 120 * far) };
      before = performance.now();
      tell("travel");
      run();
    },
    play() {
      if (playing) return;
      travel = null;
      if (pos >= axis.last - 1e-6) pos = 0;
      playing = true;
      seconds = axis.timeAt(pos); // where a dwell ends: playing starts with a movement
      before = performance.now();
      tell("play");
      run();
    },
    pause() {
      if (!playing) return;
      playing = false;
      tell("pause");
    },
  };
}
