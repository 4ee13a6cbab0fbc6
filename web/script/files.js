// The engine's files. The page asks for them before it makes the stage's frame,
// so that none waits for the frame's document and its scripts, and hands them
// over. The engine is compiled as it comes, from the
// answer itself, for with that a browser keeps what it has compiled. A sandbox
// shares no origin with its frame: there the frame gets the bytes.

// What has come damaged is not used: it might draw what the story does not say.

// makeSum sums bytes up by Adler-32, the quickest sum that notices every change
// of one of them.
function makeSum() {
  const least = 65521, run = 3800; // bytes before the sums outgrow 31 bits
  let a = 1, b = 0;
  return {
    add(bytes) {
      for (let i = 0; i < bytes.length;) {
        for (const end = Math.min(i + run, bytes.length); i < end; i++) b += a += bytes[i];
        a %= least;
        b %= least;
      }
    },
    // hold throws where the sum is not that of what was asked for.
    hold(name, want) { if (b * 65536 + a !== Number(want)) throw new Error(name + ": damaged"); },
  };
}

// fetchFiles asks for all, past the cache if a reader tries again, for it may
// have kept what was damaged. Progress is told the share of the engine that has
// come, at most ten times a second: a chunk is some 60 kB.
function fetchFiles(again, progress) {
  const names = document.body.dataset, quit = new AbortController();

  async function get(name) {
    const answer = await fetch(name, { signal: quit.signal, cache: again ? "reload" : "default" });
    if (!answer.ok) throw new Error(`${name}: ${answer.status}`);
    return answer;
  }
  async function bytes(kind) {
    const data = await (await get(names[kind])).arrayBuffer(), sum = makeSum();
    sum.add(new Uint8Array(data));
    sum.hold(names[kind], names[kind + "Sum"]);
    return data;
  }

  async function count(reader) {
    const sum = makeSum();
    let done = 0, told = 0;
    for (let part; !(part = await reader.read()).done;) {
      sum.add(part.value);
      done += part.value.byteLength;
      if (Math.abs(performance.now() - told) < 100) continue;
      told = performance.now();
      progress(Math.min(1, done / names.size));
    }
    mark("engine-bytes");
    sum.hold(names.engine, names.engineSum);
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
    const [made, ...others] = await Promise.all([engine(), ...kinds.map(bytes)]);
    mark("assets");
    const over = others.concat(made instanceof ArrayBuffer ? made : []);
    return [{ dateline: "files", engine: made, ...Object.fromEntries(kinds.map((kind, i) => [kind, others[i]])) }, over];
  }
  return { all: all(), quit: () => quit.abort() };
}
