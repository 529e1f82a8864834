import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Beat,
  beat,
  type HeartbeatInput,
  type HeartbeatSettings,
  slotOf,
  startHeartbeat,
} from './heartbeat.js';

// The same stories each time; they were tried with many other seeds.
fc.configureGlobal({ seed: 20261123 });

/** What an NE does with one dial; delays in milliseconds, null: never. */
interface Visit {
  readonly helloAfter: number | null;
  readonly failsAfter: number | null;
  readonly answersAfter: readonly (number | null)[];
}

type Entry = { readonly at: number; readonly kind: string; readonly [fact: string]: unknown };

interface Script {
  readonly settings: HeartbeatSettings;
  readonly disconnected: boolean;
  readonly visits: readonly Visit[];
  readonly until: number;
}

/** Plays a script in virtual time and logs every input that counted and every effect. */
function play({ settings, disconnected, visits, until }: Script): { log: Entry[]; last: Beat } {
  const log: Entry[] = [];
  let pendingInputs: { at: number; connection: number; input: HeartbeatInput }[] = [];
  let connection = 0;
  let handshakes = 0;
  let step = startHeartbeat(settings, disconnected, 0);
  const plan = (at: number | null, now: number, input: HeartbeatInput) => {
    if (at !== null) pendingInputs.push({ at: now + at, connection, input });
  };
  const perform = (now: number) => {
    for (const effect of step.effects) {
      log.push({ at: now, ...effect });
      const visit = visits[(connection - 1) % visits.length];
      if (effect.kind === 'close') pendingInputs = [];
      if (effect.kind === 'handshake' && visit !== undefined)
        plan(visit.answersAfter[handshakes++ % Math.max(1, visit.answersAfter.length)] ?? null, now, {
          kind: 'answer',
          handshake: effect.handshake,
        });
      if (effect.kind !== 'dial') continue;
      const next = visits[connection++ % visits.length];
      pendingInputs = [];
      plan(next?.helloAfter ?? null, now, { kind: 'hello' });
      plan(next?.failsAfter ?? null, now, { kind: 'failure', reason: `reason ${connection % 3}` });
    }
  };
  perform(0);
  for (let now = 1; now <= until; now++) {
    for (const each of pendingInputs.filter(({ at }) => at === now)) {
      const { input } = each;
      // What came before it within this millisecond may have ended its connection.
      if (!pendingInputs.includes(each)) continue;
      log.push({ at: now, ...input });
      step = beat(step.state, input, settings, now);
      if (input.kind === 'failure') pendingInputs = [];
      perform(now);
    }
    while (step.state.dueAt <= now) {
      step = beat(step.state, { kind: 'due' }, settings, now);
      perform(now);
    }
  }
  return { log, last: step };
}

/** Recounts a log as an operator would with pencil and paper, and says what must have been told, and when. */
class Recount {
  readonly told: Entry[] = [];
  #row: number[] = [];
  #open: { dueAt: number; id: unknown } | undefined;
  #lastReason: unknown;
  #everAnswered = false;

  constructor(
    readonly misses: number,
    private disconnected: boolean,
  ) {}

