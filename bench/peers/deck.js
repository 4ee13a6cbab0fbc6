// The story with deck.gl in a view of its own.
import { Deck, WebMercatorViewport } from "@deck.gl/core";
import { countries, layersOf } from "./flows.js";
import { tell } from "./page.js";

tell(async (element, story) => {
  const atlas = await (await fetch("50m.json")).json();
  const { clientWidth: width, clientHeight: height } = element;
  const bounds = [0, 1].map(k => story.places.map(p => p.at[k])).map(xs => [Math.min(...xs), Math.max(...xs)]);
  const view = new WebMercatorViewport({ width, height }).fitBounds([[bounds[0][0], bounds[1][0]], [bounds[0][1], bounds[1][1]]], { padding: 30 });
  const base = countries(atlas), layers = layersOf(story);
  let drawn;
  const first = new Promise(done => { drawn = done; });
  const deck = new Deck({
    parent: element, width, height, controller: true,
    initialViewState: { longitude: view.longitude, latitude: view.latitude, zoom: view.zoom },
    layers: [base, ...layers(0)], onAfterRender: () => drawn(),
  });
  await first;
  return pos => deck.setProps({ layers: [base, ...layers(pos)] });
});
