import type { Alarm } from '@omc/alarm';
import type { PhysicalFault, TruthRecord } from '@omc/simulator';
import { rounded } from '../measure/rounded.js';
import { isTrueAt, nameOf } from './judge-roles.js';
import type { ActiveAlarms } from './play-course.js';

/** How many alarms of each kind of fault come down to how many causes. */
export class Compression {
  readonly #alarms = new Map<string, number>();
  readonly #causes = new Map<string, number>();

  /** Takes in what an OMC shows at an instant of a course: of each fault the alarms that it alone caused. */
  add(
    faults: readonly PhysicalFault[],
    truth: readonly TruthRecord[],
    active: ActiveAlarms,
    at: number,
  ): void {
    const found = new Map([...active.values()].map((alarm) => [nameOf(alarm), alarm]));
    for (const { id, kind } of faults) {
      const own = truth.filter(({ causes }) => causes.length === 1 && causes[0] === id);
      const alarms = own
        .filter((record) => isTrueAt(record, at))
        .flatMap((record) => found.get(nameOf(record)) ?? []);
      add(this.#alarms, kind, alarms.length);
      add(this.#causes, kind, new Set(alarms.flatMap(causesOf)).size);
    }
  }

  perKind(): Record<string, { alarms: number; causes: number; ratio: number }> {
    return Object.fromEntries(
      [...this.#alarms].sort().map(([kind, alarms]) => {
        const causes = this.#causes.get(kind) ?? 0;
        return [kind, { alarms, causes, ratio: rounded(alarms / causes) }];
      }),
    );
  }
}

function causesOf({ id, correlation: { role, rootIds } }: Alarm): readonly string[] {
  return role === 'symptom' ? rootIds : [id];
}

function add(counts: Map<string, number>, kind: string, by: number): void {
  counts.set(kind, (counts.get(kind) ?? 0) + by);
}
