import type { AlarmChange } from '@omc/alarm';
import type { AlarmSort } from '@omc/api';
import type { AlarmSelection } from '../alarm-selection.js';
import type { AlarmFaces } from './alarm-faces.js';
import { orderOf } from './alarm-order.js';
import type { LiveAlarms } from './live-alarms.js';
import { encodeCursor } from './live-cursor.js';
import type { Follower, LiveList } from './live-list.js';
import { changesJson, snapshotJson } from './live-messages.js';
import { LiveWindow } from './live-window.js';
import { RecentMessages } from './recent-messages.js';

/** What is known beyond the window, at the least. */
const LEAST_MARGIN = 100;

/** What a window shows. */
export interface WindowWanted {
  readonly selection: AlarmSelection;
  readonly sort: AlarmSort;
  readonly limit: number;
}

/** What a window tells by itself, after it had to be read anew. */
export interface WindowListener {
  /** A `changes` message for those who follow. */
  told(json: string): void;
  /** It cannot go on. */
  failed(error: unknown): void;
}

/** The first alarms of what matches a filter, and how many match in all: a live window. */
export class WindowList implements LiveList {
  readonly followers = new Set<Follower>();
  readonly key: string;
  readonly #live: LiveAlarms;
  readonly #wanted: WindowWanted;
  readonly #window: LiveWindow;
  readonly #listener: WindowListener;
  #recent = new RecentMessages(0);
  /** Total that the clients know of. */
  #total = 0;
  /** Under way while what is known is read anew; nothing is told meanwhile. */
  #reading: Promise<void> | undefined;

  constructor(key: string, wanted: WindowWanted, live: LiveAlarms, listener: WindowListener) {
    this.key = key;
    this.#wanted = wanted;
    this.#live = live;
    this.#listener = listener;
    const margin = Math.max(LEAST_MARGIN, wanted.limit);
    this.#window = new LiveWindow(orderOf(wanted.sort), wanted.limit, margin);
  }

  /** Begins to read the list. From before, it has to follow everything that is published. */
  open(): void {
    this.#readThen(() => {
      this.#window.steps();
      this.#total = this.#window.total;
      this.#recent = new RecentMessages(this.#live.seq);
    });
  }

  /** Whether the window is known, and its clients have been told of it. */
  get isSettled(): boolean {
    return this.#reading === undefined;
  }

  /** How many alarms match. */
  get total(): number {
    return this.#window.total;
  }

  /** Waits until the window is known; rejects where it cannot be read. */
  async settled(): Promise<void> {
    while (this.#reading !== undefined) await this.#reading;
  }

  follow(changes: readonly AlarmChange[], seq: number, faces: AlarmFaces): string | undefined {
    this.#take(changes, faces);
    if (this.#reading !== undefined) return undefined;
    if (!this.#window.isShort) return this.#message(seq, faces);
    this.#readThen(() => {
      const json = this.#message(this.#live.seq, this.#live.newFaces());
      if (json !== undefined) this.#listener.told(json);
    });
    return undefined;
  }

  /** The window as it is now, as a `snapshot` message. Only of a window that is settled. */
  snapshot(): string {
    const head = { cursor: encodeCursor(this.#live.seq), total: this.#window.total };
    return snapshotJson(head, this.#window.alarms, this.#facesFor(this.#live.newFaces()));
  }

  /** What was told after a number; undefined where that is not known any more. */
  toldAfter(seq: number): readonly string[] | undefined {
    return this.#recent.after(seq);
  }

  /** What was read is taken in, and told of, before anything else is published. */
  #readThen(done: () => void): void {
    this.#reading = this.#read().then(() => {
      this.#reading = undefined;
      done();
    });
    this.#reading.catch((error: unknown) => this.#listener.failed(error));
  }

  async #read(): Promise<void> {
    const { selection, sort } = this.#wanted;
    for (;;) {
      const { seq, alarms, total = 0 } = await this.#live.first(selection, sort, this.#window.wanted);
      await this.#live.reaches(seq);
      const tail = this.#live.after(seq);
      // More came during one query than is held: what was read is too old.
      if (tail === undefined) continue;
      this.#window.load(alarms, total);
      this.#take(tail, this.#live.newFaces());
      if (!this.#window.isShort) return;
    }
  }

  #take(changes: readonly AlarmChange[], faces: AlarmFaces): void {
    const { matches } = this.#wanted.selection;
    for (const { alarm, before } of changes) {
      const was = before !== undefined && matches(faces.resource(before));
      const is = matches(faces.resource(alarm));
      if (was || is) this.#window.take({ alarm, was, is });
    }
  }

  #facesFor(faces: AlarmFaces): AlarmFaces {
    return faces.for(this.#wanted.selection.filter.scope);
  }

  #message(seq: number, faces: AlarmFaces): string | undefined {
    const steps = this.#window.steps();
    const { total } = this.#window;
    const isOther = total !== this.#total;
    this.#total = total;
    const isQuiet = steps.length === 0 && !isOther;
    const json = isQuiet
      ? undefined
      : changesJson(
          { cursor: encodeCursor(seq), ...(isOther ? { total } : {}) },
          steps,
          this.#facesFor(faces),
        );
    this.#recent.add(seq, json);
    return json;
  }
}
