// The reader's page: what stands in the text at a stop. Everything it shows
// was worded when the story was built; here it is only put in its place.

const at = id => document.getElementById(id);

function makeReader(script) {
  const listOf = (body, changed) => body.dataset.list ? makeLongList(body, changed) : makeList(body);
  const table = at("ledger"), events = listOf(at("events"));
  const flows = table && listOf(table.tBodies[0], ledger);
  const entries = script.stops.map(stop => eventsOf(stop).map((_, k, all) => stop.index - all.length + k)); // numbers in the list, by stop
  const written = new Map(); // how a row of the ledger stands
  const count = script.stops.reduce((most, stop) => Math.max(most, stop.index), 0);
  const card = at("card"), now = at("now");
  const opening = [...card.cloneNode(true).childNodes]; // as it came with the page
  let shown = -1, said = 0, current = [], timer = 0;

  // here tells whether all entries of a stop have come.
  const here = index => entries[index].every(events.entry);

  // fill puts a stop's entries on the card; until they come, their date.
  function fill(into, index, missing = "") {
    if (!entries[index].length) into.replaceChildren(...opening.map(node => node.cloneNode(true)));
    else if (here(index)) into.replaceChildren(...entries[index].flatMap(i => plain(events.entry(i))));
    else into.replaceChildren(...[["date", script.stops[index].words], ["head", missing]].map(([name, text]) => {
      const line = document.createElement("p");
      line.className = "card-" + name;
      line.textContent = text;
      return line;
    }));
  }

  // plain copies an entry as text, without ids and links.
  function plain(entry) {
    const copy = entry.querySelector(".entry").cloneNode(true);
    copy.querySelectorAll("h3, a").forEach(el => {
      const text = document.createElement(el.localName === "h3" ? "p" : "span");
      text.className = el.localName === "h3" ? "card-head" : el.className;
      text.append(...el.childNodes);
      el.replaceWith(text);
    });
    const when = entry.querySelector(".when").cloneNode(true);
    when.className = "card-date";
    return [when, ...copy.childNodes];
  }

  // fit reserves the height of the tallest card, so that nothing below it
  // moves as the story goes on.
  function fit() {
    const trial = card.cloneNode(false);
    trial.removeAttribute("id");
    trial.classList.add("trial");
    card.after(trial);
    // Of many cards, those with the longest texts are tried.
    const long = list => list.reduce((sum, i) => sum + events.entry(i).textContent.length, 0);
    const stops = [...entries.keys()].filter(here);
    const tried = stops.length < 100 ? stops : stops.map(stop => [long(entries[stop]), stop]).sort((a, b) => b[0] - a[0]).slice(0, 40).map(pair => pair[1]);
    let tallest = 0;
    tried.forEach(stop => {
      fill(trial, stop);
      tallest = Math.max(tallest, trial.offsetHeight);
    });
    trial.remove();
    card.style.setProperty("--tallest", tallest + "px");
  }

  // ledger writes the rows as they stand at the stop: each says from which stop
  // on it stands how.
  function ledger() {
    flows.shown.forEach(row => {
      const steps = row.dataset.stands ? row.dataset.stands.split(" ").map(Number) : [];
      let since = -1, way = null;
      for (let i = 0; i < steps.length && steps[i] <= shown; i += 2) {
        since = steps[i];
        way = script.stands[steps[i + 1]];
      }
      const fresh = since > 0 && since === shown, stands = way ? [way.status, way.class, fresh].join() : "-";
      if (written.get(row) === stands) return;
      written.set(row, stands);
      row.className = (way ? "on" : "off") + (fresh ? " new" : "");
      row.querySelector(".status").dataset.status = way ? way.class || "" : "";
      row.querySelector(".stands").textContent = way ? way.status || "" : "";
    });
  }

  // wording is what is said of a stop: of a long story it stands with its last
  // entry, and before that has come there is the date.
  function wording(index) {
    const stop = script.stops[index], last = events.entry(stop.index - 1);
    return stop.value ? stop : last ? last.dataset : { value: stop.words, live: stop.words };
  }

  // enter shows what there is of the stop's entries.
  function enter(missing) {
    current.forEach(entry => {
      entry.classList.remove("current");
      entry.removeAttribute("aria-current");
    });
    current = entries[shown].map(events.entry).filter(Boolean);
    current.forEach(entry => {
      entry.classList.add("current");
      entry.setAttribute("aria-current", "true");
    });
    fill(card, shown, missing);
    at("slider").setAttribute("aria-valuetext", wording(shown).value);
  }

  // want brings the entries that are wanted next, and those of the stop, if they
  // are not here, once the reader rests there.
  function want() {
    const index = shown, next = entries[Math.min(index + 1, entries.length - 1)];
    const all = list => Promise.all(list.map(events.fetch));
    clearTimeout(timer);
    if (here(index)) return void all(next).catch(() => {}); // it is asked for again when it is due
    timer = setTimeout(() => all(entries[index]).then(() => "", () => script.words.missing).then(missing => {
      if (index !== shown) return;
      enter(missing);
      if (index === said) at("live").textContent = wording(index).live;
    }), 120);
  }

  return {
    count,
    fit,
    // show puts the page at a stop; it does nothing when it is there already.
    show(index) {
      if (index === shown) return false;
      const stop = script.stops[index];
      shown = index;
      enter();
      now.textContent = stop.words;
      at("count").textContent = stop.index + " / " + count;
      events.follow(entries[index][0] || 0);
      if (flows) {
        ledger();
        if (stop.flow) flows.follow(stop.flow - 1);
      }
      want();
      return true;
    },
    // say tells a listener that a stop was entered, once for each entering.
    say(index) {
      if (index === said) return;
      said = index;
      if (here(index)) at("live").textContent = wording(index).live;
    },
  };
}
