import type { Alarm } from '@omc/alarm';
import type { StoredChange } from '@omc/store';

/** Whether whoever asks may see an NE. */
export type Includes = (ne: string) => boolean;

/** An alarm as somebody may see it who is limited to some NEs. */
export interface SeenAlarm extends Alarm {
  /** Roots that are not named: they are outside of these NEs, or over. */
  readonly unnamedRoots?: number;
}

/**
 * Leaves out the roots of an alarm that are not active in NEs that may be seen: of them only is told how many they are.
 *
 * @param neOf the NE of an active alarm.
 */
export function withoutHiddenRoots(
  alarm: Alarm,
  includes: Includes,
  neOf: (id: string) => string | undefined,
): SeenAlarm {
  const { correlation } = alarm;
  const rootIds = correlation.rootIds.filter((id) => {
    const ne = neOf(id);
    return ne !== undefined && includes(ne);
  });
  const unnamedRoots = correlation.rootIds.length - rootIds.length;
  return unnamedRoots === 0 ? alarm : { ...alarm, correlation: { ...correlation, rootIds }, unnamedRoots };
}

/** Leaves out the name of a root that may not be seen; how many roots there are stays. */
export function withoutHiddenRoot(change: StoredChange, includes: Includes): StoredChange {
  const { root, ...facts } = change.facts;
  return isPlace(root) && !includes(root.ne) ? { ...change, facts } : change;
}

/** The members of a group, as `NE//object`, that may be seen. */
export function membersWithin(group: readonly string[], includes: Includes): string[] {
  return group.filter((member) => includes(member.split('//')[0] ?? ''));
}

function isPlace(value: unknown): value is { readonly ne: string } {
  return typeof value === 'object' && value !== null && 'ne' in value && typeof value.ne === 'string';
}
