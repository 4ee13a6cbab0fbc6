// <dateline-story src="…/index.html">: a Dateline story in a host's page. The
// element's own content stands until the story is there. The story lives in an
// iframe; the two talk by messages, and only to each other.
(() => {
"use strict";

const attributes = ["src", "time", "theme", "speed"];
const heightMost = 20000; // CSS pixels; no story is taller

class DatelineStory extends HTMLElement {
  #frame = null;
  #origin = "";
  #asked = new Map(); // number → {resolve, reject}
  #number = 0;
  #time = null;
  #settle = null;
  #loaded = false;

  static get observedAttributes() { return attributes; }

  constructor() {
    super();
    this.ready = new Promise((resolve, reject) => { this.#settle = { resolve, reject }; });
    this.ready.catch(() => {}); // a host that does not ask is not bothered
  }

  connectedCallback() {
    addEventListener("message", this.#heard);
    if (!this.#frame) this.#open();
  }

  disconnectedCallback() {
    removeEventListener("message", this.#heard);
    if (this.#frame) this.#frame.remove();
    this.#frame = null;
    this.#loaded = false;
  }

  attributeChangedCallback(name, before, value) {
    if (!this.#loaded || before === value) return;
    if (name === "time" && value) this.seek(value).catch(error => this.#failed(error));
    if (name === "theme") this.#ask("theme", { value: value || "auto" });
    if (name === "speed") this.#ask("speed", { value: Number(value) });
  }

  // time is the date that the story shows, as fine as it is known: "2025-03-02".
  get time() { return this.#time && this.#time.date; }
  set time(date) { this.setAttribute("time", date); }

  // seek goes to a date, an event's id or {progress: 0…1}, and resolves once,
  // with {seq, rung, superseded}.
  async seek(what) {
    await this.ready;
    return this.#ask("seek", { what });
  }
  async play() { await this.ready; return this.#ask("play"); }
  async pause() { await this.ready; return this.#ask("pause"); }

  #open() {
    const src = this.getAttribute("src");
    if (!src) return;
    const address = new URL(src, document.baseURI);
    if (address.protocol !== "https:" && address.protocol !== "http:") {
      this.#failed(new TypeError("src is not an http address"));
      return;
    }
    this.#origin = address.origin;
    const frame = document.createElement("iframe");
    frame.src = address.href;
    frame.title = this.getAttribute("title") || this.getAttribute("aria-label") || "Map and timeline";
    frame.loading = "lazy";
    frame.allow = "fullscreen; clipboard-write; web-share";
    Object.assign(frame.style, {
      display: "block", width: "100%", border: "0", height: "650px",
      position: "absolute", top: "0", left: "0", visibility: "hidden",
    });
    if (!this.shadowRoot) this.attachShadow({ mode: "open" }).append(document.createElement("slot"));
    this.shadowRoot.append(frame);
    const style = getComputedStyle(this);
    if (style.display === "inline") this.style.display = "block";
    if (style.position === "static") this.style.position = "relative";
    if (style.minHeight === "0px" || style.minHeight === "auto") this.style.minHeight = "650px";
    this.#frame = frame;
  }

  #ask(ask, more) {
    if (!this.#frame) return Promise.reject(new Error("the story is not in the page"));
    const n = ++this.#number;
    this.#frame.contentWindow.postMessage({ dateline: 1, n, ask, ...more }, this.#origin);
    return new Promise((resolve, reject) => this.#asked.set(n, { resolve, reject }));
  }

  #heard = event => {
    const said = event.data;
    if (!this.#frame || event.source !== this.#frame.contentWindow || !said || said.dateline !== 1) return;
    if (event.origin !== "null" && event.origin !== this.#origin) return;
    switch (said.type) {
      case "ready": this.#opened(); break;
      case "height": {
        const height = Math.round(Number(said.height));
        if (height > 0) this.#frame.style.height = Math.min(height, heightMost) + "px";
        break;
      }
      case "timechange":
        this.#time = said.time;
        this.dispatchEvent(new CustomEvent("timechange", { detail: said.time, bubbles: true }));
        break;
      case "answer": {
        const waiting = this.#asked.get(said.n);
        this.#asked.delete(said.n);
        if (!waiting) break;
        if (said.error) waiting.reject(new RangeError(String(said.error))); else waiting.resolve(said.answer);
      }
    }
  };

  async #opened() {
    this.#loaded = true;
    const slot = this.shadowRoot.querySelector("slot");
    if (slot) slot.remove(); // the story stands where its fallback stood
    Object.assign(this.#frame.style, { position: "static", visibility: "visible" });
    const theme = this.getAttribute("theme"), speed = this.getAttribute("speed"), time = this.getAttribute("time");
    if (theme) this.#ask("theme", { value: theme });
    if (speed) this.#ask("speed", { value: Number(speed) });
    const first = time ? this.#ask("seek", { what: time }) : this.#ask("hello");
    await first.catch(error => this.#failed(error));
    this.#settle.resolve(this);
    this.dispatchEvent(new CustomEvent("ready", { bubbles: true }));
  }

  #failed(error) {
    this.dispatchEvent(new CustomEvent("error", { detail: error }));
  }
}

if (!customElements.get("dateline-story")) customElements.define("dateline-story", DatelineStory);
})();
