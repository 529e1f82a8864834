import type { AlarmResource } from '@omc/api';
import { useEffect, useState } from 'react';
import { useLive, useLiveStatus } from './live-context.js';

/** How often what is drawn from all alarms is drawn anew, ms. */
const PAUSE_MS = 500;

/**
 * All alarms of the live list, as of half a second ago at the most; null until it is whole, so that nothing is taken for
 * calm of which nothing was heard yet.
 */
export function useActiveAlarms(): readonly AlarmResource[] | null {
  const live = useLive();
  const list = useLiveStatus((status) => status.list);
  const [alarms, setAlarms] = useState<readonly AlarmResource[] | null>(null);
  useEffect(() => {
    if (list === 'loading') setAlarms(null);
    if (list !== 'ready') return undefined;
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
  }, [live, list]);
  return alarms;
}
