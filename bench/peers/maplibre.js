// The story with MapLibre under deck.gl.
import { MapboxOverlay } from "@deck.gl/mapbox";
import { Map, setWorkerUrl } from "maplibre-gl";
import "maplibre-gl/dist/maplibre-gl.css";
import { feature } from "topojson-client";
import { layersOf } from "./flows.js";
import { tell } from "./page.js";

setWorkerUrl(new URL("maplibre-gl-worker.mjs", location.href).href);

tell(async (element, story) => {
  const atlas = await (await fetch("50m.json")).json();
  const bounds = [0, 1].map(k => story.places.map(p => p.at[k])).map(xs => [Math.min(...xs), Math.max(...xs)]);
  const map = new Map({
    container: element, attributionControl: false, fadeDuration: 0,
    bounds: [[bounds[0][0], bounds[1][0]], [bounds[0][1], bounds[1][1]]], fitBoundsOptions: { padding: 30 },
    style: {
      version: 8,
      sources: { countries: { type: "geojson", data: feature(atlas, atlas.objects.countries) } },
      layers: [
        { id: "sea", type: "background", paint: { "background-color": "#e3eaee" } },
        { id: "land", type: "fill", source: "countries", paint: { "fill-color": "#f8f5ee" } },
        { id: "borders", type: "line", source: "countries", paint: { "line-color": "#cfc5b2", "line-width": 1 } },
      ],
    },
  });
  await map.once("idle");
  const layers = layersOf(story);
  const overlay = new MapboxOverlay({ interleaved: false, layers: layers(0) });
  map.addControl(overlay);
  return pos => overlay.setProps({ layers: layers(pos) });
});
