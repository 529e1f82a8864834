import type { SpeakingWorld } from './voice.js';

const WIDTH = 30;
const FIRST_AFTER_MS = 1_000;
const EVERY_MS = 250;
const CLEAR_LINE = '\r\u001b[K';

/** Shows on a terminal how far a script is, once it takes a while; nothing elsewhere. */
export class Progress {
  readonly #world: SpeakingWorld;
  readonly #total: number;
  readonly #since = performance.now();
  readonly #ticking: NodeJS.Timeout | undefined;
  #done = 0;
  #shown = false;
  #aside = false;

  constructor(world: SpeakingWorld, total: number) {
    this.#world = world;
    this.#total = total;
    if (world.stderr.isTTY) this.#ticking = setInterval(() => this.#show(), EVERY_MS).unref();
  }

  /** Another command is done. */
  step(): void {
    this.#done += 1;
  }

  /** Keeps away while something else has the terminal, such as a question. */
  async besides<Result>(work: () => Promise<Result>): Promise<Result> {
    this.clear();
    this.#aside = true;
    try {
      return await work();
    } finally {
      this.#aside = false;
    }
  }

  /** Makes room for output. */
  clear(): void {
    if (this.#shown) this.#world.stderr.write(CLEAR_LINE);
    this.#shown = false;
  }

  stop(): void {
    clearInterval(this.#ticking);
    this.clear();
  }

  #show(): void {
    const elapsedMs = performance.now() - this.#since;
    if (elapsedMs < FIRST_AFTER_MS || this.#aside) return;
    const full = Math.floor((WIDTH * this.#done) / this.#total);
    const bar = `${'#'.repeat(full)}${'.'.repeat(WIDTH - full)}`;
    const seconds = Math.floor(elapsedMs / 1000);
    const { stderr, voice } = this.#world;
    const words = voice.say('progress', { done: this.#done, total: this.#total, seconds });
    stderr.write(`${CLEAR_LINE}[${bar}] ${words}`);
    this.#shown = true;
  }
}
