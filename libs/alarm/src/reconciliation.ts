import type { BatchDraft } from './batch.js';
import type { LinkCommand, SyncFault } from './commands.js';
import type { HoldOffDesk } from './hold-off-desk.js';
import type { SupervisedKey, SupervisedNe } from './supervised-key.js';

/** All faults that an agent lists. */
type AgentSync = Extract<LinkCommand, { kind: 'agent-sync' }>;

/** Brings an NE's keys to what it says that it has just now: reports of its faults, and of the end of all others. */
export class Reconciliation {
  readonly #holdOff: Pick<HoldOffDesk, 'hear'>;

  constructor(holdOff: Pick<HoldOffDesk, 'hear'>) {
    this.#holdOff = holdOff;
  }

  /** With the faults that an NE names over its link: what it no longer has is ok from `at` on. */
  ofLink(ne: SupervisedNe, faults: readonly SyncFault[], at: number, draft: BatchDraft): void {
    const named = new Set(faults.map(nameOf));
    const isOver = (key: SupervisedKey) => key.overLink && !named.has(nameOf(namedBy(key)));
    this.#hear(ne, { faults, isOver, at, overLink: true }, draft);
  }

  /**
   * With the faults that an agent lists. While it was asked, notifications went on: what was reported since is newer
   * than the list.
   */
  ofAgent(ne: SupervisedNe, { faults, spared, askedAt, at }: AgentSync, draft: BatchDraft): void {
    const named = new Set(faults.map(nameOf));
    const newer = new Set(
      [...ne.keys.values()]
        .filter(({ state }) => state.since >= askedAt)
        .map(namedBy)
        .map(nameOf),
    );
    const isOver = (key: SupervisedKey) => {
      const name = nameOf(namedBy(key));
      return !key.overLink && !named.has(name) && !newer.has(name) && !spared.includes(key.type.alarmId);
    };
    const stillTrue = faults.filter((fault) => !newer.has(nameOf(fault)));
    this.#hear(ne, { faults: stillTrue, isOver, at, overLink: false }, draft);
  }

  #hear(
    ne: SupervisedNe,
    {
      faults,
      isOver,
      at,
      overLink,
    }: { faults: readonly SyncFault[]; isOver(key: SupervisedKey): boolean; at: number; overLink: boolean },
    draft: BatchDraft,
  ): void {
    const origin = { source: 'sync', from: ne.id } as const;
    for (const key of [...ne.keys.values()])
      if (key.state.raw === 'fault' && isOver(key))
        this.#holdOff.hear(ne, { ...namedBy(key), state: 'ok', at, overLink, origin, resync: true }, draft);
    for (const { since, ...fault } of faults)
      this.#holdOff.hear(ne, { ...fault, state: 'fault', at: Math.min(since, at), overLink, origin }, draft);
  }
}

function namedBy(key: SupervisedKey): { object: string; alarmId: number } {
  return { object: key.object, alarmId: key.type.alarmId };
}

function nameOf({ object, alarmId }: { readonly object: string; readonly alarmId: number }): string {
  return `${alarmId} ${object}`;
}
