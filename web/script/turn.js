// The turn: at most two engines run in a page that holds many stories. A host
// that knows of them all says whose turn it is (dateline-embed.js). Frames that
// stand alone share two locks, as far as they are of one origin. A story that
// is alone in its window, or has no locks (a sandbox has none), needs no turn.

function makeTurn(framed, changed) {
  const names = ["dateline engine 1", "dateline engine 2"];
  const locks = framed && navigator.locks;
  let said = null;           // by the host
  let free = !locks;         // there is nobody to wait for
  let give = null;           // lets the lock go that is held
  let waiting = null;        // ends the wait for one

  function hold() {
    if (give || !waiting) return;
    waiting.abort(); // for the other
    waiting = null;
    const held = new Promise(done => { give = done; });
    changed();
    return held;
  }

  return {
    get mine() { return said === null ? free || !!give : said; },
    // take waits for a turn; changed is called when it has come.
    take() {
      if (said !== null || free || give || waiting) return;
      waiting = new AbortController();
      for (const name of names) {
        locks.request(name, { signal: waiting.signal }, hold).catch(error => {
          if (error.name === "AbortError" || free) return;
          free = true;
          changed();
        });
      }
    },
    // leave gives the turn to whoever waits.
    leave() {
      if (waiting) waiting.abort();
      if (give) give();
      waiting = give = null;
    },
    // pressed says whether others wait for it.
    async pressed() {
      if (!give) return false;
      const { pending } = await locks.query();
      return pending.some(lock => names.includes(lock.name));
    },
    // host hears what the host says.
    host(value) {
      this.leave();
      said = value;
      changed();
    },
  };
}
