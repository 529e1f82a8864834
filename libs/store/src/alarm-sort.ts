import type { AlarmSort } from '@omc/api';
import type { AlarmRow } from './alarm-rows.js';
import type { Conditions } from './conditions.js';
import { decodePageEnd, encodePageEnd } from './page-cursor.js';

interface SortColumn {
  readonly column: keyof AlarmRow;
  readonly type: 'timestamptz' | 'smallint' | 'text' | 'int';
}

/** What is not cleared yet will be later than all that is. */
const NOT_YET = 'infinity';

const SORT_COLUMNS: Readonly<Record<string, SortColumn>> = {
  raisedAt: { column: 'raised_at', type: 'timestamptz' },
  faultAt: { column: 'fault_at', type: 'timestamptz' },
  clearedAt: { column: 'cleared_at', type: 'timestamptz' },
  severity: { column: 'severity', type: 'smallint' },
  ne: { column: 'ne', type: 'text' },
  alarmId: { column: 'alarm_id', type: 'int' },
};

/** The order of a sort in SQL: the value, and among equals the id, both one way. PostgreSQL takes null for the latest. */
export function orderOf(sort: AlarmSort): string {
  const direction = sort.startsWith('-') ? 'desc' : 'asc';
  return `${columnOf(sort).column} ${direction}, id ${direction}`;
}

/** Adds the condition to come behind a page's end; false where the cursor is not one of this list. */
export function beginAfter(conditions: Conditions, sort: AlarmSort, list: string, cursor: string): boolean {
  const end = decodePageEnd(cursor);
  if (end === undefined || end.sort !== list || !UUID.test(end.id) || !isValueOf(sort, end.value))
    return false;
  conditions.and(behind(conditions, sort, end));
  return true;
}

/** The cursor behind a row. */
export function endOf(sort: AlarmSort, list: string, row: AlarmRow): string {
  const value = row[columnOf(sort).column] ?? NOT_YET;
  return encodePageEnd({
    sort: list,
    value: value instanceof Date ? value.toISOString() : (value as string | number),
    id: row.id,
  });
}

function columnOf(sort: AlarmSort): SortColumn {
  const column = SORT_COLUMNS[sort.replace('-', '')];
  if (column === undefined) throw new Error(`no column for sort ${sort}`);
  return column;
}

function behind(
  conditions: Conditions,
  sort: AlarmSort,
  { value, id }: { readonly value: string | number; readonly id: string },
): string {
  const { column, type } = columnOf(sort);
  const isDownwards = sort.startsWith('-');
  const beyond = isDownwards ? '<' : '>';
  const last = `${conditions.parameter(id)}::uuid`;
  // null has no place in a comparison of rows.
  if (value === NOT_YET)
    return isDownwards ? `(${column} is not null or id < ${last})` : `(${column} is null and id > ${last})`;
  const after = `(${column}, id) ${beyond} (${conditions.parameter(value)}::${type}, ${last})`;
  return column === 'cleared_at' && !isDownwards ? `(${after} or ${column} is null)` : after;
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** A cursor is the client's to forge: its value must be of the column's type before PostgreSQL sees it. */
function isValueOf(sort: AlarmSort, value: string | number): boolean {
  const { column, type } = columnOf(sort);
  if (column === 'cleared_at' && value === NOT_YET) return true;
  if (type === 'timestamptz') return typeof value === 'string' && isInstant(value);
  if (type === 'text') return typeof value === 'string' && !value.includes('\0');
  return Number.isInteger(value) && Math.abs(Number(value)) < 2 ** (type === 'int' ? 31 : 15);
}

/** Whether a text is an instant in the one form that we write, of a year that PostgreSQL reads. */
function isInstant(text: string): boolean {
  return (
    /^[1-9]\d{3}-.{18}Z$/.test(text) &&
    !Number.isNaN(Date.parse(text)) &&
    new Date(text).toISOString() === text
  );
}
