// The axis: position (stop plus fraction), the slider's value and seconds of
// playing are three measures of one thing, tied together by the script's tables.

// along looks x up in a table of [from, to] pairs, ascending and piecewise linear.
function along(pairs, x) {
  const last = pairs.length - 1;
  if (x <= pairs[0][0]) return pairs[0][1];
  if (x >= pairs[last][0]) return pairs[last][1];
  let lo = 0, hi = last;
  while (hi - lo > 1) {
    const mid = (lo + hi) >> 1;
    if (pairs[mid][0] <= x) lo = mid; else hi = mid;
  }
  const [x0, y0] = pairs[lo], [x1, y1] = pairs[hi];
  return x1 > x0 ? y0 + (y1 - y0) * (x - x0) / (x1 - x0) : y1;
}

// eventsOf lists the events that come in at a stop: none at the opening.
const eventsOf = stop => stop.event ? [...(stop.also || []), stop.event] : [];

// dayOf numbers days in their order, years BC before the others.
function dayOf(date) {
  const [, year, month, day] = /^(-?\d+)-?(\d*)-?(\d*)/.exec(date);
  return year * 1e4 + month * 1e2 + +day;
}

function makeAxis(script) {
  const turn = pairs => pairs.map(([a, b]) => [b, a]);
  const byX = script.stops.map((stop, i) => [stop.x, i]);
  const byTime = script.pace, toX = turn(byX), toTime = turn(byTime);
  const last = script.stops.length - 1;
  return {
    last,
    stopAt: pos => Math.max(0, Math.min(last, Math.floor(pos + 1e-6))),
    posAtX: x => along(byX, x),
    xAt: pos => along(toX, pos),
    posAtTime: t => along(byTime, t),
    timeAt: pos => along(toTime, pos),
    // stopOf finds the stop that an event's id or a date leads to; -1 when it
    // is neither. A date means the end of its day (or month, or year): the last
    // stop that lies no later, or the opening.
    stopOf(what) {
      const event = script.stops.findIndex(stop => eventsOf(stop).includes(what));
      if (event >= 0 || !/^-?(?!0000)\d{4}(-\d\d){0,2}$/.test(what) || isNaN(Date.parse(what.replace(/^-/, "")))) return event;
      return Math.max(0, script.stops.findLastIndex(({ date }) => date && !date.after && dayOf(date.date.slice(0, what.length)) <= dayOf(what)));
    },
  };
}

// ease starts gently and ends gently.
const ease = t => t < 0.5 ? 4 * t * t * t : 1 - Math.pow(2 - 2 * t, 3) / 2;
