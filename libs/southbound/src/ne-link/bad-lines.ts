import { encodeOmcMessage } from '@omc/wire';
import type { LinkRejectionReason } from './link-dependencies.js';

/** Bad lines in a row after which the link closes. */
const MAX_BAD_LINES = 100;
/** Unwritten bytes from which on bad lines are only counted, not answered. */
const MAX_UNWRITTEN_FOR_ANSWERS = 256 * 1024;

const SAMPLE_LENGTH = 200;

/** What an NE's bad lines lead to. */
export interface BadLinesListener {
  readonly unwrittenBytes: () => number;
  write(line: string): void;
  reject(reason: LinkRejectionReason, detail: string, sample: string): void;
}

/** Answers and counts the lines of one connection that are not valid. */
export class BadLines {
  readonly #listener: BadLinesListener;
  #inARow = 0;

  constructor(listener: BadLinesListener) {
    this.#listener = listener;
  }

  /** A good line came. */
  forget(): void {
    this.#inARow = 0;
  }

  /** Takes a bad line; returns whether the NE has sent too many in a row. */
  take(line: string, reason: string, kind: LinkRejectionReason = 'bad-line'): boolean {
    const sample = line.slice(0, SAMPLE_LENGTH);
    this.#listener.reject(kind, reason, sample);
    if (this.#listener.unwrittenBytes() <= MAX_UNWRITTEN_FOR_ANSWERS)
      this.#listener.write(encodeOmcMessage({ t: 'error', line: sample, reason }));
    this.#inARow++;
    return this.#inARow >= MAX_BAD_LINES;
  }
}
