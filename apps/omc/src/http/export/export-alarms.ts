import type { AlarmResource } from '@omc/api';
import { ALARM_COLUMNS } from './alarm-columns.js';
import { BYTE_ORDER_MARK, csvLine } from './csv.js';

/** A form in which alarms are exported. */
export interface ExportForm {
  readonly type: string;
  readonly extension: string;
  /** Writes pages of alarms, a piece for each. */
  write(pages: AsyncIterable<readonly AlarmResource[]>): AsyncGenerator<string>;
}

/** The forms of exports by their names. */
export const EXPORT_FORMS: Readonly<Record<'csv' | 'json', ExportForm>> = {
  csv: { type: 'text/csv', extension: 'csv', write: asCsv },
  json: { type: 'application/json', extension: 'json', write: asJson },
};

async function* asCsv(pages: AsyncIterable<readonly AlarmResource[]>): AsyncGenerator<string> {
  const columns = Object.values(ALARM_COLUMNS);
  yield BYTE_ORDER_MARK + csvLine(Object.keys(ALARM_COLUMNS));
  for await (const page of pages)
    yield page.map((alarm) => csvLine(columns.map((column) => column(alarm)))).join('');
}

async function* asJson(pages: AsyncIterable<readonly AlarmResource[]>): AsyncGenerator<string> {
  let before = '[\n';
  for await (const page of pages) {
    if (page.length === 0) continue;
    yield before + page.map((alarm) => JSON.stringify(alarm)).join(',\n');
    before = ',\n';
  }
  yield before === '[\n' ? '[]\n' : '\n]\n';
}
