import { ReplayError } from './replay-error.js';

/** A row of an alarm log: one alarm of one device. Times are seconds of the log's own count. */
export interface LoggedAlarm {
  readonly alarm: number;
  readonly device: number;
  readonly start: number;
  readonly end: number;
}

/** What was read of a log. */
export interface AlarmLog {
  readonly rows: readonly LoggedAlarm[];
  /** Rows that end before they start, which nobody can replay. */
  readonly leftOut: number;
}

const COLUMNS = ['alarm_id', 'device_id', 'start_timestamp', 'end_timestamp'] as const;
const WHOLE = /^\d{1,12}$/;

/**
 * Reads an alarm log: comma-separated values with the columns alarm_id, device_id, start_timestamp and
 * end_timestamp, all of them whole numbers; other columns do not matter. Throws ReplayError, naming the line that
 * is wrong.
 *
 * @param limit rows after the heading that are read.
 */
export function readAlarmLog(text: string, limit: number): AlarmLog {
  const [heading = '', ...lines] = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  const names = heading.split(',').map((name) => name.trim());
  const places = COLUMNS.map((column) => placeOf(column, names));
  const rows: LoggedAlarm[] = [];
  let leftOut = 0;
  for (const [index, line] of lines.entries()) {
    if (rows.length + leftOut >= limit) break;
    if (line.trim() === '') continue;
    const row = readRow(line, places, index + 2);
    if (row.end < row.start) leftOut += 1;
    else rows.push(row);
  }
  if (rows.length === 0) throw new ReplayError('there are no alarms in the file');
  return { rows, leftOut };
}

function placeOf(column: string, names: readonly string[]): number {
  const place = names.indexOf(column);
  if (place >= 0) return place;
  throw new ReplayError(`line 1 must name the columns ${COLUMNS.join(', ')}; it lacks ${column}`);
}

function readRow(line: string, places: readonly number[], number: number): LoggedAlarm {
  const cells = line.split(',');
  const [alarm = 0, device = 0, start = 0, end = 0] = places.map((place, i) => {
    const cell = cells[place]?.trim() ?? '';
    if (WHOLE.test(cell)) return Number(cell);
    throw new ReplayError(`line ${number}: ${COLUMNS[i]} must be a whole number, is "${cell.slice(0, 40)}"`);
  });
  return { alarm, device, start, end };
}
