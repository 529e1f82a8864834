import { type Acknowledgement, type Alarm, type ClearCause, type Correlation, standalone } from './alarm.js';
import type { AlarmType } from './catalogue.js';
import type { Details } from './report.js';

/** What is known of a new alarm. */
export interface Raise {
  readonly id: string;
  readonly ne: string;
  readonly object: string;
  readonly type: AlarmType;
  readonly faultAt: number;
  readonly raisedAt: number;
  readonly reports: number;
  readonly details: Details;
  readonly intermittent: boolean;
  readonly stale: boolean;
}

/** A new alarm (X.733 §8.1; its severity is the report's, else the catalogue's). */
export function raise({ type, details, ...facts }: Raise): Alarm {
  return {
    id: facts.id,
    ne: facts.ne,
    object: facts.object,
    alarmId: type.alarmId,
    severity: details.severity ?? type.severity,
    eventType: type.eventType,
    probableCause: type.probableCause,
    state: 'active',
    ack: { state: 'unacknowledged' },
    faultAt: facts.faultAt,
    raisedAt: facts.raisedAt,
    clearedAt: null,
    clearedBy: null,
    reports: facts.reports,
    text: details.text ?? '',
    info: details.info ?? {},
    intermittent: facts.intermittent,
    stale: facts.stale,
    correlation: standalone,
    shelved: false,
    comments: 0,
    version: 1,
    lifeVersion: 1,
  };
}

/** The alarm after its life: never before it began. */
export function clear(alarm: Alarm, at: number, clearedBy: ClearCause): Alarm {
  const clearedAt = Math.max(at, alarm.raisedAt);
  return living(alarm, { state: 'cleared', clearedAt, clearedBy, stale: false });
}

/** The alarm with what its device said since; the same alarm where that is nothing new. */
export function update(alarm: Alarm, details: Details, reports: number): Alarm {
  const severity = details.severity ?? alarm.severity;
  const text = details.text ?? alarm.text;
  const info = details.info ?? alarm.info;
  const told = severity !== alarm.severity || text !== alarm.text || !sameInfo(info, alarm.info);
  if (told) return living(alarm, { severity, text, info, reports });
  return reports === alarm.reports ? alarm : derived(alarm, { reports });
}

/** The alarm with the number of alarms that it stands for. */
export function recount(alarm: Alarm, members: number): Alarm {
  return derived(alarm, { info: { ...alarm.info, members } });
}

/** The alarm while its NE is disconnected, or no longer so. */
export function markStale(alarm: Alarm, stale: boolean): Alarm {
  return derived(alarm, { stale });
}

/** The alarm with another part in a disturbance. */
export function correlate(alarm: Alarm, correlation: Correlation): Alarm {
  return derived(alarm, { correlation });
}

/** The alarm out of sight for a while, or back. */
export function shelve(alarm: Alarm, shelved: boolean): Alarm {
  return derived(alarm, { shelved });
}

/** The alarm with one more line in its log that changes nothing else. */
export function remark(alarm: Alarm): Alarm {
  return living(alarm, {});
}

/** The alarm with another word on whether it was taken notice of, and by whom (3GPP TS 32.111-2: ackState, ackUserId, ackTime). */
export function acknowledge(alarm: Alarm, ack: Acknowledgement): Alarm {
  return living(alarm, { ack });
}

/** The alarm with one more comment, which came with another change of it. */
export function withComment(alarm: Alarm): Alarm {
  return { ...alarm, comments: alarm.comments + 1 };
}

/** A change of the alarm's own life. */
function living(alarm: Alarm, change: Partial<Alarm>): Alarm {
  return { ...alarm, ...change, version: alarm.version + 1, lifeVersion: alarm.lifeVersion + 1 };
}

/** A change of what is derived about the alarm, which no action on it has to mind. */
function derived(alarm: Alarm, change: Partial<Alarm>): Alarm {
  return { ...alarm, ...change, version: alarm.version + 1 };
}

/** Whether two infos say the same; they are small and come from JSON. */
export function sameInfo(a: object, b: object): boolean {
  return a === b || JSON.stringify(a) === JSON.stringify(b);
}
