import { modelSeverity, type Scope } from '@omc/alarm';
import type { AlarmFilter } from '@omc/api';

/** SQL text with its parameters. */
export class Conditions {
  readonly parameters: unknown[];
  readonly #terms: string[] = [];

  /** @param parameters those that the rest of the statement has already; more are added to them. */
  constructor(parameters: unknown[] = []) {
    this.parameters = parameters;
  }

  /** Takes a parameter; gives its place in the text. */
  parameter(value: unknown): string {
    return `$${this.parameters.push(value)}`;
  }

  /** Adds a condition that must hold beside the others. */
  and(term: string): void {
    this.#terms.push(term);
  }

  get where(): string {
    return this.#terms.length === 0 ? '' : `where ${this.#terms.join(' and ')}`;
  }
}

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

/** The conditions of a filter on the table `alarm`. */
export function conditionsOf(filter: ResolvedFilter, parameters: unknown[] = []): Conditions {
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
  equals('ne', filter.ne);
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
  if (filter.q !== undefined) conditions.and(textCondition(filter, conditions));
  return conditions;
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

/** The pattern of LIKE for what contains a text. */
export function containing(text: string): string {
  return `%${text.replace(/[\\%_]/g, '\\$&')}%`;
}

function textCondition({ q = '', namedAlarmIds }: ResolvedFilter, conditions: Conditions): string {
  if (isUnstorable(q)) return 'false';
  const pattern = conditions.parameter(containing(q));
  const named = conditions.parameter(namedAlarmIds);
  return `(ne ilike ${pattern} or object ilike ${pattern} or text ilike ${pattern} or alarm_id = any(${named}::int[]))`;
}
