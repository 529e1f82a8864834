import {
  type Alarm,
  countOfObject,
  NETWORK,
  type Scope,
  type StoredTopology,
  scopeIncludes,
} from '@omc/alarm';
import { type AlarmFilter, type AlarmResource, alarmMatches } from '@omc/api';
import type { AlarmGroup, ResolvedFilter } from '@omc/store';

/** Which alarms somebody wants: for the database, and for each alarm that changes, with the same answer. */
export interface AlarmSelection {
  readonly filter: ResolvedFilter;
  matches(alarm: AlarmResource): boolean;
}

/** What has to be known to select alarms. */
export interface SelectionSources {
  /** An alarm that whoever asks may see. */
  readAlarm(id: string): Promise<Alarm | undefined>;
  alarmIdsNamed(text: string): readonly number[];
  topologyOf(ne: string): Pick<StoredTopology, 'site' | 'subnet'> | undefined;
}

/** Finds out what a filter stands for, asked by somebody who sees the NEs of a scope. */
export async function alarmSelection(
  filter: AlarmFilter,
  scope: Scope,
  from: SelectionSources,
): Promise<AlarmSelection> {
  const { group: groupId, site, subnet, ...rest } = filter;
  const group = groupId === undefined ? undefined : await groupOf(groupId, scope, from);
  const isVisible = ({ ne }: AlarmResource) => scopeIncludes(scope, ne, (id) => from.topologyOf(id)?.subnet);
  const isThere = (alarm: AlarmResource) =>
    isAt(site, 'site', alarm, from) && isAt(subnet, 'subnet', alarm, from);
  const isFolded = (alarm: AlarmResource) => group === undefined || isInGroup(group, alarm, from.topologyOf);
  return {
    filter: {
      ...rest,
      ...(site && { site }),
      ...(subnet && { subnet }),
      scope,
      namedAlarmIds: filter.q === undefined ? [] : from.alarmIdsNamed(filter.q),
      ...(group === undefined ? {} : { group }),
    },
    matches: (alarm) => isVisible(alarm) && alarmMatches(rest, alarm) && isThere(alarm) && isFolded(alarm),
  };
}

/** Whether an alarm is of an NE of one of these sites or subnets, or of one of them itself. */
function isAt(
  places: readonly string[] | undefined,
  kind: 'site' | 'subnet',
  { ne, object }: AlarmResource,
  from: SelectionSources,
): boolean {
  if (places === undefined) return true;
  if (ne === NETWORK) return places.some((place) => object === place || object.startsWith(`${place},`));
  const place = from.topologyOf(ne)?.[kind];
  return place !== undefined && places.includes(place);
}

const MEMBERS_ALARM = 90001;

/** Under an alarm that whoever asks may not see nothing is folded. */
async function groupOf(id: string, scope: Scope, from: SelectionSources): Promise<AlarmGroup> {
  const alarm = await from.readAlarm(id);
  return groupUnder(alarm === undefined && scope !== null ? NOBODY : id, alarm);
}

/** The id of no alarm. */
const NOBODY = '00000000-0000-0000-0000-000000000000';

/** What is folded under an alarm: the members that a number of alarms counts, or the symptoms of a root. */
function groupUnder(rootId: string, alarm: Alarm | undefined): AlarmGroup {
  const counted = alarm?.alarmId === MEMBERS_ALARM ? countOfObject(alarm.ne, alarm.object) : undefined;
  return counted === undefined ? { rootId } : { alarmId: counted.alarmId, ...counted.scope };
}

/** Whether an alarm is folded under another. */
export function isInGroup(
  group: AlarmGroup,
  { ne, alarmId, correlation }: Pick<Alarm, 'ne' | 'alarmId' | 'correlation'>,
  topologyOf: (ne: string) => Pick<StoredTopology, 'subnet'> | undefined,
): boolean {
  if ('rootId' in group) return correlation.rootIds.includes(group.rootId);
  if (alarmId !== group.alarmId) return false;
  return 'ne' in group ? ne === group.ne : topologyOf(ne)?.subnet === group.subnet;
}
