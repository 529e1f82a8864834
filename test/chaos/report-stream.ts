import type { Random, SimulatedElement } from '@omc/simulator';
import type { FilterStory } from './filter-story.js';
import { KeyModel, type SentEvent } from './key-model.js';

const EVERY_MS = 10;
/** NEs tell of things a moment after they happened; thus no event is from the future by the OMC's clock. */
const TOLD_AFTER_MS = 10;
/**
 * An event that happens before a decision falls due but is sent after it comes too late, rightly. When that is cannot
 * be told exactly by two processes, so nothing is sent close to a deadline while its NE can be heard.
 */
const GUARD_MS = 200;
/** Flutter, some trouble, and long states that windows run out in. */
const PAUSES_MS = [
  [20, 150],
  [150, 1_000],
  [1_000, 4_000],
] as const;

/** A key that reports at random. */
export class StreamedKey {
  readonly sent: SentEvent[] = [];
  readonly forecast = new KeyModel();
  nextAt = 0;

  constructor(
    readonly element: SimulatedElement,
    readonly object: string,
    readonly alarmId: number,
  ) {}
}

/** A seeded random stream of reports on keys of several NEs. */
export class ReportStream {
  readonly keys: StreamedKey[] = [];
  count = 0;
  readonly #random: Random;
  readonly #filters: FilterStory;
  readonly #silent = new Set<number>();
  #timer: NodeJS.Timeout | undefined;

  constructor(random: Random, filters: FilterStory) {
    this.#random = random;
    this.#filters = filters;
  }

  add(element: SimulatedElement, object: string, alarmId: number): void {
    this.keys.push(new StreamedKey(element, object, alarmId));
  }

  start(): void {
    this.#timer = setInterval(() => this.#round(), EVERY_MS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  /** Leaves a type alone, or goes on with it. */
  silence(alarmId: number, silent: boolean): void {
    if (silent) this.#silent.add(alarmId);
    else this.#silent.delete(alarmId);
  }

  #round(): void {
    for (const key of this.keys)
      if (key.nextAt <= Date.now() && !this.#silent.has(key.alarmId)) this.#report(key);
  }

  #report(key: StreamedKey): void {
    const now = Date.now();
    const at = now - TOLD_AFTER_MS;
    const windows = this.#filters.windowsFor(key.alarmId, key.element.id, key.object);
    key.forecast.passTo(at, windows);
    const dueAt = key.forecast.nextAt(windows) ?? 0;
    if (key.element.isConnected && dueAt > at && dueAt < now + GUARD_MS) {
      key.nextAt = dueAt + TOLD_AFTER_MS + EVERY_MS;
      return;
    }
    const event: SentEvent = { at, state: this.#stateAfter(key), text: this.#text() };
    key.forecast.hear(event, windows);
    key.sent.push(event);
    this.count++;
    const { object, alarmId } = key;
    key.element.report({
      object,
      alarmId,
      ...withoutText(event),
      ...(event.text ? { text: event.text } : {}),
    });
    key.nextAt = now + this.#pauseMs();
  }

  /** Mostly the other state, sometimes the same again. */
  #stateAfter(key: StreamedKey): SentEvent['state'] {
    const other = key.forecast.raw === 'fault' ? 'ok' : 'fault';
    return this.#random.chance(0.2) ? key.forecast.raw : other;
  }

  #text(): string | undefined {
    return this.#random.chance(0.5) ? `text ${this.#random.whole(1, 1000)}` : undefined;
  }

  #pauseMs(): number {
    const [least, most] = this.#random.pick(PAUSES_MS);
    return this.#random.between(least, most);
  }
}

function withoutText({ at, state }: SentEvent): Pick<SentEvent, 'at' | 'state'> {
  return { at, state };
}
