import type { Catalogue } from '../catalogue.js';
import type { Refusal } from '../commands.js';
import { NETWORK } from '../names.js';
import type { ShelfMatch, ShelfPlan } from './shelf.js';

const HOUR_MS = 3_600_000;
/** Maintenance is planned no further ahead. */
const FARTHEST_DAYS = 366;

/** What limits shelves. */
export interface ShelfSettings {
  /** A shelf lasts no longer from its begin, or from the moment when it is extended; milliseconds. */
  readonly longestMs: number;
}

/** A week. */
export const defaultShelfSettings: ShelfSettings = { longestMs: 168 * HOUR_MS };

type Times = Pick<ShelfPlan, 'fromAt' | 'untilAt'>;

/** Why a shelf cannot last from then to then; undefined where it can. */
export function refusalOfTimes({ fromAt, untilAt }: Times, now: number, { longestMs }: ShelfSettings) {
  if (fromAt > now + FARTHEST_DAYS * 24 * HOUR_MS)
    return invalid('from', `must not be more than ${FARTHEST_DAYS} days ahead`);
  if (untilAt <= fromAt) return invalid('until', 'must be later than from');
  if (untilAt <= now) return invalid('until', 'must not be past');
  if (untilAt > Math.max(fromAt, now) + longestMs)
    return invalid(
      'until',
      `must be at most ${longestMs / HOUR_MS} hours after from, or from now on where that is past`,
    );
  return undefined;
}

/** Why nothing can be matched so; undefined where it can. A name that is not there would hide nothing, unnoticed. */
export function refusalOfMatch(
  match: ShelfMatch,
  catalogue: Catalogue,
  isRegistered: (ne: string) => boolean,
): Refusal | undefined {
  const { ne, alarmId = [] } = match;
  if (Object.values(match).every((wanted) => wanted === undefined))
    return invalid('match', 'must name at least one of ne, object, subnet, alarmId, severity');
  if (ne !== undefined && ne !== NETWORK && !isRegistered(ne))
    return invalid('match.ne', `NE ${ne} is not registered`);
  const unknown = alarmId.find((id) => !catalogue.has(id));
  if (unknown !== undefined) return invalid('match.alarmId', `type ${unknown} is not in the catalogue`);
  return undefined;
}

function invalid(field: string, reason: string): Refusal {
  return { refused: 'invalid', field, reason };
}
