// Types of dateline-embed.js, which defines <dateline-story>.

export type DatelineTheme = "auto" | "light" | "dark";

/** What draws the story at the moment, from the top of the ladder to its foot. */
export type DatelineRung = "engine" | "svg" | "html" | "fallback";

/** A date ("2025-03-02": the end of that day), an event's id, or a share of the whole timeline. */
export type DatelineTarget = string | { progress: number };

/** What is known of the time that the story shows, and no more. */
export interface DatelineTime {
  /** As fine as it is known: "2025", "2025-03", "2025-03-02", or with an hour and its offset; null at the opening. */
  date: string | null;
  precision: "year" | "month" | "day" | "hour" | "minute" | null;
  /** The date is the source's "about". */
  about: boolean;
  /** It lies before the date, which is the start of the story's window. */
  before?: boolean;
  /** It lies after the date. */
  after?: boolean;
  /** The id of the event shown; null at the opening. */
  event: string | null;
  /** Which event, counted from 1; 0 at the opening. */
  index: number;
  count: number;
  /** 0 at the opening, 1 at the last event. */
  progress: number;
}

export interface DatelineSeek {
  /** The number of the picture. */
  seq: number;
  /** What drew it. */
  rung: DatelineRung;
  /** A newer seek came before it was drawn. */
  superseded: boolean;
}

/** Something failed: with rung "fallback", the story is not there; with another, it goes on without its engine. */
export interface DatelineError extends Error {
  rung?: DatelineRung;
}

export interface DatelineEventMap {
  ready: CustomEvent<null>;
  timechange: CustomEvent<DatelineTime>;
  eventchange: CustomEvent<DatelineTime>;
  play: CustomEvent<DatelineTime>;
  pause: CustomEvent<DatelineTime>;
  error: CustomEvent<DatelineError>;
}

/** The attributes, for frameworks that type their markup. */
export interface DatelineAttributes {
  src: string;
  title?: string;
  time?: string;
  theme?: DatelineTheme;
  lang?: string;
  speed?: number | string;
  share?: string;
  layout?: "page" | "map";
  class?: string;
  style?: string;
}

export interface DatelineStoryElement extends HTMLElement {
  /** Kept when the story is there; broken when it cannot be. A new src gives a new promise. */
  readonly ready: Promise<DatelineStoryElement>;
  src: string;
  theme: DatelineTheme;
  speed: number;
  share: string;
  layout: "page" | "map";
  /** The date that the story shows; setting it, to a date or an event's id, goes there. */
  get time(): string | null;
  set time(target: string | null);
  readonly playing: boolean;

  play(): Promise<void>;
  pause(): Promise<void>;
  /** Resolves once; rejects only for a date or id that the story does not know. */
  seek(target: DatelineTarget): Promise<DatelineSeek>;

  addEventListener<K extends keyof DatelineEventMap>(
    type: K,
    listener: (this: DatelineStoryElement, event: DatelineEventMap[K]) => unknown,
    options?: boolean | AddEventListenerOptions,
  ): void;
  addEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | AddEventListenerOptions): void;
  removeEventListener<K extends keyof DatelineEventMap>(
    type: K,
    listener: (this: DatelineStoryElement, event: DatelineEventMap[K]) => unknown,
    options?: boolean | EventListenerOptions,
  ): void;
  removeEventListener(type: string, listener: EventListenerOrEventListenerObject, options?: boolean | EventListenerOptions): void;
}

declare global {
  interface HTMLElementTagNameMap {
    "dateline-story": DatelineStoryElement;
  }
}
