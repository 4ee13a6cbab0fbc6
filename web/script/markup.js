// Markup of our own that comes in a file of its own. A policy may have it that
// only what a script vouches for becomes markup.

let vouching = null;
function markupOf(text) {
  vouching = vouching || (window.trustedTypes ? trustedTypes.createPolicy("dateline", { createHTML: ours => ours }) : { createHTML: ours => ours });
  return new DOMParser().parseFromString(vouching.createHTML(text), "text/html");
}
