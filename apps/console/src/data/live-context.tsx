import type { AlarmResource } from '@omc/api';
import { useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, useContext, useEffect, useState, useSyncExternalStore } from 'react';
import { io } from 'socket.io-client';
import type { AlarmView } from './alarm-view.js';
import { browserFrames } from './browser-frames.js';
import { LiveConnection } from './live-connection.js';
import type { LiveStatus } from './live-status.js';
import { pacedFrames } from './paced-frames.js';

const LiveContext = createContext<LiveConnection | null>(null);

/** Where the live stream is: the namespace of the API, written out so that its schemas stay out of the page. */
const NAMESPACE: typeof import('@omc/api').LIVE_NAMESPACE = '/alarms';

function connect(view: AlarmView, onDenied: () => void): LiveConnection {
  const socket = io(NAMESPACE, {
    autoConnect: false,
    withCredentials: true,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
    reconnectionDelayMax: 5000,
  });
  return new LiveConnection(socket, view, {
    now: Date.now,
    nextFrame: browserFrames.onFrame,
    pacedFrame: pacedFrames(browserFrames),
    onDenied,
  });
}

/** Keeps the live list of a view for everything below, for as long as somebody is signed in. */
export function LiveProvider({ view, children }: { view: AlarmView; children: ReactNode }): ReactNode {
  const queries = useQueryClient();
  const [live] = useState(() =>
    connect(view, () => void queries.invalidateQueries({ queryKey: ['session'] })),
  );
  const [shown, setShown] = useState(view);
  useEffect(() => {
    live.start();
    return () => live.stop();
  }, [live]);
  const key = JSON.stringify(view);
  useEffect(() => {
    if (key === JSON.stringify(shown)) return;
    setShown(view);
    live.show(view);
  }, [live, key, shown, view]);
  return <LiveContext value={live}>{children}</LiveContext>;
}

/** The live list. */
export function useLive(): LiveConnection {
  const live = useContext(LiveContext);
  if (!live) throw new Error('the live list is there only for who is signed in');
  return live;
}

/** One fact of the live list's status; what uses it is drawn anew only when that changes. */
export function useLiveStatus<Fact>(pick: (status: LiveStatus) => Fact): Fact {
  const live = useLive();
  return useSyncExternalStore(live.statusListeners.add, () => pick(live.status));
}

/** Calls back with each new state of one alarm. */
export function useAlarmArrivals(id: string | null, hear: (alarm: AlarmResource) => void): void {
  const live = useLive();
  useEffect(() => live.alarmListeners.add((alarm) => alarm.id === id && hear(alarm)), [live, id, hear]);
}
