import { MAX_LINE_BYTES } from './ne-link-messages.js';

const LF = 0x0a;
const CR = 0x0d;

/** Room for the rest of a line that is kept from one line to the next; what a longer one took is given back. */
const KEPT_BYTES = 1024;

/** 200 characters of UTF-8 have at most so many bytes. */
const START_BYTES = 800;

/** What a chunk of bytes completed. */
export interface Lines {
  readonly lines: readonly string[];
  /** A line is longer than allowed: nothing after it can be read any more. */
  readonly overlong: boolean;
}

/**
 * Cuts a stream of bytes into lines of UTF-8 that end in LF or CRLF. A line is decoded only when it is complete,
 * so characters may be split between chunks. Never holds more than one line of the allowed length.
 */
export class LineSplitter {
  readonly #maxLineBytes: number;
  #held = Buffer.alloc(0);
  #heldBytes = 0;
  #overlong = false;
  #start = '';

  /** `maxLineBytes` does not count the end of the line. */
  constructor(maxLineBytes = MAX_LINE_BYTES) {
    this.#maxLineBytes = maxLineBytes;
  }

  /** Takes the next chunk, which may be reused afterwards; returns the lines it completed. */
  push(bytes: Uint8Array): Lines {
    const chunk = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    const lines: string[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0 && !this.#overlong; end = chunk.indexOf(LF, start)) {
      this.#complete(chunk, start, end, lines);
      start = end + 1;
    }
    if (!this.#overlong) this.#hold(chunk, start);
    return { lines, overlong: this.#overlong };
  }

  /** How the line that is longer than allowed begins: its first 200 characters. */
  get overlongStart(): string {
    return this.#start;
  }

  #complete(chunk: Buffer, start: number, end: number, lines: string[]): void {
    if (this.#heldBytes === 0) {
      this.#decode(chunk, start, end, lines);
      return;
    }
    this.#append(chunk, start, end);
    if (this.#overlong) return;
    const length = this.#heldBytes;
    this.#heldBytes = 0;
    this.#decode(this.#held, 0, length, lines);
    if (this.#held.length > KEPT_BYTES) this.#held = Buffer.alloc(0);
  }

  #decode(source: Buffer, start: number, end: number, lines: string[]): void {
    const last = end > start && source[end - 1] === CR ? end - 1 : end;
    if (last - start > this.#maxLineBytes) this.#giveUp(source.subarray(start, start + START_BYTES));
    else lines.push(source.toString('utf8', start, last));
  }

  #hold(chunk: Buffer, start: number): void {
    if (start < chunk.length) this.#append(chunk, start, chunk.length);
  }

  #append(chunk: Buffer, start: number, end: number): void {
    const length = this.#heldBytes + end - start;
    // One byte more than allowed may yet turn out to be the CR of a line's end.
    const limit = this.#maxLineBytes + (end > start && chunk[end - 1] === CR ? 1 : 0);
    if (length > Math.max(limit, this.#heldBytes)) {
      const held = this.#held.subarray(0, Math.min(this.#heldBytes, START_BYTES));
      this.#giveUp(Buffer.concat([held, chunk.subarray(start, Math.min(end, start + START_BYTES))]));
      return;
    }
    this.#grow(length);
    chunk.copy(this.#held, this.#heldBytes, start, end);
    this.#heldBytes = length;
  }

  #giveUp(start: Buffer): void {
    this.#overlong = true;
    this.#start = start.toString('utf8').slice(0, 200);
    this.#held = Buffer.alloc(0);
  }

  /** Grows by doubling, so that a line that comes byte by byte is copied a few times, not each time. */
  #grow(length: number): void {
    if (length <= this.#held.length) return;
    const roomier = Buffer.alloc(Math.max(256, length, this.#held.length * 2));
    this.#held.copy(roomier, 0, 0, this.#heldBytes);
    this.#held = roomier;
  }
}
