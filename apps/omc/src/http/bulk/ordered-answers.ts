import { once } from 'node:events';
import type { Writable } from 'node:stream';

const MOST_LINES = 1_000;
const MOST_BYTES = 8 * 2 ** 20;

interface UnderWay {
  readonly bytes: number;
  readonly written: Promise<void>;
}

/** Writes answers in the order of their lines, each as soon as it is there, and only so many are under way. */
export class OrderedAnswers {
  readonly #response: Writable;
  readonly #underWay: UnderWay[] = [];
  #bytes = 0;
  #last: Promise<void> = Promise.resolve();

  constructor(response: Writable) {
    this.#response = response;
  }

  /** Whether somebody may still read what is written. */
  get isRead(): boolean {
    return !this.#response.destroyed;
  }

  /** Takes the answer that will be given to a line of so many bytes; it must not reject. */
  add(answer: Promise<object>, bytes: number): void {
    const before = this.#last;
    const written = (async () => {
      const text = `${JSON.stringify(await answer)}\n`;
      await before;
      await write(this.#response, text);
      this.#underWay.shift();
      this.#bytes -= bytes;
    })();
    this.#underWay.push({ bytes, written });
    this.#bytes += bytes;
    this.#last = written;
  }

  /** Waits until another line may be taken. */
  async room(): Promise<void> {
    while (this.#underWay.length >= MOST_LINES || this.#bytes >= MOST_BYTES) await this.#underWay[0]?.written;
  }

  /** Waits until all answers are written. */
  async end(): Promise<void> {
    await this.#last;
    this.#response.end();
  }
}

/** Writes, and waits while the reader is slow; one who went away is not waited for. */
async function write(response: Writable, text: string): Promise<void> {
  if (response.destroyed || response.write(text)) return;
  const waiting = new AbortController();
  const { signal } = waiting;
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]);
  waiting.abort();
}
