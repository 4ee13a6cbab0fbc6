// <dateline-story src="…/index.html">: a Dateline story in a host's page. The
// element's own content stands until the story is there, and stays when it
// does not come. The story lives in an iframe; the two talk by messages, and
// only to each other. The types are in dateline-embed.d.ts.

// What a host writes on the element. "title" names the frame; "class" and
// "style" may change the custom properties.
const attributes = ["src", "title", "time", "theme", "lang", "speed", "share", "layout", "class", "style"];

// The custom properties that go into the frame.
const properties = ["font", "font-head", "ink", "paper", "accent"];

const heightMost = 20000; // CSS pixels; no story is taller
const takenMost = 4;      // times that a page may take the frame out before it has its way
const patience = 10000;   // milliseconds from a document in the frame to its first word

// A host's own rules for the element win over these. It is as wide as it may be,
// also where what stands beside it is as wide as its content. While it is hidden, the
// frame is as tall as a story in full, so that it need not lay itself out anew.
const look = `
:host { display: block; position: relative; min-height: 650px; overflow: clip; width: -moz-available; width: -webkit-fill-available; width: stretch; }
:host([layout="map"]) { min-height: 0; height: 480px; }
:host([hidden]) { display: none; }
iframe { display: block; width: 100%; border: 0; height: 1000px; position: absolute; inset: 0; visibility: hidden; }
iframe.shown { position: static; visibility: visible; }
:host([layout="map"]) iframe { height: 100% !important; }
`;

class DatelineStory extends HTMLElement {
  #window = null;  // for which it is dressed
  #frame = null;
  #origin = "";    // of the story
  #target = "";    // to whom messages go: the same, or anyone in the frame when it has no origin
  #asked = new Map(); // number → {ask, what, resolve, reject}
  #number = 0;
  #fact = null;    // what the story last said of its time
  #playing = false;
  #ready = null;
  #settle = null;  // of ready; null when it is settled
  #open = false;   // the story is there
  #fresh = false;  // and has not yet been told all that it must know
  #round = 0;      // counts the documents that have said that they are there
  #broken = false; // and will not be
  #later = null;   // the newest seek from before the story was there
  #place = null;   // where to go on when the frame is made anew
  #told = "";      // custom properties, as they were last sent
  #watch = 0;
  #taken = 0;      // how often the page has taken the frame out

  static #turns = makeTurns((story, may) =>
    story.#ask("engine", { value: may }).catch(() => {})); // an older story knows nothing of it

  static get observedAttributes() { return attributes; }

