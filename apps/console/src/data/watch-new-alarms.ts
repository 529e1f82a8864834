import type { AlarmResource, ClientToServer, ServerToClient } from '@omc/api';
import { io, type Socket } from 'socket.io-client';
import { NewAlarms } from './new-alarms.js';
import type { Severity } from './severity.js';

const NAMESPACE: typeof import('@omc/api').LIVE_NAMESPACE = '/alarms';
const WINDOW = 50;

/**
 * Calls back with alarms of some severities as they are raised, whatever the page shows; those that a shelf hides are
 * left out, those raised while the connection was lost come when it is back. Gives what ends it.
 */
export function watchNewAlarms(
  severity: readonly Severity[],
  hear: (alarms: readonly AlarmResource[]) => void,
): () => void {
  const socket: Socket<ServerToClient, ClientToServer> = io(NAMESPACE, {
    withCredentials: true,
    forceNew: true,
    transports: ['websocket', 'polling'],
    tryAllTransports: true,
  });
  const fresh = new NewAlarms();
  const take = (alarms: readonly AlarmResource[]) => {
    const raised = fresh.of(alarms);
    if (raised.length > 0) hear(raised);
  };
  socket.on('connect', () => {
    const filter = { state: 'active' as const, shelved: 'false' as const, severity: [...severity] };
    socket.emit('subscribe', { filter, sort: '-raisedAt', limit: WINDOW }, (answer) => {
      if ('error' in answer) console.warn('new alarms are not told', answer.error.detail);
      else if (answer.snapshot) take(answer.snapshot);
    });
  });
  socket.on('snapshot', ({ snapshot }) => snapshot && take(snapshot));
  socket.on('changes', ({ changes }) => {
    const raised = changes.flatMap(({ op, alarm }) => (op === 'upsert' ? [alarm] : []));
    if (raised.length > 0) take(raised);
  });
  return () => {
    socket.disconnect();
  };
}
