import { type AlarmComment, type Catalogue, changeText } from '@omc/alarm';
import { type AlarmCommentResource, type AlarmLogEntry, type AlarmResource, toRfc3339 } from '@omc/api';
import type { StoredChange } from '@omc/store';
import type { SeenAlarm } from './within-scope.js';

/** An alarm as the outside sees it. */
export function alarmToResource(seen: SeenAlarm, catalogue: Catalogue): AlarmResource {
  const { unnamedRoots, ...alarm } = seen;
  const { ack, correlation, clearedAt } = alarm;
  const number = String(alarm.alarmId);
  return {
    ...alarm,
    name: catalogue.get(alarm.alarmId)?.name ?? { en: number, zh: number },
    ack: {
      state: ack.state,
      ...(ack.by === undefined ? {} : { by: ack.by }),
      ...(ack.at === undefined ? {} : { at: toRfc3339(ack.at) }),
    },
    faultAt: toRfc3339(alarm.faultAt),
    raisedAt: toRfc3339(alarm.raisedAt),
    clearedAt: clearedAt === null ? null : toRfc3339(clearedAt),
    correlation: {
      ...correlation,
      rootIds: [...correlation.rootIds],
      ...(unnamedRoots === undefined ? {} : { unnamedRoots }),
    },
  };
}

/** What somebody said about an alarm, as the outside sees it. */
export function commentToResource({ id, at, by, text }: AlarmComment): AlarmCommentResource {
  return { id, at: toRfc3339(at), by, text };
}

/** A change of an alarm as its log shows it. */
export function changeToLogEntry({ at, kind, by, facts }: StoredChange): AlarmLogEntry {
  const user = by === null ? {} : { by };
  return {
    at: toRfc3339(at),
    kind,
    ...user,
    text: changeText({ kind, facts, ...user }),
    ...(Object.keys(facts).length === 0 ? {} : { changes: { ...facts } }),
  };
}
