import { type Severity, severities } from './severity.js';
import { rangeQuery, readRange } from './time-range.js';

const states = ['cleared', 'all'] as const;
const acks = ['', 'acknowledged', 'unacknowledged'] as const;
const roles = ['', 'root', 'symptom', 'standalone'] as const;
export const historySorts = ['-raisedAt', 'raisedAt', '-clearedAt', '-severity'] as const;

/** Which alarms of the past are searched for; empty texts do not restrict. */
export interface HistoryView {
  readonly state: (typeof states)[number];
  readonly severity: readonly Severity[];
  readonly ack: (typeof acks)[number];
  readonly role: (typeof roles)[number];
  readonly ne: string;
  readonly object: string;
  /** Alarm types, joined by commas. */
  readonly type: string;
  readonly q: string;
  readonly sort: (typeof historySorts)[number];
}

/** What of the history can be chosen among a few words. */
export const historyWords = { state: states, ack: acks, role: roles, sort: historySorts };

type Own = Readonly<Record<string, string>>;

/** Reads a view out of what the page keeps in the address; what it does not know counts as left out. */
export function readHistory(own: Own): HistoryView {
  const asked = own['severity']?.split(',') ?? [];
  return {
    state: oneOf(states, own['state']),
    severity: severities.filter((severity) => asked.includes(severity)),
    ack: oneOf(acks, own['ack']),
    role: oneOf(roles, own['role']),
    ne: (own['ne'] ?? '').slice(0, 64),
    object: (own['object'] ?? '').slice(0, 255),
    type: typesIn(own['type'] ?? ''),
    q: (own['q'] ?? '').slice(0, 200),
    sort: oneOf(historySorts, own['sort']),
  };
}

function oneOf<Word extends string>(words: readonly [Word, ...Word[]], asked: string | undefined): Word {
  return words.find((word) => word === asked) ?? words[0];
}

/** The alarm types that a text names: `29240 Cell Unavailable` or `29240, 26122`. */
export function typesIn(text: string): string {
  return [...text.matchAll(/\b\d{1,9}\b/g)].map(([id]) => id).join(',');
}

/** A view as REST takes it, without its page. */
export function historyQuery(own: Own, now: number): Record<string, string | undefined> {
  const { state, severity, ack, role, ne, object, type, q, sort } = readHistory(own);
  return {
    state,
    sort,
    severity: severity.join(',') || undefined,
    ack: ack || undefined,
    role: role || undefined,
    ne: ne || undefined,
    object: object || undefined,
    alarmId: type || undefined,
    q: q || undefined,
    ...rangeQuery(readRange(own), now),
  };
}
