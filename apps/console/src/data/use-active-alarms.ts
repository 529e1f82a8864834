import type { AlarmResource } from '@omc/api';
import { useEffect, useState } from 'react';
import { useLive } from './live-context.js';

/** How often what is drawn from all alarms is drawn anew, ms. */
const PAUSE_MS = 500;

/** All alarms of the live list, as of half a second ago at the most. */
export function useActiveAlarms(): readonly AlarmResource[] {
  const live = useLive();
  const [alarms, setAlarms] = useState<readonly AlarmResource[]>(() => live.rows.shown());
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const show = () => {
      timer = undefined;
      setAlarms(live.rows.shown());
    };
    const leave = live.deltaListeners.add(({ add, update, remove }) => {
      if (add.length + update.length + remove.length > 0) timer ??= setTimeout(show, PAUSE_MS);
    });
    show();
    return () => {
      leave();
      clearTimeout(timer);
    };
  }, [live]);
  return alarms;
}
