import { endsSoon, type ListedShelf, shelfStateOf } from '@omc/alarm';
import { type ShelfResource, toRfc3339 } from '@omc/api';

/** A shelf as the outside sees it at an instant. */
export function shelfToResource({ shelf, hides }: ListedShelf, now: number): ShelfResource {
  const { alarmId, severity, ...place } = shelf.match;
  return {
    id: shelf.id,
    match: {
      ...place,
      ...(alarmId === undefined ? {} : { alarmId: [...alarmId] }),
      ...(severity === undefined ? {} : { severity: [...severity] }),
    },
    from: toRfc3339(shelf.fromAt),
    until: toRfc3339(shelf.untilAt),
    untilCleared: shelf.untilCleared,
    reason: shelf.reason,
    owner: shelf.owner,
    createdAt: toRfc3339(shelf.createdAt),
    state: shelfStateOf(shelf, now),
    hides,
    endsSoon: endsSoon(shelf, now),
    endedAt: shelf.end === undefined ? null : toRfc3339(shelf.end.at),
    endedBecause: shelf.end?.because ?? null,
    endedBy: shelf.end?.by ?? null,
  };
}
