// The language: ?lang= leads to the page in that language, where there is one.
// The rest of the address goes along.

(() => {
  const asked = new URLSearchParams(location.search).get("lang");
  if (!asked) return;
  const base = tag => tag.toLowerCase().split("-")[0];
  const here = document.documentElement.lang;
  const links = [...document.querySelectorAll(".languages a[hreflang]")];
  const whole = links.find(link => link.hreflang.toLowerCase() === asked.toLowerCase());
  const near = base(asked) === base(here) ? null : links.find(link => base(link.hreflang) === base(asked));
  const link = asked.toLowerCase() === here.toLowerCase() ? null : whole || near;
  if (!link) return;
  const address = new URL(link.href);
  const rest = new URLSearchParams(location.search);
  rest.delete("lang");
  address.search = rest;
  address.hash = location.hash;
  location.replace(address);
})();

