import type { CDPSession, Page } from 'playwright-core';
import { rounded } from '../measure/rounded.js';

/** What a page's main thread did for a while: milliseconds of its own processor time for each second that went by. */
export interface ThreadCosts {
  readonly seconds: number;
  /** All of it, in ms/s: 1,000 is a core. */
  readonly busy: number;
  readonly script: number;
  readonly style: number;
  readonly layout: number;
}

type Counters = Readonly<Record<string, number>>;

/** A page's main thread, as the browser itself counts what it does. */
export class MainThread {
  readonly #session: CDPSession;

  constructor(session: CDPSession) {
    this.#session = session;
  }

  static async of(page: Page): Promise<MainThread> {
    const session = await page.context().newCDPSession(page);
    // Processor time: what others take from the machine counts for nothing.
    await session.send('Performance.enable', { timeDomain: 'threadTicks' });
    return new MainThread(session);
  }

  /** What it uses while something goes on. */
  async during(act: () => Promise<unknown>): Promise<ThreadCosts> {
    const before = await this.#counters();
    const startedAt = performance.now();
    await act();
    const seconds = (performance.now() - startedAt) / 1000;
    const after = await this.#counters();
    const each = (name: string) => rounded((((after[name] ?? 0) - (before[name] ?? 0)) * 1000) / seconds);
    return {
      seconds: rounded(seconds),
      busy: each('TaskDuration'),
      script: each('ScriptDuration'),
      style: each('RecalcStyleDuration'),
      layout: each('LayoutDuration'),
    };
  }

  /** What JavaScript holds after its garbage is collected, MiB; and elements in the document. */
  async held(): Promise<{ readonly heapMiB: number; readonly nodes: number; readonly listeners: number }> {
    await this.#session.send('HeapProfiler.collectGarbage');
    const { JSHeapUsedSize = 0, Nodes = 0, JSEventListeners = 0 } = await this.#counters();
    return { heapMiB: rounded(JSHeapUsedSize / 1024 / 1024), nodes: Nodes, listeners: JSEventListeners };
  }

  /** A profile of it while something goes on, as the developer tools open it (`.cpuprofile`). */
  async profileOf(act: () => Promise<unknown>): Promise<unknown> {
    await this.#session.send('Profiler.enable');
    await this.#session.send('Profiler.setSamplingInterval', { interval: 500 });
    await this.#session.send('Profiler.start');
    await act();
    return (await this.#session.send('Profiler.stop')).profile;
  }

  async #counters(): Promise<Counters> {
    const { metrics } = await this.#session.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }
}
