// A list that is too long for the page. The page came with its first entries;
// all of them stand on pages of their own, from which those that are needed are
// taken: for the card, when the reader asks for more, and when the story has
// come to others. Few stories have one, so this is in no other's script.

const followRest = 250; // milliseconds without a step after which a list follows

function makeLongList(body, changed = () => {}) {
  const { list, count, per } = body.dataset, section = body.closest("section");
  const earlier = section.querySelector(".earlier"), later = section.querySelector(".later");
  const items = [...body.children], size = items.length; // items: by number, as far as they are here
  const pages = []; // promises of those that have been asked for
  let from = 0, to = size, aim = 0, timer = 0;

  async function fetchPage(n) {
    const answer = await fetch(`${list}/${n + 1}.html`);
    if (!answer.ok) throw new Error(answer.status);
    const got = markupOf(await answer.text()).querySelector("[data-list]");
    [...got.children].forEach((item, k) => { items[n * per + k] ||= moved(item); });
  }

  // moved makes the addresses of an entry those of this page: all lead up from
  // the folder of its own.
  function moved(item) {
    for (const name of ["href", "src"]) {
      for (const el of item.querySelectorAll(`[${name}^="../"]`)) el.setAttribute(name, el.getAttribute(name).slice(3).replace(/^index\.html#/, "#"));
    }
    if (parent !== window) item.querySelectorAll('a[href^="http"]').forEach(link => { link.target = "_blank"; });
    return item;
  }

  // fetch resolves when an entry is here; what has not come is asked for again.
  function fetchEntry(i) {
    const n = Math.floor(i / per);
    if (items[i] || i < 0 || i >= count) return Promise.resolve();
    return pages[n] ||= fetchPage(n).catch(error => { delete pages[n]; throw error; });
  }

  // put shows the entries between two numbers, once they have come.
  async function put(a, b) {
    const asked = [];
    for (let i = a; i < b; i += size) asked.push(fetchEntry(i));
    await Promise.all(asked);
    body.replaceChildren(...items.slice(a, b));
    from = a;
    to = b;
    earlier.hidden = !from;
    later.hidden = to >= count;
    changed();
  }

  // grow shows more at one end, on a reader's wish; the first of them has the focus.
  const names = new Map([earlier, later].map(button => [button, button.textContent]));
  function grow(button, a, b, first) {
    button.textContent = names.get(button);
    put(a, b).then(() => {
      items[first].tabIndex = -1;
      items[first].focus({ preventScroll: true });
    }, () => { button.textContent = script.words.missing + " " + script.words.retry; });
  }
  later.addEventListener("click", () => grow(later, from, Math.min(to + size, count), to));
  earlier.addEventListener("click", () => grow(earlier, from - size, to, from - size));
  later.hidden = false;

  // read tells whether somebody is in the midst of it.
  const read = () => section.contains(document.activeElement) || section.getBoundingClientRect().top < 0;
  function go() {
    if (aim >= from && aim < to || read()) return;
    const a = aim - aim % size;
    put(a, Math.min(a + size, count)).catch(() => {}); // it stays where it is, and its link leads to all
  }
  new IntersectionObserver(go).observe(section.querySelector("h2")); // it comes back into sight, or leaves it

  return {
    get shown() { return items.slice(from, to); },
    entry: i => items[i],
    fetch: fetchEntry,
    // follow goes to an entry, unless somebody is reading.
    follow(i) {
      aim = i;
      clearTimeout(timer);
      timer = setTimeout(go, followRest);
    },
  };
}

// The lists that no step of the story changes are makeLongList's alone.
document.querySelectorAll(".after [data-list]").forEach(body => makeLongList(body));
