import type { AlarmResource, ShelfPost } from '@omc/api';

/** What of an alarm is shelved: it by itself, its type on the NE, everything of the NE, its type everywhere. */
export const shelfReaches = ['alarm', 'type', 'ne', 'everywhere'] as const;
export type ShelfReach = (typeof shelfReaches)[number];

type Match = ShelfPost['match'];

/** What to shelve so that alarms are out of sight, each match once. */
export function shelfMatches(alarms: readonly AlarmResource[], reach: ShelfReach): Match[] {
  const matches = new Map(
    alarms.map((alarm) => {
      const match = matchOf(alarm, reach);
      return [JSON.stringify(match), match] as const;
    }),
  );
  return [...matches.values()];
}

function matchOf({ ne, object, alarmId }: AlarmResource, reach: ShelfReach): Match {
  switch (reach) {
    case 'alarm':
      return { ne, object, alarmId: [alarmId] };
    case 'type':
      return { ne, alarmId: [alarmId] };
    case 'ne':
      return { ne };
    case 'everywhere':
      return { alarmId: [alarmId] };
  }
}
