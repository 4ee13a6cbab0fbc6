// The story with CesiumJS on a globe, with the picture of Natural Earth that
// comes with it. It draws when it is asked to.
import { Cartesian2, Cartesian3, CesiumWidget, Color, HorizontalOrigin, ImageryLayer, LabelCollection, LabelStyle, Material, PointPrimitiveCollection, PolylineCollection,
  Rectangle, TileMapServiceImageryProvider, buildModuleUrl } from "@cesium/engine";
import "@cesium/engine/Source/Widget/CesiumWidget.css";
import { arc } from "./arc.js";
import { dress, few, grown, labelOf, tell } from "./page.js";

globalThis.CESIUM_BASE_URL = new URL("cesium/", location.href).href;

tell(async (element, story) => {
  const widget = new CesiumWidget(element, {
    baseLayer: ImageryLayer.fromProviderAsync(TileMapServiceImageryProvider.fromUrl(buildModuleUrl("Assets/Textures/NaturalEarthII"))),
    requestRenderMode: true, maximumRenderTimeChange: Infinity, skyBox: false, skyAtmosphere: false, creditContainer: document.createElement("div"),
  });
  const { scene } = widget;
  const bounds = [0, 1].map(k => story.places.map(p => p.at[k])).map(xs => [Math.min(...xs), Math.max(...xs)]);
  widget.camera.setView(few(story)
    ? { destination: Rectangle.fromDegrees(bounds[0][0] - 5, bounds[1][0] - 5, bounds[0][1] + 5, bounds[1][1] + 10) }
    : { destination: Cartesian3.fromDegrees(10, 25, 2.2e7) });

  const lines = scene.primitives.add(new PolylineCollection());
  const points = scene.primitives.add(new PointPrimitiveCollection());
  const labels = scene.primitives.add(new LabelCollection({ scene }));
  const height = 10_000; // metres over the ground, or the globe cuts into what is drawn on it
  const place = ([lon, lat]) => Cartesian3.fromDegrees(lon, lat, height);
  const write = (text, position, font) => labels.add({ text, position, font, fillColor: Color.BLACK, outlineColor: Color.WHITE, outlineWidth: 3,
    style: LabelStyle.FILL_AND_OUTLINE, horizontalOrigin: HorizontalOrigin.LEFT, pixelOffset: new Cartesian2(8, 4) });
  for (const p of story.places) {
    points.add({ position: place(p.at), pixelSize: few(story) ? 10 : 4, color: Color.BLACK });
    if (few(story)) write(p.name, place(p.at), "bold 14px sans-serif");
  }
  const flows = dress(story).map(flow => {
    const path = arc(story.places[flow.from].at, story.places[flow.to].at, few(story) ? 32 : 16).map(place);
    return { ...flow, path, share: -1, label: few(story) ? write(labelOf(flow), path[16], "13px sans-serif") : null,
      line: lines.add({ positions: path.slice(0, 2), width: flow.width, show: false, material: Material.fromType("Color", { color: Color.fromCssColorString(flow.color) }) }) };
  });

  await new Promise(done => {
    const stop = scene.postRender.addEventListener(() => {
      if (scene.globe.tilesLoaded) { stop(); done(); } else scene.requestRender();
    });
    scene.requestRender();
  });

  return pos => {
    for (const flow of flows) {
      const share = grown(flow, pos);
      if (share === flow.share) continue;
      flow.share = share;
      flow.line.show = share > 0;
      if (share > 0) flow.line.positions = cut(flow.path, share);
      if (flow.label) flow.label.show = share === 1;
    }
    scene.requestRender();
  };
});

// cut is a path as far as it has grown.
function cut(path, share) {
  if (share === 1) return path;
  const at = share * (path.length - 1), i = Math.floor(at);
  return [...path.slice(0, i + 1), Cartesian3.lerp(path[i], path[i + 1], at - i, new Cartesian3())];
}
