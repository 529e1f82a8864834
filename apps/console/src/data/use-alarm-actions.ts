import type { AlarmActionsPost, AlarmResource } from '@omc/api';
import { useMutation } from '@tanstack/react-query';
import { useLive } from './live-context.js';
import { request } from './request.js';

/** What operators do to alarms. */
export type AlarmAction = AlarmActionsPost['action'];

/** One action on some alarms as they are on screen. */
export interface AlarmDeed {
  readonly action: AlarmAction;
  readonly alarms: readonly Pick<AlarmResource, 'id' | 'lifeVersion'>[];
  readonly comment?: string;
}

/** An alarm on which something was not done, and why; the alarm as it is now, where it is known. */
export interface RefusedDeed {
  readonly id: string;
  readonly status: number;
  readonly detail: string;
  readonly alarm: AlarmResource | undefined;
}

/** What became of a deed: on which alarms it was done, and why it was not on the others. */
export interface DeedOutcome {
  readonly deed: AlarmDeed;
  readonly done: readonly AlarmResource[];
  readonly refused: readonly RefusedDeed[];
}

/** At most so many at once. */
const MOST = 1000;

/**
 * Does something to alarms, each only if its life is still as it is on screen: what somebody else changed meanwhile is
 * told and never overwritten.
 */
export function useAlarmActions() {
  const live = useLive();
  return useMutation({
    mutationFn: async (deed: AlarmDeed): Promise<DeedOutcome> => {
      const { action, alarms, comment } = deed;
      const ids = alarms.slice(0, MOST).map(({ id, lifeVersion }) => ({ id, lifeVersion }));
      const body = { action, ids, ...(comment && { comment }) };
      const { results } = await request('POST /alarms/actions', { body });
      const done = results.flatMap(({ status, alarm }) => (status === 200 && alarm ? [alarm] : []));
      const refused = results.flatMap(({ id, status, detail = '', alarm }) =>
        status === 200 ? [] : [{ id, status, detail, alarm }],
      );
      for (const { alarm } of results) if (alarm) live.alarmListeners.tell(alarm);
      return { deed, done, refused };
    },
  });
}

/** What takes a deed back; undefined where nothing does. */
export function undoOf({ deed, done }: DeedOutcome): AlarmDeed | undefined {
  if (done.length === 0) return undefined;
  if (deed.action === 'acknowledge') return { action: 'unacknowledge', alarms: done };
  if (deed.action === 'unacknowledge') return { action: 'acknowledge', alarms: done };
  return undefined;
}
