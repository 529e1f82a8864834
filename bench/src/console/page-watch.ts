import type { Page } from 'playwright-core';
import { type Percentiles, percentilesOf } from '../measure/percentiles.js';

/** In the page: how long interactions took from the key or press to the frame that shows it, and each frame's time. */
const WATCH = `(() => {
  const held = (window.bench = { label: 'other', interactions: [], frames: [], counting: false });
  new PerformanceObserver((list) => {
    for (const { interactionId, duration, name } of list.getEntries())
      if (interactionId) held.interactions.push([held.label, duration, interactionId, name]);
  }).observe({ type: 'event', durationThreshold: 16 });
  const frame = (at) => {
    if (held.counting) held.frames.push(at);
    requestAnimationFrame(frame);
  };
  requestAnimationFrame(frame);
})()`;

interface Held {
  readonly interactions: readonly (readonly [label: string, duration: number, id: number])[];
  readonly frames: readonly number[];
}

/** Looks at a page from within, as its user does. */
export class PageWatch {
  readonly #page: Page;

  constructor(page: Page) {
    this.#page = page;
  }

  async begin(): Promise<void> {
    await this.#page.evaluate(WATCH);
  }

  /** What happens now is of this kind. */
  async label(label: string): Promise<void> {
    await this.#page.evaluate(`window.bench.label = ${JSON.stringify(label)}`);
  }

  /** Milliseconds of the interactions of each kind since the last time, each counted by its slowest event. */
  async interactions(): Promise<Record<string, Percentiles>> {
    const { interactions } = await this.#held();
    const byId = new Map<number, readonly [string, number]>();
    for (const [label, duration, id] of interactions) {
      const before = byId.get(id);
      byId.set(id, [before?.[0] ?? label, Math.max(duration, before?.[1] ?? 0)]);
    }
    const all = [...byId.values()];
    const labels = [...new Set(all.map(([label]) => label))].sort();
    return Object.fromEntries(
      [['all', all.map(([, ms]) => ms)] as const]
        .concat(
          labels.map((label) => [label, all.filter(([of]) => of === label).map(([, ms]) => ms)] as never),
        )
        .map(([label, durations]) => [label, percentilesOf(durations)]),
    );
  }

  /** Milliseconds from frame to frame while something goes on. */
  async framesDuring(act: () => Promise<unknown>): Promise<Percentiles> {
    await this.#page.evaluate('window.bench.frames = []; window.bench.counting = true');
    await act();
    await this.#page.evaluate('window.bench.counting = false');
    const { frames } = await this.#held();
    return percentilesOf(frames.slice(1).map((at, i) => at - (frames[i] ?? at)));
  }

  async #held(): Promise<Held> {
    const held = await this.#page.evaluate<Held>(
      'new Promise((done) => setTimeout(() => done(window.bench), 200))',
    );
    await this.#page.evaluate('window.bench.interactions = []');
    return held;
  }
}
