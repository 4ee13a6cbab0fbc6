// The reader's page: what stands in the text at a stop. Everything it shows
// was worded when the story was built; here it is only put in its place.

const at = id => document.getElementById(id);

function makeReader(script) {
  const listed = Object.fromEntries([...at("events").children].map(item => ["=" + item.id, item]));
  const entries = script.stops.map(stop => eventsOf(stop).map(id => listed["=" + id])); // of the list, by stop
  const rows = script.flows.map(id => at("flow-" + id)), written = []; // how each row stands
  const count = script.stops.reduce((most, stop) => Math.max(most, stop.index), 0);
  const card = at("card"), now = at("now");
  const opening = card.innerHTML; // our own markup, as it came with the page
  let shown = -1, said = 0;

  // fill puts a stop's entries on the card.
  function fill(into, stop) {
    if (!entries[stop].length) { into.innerHTML = opening; return; }
    into.replaceChildren(...entries[stop].flatMap(plain));
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
    const long = list => list.reduce((sum, entry) => sum + entry.textContent.length, 0);
    const stops = [...entries.keys()];
    const tried = stops.length < 100 ? stops : stops.map(stop => [long(entries[stop]), stop]).sort((a, b) => b[0] - a[0]).slice(0, 40).map(pair => pair[1]);
    let tallest = 0;
    tried.forEach(stop => {
      fill(trial, stop);
      tallest = Math.max(tallest, trial.offsetHeight);
    });
    trial.remove();
    card.style.setProperty("--tallest", tallest + "px");
  }

  // ledger writes the rows as they stand at a stop: each as the last stop that
  // changed it, up to this one, has it.
  function ledger(index) {
    const flows = [];
    script.stops.slice(0, index + 1).forEach((stop, i) => (stop.flows || []).forEach(flow => {
      flows[flow.flow] = { ...flow, new: i > 0 && i === index };
    }));
    rows.forEach((row, i) => {
      const flow = flows[i], stands = flow ? [flow.status, flow.class, flow.new].join() : "-";
      if (!row || written[i] === stands) return;
      written[i] = stands;
      row.className = (flow ? "on" : "off") + (flow && flow.new ? " new" : "");
      const cell = row.querySelector(".status");
      cell.dataset.status = flow ? flow.class || "" : "";
      row.querySelector(".stands").textContent = flow ? flow.status || "" : "";
    });
  }

  return {
    count,
    fit,
    // show puts the page at a stop; it does nothing when it is there already.
    show(index) {
      if (index === shown) return false;
      const stop = script.stops[index];
      shown = index;
      entries.forEach((list, i) => list.forEach(entry => {
        entry.classList.toggle("current", i === index);
        if (i === index) entry.setAttribute("aria-current", "true"); else entry.removeAttribute("aria-current");
      }));
      fill(card, index);
      ledger(index);
      now.textContent = stop.words;
      at("count").textContent = stop.index + " / " + count;
      at("slider").setAttribute("aria-valuetext", stop.value);
      return true;
    },
    // say tells a listener that a stop was entered, once for each entering.
    say(index) {
      if (index === said) return;
      said = index;
      at("live").textContent = script.stops[index].live;
    },
  };
}
