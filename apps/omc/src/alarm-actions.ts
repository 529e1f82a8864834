import type { ActionOutcome, Actor, AlarmAction, Scope } from '@omc/alarm';
import type { AlarmActionResult } from '@omc/api';
import type { Omc } from './omc.js';

const STATUS_OF = { done: 200, 'not-found': 404, conflict: 409, changed: 412 } as const;

/** Does what operators do to alarms: for REST and MML alike. */
export class AlarmActions {
  readonly #omc: Pick<Omc, 'do' | 'store' | 'office'>;

  constructor(omc: Pick<Omc, 'do' | 'store' | 'office'>) {
    this.#omc = omc;
  }

  /**
   * Does one action after the other, in one batch; gives what became of each once all that was done is in the
   * database, with the alarms as they are then.
   */
  async act(actions: readonly AlarmAction[], actor: Actor): Promise<AlarmActionResult[]> {
    const theirs = await this.#within(actor.scope, actions);
    const result = await this.#omc.do({ kind: 'act-on-alarms', actions: theirs, by: actor.user }, actor);
    if (result.refused !== undefined) throw new Error(`actions on alarms were refused: ${result.reason}`);
    const done = [...(result.outcomes ?? [])];
    const outcomes = actions.map((action) =>
      theirs.includes(action) ? (done.shift() ?? unknownAlarm(action)) : unknownAlarm(action),
    );
    const there = outcomes.filter(({ outcome }) => outcome !== 'not-found');
    const alarms = await this.#omc.store.alarms.readAll([...new Set(there.map(({ id }) => id))]);
    const byId = new Map(alarms.map((alarm) => [alarm.id, this.#omc.office.present(alarm, actor.scope)]));
    return outcomes.map((outcome) => resultOf(outcome, byId.get(outcome.id)));
  }

  /** Those that are about alarms of NEs that somebody may see. */
  async #within(scope: Scope, actions: readonly AlarmAction[]): Promise<readonly AlarmAction[]> {
    if (scope === null) return actions;
    const { store, office } = this.#omc;
    const alarms = await store.alarms.readAll([...new Set(actions.map(({ id }) => id))]);
    const theirs = new Set(alarms.filter(({ ne }) => office.includes(scope, ne)).map(({ id }) => id));
    return actions.filter(({ id }) => theirs.has(id));
  }
}

function unknownAlarm({ id }: AlarmAction): ActionOutcome {
  return { id, outcome: 'not-found', reason: `there is no alarm ${id}` };
}

function resultOf(
  { id, outcome, reason }: ActionOutcome,
  alarm: AlarmActionResult['alarm'],
): AlarmActionResult {
  return {
    id,
    status: STATUS_OF[outcome],
    ...(reason === undefined ? {} : { detail: reason }),
    ...(alarm === undefined ? {} : { alarm }),
  };
}
