import type { Windows } from '@omc/alarm';
import type { FilterStory } from './filter-story.js';
import { KeyModel, type Life, type SentEvent } from './key-model.js';

/** One key: what its NE sent of it, and what the OMC stored of it; both oldest first. */
export interface KeyStory {
  readonly ne: string;
  readonly object: string;
  readonly alarmId: number;
  readonly sent: readonly SentEvent[];
  readonly stored: readonly Life[];
}

/** The model of one key on its way through what was sent. */
export class KeyRun {
  readonly story: KeyStory;
  #model = new KeyModel();
  #next = 0;
  /** When other windows came into force, and which. */
  readonly #refiltered: string[] = [];

  constructor(story: KeyStory) {
    this.story = story;
  }

  fork(): KeyRun {
    const fork = new KeyRun(this.story);
    fork.#model = this.#model.fork();
    fork.#next = this.#next;
    return fork;
  }

  windowsBy(filters: FilterStory): Windows {
    const { alarmId, ne, object } = this.story;
    return filters.windowsFor(alarmId, ne, object);
  }

  /** Hears everything that was sent before an instant, and what falls due before it. */
  hearUntil(instant: number, filters: FilterStory): this {
    const windows = this.windowsBy(filters);
    for (; ; this.#next++) {
      const event = this.story.sent[this.#next];
      if (event === undefined || event.at >= instant) break;
      this.#model.hear(event, windows);
    }
    this.#model.passTo(instant - 1, windows);
    return this;
  }

  /** Other windows from an instant on. */
  refilter(before: Windows | undefined, inForceAt: number, filters: FilterStory): this {
    if (before !== undefined) this.#model.passTo(inForceAt, before);
    const after = this.windowsBy(filters);
    this.#model.passTo(inForceAt, after, inForceAt);
    this.#refiltered.push(`${inForceAt} ${JSON.stringify(after.filter)}`);
    return this;
  }

  /** Whether model and store tell the same of a span of time. */
  agreesWithin(from: number, until: number): boolean {
    return toldWithin(this.#model.lives, from, until) === toldWithin(this.story.stored, from, until);
  }

  /** The first thing that the model tells otherwise than the store, and what was sent around it. */
  differences(): string[] {
    const { stored, sent, ne, object, alarmId } = this.story;
    const { lives } = this.#model;
    for (let i = 0; i < Math.max(stored.length, lives.length); i++) {
      const [model, store] = [lives[i], stored[i]];
      if (model !== undefined && store !== undefined && isSame(model, store)) continue;
      const at = Math.min(model?.faultAt ?? FOREVER, store?.faultAt ?? FOREVER);
      const around = sent.filter((event) => Math.abs(event.at - at) < AROUND_MS);
      const says = (life: Life | undefined) => JSON.stringify(life) ?? 'nothing';
      return [
        `${ne} ${object} ${alarmId}, life ${i + 1} of ${lives.length} (stored: ${stored.length}):`,
        `  model: ${says(model)}`,
        `  store: ${says(store)}`,
        `  sent: ${around.map((event) => `${event.at} ${event.state}`).join(', ')}`,
        `  filters: ${this.#refiltered.slice(-6).join(', ')}`,
      ];
    }
    return [];
  }
}

const FOREVER = Number.MAX_SAFE_INTEGER;
const AROUND_MS = 8_000;

/** The instants of raises and clears within a span; the newest lives are looked at only. */
function toldWithin(lives: readonly Life[], from: number, until: number): string {
  const instants: number[] = [];
  for (let i = lives.length - 1; i >= 0; i--) {
    const { raisedAt, clearedAt } = lives[i] as Life;
    if ((clearedAt ?? FOREVER) < from) break;
    for (const at of [clearedAt ?? FOREVER, raisedAt]) if (at >= from && at < until) instants.push(at);
  }
  return instants.join();
}

/** Everything exactly; but repeated reports that no decision stands on may go uncounted where the OMC was killed. */
function isSame({ reports, turns, ...model }: Life, { reports: counted, turns: _, ...store }: Life): boolean {
  return JSON.stringify(model) === JSON.stringify(store) && counted <= reports && counted >= turns;
}
