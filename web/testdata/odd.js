// What a message may hold that nobody means: odd(random) gives another value
// each time, of every kind that can be cloned; hostile(random) a message for a
// page. Neither is ever a wish that a page would grant by moving.

// random numbers from a seed, 0 … 1 (mulberry32).
window.seeded = seed => () => {
  seed = seed + 0x6D2B79F5 | 0;
  let t = Math.imul(seed ^ seed >>> 15, 1 | seed);
  t = t + Math.imul(t ^ t >>> 7, 61 | t) ^ t;
  return ((t ^ t >>> 14) >>> 0) / 4294967296;
};

window.oneOf = (random, list) => list[Math.floor(random() * list.length)];

window.odd = random => oneOf(random, [
  () => null, () => undefined, () => true, () => NaN, () => Infinity, () => -Infinity, () => -0, () => 1e308, () => 2 ** 53, () => 10n ** 40n,
  () => "", () => "__proto__", () => "constructor", () => "toString", () => "x".repeat(1e5), () => "\ud800\udfff\ud800", () => "<img src=x onerror=hacked=1>",
  () => "javascript:hacked=1", () => "9999-99-99", () => "-0000-01-01", () => "-10000", () => "\u202e\u0000",
  () => ({}), () => [], () => [[[[]]]], () => new Array(1e5), () => new Date(NaN), () => /(a+)+$/g, () => new Map([["progress", 1]]), () => new Set([NaN]),
  () => new Error("odd"), () => new Uint8Array(1e5), () => new ArrayBuffer(8), () => new Blob(["x"]), () => new DOMRect(0, 0, NaN, 1), () => Object(1n), () => new Boolean(false),
  () => JSON.parse('{"__proto__": {"polluted": 1}, "constructor": {"prototype": {"polluted": 1}}}'),
  () => ({ progress: oneOf(random, [NaN, Infinity, "0.5", [0.5], {}, null, true, 1n]) }), () => ({ then: 1, toString: 2, valueOf: 3, length: -1 }),
  () => { const ring = {}; ring.ring = ring; ring.list = [ring]; return ring; },
  () => { let deep = []; for (let i = 0; i < 3000; i++) deep = [deep]; return deep; },
  () => ({ ink: "red;} *{display:none", paper: "url(https://elsewhere.example/)", font: "x".repeat(1e4), accent: odd(random) }),
])();

// hostile is [message, what is handed over with it].
window.hostile = random => {
  const thing = oneOf(random, ["hello", "pause", "seek", "theme", "speed", "share", "style", "hasOwnProperty", "__proto__", "constructor", "", "eval", odd(random)]);
  const message = oneOf(random, [
    () => odd(random),
    () => ({ dateline: oneOf(random, [1, "1", true, 2, odd(random)]), ask: thing, n: odd(random), what: odd(random), value: odd(random) }),
    () => ({ dateline: 1, ask: thing, n: random(), what: odd(random), value: odd(random) }),
    () => ({ dateline: "stage", seq: odd(random), pos: odd(random), view: odd(random), width: odd(random), height: odd(random), ratio: odd(random) }),
    () => ({ dateline: 1, type: oneOf(random, ["ready", "height", "timechange", "play", "fault", "answer", odd(random)]), time: odd(random), height: odd(random), n: odd(random) }),
    () => ["pym", "xPYMx", odd(random)],
  ])();
  if (random() < 0.1) {
    const { port1 } = new MessageChannel();
    return [{ dateline: 1, ask: "hello", n: port1, what: port1, value: port1 }, [port1]];
  }
  return [message, []];
};