  read({ at, kind, reason, handshake }: Entry): void {
    const asks = kind === 'dial' || kind === 'handshake';
    if (kind === 'failure') this.#unanswered(this.#open?.dueAt ?? at, at, reason);
    else if ((asks || kind === 'close') && this.#open) this.#unanswered(this.#open.dueAt, at, 'timeout');
    if (asks) this.#open = { dueAt: at, id: handshake };
    if (kind === 'hello') this.#open = undefined;
    if (kind === 'answer' && this.#open?.id === handshake) this.#answered(at);
  }

  #answered(at: number): void {
    if (this.disconnected) this.told.push({ at, kind: 'reconnected' });
    else if (this.#row.length > 0 || !this.#everAnswered) this.told.push({ at, kind: 'answered' });
    this.#open = undefined;
    this.#row = [];
    this.#everAnswered = true;
    this.disconnected = false;
  }

  #unanswered(dueAt: number, at: number, reason: unknown): void {
    this.#open = undefined;
    if (this.disconnected) {
      if (reason !== this.#lastReason) this.told.push({ at, kind: 'trouble', reason });
    } else {
      if (this.#row.push(dueAt) === 1) this.told.push({ at: dueAt, kind: 'missed' });
      if (this.#row.length < this.misses) return;
      this.told.push({ at, kind: 'disconnected', faultAt: this.#row[0], reason });
      this.disconnected = true;
    }
    this.#lastReason = reason;
  }
}

/** The phases of a connection, and what may happen in each. */
const order: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  closed: { dial: 'dialled' },
  dialled: { hello: 'greeted', close: 'closed', failure: 'closed' },
  greeted: { handshake: 'greeted', answer: 'greeted', close: 'closed', failure: 'closed' },
};

/** From each dial or handshake to the next, while the NE does not count as disconnected. */
function gaps(log: readonly Entry[], disconnectedBefore: boolean): number[] {
  const found: number[] = [];
  let disconnected = disconnectedBefore;
  let before = 0;
  for (const { at, kind } of log) {
    if (kind === 'disconnected' || kind === 'reconnected') disconnected = kind === 'disconnected';
    const asks = kind === 'dial' || kind === 'handshake';
    if (asks && at !== before && !disconnected) found.push(at - before);
    if (asks || kind === 'hello') before = at;
  }
  return found;
}

const delay = fc.option(fc.integer({ min: 1, max: 260 }), { freq: 4 });
const script: fc.Arbitrary<Script> = fc.record({
  settings: fc.record({
    intervalMs: fc.integer({ min: 20, max: 120 }),
    misses: fc.integer({ min: 1, max: 4 }),
    reconnectMs: fc.integer({ min: 20, max: 300 }),
    slotMs: fc.nat(20),
  }),
  disconnected: fc.boolean(),
  visits: fc.array(
    fc.record({
      helloAfter: delay,
      failsAfter: fc.option(fc.integer({ min: 1, max: 900 })),
      answersAfter: fc.array(delay, { maxLength: 6 }),
    }),
    { minLength: 1, maxLength: 6 },
  ),
  until: fc.constant(3000),
});

const settings: HeartbeatSettings = { intervalMs: 60_000, misses: 3, reconnectMs: 120_000, slotMs: 0 };
const answering: Visit = { helloAfter: 10, failsAfter: null, answersAfter: [10] };
const refusing: Visit = { helloAfter: null, failsAfter: 5, answersAfter: [] };
const silent: Visit = { helloAfter: 10, failsAfter: null, answersAfter: [null] };
const closing: Visit = { helloAfter: 10, failsAfter: 100_000, answersAfter: [10] };

function kindsAt(log: readonly Entry[], ...kinds: string[]): [number, string][] {
  return log.filter(({ kind }) => kinds.includes(kind)).map(({ at, kind }) => [at, kind]);
}

function played(visits: readonly Visit[], until: number, disconnected = false): Entry[] {
  return play({ settings: { ...settings, slotMs: 10 }, disconnected, visits, until }).log;
}

describe('the supervision of a link', () => {
  it('tells just what a recount of its log says', () => {
    fc.assert(
      fc.property(script, (each) => {
        const { log } = play(each);
        const told = log.filter(({ kind }) =>
          ['missed', 'answered', 'disconnected', 'trouble', 'reconnected'].includes(kind),
        );
        const recount = new Recount(each.settings.misses, each.disconnected);
        for (const entry of log) recount.read(entry);
        expect(told).toEqual(recount.told);
      }),
      { numRuns: 500 },
    );
  });

  it('never has two connections, and never asks without one', () => {
    fc.assert(
      fc.property(script, (each) => {
        let phase = 'closed';
        for (const { kind } of play(each).log) {
          if (['missed', 'answered', 'disconnected', 'trouble', 'reconnected'].includes(kind)) continue;
          expect(order[phase]).toHaveProperty(kind);
          phase = order[phase]?.[kind] ?? '';
        }
      }),
    );
  });

  it('asks or dials once an interval, give or take a twentieth, while connected', () => {
    fc.assert(
      fc.property(script, (each) => {
        const { intervalMs } = each.settings;
        for (const gap of gaps(play(each).log, each.disconnected))
          expect(Math.abs(gap - intervalMs)).toBeLessThanOrEqual(intervalMs / 20);
      }),
    );
  });

  it('sends the first handshake with the hello, then one an interval', () => {
    expect(kindsAt(played([answering], 130_000), 'dial', 'handshake')).toEqual([
      [0, 'dial'],
      [10, 'handshake'],
      [60_010, 'handshake'],
      [120_010, 'handshake'],
    ]);
  });

  it('tells of the first miss of a row, with when it was due, and of the answer that ends the row', () => {
    const forgetful = { helloAfter: 10, failsAfter: null, answersAfter: [20, null, null, 20, 20] };
    const log = played([forgetful], 300_000);
    expect(kindsAt(log, 'missed', 'answered', 'disconnected')).toEqual([
      [30, 'answered'],
      [60_010, 'missed'],
      [180_030, 'answered'],
    ]);
  });

  it('counts a refused dial as one unanswered handshake, and dials again when the next is due', () => {
    const log = played([refusing], 400_000);
    expect(kindsAt(log, 'dial').map(([at]) => at)).toEqual([0, 60_010, 120_010, 240_015, 360_015]);
    expect(log.find(({ kind }) => kind === 'disconnected')).toMatchObject({ faultAt: 0, reason: 'reason 0' });
  });

  it('declares a silent NE disconnected when the third handshake is unanswered, and closes the link', () => {
    const log = played([silent], 200_000);
    expect(kindsAt(log, 'handshake', 'close', 'disconnected')).toEqual([
      [10, 'handshake'],
      [60_010, 'handshake'],
      [120_010, 'handshake'],
      [180_010, 'close'],
      [180_010, 'disconnected'],
    ]);
    expect(log.find(({ kind }) => kind === 'disconnected')).toMatchObject({ faultAt: 10, reason: 'timeout' });
  });

  it('takes the instant of the close as the fault where nothing was outstanding', () => {
    const log = played([closing, refusing, refusing], 400_000);
    expect(log.find(({ kind }) => kind === 'disconnected')).toMatchObject({ faultAt: 100_000 });
  });

  it('begins anew with every answered handshake', () => {
    const log = played([closing, refusing, answering, closing, refusing], 600_000);
    expect(kindsAt(log, 'disconnected')).toEqual([]);
  });

  it('redials at once after a start with an open 301, then every reconnect interval', () => {
    const log = played([refusing], 300_000, true);
    expect(kindsAt(log, 'dial')).toEqual([
      [0, 'dial'],
      [120_000, 'dial'],
      [240_000, 'dial'],
    ]);
    expect(kindsAt(log, 'disconnected')).toEqual([]);
  });

  it('reconnects with the answer to the handshake, not with the hello', () => {
    expect(kindsAt(played([silent], 50_000, true), 'reconnected')).toEqual([]);
    expect(kindsAt(played([answering], 50_000, true), 'reconnected')).toEqual([[20, 'reconnected']]);
  });

  it('tells a failure once while its reason stays the same', () => {
    const log = played([{ ...silent, helloAfter: null }], 600_000, true);
    expect(log.filter(({ kind }) => kind === 'trouble')).toEqual([
      { at: 120_000, kind: 'trouble', reason: 'timeout' },
    ]);
  });

  it('ignores inputs that come too early or too late', () => {
    const { last } = play({ settings, disconnected: false, visits: [answering], until: 100 });
    for (const input of [
      { kind: 'due' },
      { kind: 'hello' },
      { kind: 'answer', handshake: 99 },
    ] satisfies HeartbeatInput[])
      expect(beat(last.state, input, settings, 200)).toEqual({ state: last.state, effects: [] });
  });

  it('does not blame an NE whose answer may lie unread', () => {
    const { last } = play({ settings, disconnected: false, visits: [silent], until: 100 });
    const excused = beat(last.state, { kind: 'due', unread: true }, settings, 60_010);
    expect(excused).toMatchObject({ state: { misses: 0, pending: last.state.pending }, effects: [] });
    const late = beat(excused.state, { kind: 'answer', handshake: 1 }, settings, 70_000);
    expect(late.state).toMatchObject({ misses: 0, pending: null, answeredAt: 70_000 });
    const blamed = beat(excused.state, { kind: 'due' }, settings, 120_010);
    expect(blamed.state).toMatchObject({ misses: 1, firstMissAt: 10 });
  });

  it('does not bunch handshakes after a pause of the process', () => {
    const { last } = play({ settings, disconnected: false, visits: [answering], until: 100 });
    const late = beat(last.state, { kind: 'due' }, settings, 1_000_000);
    expect(late.effects).toEqual([{ kind: 'handshake', handshake: 2 }]);
    expect(late.state.dueAt).toBeGreaterThan(1_050_000);
  });

  it('spreads many NEs over the interval', () => {
    const tenths = new Set<number>();
    for (let index = 0; index < 200; index++) {
      const slotMs = slotOf(`eNB-${100_000 + index}`, 60_000);
      const visits = [{ ...answering, answersAfter: [10] }];
      const own = { ...settings, intervalMs: 600, slotMs: slotMs % 600 };
      const { last } = play({ settings: own, disconnected: false, visits, until: 9000 });
      expect(last.state.dueAt % 600).toBe(own.slotMs);
      tenths.add(Math.floor(slotMs / 6000));
    }
    expect(tenths.size).toBe(10);
  });
});
