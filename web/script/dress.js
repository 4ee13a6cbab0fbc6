// The dress: what a host may choose of the page's looks. Its address says it
// before the first paint, or the host by message.

// The custom properties that a host may set, by the property that they become
// here and the kind of value that it takes.
const dressable = {
  font: ["--dl-sans", "font-family"], "font-head": ["--dl-serif", "font-family"],
  ink: ["--ink", "color"], paper: ["--paper", "color"], accent: ["--accent", "color"],
};

function makeDress(root) {
  const asked = new URLSearchParams(location.search);
  const theme = name => { root.dataset.theme = ["light", "dark"].includes(name) ? name : "auto"; };
  if (asked.has("theme")) theme(asked.get("theme"));
  if (asked.get("layout") === "map") root.dataset.layout = "map";
  return {
    // fixed: the page fills its frame and asks for no height.
    fixed: root.dataset.layout === "map",
    theme,
    // style takes values that name a colour or a font, and nothing that loads.
    style(values) {
      for (const [name, [property, kind]] of Object.entries(dressable)) {
        const value = String(values && values[name] || "");
        const good = value && value.length < 200 && !/[;{}]|url\s*\(|var\s*\(/i.test(value) && CSS.supports(kind, value);
        if (good) root.style.setProperty(property, value); else root.style.removeProperty(property);
        root.toggleAttribute("data-own-" + name, !!good);
      }
    },
  };
}
