import type { Varbind } from '@omc/wire';
import type { SnmpAsker } from './snmp-asker.js';
import type { SnmpTarget } from './snmp-target.js';
import { walkColumn } from './walk-column.js';

/** RFC 3877, ALARM-MIB. */
const ALARM_ACTIVE = '1.3.6.1.2.1.118.1.2';
const LAST_CHANGED = `${ALARM_ACTIVE}.1.0`;
const ENTRY = `${ALARM_ACTIVE}.2.1`;
/** alarmActiveResourceId, alarmActiveDescription, alarmActiveModelPointer: what says which alarm it is. */
const COLUMNS = [10, 11, 13];
/** The least BER tag of a value that is not there (RFC 3416 §3: noSuchObject). */
const NOT_THERE = 0x80;
/** An NE has no more supervised keys. */
const MOST_ROWS = 10_000;

/** One alarm that an agent lists: as if its notification came again. */
export interface ActiveAlarmRow {
  readonly varbinds: readonly Varbind[];
  /** When it began by the agent's clock, ms since 1970; undefined where the agent does not say. */
  readonly since: number | undefined;
}

/** What an agent lists. */
export type ActiveAlarmTable =
  | { readonly ok: true; readonly rows: readonly ActiveAlarmRow[] }
  /** It has no such table. */
  | { readonly ok: true; readonly rows: undefined }
  | { readonly ok: false; readonly reason: string };

/** Reads the active alarms of an agent (RFC 3877 §4.2: alarmActiveTable). */
export async function readActiveAlarms(
  asker: Pick<SnmpAsker, 'get' | 'getBulk'>,
  target: SnmpTarget,
): Promise<ActiveAlarmTable> {
  const answer = await asker.get(target, [LAST_CHANGED]);
  if (!answer.ok) return answer;
  const [lastChanged] = answer.varbinds;
  if (lastChanged === undefined || lastChanged.type >= NOT_THERE) return { ok: true, rows: undefined };
  const rows = new Map<string, Varbind[]>();
  for (const number of COLUMNS) {
    const column = await walkColumn(asker, target, `${ENTRY}.${number}`, MOST_ROWS);
    if (!column.ok) return column;
    for (const [index, varbind] of column.values) {
      const row = rows.get(index) ?? [];
      row.push(varbind);
      rows.set(index, row);
    }
  }
  return {
    ok: true,
    rows: [...rows].map(([index, varbinds]) => ({ varbinds, since: beginOf(index) })),
  };
}

/** The index is alarmListName, alarmActiveDateAndTime and alarmActiveIndex; both first with their lengths before them. */
function beginOf(index: string): number | undefined {
  const parts = index.split('.').map(Number);
  const at = 1 + (parts[0] ?? 0);
  const length = parts[at] ?? 0;
  return instantOf(parts.slice(at + 1, at + 1 + length));
}

/** DateAndTime (RFC 2579), in UTC where it does not name its offset. */
function instantOf(octets: readonly number[]): number | undefined {
  const [high = 0, low = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0, deci = 0] = octets;
  if (octets.length !== 8 && octets.length !== 11) return undefined;
  const at = Date.UTC(high * 256 + low, month - 1, day, hour, minute, second, deci * 100);
  if (high * 256 + low < 1970 || month < 1 || month > 12 || Number.isNaN(at)) return undefined;
  if (octets.length === 8) return at;
  const [, , , , , , , , sign, hours = 0, minutes = 0] = octets;
  const offsetMs = (hours * 60 + minutes) * 60_000;
  return sign === '+'.charCodeAt(0) ? at - offsetMs : at + offsetMs;
}
