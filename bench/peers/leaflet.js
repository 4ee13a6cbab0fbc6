// The story with Leaflet: polylines over the countries, in SVG; where there
// are many, on Leaflet's canvas, as its documentation advises.
import L from "leaflet";
import "leaflet/dist/leaflet.css";
import { feature } from "topojson-client";
import { arc } from "./arc.js";
import { dashes, dress, few, grown, labelOf, statusAt, tell } from "./page.js";

tell(async (element, story) => {
  const atlas = await (await fetch("50m.json")).json();
  const map = L.map(element, { attributionControl: false, zoomSnap: 0, preferCanvas: story.flows.length > 1000, zoomAnimation: false });
  map.fitBounds(L.latLngBounds(story.places.map(p => [p.at[1], p.at[0]])), { padding: [30, 30], animate: false });
  L.geoJSON(feature(atlas, atlas.objects.countries), { interactive: false, style: { color: "#cfc5b2", weight: 1, fillColor: "#f8f5ee", fillOpacity: 1 } }).addTo(map);
  for (const place of story.places) {
    const mark = L.circleMarker([place.at[1], place.at[0]], { radius: few(story) ? 5 : 2, color: "#1a1d21", fillOpacity: 1, stroke: false, interactive: false }).addTo(map);
    if (few(story)) mark.bindTooltip(place.name, { permanent: true, direction: "right" });
  }
  const flows = dress(story).map(flow => {
    const path = arc(story.places[flow.from].at, story.places[flow.to].at, few(story) ? 32 : 16).map(([lon, lat]) => [lat, lon]);
    const line = L.polyline(path.slice(0, 1), { color: flow.color, weight: flow.width, interactive: false, smoothFactor: 1, noClip: true }).addTo(map);
    const label = L.tooltip({ permanent: true, direction: "center" }).setLatLng(path[path.length >> 1]).setContent(labelOf(flow));
    return { ...flow, path, line, label, share: 0, dash: null };
  });

  return pos => {
    for (const flow of flows) {
      const share = grown(flow, pos);
      if (share !== flow.share) {
        flow.share = share;
        flow.line.setLatLngs(cut(flow.path, share));
        if (few(story)) { if (share === 1) flow.label.addTo(map); else flow.label.remove(); }
      }
      const dash = (dashes[statusAt(flow, pos)] || []).join(" ");
      if (dash !== flow.dash) flow.line.setStyle({ dashArray: flow.dash = dash });
    }
  };
});

// cut is a path as far as it has grown.
function cut(path, share) {
  if (!share) return path.slice(0, 1);
  if (share === 1) return path;
  const at = share * (path.length - 1), i = Math.floor(at), part = at - i;
  const [a, b] = [path[i], path[i + 1]];
  return [...path.slice(0, i + 1), [a[0] + (b[0] - a[0]) * part, a[1] + (b[1] - a[1]) * part]];
}
