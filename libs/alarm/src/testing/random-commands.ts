import fc from 'fast-check';
import type { Command, SyncFault } from '../commands.js';
import type { FilterRule } from '../filter.js';
import type { RawState } from '../report.js';
import type { Severity } from '../severity.js';
import { BY_TRAP } from './by-trap.js';
import { historyOf } from './history-of.js';
import { CELL, INTERFACE, STANDING_WAVE } from './test-catalogue.js';
import type { TestOffice } from './test-office.js';

/** One thing that happens, some milliseconds after the one before. Its numbers are chosen when it is played. */
export interface Happening {
  readonly after: number;
  readonly what:
    | 'event'
    | 'trap'
    | 'hole'
    | 'sync'
    | 'held'
    | 'heard'
    | 'disconnected'
    | 'trouble'
    | 'reconnected'
    | 'filter'
    | 'remove-filter'
    | 'remove-ne'
    | 'add-ne'
    | 'epoch'
    | 'timer';
  readonly ne: number;
  readonly key: number;
  readonly state: RawState;
  readonly late: number;
  readonly choice: number;
}

const NES = ['eNB-1', 'eNB-2', 'mast'] as const;
const KEYS = [
  ['Cell=1', CELL],
  ['Cell=2', CELL],
  ['Cell=1', INTERFACE],
  ['Rru=0-60-0,TxChannel=0', STANDING_WAVE],
] as const;
const SEVERITIES: readonly (Severity | undefined)[] = [undefined, undefined, 'critical', 'warning'];

const RULES: readonly FilterRule[] = [
  { createWindow: 0, restoreWindow: 0 },
  { createWindow: 0.045, restoreWindow: 0.015 },
  { createWindow: 0.1, createThreshold: 0.03, restoreWindow: 0.08, restoreThreshold: 0.02 },
  { createWindow: 0.2, statWindow: 0.3, statCreate: 3, statRestore: 1 },
  { realTime: true },
];

const weighted = (weight: number, ...kinds: Happening['what'][]) => ({
  weight,
  arbitrary: fc.constantFrom(...kinds),
});

/** Things that happen to three NEs with a few keys. */
export const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.record({
    after: fc.oneof(
      { weight: 5, arbitrary: fc.nat({ max: 20 }) },
      { weight: 1, arbitrary: fc.nat({ max: 200 }) },
    ),
    what: fc.oneof(
      weighted(30, 'event'),
      weighted(8, 'trap'),
      weighted(4, 'sync'),
      weighted(6, 'held', 'heard', 'timer'),
      weighted(3, 'disconnected', 'trouble', 'reconnected'),
      weighted(2, 'filter', 'remove-filter', 'remove-ne', 'add-ne', 'hole', 'epoch'),
    ),
    ne: fc.nat({ max: NES.length - 1 }),
    key: fc.nat({ max: KEYS.length - 1 }),
    state: fc.constantFrom<RawState>('fault', 'ok'),
    late: fc.oneof({ weight: 3, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat({ max: 40 }) }),
    choice: fc.nat({ max: 7 }),
  }),
  { minLength: 2, maxLength: 60 },
);

/** Plays what happens into an office, as far as it can happen there. */
export class Happenings {
  now = 1000;
  readonly #seq = new Map<string, number>();
  readonly #epochs = new Map<string, number>();
  readonly #heard = new Set<string>();

