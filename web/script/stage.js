// The page's side of the stage: the inner frame that holds the engine. It is
// output only. One port leads in; the newest state wins, and at most one is in
// flight. All that the engine knows it is told again after a loss, and handed
// its files again.

function makeStage(tell) {
  const room = at("frame"), address = document.body.dataset.stage;
  let frame = null, port = null;
  let files = null;             // on their way to the frame
  let there = false;            // its document has answered
  let down = false, again = ""; // it has failed and waits for a retry, with this after its address: past the cache
  let calm = true;              // a loss now would be the first for a while
  let watch = 0, watching = 0;  // the timer for its next word, and the number of that wait
  let ready = false, drawn = false, busy = false;
  let known = false; // it has drawn before
  let sent = 0;      // when it was last told something
  let seq = 0, state = null, pending = false;
  let posted = 0, done = 0; // numbers of what it was last told, and of what was last drawn
  const waiting = []; // {seq, resolve}

  const number = said => Number.isFinite(said) ? said : 0;

  function settle(upTo) {
    while (waiting.length && waiting[0].seq <= upTo) waiting.shift().resolve();
  }

  // expect waits so many seconds for the stage's next word; 0 waits for none. A
  // page that nobody sees gets no frames, nor does its stage: then it waits on.
  function expect(seconds) {
    const mine = ++watching, grace = 3;
    clearTimeout(watch);
    if (seconds) watch = setTimeout(() => requestAnimationFrame(() => {
      if (mine === watching) watch = setTimeout(() => known ? retake("silent") : fail("silent"), grace * 1000);
    }), seconds * 1000);
  }

  // send tells the newest state. Before the engine runs, the stage keeps it, and
  // the next may overtake it there.
  function send() {
    if (!there || busy || !pending) return;
    pending = false;
    posted = seq;
    port.postMessage({ seq, ...state });
    if (ready) wait();
  }

  function wait() {
    busy = true;
    expect(drawn ? 15 : 30);
    sent = performance.now();
  }

  function heard(message) {
    if (!message) return;
    expect(0);
    switch (message.type) {
      case "there":
        there = true;
        expect(30);
        pending = !!state;
        send();
        break;
      case "ready":
        ready = true;
        if (state) wait();
        break;
      case "drawn":
        done = number(message.seq);
        busy = !drawn && done < posted; // one more came just before it was ready
        if (busy) expect(30);
        if (!drawn) { drawn = known = true; again = ""; tell.shown(); }
        tell.targets(message.targets, message.back);
        if (message.stats) tell.stats({ ...message.stats, wait: performance.now() - sent });
        settle(done);
        send();
        if (!busy) tell.rested();
        break;
      case "lost":
        retake("lost");
        break;
      case "failed":
        fail(message.why, message.detail);
        break;
    }
  }

  // placed says whether the stage has a place: without the style sheet it has none.
  const placed = () => getComputedStyle(room).position === "absolute";

  // ask has the files come.
  function ask() {
    mark("engine-asked");
    const mine = files = fetchFiles(again, share => {
      if (files !== mine) return;
      if (there) expect(30);
      tell.progress(share);
    });
    mine.all.catch(error => {
      // A policy may forbid WebAssembly: it came, but the browser may not run it.
      // One that forbids to fetch it makes that a TypeError.
      const forbidden = !(error instanceof TypeError) && /unsafe-eval|content security|\bCSP/i.test(error.message);
      if (files === mine) fail(forbidden ? "wasm" : "download", String(error && error.message));
    });
  }

  // connect hands a port to the document in the frame, each time it has loaded,
  // and the files when they are here.
  function connect() {
    if (!frame) return;
    // What cannot be looked into is the browser's own page: the stage did not come.
    if (origin !== "null" && !frame.contentDocument) return fail("download", "stage");
    if (port) port.close();
    const channel = new MessageChannel(), mine = channel.port1;
    const hand = (message, over) => frame.contentWindow.postMessage(message, origin === "null" ? "*" : origin, over);
    port = mine;
    port.onmessage = event => heard(event.data);
    if (drawn) tell.loading(known); // it is another document by now
    there = ready = drawn = busy = false;
    hand({ dateline: "stage" }, [channel.port2]);
    expect(10);
    if (!files) ask();
    files.all.then(all => {
      if (port !== mine) return;
      files = null;
      if (there) expect(30);
      hand(...all);
    }, () => {});
  }

  function remove() {
    expect(0);
    if (files) files.quit();
    if (port) port.close();
    if (frame) frame.remove();
    files = frame = port = null;
    there = ready = drawn = busy = false;
  }

  // retake takes a new stage for one that has drawn and is gone. Twice within a
  // minute, it falls.
  function retake(why) {
    if (!calm) return fail(why);
    calm = false;
    setTimeout(() => { calm = true; }, 60000);
    remove();
    start();
  }

  // fail falls to the rung below, for one of the reasons that the page has words
  // for, and stays there until a retry.
  function fail(why, detail) {
    down = true;
    remove();
    settle(Infinity);
    tell.failed(why, detail || "");
  }

  function start() {
    if (frame || down) return;
    if (!placed()) return fail("style");
    tell.loading(known);
    frame = document.createElement("iframe");
    frame.title = "";
    frame.inert = true;
    frame.tabIndex = -1;
    frame.setAttribute("aria-hidden", "true");
    frame.addEventListener("load", connect);
    frame.src = address + again;
    room.append(frame);
    expect(30);
    if (!files) ask();
  }
  new MutationObserver(() => { if (frame && !frame.isConnected) retake("silent"); }).observe(room, { childList: true });

  return {
    start,
    // fetch has the files come before there is a frame for them.
    fetch() { if (!frame && !files && !down && placed()) ask(); },
    // forgive lets it start although it has failed, once every cache has anew what its
    // document loads by itself, for they may have kept what was damaged.
    async forgive() {
      again = "?again";
      const get = async name => (await fetch(name, { cache: "reload", signal: AbortSignal.timeout(5000) })).text();
      try {
        for (const script of markupOf(await get(address)).scripts) await get(new URL(script.getAttribute("src"), new URL(address, location)));
      } catch {} // what does not come, the stage misses
      down = false;
      calm = true;
    },
    // rest takes it away until it is started again.
    rest() {
      if (!frame) return;
      remove();
      settle(Infinity);
      tell.rests();
    },
    get started() { return !!frame; },
    get down() { return down; },
    get rung() { return drawn ? "engine" : "html"; },
    // put says what to draw, and returns the number by which it is known.
    put(next) {
      state = next;
      seq++;
      pending = true;
      tell.asked();
      send();
      return seq;
    },
    // after resolves when what stands now has been drawn by the rung that stands.
    after(number) {
      if (!drawn || done >= number) return Promise.resolve();
      return new Promise(resolve => waiting.push({ seq: number, resolve }));
    },
    // reload starts the engine afresh, as a change of the screen's ratio asks for.
    reload() {
      if (!frame) return;
      remove();
      start();
    },
  };
}
