// The story with D3 on a 2D canvas: the countries are drawn once and kept, the
// flows are drawn over them each time, along great circles.
import { geoAzimuthalEqualArea, geoEqualEarth, geoPath } from "d3-geo";
import { select } from "d3-selection";
import { feature, mesh } from "topojson-client";
import { dashes, dress, few, grown, labelOf, statusAt, tell } from "./page.js";

tell(async (element, story) => {
  const atlas = await (await fetch("50m.json")).json();
  const width = element.clientWidth, height = element.clientHeight, ratio = devicePixelRatio;
  const layer = () => {
    const canvas = document.createElement("canvas");
    canvas.width = width * ratio;
    canvas.height = height * ratio;
    return canvas;
  };
  const canvas = select(element).append(layer).style("width", width + "px").style("height", height + "px").node();
  const context = canvas.getContext("2d");

  const ends = { type: "MultiPoint", coordinates: story.places.map(p => p.at) };
  const projection = few(story)
    ? geoAzimuthalEqualArea().rotate([24, -52]).fitExtent([[40, 40], [width - 40, height - 40]], ends)
    : geoEqualEarth().fitExtent([[8, 8], [width - 8, height - 8]], { type: "Sphere" });

  const base = layer(), ground = base.getContext("2d");
  ground.scale(ratio, ratio);
  const land = geoPath(projection.clipExtent([[0, 0], [width, height]]), ground);
  ground.fillStyle = "#f8f5ee";
  ground.strokeStyle = "#cfc5b2";
  ground.beginPath();
  land(feature(atlas, atlas.objects.countries));
  ground.fill();
  ground.beginPath();
  land(mesh(atlas, atlas.objects.countries));
  ground.stroke();
  projection.clipExtent(null);

  // Each flow's great circle as it lies on the map, projected once.
  const flows = dress(story).map(flow => ({ ...flow, line: trace(projection, story.places[flow.from].at, story.places[flow.to].at) }));
  const cities = story.places.map(p => ({ ...p, xy: projection(p.at) }));

  return pos => {
    context.setTransform(1, 0, 0, 1, 0, 0);
    context.drawImage(base, 0, 0);
    context.scale(ratio, ratio);
    for (const flow of flows) {
      const share = grown(flow, pos);
      if (!share) continue;
      context.strokeStyle = context.fillStyle = flow.color;
      context.lineWidth = flow.width;
      context.setLineDash(dashes[statusAt(flow, pos)] || []);
      const tip = stroke(context, flow.line, share);
      if (few(story)) head(context, tip, flow.width);
    }
    context.setLineDash([]);
    context.fillStyle = "#1a1d21";
    for (const city of cities) {
      context.beginPath();
      context.arc(...city.xy, few(story) ? 5 : 2, 0, 2 * Math.PI);
      context.fill();
    }
    if (!few(story)) return;
    context.strokeStyle = "#fbf9f4";
    context.lineWidth = 3;
    const write = (text, x, y) => { context.strokeText(text, x, y); context.fillText(text, x, y); };
    context.font = "bold 14px system-ui, sans-serif";
    cities.forEach(city => write(city.name, city.xy[0] + 8, city.xy[1] + 4));
    context.font = "13px system-ui, sans-serif";
    for (const flow of flows) {
      if (grown(flow, pos) === 1) write(labelOf(flow), ...flow.line.xy.slice(flow.line.half, flow.line.half + 2));
    }
  };
});

// trace is a great circle on the map, as geoPath bends it: x, y in turn, and
// the length up to each point. Of a line that leaves the map on one side and
// comes in on the other, the gap has no length.
function trace(projection, from, to) {
  const xy = [], lengths = [], moves = new Set();
  const add = (x, y, move) => {
    const n = xy.length;
    lengths.push(n && !move ? lengths.at(-1) + Math.hypot(x - xy[n - 2], y - xy[n - 1]) : lengths.at(-1) || 0);
    if (move) moves.add(n);
    xy.push(x, y);
  };
  geoPath(projection, { moveTo: (x, y) => add(x, y, true), lineTo: (x, y) => add(x, y, false) })({ type: "LineString", coordinates: [from, to] });
  const half = 2 * lengths.findIndex(l => l >= lengths.at(-1) / 2);
  return { xy, lengths, moves, half, length: lengths.at(-1) };
}

// stroke draws a line as far as it has grown and returns its last two points.
function stroke(context, { xy, lengths, moves, length }, share) {
  const end = length * share;
  let x = xy[0], y = xy[1], before = [x, y];
  context.beginPath();
  context.moveTo(x, y);
  for (let i = 2, k = 1; i < xy.length; i += 2, k++) {
    const step = lengths[k] - lengths[k - 1], part = step ? Math.min(1, (end - lengths[k - 1]) / step) : 1;
    if (moves.has(i)) { context.moveTo(x = xy[i], y = xy[i + 1]); continue; }
    before = [x, y];
    context.lineTo(x += (xy[i] - x) * part, y += (xy[i + 1] - y) * part);
    if (lengths[k] >= end) break;
  }
  context.stroke();
  return [before, [x, y]];
}

function head(context, [[x0, y0], [x, y]], width) {
  const angle = Math.atan2(y - y0, x - x0), size = 5 + width;
  context.setLineDash([]);
  context.beginPath();
  for (const turn of [0, 2.5, -2.5]) context.lineTo(x + size * Math.cos(angle + turn), y + size * Math.sin(angle + turn));
  context.fill();
}
