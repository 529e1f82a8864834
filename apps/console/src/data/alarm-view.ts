import type { AlarmResource, SubscribeRequest } from '@omc/api';
import type { Severity } from './severity.js';

/** Which alarms the list shows. */
export interface AlarmView {
  readonly state: 'active' | 'cleared' | 'all';
  readonly severity: readonly Severity[];
  readonly ne: string;
  readonly q: string;
}

/** Everything active. */
export const everythingActive: AlarmView = { state: 'active', severity: [], ne: '', q: '' };

/** How many alarms of the history are on screen at once; what is active is always shown whole. */
const HISTORY_WINDOW = 1000;

/** Whether a view narrows the list by more than its state. */
export function isNarrowed(view: AlarmView): boolean {
  return view.severity.length > 0 || view.ne !== '' || view.q !== '';
}

/** A view as the live stream and the lists take it as a filter. */
function filterOf(view: AlarmView): NonNullable<SubscribeRequest['filter']> {
  return {
    state: view.state,
    ...(view.severity.length > 0 && { severity: [...view.severity] }),
    ...(view.ne !== '' && { ne: view.ne }),
    ...(view.q !== '' && { q: view.q }),
  };
}

/** A view as a page of the list by REST takes it, newest first. */
export function listQueryOf({
  state,
  severity,
  ne,
  q,
}: AlarmView): Record<string, string | number | undefined> {
  return {
    state,
    severity: severity.join(',') || undefined,
    ne: ne || undefined,
    q: q || undefined,
    sort: '-raisedAt',
    limit: HISTORY_WINDOW,
  };
}

/** What to ask the live stream for, from a cursor if the list is complete up to one. */
export function requestOf(view: AlarmView, cursor: string | null): SubscribeRequest {
  return {
    filter: filterOf(view),
    ...(view.state !== 'active' && { sort: '-raisedAt' as const, limit: HISTORY_WINDOW }),
    ...(cursor !== null && { cursor }),
  };
}

/** Whether a list of that many rows may be only the newest of those that match; `total` where it is known. */
export function isCutOff(view: AlarmView, size: number, total: number | null): boolean {
  if (view.state === 'active') return false;
  return total === null ? size >= HISTORY_WINDOW : size < total;
}

/** Whether an alarm that left the live window still belongs to the view: only newer ones pushed it out. */
export function outlivesWindow(view: AlarmView, alarm: AlarmResource): boolean {
  if (view.state === 'active') return false;
  if (view.state === 'cleared' && alarm.state !== 'cleared') return false;
  if (view.ne !== '' && alarm.ne !== view.ne) return false;
  return view.severity.length === 0 || view.severity.includes(alarm.severity);
}
