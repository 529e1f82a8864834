import type { RawState } from './report.js';

const FIRST_ROWS = 1024;

const FAULT = 1;
const SETTLED_FAULT = 2;
const QUIET = 4;
const OVER_LINK = 8;
const RESYNCED = 16;

/** The flags of a key that is at rest. */
const AT_REST = 0;

/**
 * The numbers of all supervised keys, a column each and a row per key, since there may be a million: as members of
 * objects every instant costs three times as much, and gives the garbage collector something to follow. Measured by
 * `npm run bench -- keys`. Rows are used again; a row that is no key's reads as a key at rest.
 */
export class KeyTable {
  #since = new Float64Array(FIRST_ROWS);
  #decidedAt = new Float64Array(FIRST_ROWS);
  #dueAt = new Float64Array(FIRST_ROWS);
  #place = new Int32Array(FIRST_ROWS);
  #reports = new Uint32Array(FIRST_ROWS);
  #flags = new Uint8Array(FIRST_ROWS);
  #rows = 0;
  readonly #free: number[] = [];

  /** A row for a key that is at rest. */
  take(): number {
    const row = this.#free.pop() ?? this.#rows++;
    if (row === this.#flags.length) this.#grow();
    this.#since[row] = Number.NEGATIVE_INFINITY;
    this.#decidedAt[row] = Number.NEGATIVE_INFINITY;
    this.#dueAt[row] = Number.POSITIVE_INFINITY;
    this.#place[row] = -1;
    this.#reports[row] = 0;
    this.#flags[row] = AT_REST;
    return row;
  }

  /** Takes a row back, which the next key may get. */
  giveBack(row: number): void {
    this.#free.push(row);
  }

  raw(row: number): RawState {
    return this.#has(row, FAULT) ? 'fault' : 'ok';
  }

  settled(row: number): RawState {
    return this.#has(row, SETTLED_FAULT) ? 'fault' : 'ok';
  }

  quiet(row: number): boolean {
    return this.#has(row, QUIET);
  }

  since(row: number): number {
    return this.#since[row] ?? Number.NEGATIVE_INFINITY;
  }

  decidedAt(row: number): number {
    return this.#decidedAt[row] ?? Number.NEGATIVE_INFINITY;
  }

  /** Keeps what a hold-off state has in numbers. */
  put(row: number, state: StateInNumbers): void {
    this.#since[row] = state.since;
    this.#decidedAt[row] = state.decidedAt;
    const others = (this.#flags[row] ?? AT_REST) & ~(FAULT | SETTLED_FAULT | QUIET);
    this.#flags[row] =
      others |
      (state.raw === 'fault' ? FAULT : 0) |
      (state.settled === 'fault' ? SETTLED_FAULT : 0) |
      (state.quiet ? QUIET : 0);
  }

  dueAt(row: number): number {
    return this.#dueAt[row] ?? Number.POSITIVE_INFINITY;
  }

  setDueAt(row: number, at: number): void {
    this.#dueAt[row] = at;
  }

  place(row: number): number {
    return this.#place[row] ?? -1;
  }

  setPlace(row: number, place: number): void {
    this.#place[row] = place;
  }

  reports(row: number): number {
    return this.#reports[row] ?? 0;
  }

  setReports(row: number, reports: number): void {
    this.#reports[row] = reports;
  }

  overLink(row: number): boolean {
    return this.#has(row, OVER_LINK);
  }

  setOverLink(row: number, is: boolean): void {
    this.#mark(row, OVER_LINK, is);
  }

  resynced(row: number): boolean {
    return this.#has(row, RESYNCED);
  }

  setResynced(row: number, is: boolean): void {
    this.#mark(row, RESYNCED, is);
  }

  #has(row: number, flag: number): boolean {
    return ((this.#flags[row] ?? AT_REST) & flag) !== 0;
  }

  #mark(row: number, flag: number, is: boolean): void {
    const flags = this.#flags[row] ?? AT_REST;
    this.#flags[row] = is ? flags | flag : flags & ~flag;
  }

  #grow(): void {
    const rows = 2 * this.#flags.length;
    this.#since = copied(this.#since, new Float64Array(rows));
    this.#decidedAt = copied(this.#decidedAt, new Float64Array(rows));
    this.#dueAt = copied(this.#dueAt, new Float64Array(rows));
    this.#place = copied(this.#place, new Int32Array(rows));
    this.#reports = copied(this.#reports, new Uint32Array(rows));
    this.#flags = copied(this.#flags, new Uint8Array(rows));
  }
}

/** What of a key's hold-off state is kept in columns. */
interface StateInNumbers {
  readonly raw: RawState;
  readonly since: number;
  readonly settled: RawState;
  readonly decidedAt: number;
  readonly quiet: boolean;
}

function copied<Column extends { set(from: Column): void }>(from: Column, to: Column): Column {
  to.set(from);
  return to;
}