  /** Registers the NEs and sets short windows, some of each sort. */
  begin(office: TestOffice): void {
    for (const id of NES) office.at(this.now, this.#added(id));
    const rules = [
      [CELL, { createWindow: 0.04, restoreWindow: 0.02 }],
      [INTERFACE, { createWindow: 0.05, createThreshold: 0.02, restoreWindow: 0.05, restoreThreshold: 0.01 }],
      [STANDING_WAVE, { createWindow: 0.06, statWindow: 0.15, statCreate: 3, statRestore: 1 }],
    ] as const;
    for (const [alarmId, rule] of rules)
      office.at(this.now, { kind: 'set-filter', filter: { alarmId, rule }, by: 'engineer' });
  }

  play(office: TestOffice, { after, ...happening }: Happening): void {
    this.now += after;
    const command = this.#commandOf(office, happening);
    if (command === undefined) office.passTo(this.now);
    else office.at(this.now, command);
  }

  /** After a restart an NE with a link is held: lets those be heard that were. */
  restart(office: TestOffice): void {
    for (const ne of this.#heard) office.at(this.now, { kind: 'link-heard', ne, at: this.now });
  }

  #commandOf(office: TestOffice, happening: Omit<Happening, 'after'>): Command | undefined {
    const { what, choice } = happening;
    const at = this.now;
    const ne = NES[happening.ne] ?? NES[0];
    if (what === 'trap')
      return { kind: 'report', report: { ne, ...this.#told(happening), arrivedAt: at }, origin: BY_TRAP };
    if (what === 'filter' || what === 'remove-filter') return this.#filter(office, what, ne, choice);
    if (what === 'remove-ne') {
      this.#heard.delete(ne);
      return { kind: 'remove-ne', id: ne, by: 'engineer' };
    }
    if (what === 'add-ne') return this.#added(ne);
    if (ne !== 'mast') return this.#link(office, ne, happening);
    return what === 'sync' ? this.#agentSync(ne, happening) : undefined;
  }

  /** What an agent lists, asked a while ago. */
  #agentSync(ne: string, { choice, late }: Pick<Happening, 'choice' | 'late'>): Command {
    const spared = choice % 2 === 0 ? [INTERFACE] : [];
    return {
      kind: 'agent-sync',
      ne,
      faults: this.#faults(choice),
      spared,
      askedAt: this.now - late,
      at: this.now,
    };
  }

  #link(office: TestOffice, ne: string, happening: Omit<Happening, 'after'>): Command | undefined {
    const { what, choice } = happening;
    const at = this.now;
    const reason = `reason ${choice}`;
    switch (what) {
      case 'hole':
        this.#next(ne, choice);
        return undefined;
      case 'event':
        return {
          kind: 'link-events',
          ne,
          epoch: this.#epochOf(ne),
          events: [{ seq: this.#next(ne), ...this.#told(happening) }],
          arrivedAt: at,
        };
      case 'sync':
        return {
          kind: 'link-sync',
          ne,
          epoch: this.#epochOf(ne),
          seq: Math.max(0, this.#next(ne, 0) - (choice % 3)),
          faults: this.#faults(choice),
          arrivedAt: at,
        };
      case 'epoch':
        this.#epochs.set(ne, (this.#epochs.get(ne) ?? 0) + 1);
        this.#seq.set(ne, choice);
        return { kind: 'link-epoch', ne, epoch: this.#epochOf(ne), firstSeq: choice + 1 };
      case 'held':
        this.#heard.delete(ne);
        return { kind: 'link-held', ne, at };
      case 'heard':
        if (office.nes.has(ne)) this.#heard.add(ne);
        return { kind: 'link-heard', ne, at };
      case 'disconnected':
        return { kind: 'link-disconnected', ne, faultAt: at - 30, at, reason };
      case 'trouble':
        return { kind: 'link-trouble', ne, at, reason };
      case 'reconnected':
        return { kind: 'link-reconnected', ne, at };
      default:
        return undefined;
    }
  }

  /** Filters of every sort and scope, with what the journal has of their keys. */
  #filter(office: TestOffice, what: string, ne: string, choice: number): Command {
    const alarmId = [CELL, INTERFACE, STANDING_WAVE][choice % 3] ?? CELL;
    const scope = choice < 3 ? { alarmId } : choice < 6 ? { alarmId, ne } : { alarmId, ne, object: 'Cell=1' };
    const history = historyOf(office, scope);
    if (what === 'remove-filter') return { kind: 'remove-filter', scope, by: 'engineer', history };
    const rule = RULES[(choice + this.now) % RULES.length] ?? {};
    return { kind: 'set-filter', filter: { ...scope, rule }, by: 'engineer', history };
  }

  #faults(choice: number): SyncFault[] {
    const named = KEYS.filter((_, i) => (choice >> i) % 2 === 1);
    return named.map(([object, alarmId]) => ({
      object,
      alarmId,
      since: this.now - choice * 10,
      text: 'named',
    }));
  }

  #told({ key, state, late, choice }: Omit<Happening, 'after'>) {
    const [object, alarmId] = KEYS[key] ?? KEYS[0];
    const severity = SEVERITIES[choice % 4];
    return {
      object,
      alarmId,
      state,
      at: this.now - late,
      ...(severity === undefined ? {} : { severity }),
      ...(choice > 4 ? { text: `text ${choice}` } : {}),
      ...(choice > 5 ? { info: choice === 6 ? { vswrSwitch: 'on' } : { restarted: true } } : {}),
    };
  }

  #added(id: (typeof NES)[number]): Command {
    const ne = { id, kind: id === 'mast' ? 'snmp' : 'link', host: '10.0.0.1', port: 1 } as const;
    return { kind: 'add-ne', ne, by: 'engineer' };
  }

  #epochOf(ne: string): string {
    return `b${this.#epochs.get(ne) ?? 0}`;
  }

  #next(ne: string, by = 1): number {
    const seq = (this.#seq.get(ne) ?? 0) + by;
    this.#seq.set(ne, seq);
    return seq;
  }
}
