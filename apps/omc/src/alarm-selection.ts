import { type Alarm, countOfObject, type Scope, type StoredTopology, scopeIncludes } from '@omc/alarm';
import { type AlarmFilter, type AlarmResource, alarmMatches } from '@omc/api';
import type { AlarmGroup, ResolvedFilter } from '@omc/store';

/** Which alarms somebody wants: for the database, and for each alarm that changes, with the same answer. */
export interface AlarmSelection {
  readonly filter: ResolvedFilter;
  matches(alarm: AlarmResource): boolean;
}

/** What has to be known to select alarms. */
export interface SelectionSources {
  readAlarm(id: string): Promise<Alarm | undefined>;
  alarmIdsNamed(text: string): readonly number[];
  topologyOf(ne: string): Pick<StoredTopology, 'subnet'> | undefined;
}

/** Finds out what a filter stands for, asked by somebody who sees the NEs of a scope. */
export async function alarmSelection(
  filter: AlarmFilter,
  scope: Scope,
  from: SelectionSources,
): Promise<AlarmSelection> {
  const { group: groupId, ...rest } = filter;
  const group = groupId === undefined ? undefined : groupUnder(groupId, await from.readAlarm(groupId));
  const isVisible = ({ ne }: AlarmResource) => scopeIncludes(scope, ne, (id) => from.topologyOf(id)?.subnet);
  const isInGroup = (alarm: AlarmResource) => group === undefined || isIn(group, alarm, from);
  return {
    filter: {
      ...rest,
      scope,
      namedAlarmIds: filter.q === undefined ? [] : from.alarmIdsNamed(filter.q),
      ...(group === undefined ? {} : { group }),
    },
    matches: (alarm) => isVisible(alarm) && alarmMatches(rest, alarm) && isInGroup(alarm),
  };
}

const MEMBERS_ALARM = 90001;

/** What is folded under an alarm: the members that a number of alarms counts, or the symptoms of a root. */
function groupUnder(rootId: string, alarm: Alarm | undefined): AlarmGroup {
  const counted = alarm?.alarmId === MEMBERS_ALARM ? countOfObject(alarm.ne, alarm.object) : undefined;
  return counted === undefined ? { rootId } : { alarmId: counted.alarmId, ...counted.scope };
}

function isIn(
  group: AlarmGroup,
  { ne, alarmId, correlation }: AlarmResource,
  from: SelectionSources,
): boolean {
  if ('rootId' in group) return correlation.rootIds.includes(group.rootId);
  if (alarmId !== group.alarmId) return false;
  return 'ne' in group ? ne === group.ne : from.topologyOf(ne)?.subnet === group.subnet;
}