  constructor() {
    super();
    this.#promise();
    const root = this.attachShadow({ mode: "open" });
    root.append(document.createElement("slot"));
    // A page that clears up may take the frame out: it is put back, within reason.
    new MutationObserver(() => {
      if (!this.#frame || this.#frame.isConnected || !this.isConnected) return;
      if (++this.#taken < takenMost) return this.#remake();
      this.#drop();
      this.#fail(new Error("the frame is taken out"));
    }).observe(root, { childList: true });
  }

  connectedCallback() {
    this.#dress();
    addEventListener("message", this.#heard);
    if (!this.#frame) this.#make();
  }

  // dress puts the style sheet on, which belongs to a window: an element that goes
  // to another document leaves it behind.
  #dress() {
    const home = this.ownerDocument.defaultView;
    if (!home || home === this.#window) return;
    this.#window = home;
    const sheet = new home.CSSStyleSheet();
    sheet.replaceSync(look);
    this.shadowRoot.adoptedStyleSheets = [sheet];
  }

  disconnectedCallback() {
    removeEventListener("message", this.#heard);
    if (this.#fact) this.#place = { progress: Number(this.#fact.progress) || 0 };
    this.#drop();
  }

  attributeChangedCallback(name, before, value) {
    if (before === value || !this.isConnected) return;
    switch (name) {
      case "src": this.#place = null; this.#remake(); break;
      case "lang": if (this.#frame && this.#address() !== this.#frame.src) this.#remake(); break;
      case "layout": this.#remake(); break;
      case "title": if (this.#frame) this.#frame.title = this.#name(); break;
      case "time": if (value !== null && this.#open) this.#seekTo(value); break;
      case "theme": case "speed": case "share": if (this.#open) this.#tell(name); break;
      default: if (this.#open) this.#tell("style");
    }
  }

  // ready is kept when the story is there and drawn, and broken when it cannot
  // be; a new src gives a new promise.
  get ready() { return this.#ready; }

  get src() { return this.getAttribute("src") || ""; }
  set src(address) { this.setAttribute("src", address); }
  get theme() { return this.getAttribute("theme") || "auto"; }
  set theme(name) { this.setAttribute("theme", name); }
  get speed() { return Number(this.getAttribute("speed")) || 1; }
  set speed(times) { this.setAttribute("speed", times); }
  get share() { return this.getAttribute("share") || ""; }
  set share(address) { this.setAttribute("share", address); }
  get layout() { return this.getAttribute("layout") || "page"; }
  set layout(name) { this.setAttribute("layout", name); }

  // time is the date that the story shows, as fine as it is known: "2025-03-02";
  // null at the opening. Setting it goes there, as the attribute does.
  get time() { return this.#fact && this.#fact.date; }
  set time(what) { this.setAttribute("time", what); }

  get playing() { return this.#playing; }

  // seek goes to a date, an event's id or {progress: 0…1}, and resolves once,
  // with {seq, rung, superseded}. Until the story is there the newest waits.
  seek(what) {
    if (this.#broken) return Promise.resolve(fallback(false));
    if (this.#open) return this.#ask("seek", { what });
    if (this.#later) this.#later.resolve(fallback(true));
    return new Promise((resolve, reject) => { this.#later = { what, resolve, reject }; });
  }
  play() { return this.#do("play"); }
  pause() { return this.#do("pause"); }

  #promise() {
    this.#ready = new Promise((resolve, reject) => { this.#settle = { resolve, reject }; });
    this.#ready.catch(() => {}); // a host that does not ask is not bothered
  }

  #name() { return this.getAttribute("title") || this.getAttribute("aria-label") || "Map and timeline"; }

  // address is that of the story's page, with what it must know before it paints.
  #address() {
    const address = new URL(this.src, document.baseURI);
    const lang = this.getAttribute("lang"), layout = this.getAttribute("layout");
    if (lang) address.searchParams.set("lang", lang);
    if (layout) address.searchParams.set("layout", layout);
    return address.href;
  }

  #make() {
    if (!this.src) return;
    let address;
    try {
      address = new URL(this.#address());
      if (address.protocol !== "https:" && address.protocol !== "http:") throw new TypeError();
    } catch {
      return this.#fail(new TypeError("src is not an http address"));
    }
    this.#origin = this.#target = address.origin;
    const frame = document.createElement("iframe");
    frame.src = address.href;
    frame.title = this.#name();
    frame.loading = "lazy";
    frame.allow = "fullscreen; clipboard-write; web-share";
    frame.addEventListener("load", () => {
      clearTimeout(this.#watch);
      if (!this.#open) this.#watch = setTimeout(() => this.#fail(new Error("the story does not answer")), patience);
    });
    this.shadowRoot.append(frame);
    this.#frame = frame;
    this.#fresh = true;
  }

  #drop() {
    clearTimeout(this.#watch);
    DatelineStory.#turns.leave(this);
    if (this.#frame) this.#frame.remove();
    this.#frame = null;
    this.#open = this.#playing = false;
    this.#forget();
    if (!this.#settle) this.#promise();
    if (!this.shadowRoot.querySelector("slot")) this.shadowRoot.append(document.createElement("slot"));
  }

  // forget answers for a document that has gone.
  #forget() {
    for (const { ask, resolve } of this.#asked.values()) resolve(ask === "seek" ? fallback(true) : undefined);
    this.#asked.clear();
  }

  #remake() {
    if (this.#fact && this.#place === null) this.#place = { progress: Number(this.#fact.progress) || 0 };
    this.#broken = false;
    this.#drop();
    this.#make();
  }

  #ask(ask, more) {
    const n = ++this.#number;
    this.#frame.contentWindow.postMessage({ dateline: 1, n, ask, ...more }, this.#target);
    return new Promise((resolve, reject) => this.#asked.set(n, { ask, what: more && more.what, resolve, reject }));
  }

  async #do(ask) {
    do await this.#ready; while (!this.#open); // it may have been moved meanwhile
    await this.#ask(ask);
  }

  // tell hands over what stands on the element.
  #tell(name) {
    let value = this[name];
    if (name === "style") {
      const computed = getComputedStyle(this);
      value = Object.fromEntries(properties.map(p => [p, computed.getPropertyValue("--dateline-" + p).trim()]));
      const told = JSON.stringify(value);
      if (told === this.#told) return;
      this.#told = told;
    }
    this.#ask(name, { value }).catch(error => this.#say("error", error));
  }

  #seekTo(what) { return this.#ask("seek", { what }).catch(error => this.#say("error", error)); }

  #heard = event => {
    const said = event.data;
    if (!this.#frame || event.source !== this.#frame.contentWindow) return;
    if (event.origin !== "null" && event.origin !== this.#origin) return;
    if (!said || typeof said !== "object" || said.dateline !== 1) return;
    switch (said.type) {
      case "ready":
        if (event.origin === "null") this.#target = "*"; // a sandbox has no origin to send to
        this.#begin();
        break;
      case "height": {
        const height = typeof said.height === "number" ? Math.round(said.height) : 0;
        if (height > 0) this.#frame.style.height = Math.min(height, heightMost) + "px";
        DatelineStory.#turns.soon();
        break;
      }
      case "timechange": {
        const before = this.#fact;
        if (!said.time || typeof said.time !== "object") break;
        this.#fact = said.time;
        this.#say("timechange", said.time);
        if (before && before.index !== said.time.index) this.#say("eventchange", said.time);
        break;
      }
      case "play": case "pause":
        this.#playing = said.type === "play";
        this.#say(said.type, said.time);
        break;
      case "fault": this.#say("error", Object.assign(new Error(word(said.reason)), { rung: word(said.rung) })); break;
      case "answer": {
        const waiting = this.#asked.get(said.n);
        this.#asked.delete(said.n);
        if (!waiting) break;
        if (said.error) waiting.reject(new RangeError(word(said.error))); else waiting.resolve(said.answer);
      }
    }
  };

  // begin is called when a page of the story has loaded in the frame: at first,
  // when that leads to the page of another language, perhaps while it is still
  // being told, and when the reader goes to one.
  async #begin() {
    clearTimeout(this.#watch);
    const frame = this.#frame, first = this.#fresh, round = ++this.#round;
    for (const [n, wish] of [...this.#asked].reverse()) {
      if (wish.ask !== "seek" || this.#later) continue;
      this.#later = wish; // the newest that the document before did not answer
      this.#asked.delete(n);
    }
    this.#forget();
    this.#open = true;
    this.#broken = false;
    this.#playing = false;
    this.#told = "";
    DatelineStory.#turns.enter(this);
    for (const name of ["theme", "speed", "share", "style"]) this.#tell(name);
    let sought;
    if (this.#later) {
      const { what, resolve, reject } = this.#later;
      this.#later = null;
      sought = this.#ask("seek", { what }).then(resolve, reject);
    } else if (first && this.#place) {
      sought = this.#seekTo(this.#place);
    } else if (first && this.hasAttribute("time")) {
      sought = this.#seekTo(this.getAttribute("time"));
    }
    this.#place = null;
    await this.#ask("hello"); // and so all that was told has been heard
    const over = () => frame !== this.#frame || round !== this.#round;
    if (over()) return;
    const slot = this.shadowRoot.querySelector("slot");
    if (slot) slot.remove(); // the story stands where its fallback stood
    frame.classList.add("shown");
    await sought;
    if (!first || over()) return;
    this.#fresh = false;
    if (!this.#settle) this.#promise(); // it was late, and had been given up
    this.#settle.resolve(this);
    this.#settle = null;
    this.#say("ready");
  }

  // fail leaves the fallback standing.
  #fail(error) {
    error.rung = "fallback";
    this.#broken = true;
    if (this.#later) this.#later.resolve(fallback(false));
    this.#later = null;
    if (this.#settle) this.#settle.reject(error);
    this.#settle = null;
    this.#say("error", error);
  }

  // An error does not bubble: the window's own errors are others.
  #say(type, detail) {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: type !== "error" }));
  }
}

// word is what a page has said, if that is a word.
const word = said => typeof said === "string" ? said : "";
const fallback = superseded => ({ seq: 0, rung: "fallback", superseded });

if (!customElements.get("dateline-story")) customElements.define("dateline-story", DatelineStory);
