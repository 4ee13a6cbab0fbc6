// A list of the page: of the events, say. It holds its entries in their order,
// all of them from the start.

function makeList(body) {
  const items = [...body.children];
  return {
    // shown are the entries in the page, entry one by its number from 0 where it
    // is here.
    get shown() { return items; },
    entry: i => items[i],
    // fetch resolves when it is here; see makeLongList.
    fetch: () => Promise.resolve(),
    follow() {},
  };
}
