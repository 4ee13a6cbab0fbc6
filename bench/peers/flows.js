// The layers of deck.gl's two pages. Growing is TripsLayer's trade: every point
// of a flow has a time, and one number says how far time has come.
import { GeoJsonLayer, ScatterplotLayer, TextLayer } from "@deck.gl/layers";
import { TripsLayer } from "@deck.gl/geo-layers";
import { feature } from "topojson-client";
import { arc } from "./arc.js";
import { dress, few, grown, labelOf } from "./page.js";

const rgb = hex => [1, 3, 5].map(i => parseInt(hex.slice(i, i + 2), 16));

export function countries(atlas) {
  return new GeoJsonLayer({ id: "countries", data: feature(atlas, atlas.objects.countries), filled: true, stroked: true,
    getFillColor: [248, 245, 238], getLineColor: [207, 197, 178], lineWidthUnits: "pixels", getLineWidth: 1 });
}

// layersOf returns the layers over the countries at a position.
export function layersOf(story) {
  const flows = dress(story).map(flow => {
    const path = arc(story.places[flow.from].at, story.places[flow.to].at, few(story) ? 32 : 16);
    return { ...flow, path, times: path.map((_, i) => flow.enters + (flow.arrives - flow.enters) * i / (path.length - 1)) };
  });
  return pos => [
    new TripsLayer({ id: "flows", data: flows, getPath: f => f.path, getTimestamps: f => f.times, getColor: f => rgb(f.color),
      getWidth: f => f.width, widthUnits: "pixels", currentTime: pos, fadeTrail: false, trailLength: 1e6 }),
    new ScatterplotLayer({ id: "places", data: story.places, getPosition: p => p.at, radiusUnits: "pixels", getRadius: few(story) ? 5 : 2, getFillColor: [26, 29, 33] }),
    few(story) && new TextLayer({ id: "names", data: story.places, getPosition: p => p.at, getText: p => p.name, getSize: 14, fontWeight: "bold",
      getTextAnchor: "start", getPixelOffset: [8, 0], fontSettings: { sdf: true }, outlineWidth: 3, outlineColor: [251, 249, 244], characterSet: "auto" }),
    few(story) && new TextLayer({ id: "labels", data: flows.filter(f => grown(f, pos) === 1), getPosition: f => f.path[16], getText: labelOf, getSize: 13,
      fontSettings: { sdf: true }, outlineWidth: 3, outlineColor: [251, 249, 244], characterSet: "auto" }),
  ];
}
