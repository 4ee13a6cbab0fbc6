import { geoInterpolate } from "d3-geo";

// arc is a great circle as points, [longitude, latitude], evenly apart. Past
// 180° the longitude goes on, so that the line does not jump over the map.
export function arc(from, to, steps) {
  const at = geoInterpolate(from, to), out = [];
  for (let i = 0, before = from[0]; i <= steps; i++) {
    let [lon, lat] = at(i / steps);
    lon += 360 * Math.round((before - lon) / 360);
    out.push([before = lon, lat]);
  }
  return out;
}
