// What a host may ask for, and the answer to each.

// makeSeek goes where a host asks, at the rate at which it asks: of all that
// have come, only the newest is acted on.
function makeSeek({ axis, player, sight, stage, drawn, settle }) {
  let next = null;     // {pos, why, resolve}: not yet acted on
  let overtake = null; // resolves the last that was
  let seq = 0, rest = 0;
  const turn = new MessageChannel(); // its messages queue behind those of the host
  turn.port1.onmessage = act;

  async function act() {
    const { pos, why, resolve } = next;
    next = null;
    if (overtake) overtake(true);
    const over = new Promise(done => { overtake = done; });
    player.set(pos, why);
    clearTimeout(rest);
    if (why === "scroll") rest = setTimeout(settle, 150);
    const number = drawn();
    const done = Promise.race([stage.after(number), sight.unseen()]).then(() => false);
    const superseded = await Promise.race([done, over]);
    resolve({ seq: number, rung: stage.rung, superseded });
  }

  return function seek(what) {
    const odd = what && typeof what === "object";
    const share = odd && Number.isFinite(what.progress) ? what.progress : NaN;
    const stop = odd ? -1 : axis.stopOf(String(what));
    if (isNaN(share) && stop < 0) throw new RangeError("unknown date or event: " + JSON.stringify(String(what).slice(0, 99)));
    const pos = stop >= 0 ? stop : Math.max(0, Math.min(1, share)) * axis.last;
    if (next) next.resolve({ seq: drawn(), rung: stage.rung, superseded: true }); else turn.port2.postMessage(null);
    return new Promise(resolve => { next = { pos, why: stop >= 0 ? "seek" : "scroll", resolve }; });
  };
}

// makeAnswer answers requests by their names.
function makeAnswer({ player, dress, share, seek, start, draw, turn, hello }) {
  const answers = {
    hello: () => hello(),
    play() { start(); player.play(); },
    pause() { player.pause(); },
    seek: ({ what }) => seek(what),
    theme({ value }) { dress.theme(value); draw(); },
    speed({ value }) { player.speed = Math.max(0.25, Math.min(4, Number(value) || 1)); },
    share({ value }) { share.at(value); },
    style({ value }) { dress.style(value); },
    engine({ value }) { turn.host(!!value); },
  };
  return async request => {
    if (!Object.hasOwn(answers, request.ask)) throw new TypeError("unknown request: " + request.ask);
    return answers[request.ask](request);
  };
}
