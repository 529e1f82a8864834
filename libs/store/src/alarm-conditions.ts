import { modelSeverity, NETWORK, type Scope } from '@omc/alarm';
import type { AlarmFilter } from '@omc/api';
import { Conditions } from './conditions.js';
import { escaped, type FoundWords, textCondition } from './text-condition.js';

/** What is folded under one alarm: the symptoms of a root, or the alarms of a type in an NE or a subnet. */
export type AlarmGroup =
  | { readonly rootId: string }
  | { readonly alarmId: number; readonly ne: string }
  | { readonly alarmId: number; readonly subnet: string };

/** A filter of which it is found out what it stands for. */
export interface ResolvedFilter extends Omit<AlarmFilter, 'group'> {
  /** Alarm types whose name contains `q`. */
  readonly namedAlarmIds: readonly number[];
  readonly group?: AlarmGroup;
  /** The NEs that whoever asks may see. */
  readonly scope: Scope;
}

/** The conditions of a filter on the table `alarm`. @param words what an index found of its text. */
export function conditionsOf(
  filter: ResolvedFilter,
  parameters: unknown[] = [],
  words?: FoundWords,
): Conditions {
  const conditions = new Conditions(parameters);
  const equals = (column: string, value: unknown) => {
    if (isUnstorable(value)) conditions.and('false');
    else if (value !== undefined) conditions.and(`${column} = ${conditions.parameter(value)}`);
  };
  const among = (column: string, values: readonly unknown[] | undefined, type: string) => {
    if (values !== undefined) conditions.and(`${column} = any(${conditions.parameter(values)}::${type}[])`);
  };
  // As the index of the current view has it.
  if (filter.state === 'current') conditions.and(`(state = 'active' or not acknowledged)`);
  else if (filter.state !== 'all') conditions.and(`state = '${filter.state}'`);
  equals('acknowledged', filter.ack === undefined ? undefined : filter.ack === 'acknowledged');
  among(
    'severity',
    filter.severity?.map((name) => modelSeverity[name]),
    'smallint',
  );
  // Of one NE the list has its order from an index.
  if (filter.ne?.length === 1) equals('ne', filter.ne[0]);
  else
    among(
      'ne',
      filter.ne?.filter((ne) => !isUnstorable(ne)),
      'text',
    );
  for (const kind of ['site', 'subnet'] as const) {
    const places = filter[kind]?.filter((place) => !isUnstorable(place));
    if (places !== undefined) conditions.and(placeCondition(kind, places, conditions));
  }
  equals('object', filter.object);
  among(
    'alarm_id',
    filter.alarmId?.filter((id) => Math.abs(id) < 2 ** 31),
    'int',
  );
  among('role', filter.role, 'text');
  if (filter.shelved !== 'all') equals('shelved', filter.shelved === 'true');
  if (filter.scope !== null) conditions.and(scopeCondition(filter.scope, conditions));
  if (filter.group !== undefined) conditions.and(groupCondition(filter.group, conditions));
  if (filter.since !== undefined)
    conditions.and(`raised_at >= ${conditions.parameter(instantOf(filter.since))}::timestamptz`);
  if (filter.until !== undefined)
    conditions.and(`raised_at <= ${conditions.parameter(instantOf(filter.until))}::timestamptz`);
  const { q, namedAlarmIds } = filter;
  if (isUnstorable(q)) conditions.and('false');
  else if (q !== undefined) conditions.and(textCondition({ q, namedAlarmIds, words }, conditions));
  return conditions;
}

/** Of the NEs of some sites or subnets, and of these themselves: `Subnet=1`, and what is counted in it. */
function placeCondition(kind: 'site' | 'subnet', places: readonly string[], conditions: Conditions): string {
  const named = conditions.parameter(places);
  const within = conditions.parameter(places.map((place) => `${escaped(place)},%`));
  return `(ne in (select ne from topology where ${kind} = any(${named}::text[]))
    or ne = '${NETWORK}' and (object = any(${named}::text[]) or object like any(${within}::text[])))`;
}

function scopeCondition({ nes, subnets }: NonNullable<Scope>, conditions: Conditions): string {
  const named = `ne = any(${conditions.parameter(nes)}::text[])`;
  if (subnets.length === 0) return named;
  const inSubnets = `select ne from topology where subnet = any(${conditions.parameter(subnets)}::text[])`;
  return `(${named} or ne in (${inSubnets}))`;
}

function groupCondition(group: AlarmGroup, conditions: Conditions): string {
  if ('rootId' in group)
    return `role = 'symptom' and root_ids @> array[${conditions.parameter(group.rootId)}::uuid]`;
  const ofType = `alarm_id = ${conditions.parameter(group.alarmId)}`;
  if ('ne' in group) return `${ofType} and ne = ${conditions.parameter(group.ne)}`;
  return `${ofType} and ne in (select ne from topology where subnet = ${conditions.parameter(group.subnet)})`;
}

/** A text that PostgreSQL would refuse, and that no row can have. */
function isUnstorable(value: unknown): boolean {
  return typeof value === 'string' && value.includes('\0');
}

/** An instant in a form that PostgreSQL reads; it knows no year 0. */
function instantOf(text: string): string {
  return new Date(Math.max(0, Date.parse(text))).toISOString();
}
