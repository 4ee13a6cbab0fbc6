// The engine's files. The page asks for them in the moment in which it makes
// the stage's frame, so that none waits for the frame's document and its
// scripts, and hands them over. The engine is compiled as it comes, from the
// answer itself, for with that a browser keeps what it has compiled. A sandbox
// shares no origin with its frame: there the frame gets the bytes.

// fetchFiles asks for all. Progress is told the share of the engine that has
// come, at most ten times a second: a chunk is some 60 kB.
function fetchFiles(progress) {
  const names = document.body.dataset, quit = new AbortController();

  async function get(name) {
    const answer = await fetch(name, { signal: quit.signal });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer;
  }
  const bytes = async name => (await get(name)).arrayBuffer();

  async function count(reader) {
    let done = 0, told = 0;
    for (let part; !(part = await reader.read()).done;) {
      done += part.value.byteLength;
      if (performance.now() - told < 100) continue;
      told = performance.now();
      progress(Math.min(1, done / names.size));
    }
    mark("engine-bytes");
  }

  async function engine() {
    if (!globalThis.WebAssembly?.compileStreaming) return new Promise(() => {}); // the stage says so
    let answer = await get(names.engine);
    const counted = count(answer.clone().body.getReader());
    if (answer.headers.get("Content-Type") !== "application/wasm") answer = new Response(answer.body, { headers: { "Content-Type": "application/wasm" } });
    const [made] = await Promise.all([origin === "null" ? answer.arrayBuffer() : WebAssembly.compileStreaming(answer), counted]);
    mark("compiled");
    return made;
  }

  async function all() {
    const kinds = ["story", "basemap", "regular", "bold"];
    const [made, ...others] = await Promise.all([engine(), ...kinds.map(kind => bytes(names[kind]))]);
    mark("assets");
    const over = others.concat(made instanceof ArrayBuffer ? made : []);
    return [{ dateline: "files", engine: made, ...Object.fromEntries(kinds.map((kind, i) => [kind, others[i]])) }, over];
  }
  return { all: all(), quit: () => quit.abort() };
}
