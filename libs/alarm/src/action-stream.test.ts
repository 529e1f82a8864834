import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type AlarmActionName, alarmActionNames } from './alarm-action.js';
import { LinkScript } from './testing/link-script.js';
import { INTERFACE } from './testing/test-catalogue.js';
import { TestOffice } from './testing/test-office.js';

const OBJECTS = ['S1Interface=0', 'S1Interface=1'] as const;

/** An alarm as the naive model has it: what every action and report does to it, written down plainly. */
interface Life {
  readonly object: string;
  state: string;
  ack: string;
  clearedBy: string | null;
  comments: number;
  lifeVersion: number;
}

interface Step {
  readonly what: 'fault' | 'ok' | 'act' | 'restart' | 'sync';
  readonly object: (typeof OBJECTS)[number];
  readonly action: AlarmActionName;
  readonly pick: number;
  readonly said: boolean;
  readonly stale: boolean;
}

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.record({
    what: fc.oneof(
      { weight: 6, arbitrary: fc.constant('act' as const) },
      { weight: 5, arbitrary: fc.constantFrom('fault' as const, 'ok' as const) },
      { weight: 1, arbitrary: fc.constantFrom('restart' as const, 'sync' as const) },
    ),
    object: fc.constantFrom(...OBJECTS),
    action: fc.constantFrom(...alarmActionNames),
    pick: fc.nat({ max: 5 }),
    said: fc.boolean(),
    stale: fc.oneof(
      { weight: 5, arbitrary: fc.constant(false) },
      { weight: 1, arbitrary: fc.constant(true) },
    ),
  }),
  { minLength: 1, maxLength: 40 },
);

/** Alarms without windows: a fault raises, an ok clears, and an operator's clear is quiet until the next ok. */
class NaiveOperators {
  readonly lives: Life[] = [];
  readonly #raw = new Map<string, 'fault' | 'ok'>();

  hear(object: string, state: 'fault' | 'ok', cause = 'report'): void {
    if ((this.#raw.get(object) ?? 'ok') === state) return;
    this.#raw.set(object, state);
    const open = this.lives.find((life) => life.object === object && life.state === 'active');
    if (state === 'fault')
      this.lives.push({
        object,
        state: 'active',
        ack: 'unacknowledged',
        clearedBy: null,
        comments: 0,
        lifeVersion: 1,
      });
    else if (open !== undefined)
      Object.assign(open, { state: 'cleared', clearedBy: cause, lifeVersion: open.lifeVersion + 1 });
  }

  faults(): string[] {
    return OBJECTS.filter((object) => this.#raw.get(object) === 'fault');
  }

  act(life: Life, { action, said, stale }: Step): string {
    if (stale) return 'changed';
    const acknowledged = life.ack === 'acknowledged';
    if (action === 'acknowledge' && acknowledged) return 'conflict';
    if (action === 'unacknowledge' && !acknowledged) return 'conflict';
    if (action === 'clear' && life.state === 'cleared') return 'conflict';
    if (action === 'clear') Object.assign(life, { state: 'cleared', clearedBy: 'operator' });
    if (action === 'acknowledge') life.ack = 'acknowledged';
    if (action === 'unacknowledge') life.ack = 'unacknowledged';
    if (said || action === 'comment') life.comments += 1;
    life.lifeVersion += 1;
    return 'done';
  }
}

/** An office and its naive model, to which the same happens. */
class Scene {
  office = new TestOffice();
  readonly model = new NaiveOperators();
  readonly #link = new LinkScript('eNB-1');
  #now = 1_000_000;

  constructor() {
    this.office.at(this.#now, this.#link.add(), this.#link.heard(this.#now));
  }

  take(step: Step): void {
    this.#now += 10;
    if (step.what === 'fault' || step.what === 'ok') return this.#hear(step.object, step.what);
    if (step.what === 'restart') return this.#restart();
    if (step.what === 'sync') return this.#sync();
    expect(actIn(this.office, step, this.#now)).toBe(actOnModel(this.model, step));
  }

  #hear(object: string, state: 'fault' | 'ok'): void {
    this.office.at(this.#now, this.#link.says(state, this.#now, object, INTERFACE));
    this.model.hear(object, state);
  }

  #restart(): void {
    this.office = this.office.restarted();
    this.office.at(this.#now, this.#link.heard(this.#now));
  }

  #sync(): void {
    const { epoch, seq } = this.#link;
    const since = this.#now;
    const faults = this.model.faults().map((object) => ({ object, alarmId: INTERFACE, since }));
    this.office.at(since, { kind: 'link-sync', ne: 'eNB-1', epoch, seq, faults, arrivedAt: since });
  }
}

describe('operators and devices at the same alarms', () => {
  it('leave each alarm as a naive model has it, over restarts and syncs', () => {
    fc.assert(
      fc.property(steps, (story) => {
        const scene = new Scene();
        for (const step of story) {
          scene.take(step);
          expect(shownBy(scene.office)).toEqual(scene.model.lives);
        }
        const said = scene.model.lives.reduce((sum, { comments }) => sum + comments, 0);
        expect(scene.office.comments).toHaveLength(said);
      }),
      { numRuns: 300, seed: 20261128 },
    );
  });
});

function actOnModel(model: NaiveOperators, step: Step): string {
  const life = model.lives[step.pick];
  return life === undefined ? 'not-found' : model.act(life, step);
}

function actIn(office: TestOffice, { action, pick, said, stale }: Step, now: number): string | undefined {
  const alarm = [...office.alarms.values()][pick];
  const [result] = office.at(now, {
    kind: 'act-on-alarms',
    actions: [
      {
        action,
        id: alarm?.id ?? 'none',
        ...(said || action === 'comment' ? { comment: 'said' } : {}),
        ...(stale ? { lifeVersion: 999 } : {}),
      },
    ],
    by: 'kim',
    stored: alarm?.state === 'cleared' ? [alarm] : [],
  });
  return result?.refused === undefined ? result?.outcomes?.[0]?.outcome : result.refused;
}

function shownBy(office: TestOffice): Life[] {
  return [...office.alarms.values()].map(({ object, state, ack, clearedBy, comments, lifeVersion }) => ({
    object,
    state,
    ack: ack.state,
    clearedBy,
    comments,
    lifeVersion,
  }));
}
