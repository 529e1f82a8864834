import type { AlarmResource, FacetName, SubscribeRequest } from '@omc/api';
import type { Severity } from './severity.js';

/** An alarm's part in a disturbance. */
export type AlarmRole = AlarmResource['correlation']['role'];

/** Which alarms the list shows; an empty list or text does not restrict. */
export interface AlarmView {
  /** `current`: active, or cleared and not yet acknowledged. */
  readonly state: 'active' | 'current' | 'cleared' | 'all';
  readonly severity: readonly Severity[];
  readonly alarmId: readonly number[];
  /** Ids joined by commas, which none of them has. */
  readonly ne: string;
  readonly site: readonly string[];
  readonly subnet: readonly string[];
  readonly ack: readonly AlarmResource['ack']['state'][];
  readonly role: readonly AlarmRole[];
  /** `false`: without what shelves hide. */
  readonly shelved: 'false' | 'true' | 'all';
  readonly q: string;
}

/** Everything active that no shelf hides. */
export const everythingActive: AlarmView = {
  state: 'active',
  severity: [],
  alarmId: [],
  ne: '',
  site: [],
  subnet: [],
  ack: [],
  role: [],
  shelved: 'false',
  q: '',
};

/** How many alarms of a history are on screen at once; what is active is always shown whole. */
const HISTORY_WINDOW = 1000;

/** The values that are chosen of a facet, as texts. */
export function chosenOf(view: AlarmView, facet: FacetName): readonly string[] {
  if (facet === 'ne') return view.ne === '' ? [] : view.ne.split(',');
  return view[facet].map(String);
}

/** A view in which other values of a facet are chosen. */
export function withChosen(view: AlarmView, facet: FacetName, values: readonly string[]): AlarmView {
  if (facet === 'ne') return { ...view, ne: values.join(',') };
  return { ...view, [facet]: facet === 'alarmId' ? values.map(Number) : values };
}

/** Whether a view narrows the list by more than its state and what shelves hide. */
export function isNarrowed(view: AlarmView): boolean {
  const { state, shelved } = view;
  return JSON.stringify(view) !== JSON.stringify({ ...everythingActive, state, shelved });
}

type Filter = NonNullable<SubscribeRequest['filter']>;

/** A view as the live stream and the lists take it as a filter. */
export function filterOf(view: AlarmView): Filter {
  const [ack, otherAck] = view.ack;
  const several = { severity: view.severity, alarmId: view.alarmId, ne: chosenOf(view, 'ne') };
  const lists = { ...several, site: view.site, subnet: view.subnet, role: view.role };
  return {
    state: view.state,
    ...Object.fromEntries(Object.entries(lists).filter(([, values]) => values.length > 0)),
    ...(ack && !otherAck && { ack }),
    ...(view.shelved !== 'all' && { shelved: view.shelved }),
    ...(view.q !== '' && { q: view.q }),
  };
}

/** A filter as an address takes it. */
export type FilterQuery = Readonly<Record<string, string | number | readonly string[] | undefined>>;

/** A view as the query of a list by REST: names of places may have commas, so that each of them is a parameter. */
export function filterQueryOf(view: AlarmView): FilterQuery {
  return Object.fromEntries(
    Object.entries(filterOf(view)).map(([name, value]) => {
      if (!Array.isArray(value)) return [name, String(value)];
      return [name, name === 'site' || name === 'subnet' ? value.map(String) : value.join(',')];
    }),
  );
}

/** A view as a page of the list by REST takes it, newest first. */
export function listQueryOf(view: AlarmView): FilterQuery {
  return { ...filterQueryOf(view), sort: '-raisedAt', limit: HISTORY_WINDOW };
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

/**
 * Whether an alarm that left the live window still belongs to the view: only newer ones pushed it out. What of an alarm
 * never changes need not be looked at, since it was there before.
 */
export function outlivesWindow(view: AlarmView, alarm: AlarmResource): boolean {
  return (
    isInState(view.state, alarm) &&
    isAmong(view.severity, alarm.severity) &&
    isAmong(view.ack, alarm.ack.state) &&
    isAmong(view.role, alarm.correlation.role) &&
    (view.shelved === 'all' || (view.shelved === 'true') === alarm.shelved)
  );
}

function isInState(state: AlarmView['state'], alarm: AlarmResource): boolean {
  if (state === 'active') return false;
  if (state === 'current') return alarm.state === 'active' || alarm.ack.state === 'unacknowledged';
  return state === 'all' || alarm.state === 'cleared';
}

function isAmong<Value>(chosen: readonly Value[], value: Value): boolean {
  return chosen.length === 0 || chosen.includes(value);
}
