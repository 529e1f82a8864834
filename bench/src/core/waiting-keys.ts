import { randomUUID } from 'node:crypto';
import { AlarmWriter, type Command, type LinkEvent, type NetworkElement } from '@omc/alarm';
import { answerTo } from '../load/answer-to.js';
import { percentilesOf } from '../measure/percentiles.js';
import { rounded } from '../measure/rounded.js';
import { CELL_UNAVAILABLE, coreCatalogue } from './core-catalogue.js';

/** The core alone, without sockets and database: very many keys in their windows, which end one after the other. */
const [count = 0, keys = 0] = process.argv.slice(2).map(Number);
const WINDOW_MS = 900_000;
const EVENTS_AT_ONCE = 100;

const nes = Array.from(
  { length: count },
  (_, i): NetworkElement => ({ id: `eNB-${i}`, kind: 'link', host: '127.0.0.1', port: 9001 }),
);
const writer = new AlarmWriter(
  coreCatalogue,
  {
    nes,
    filters: [],
    topologies: [],
    typeSettings: [],
    activeAlarms: [],
    shelves: [],
    sequences: { journalSeq: 0, changeSeq: 0 },
  },
  randomUUID,
);
writer.ready([]);
for (const { id } of nes) carryOut({ kind: 'link-heard', ne: id, at: Date.now() });

/** Carries out one command as a batch of its own, and forgets what would be stored. */
function carryOut(command: Command): readonly number[] {
  const now = Date.now();
  const draft = writer.begin(now);
  writer.do(command, now, draft);
  writer.finish(draft, now);
  return draft.dueInstants;
}

/** All keys fail so long ago that the first window ends in `firstMs`, and the last one `spreadMs` later. Gives the seconds. */
function hear(firstMs: number, spreadMs: number): number {
  const startedAt = performance.now();
  const firstAt = Date.now() + firstMs - WINDOW_MS;
  for (let from = 0; from < keys; from += EVENTS_AT_ONCE)
    for (const [n, { id }] of nes.entries()) {
      const events = Array.from({ length: EVENTS_AT_ONCE }, (_, i): LinkEvent => {
        const key = from + i;
        const at = Math.floor(firstAt + ((key * count + n) / (keys * count)) * spreadMs);
        return { seq: key + 1, object: `Cell=${key}`, alarmId: CELL_UNAVAILABLE, state: 'fault', at };
      });
      carryOut({ kind: 'link-events', ne: id, epoch: 'bench', events, arrivedAt: Date.now() });
    }
  return rounded((performance.now() - startedAt) / 1000);
}

/** Decides what falls due for so long; gives how late that was, in milliseconds. */
function decide(forMs: number): Promise<unknown> {
  const endAt = Date.now() + forMs;
  const latenessMs: number[] = [];
  return new Promise((done) => {
    const next = () => {
      if (Date.now() >= endAt) return done(percentilesOf(latenessMs));
      const dueAt = Math.min(writer.nextDeadlineAt ?? endAt, endAt);
      setTimeout(() => {
        const due = carryOut({ kind: 'deadline', at: Date.now() });
        const decidedAt = performance.timeOrigin + performance.now();
        for (const at of due) latenessMs.push(decidedAt - at);
        next();
      }, dueAt - Date.now());
    };
    next();
  });
}

answerTo({ hear, decide, pending: () => writer.pending.raise }, process.pid);
