import type { AlarmResource } from '@omc/api';
import type { GridApi } from 'ag-grid-community';
import { newestFirst, type RowOrder } from '../../../data/cause-order.js';
import { severityRank } from '../../../data/severity.js';
import type { Language } from '../../../i18n/language.js';
import type { TableRow } from './table-row.js';

type Read = (alarm: AlarmResource, language: Language) => string | number | null;

/** What each column is sorted by. */
export const sortedBy = {
  severity: ({ severity }) => severityRank(severity),
  ne: ({ ne }) => ne,
  object: ({ object }) => object,
  name: ({ name, alarmId }, language) => `${name[language]} ${alarmId}`,
  raisedAt: ({ raisedAt }) => raisedAt,
  text: ({ text }) => text,
  clearedAt: ({ clearedAt }) => clearedAt,
  reports: ({ reports }) => reports,
  // Who took one back is kept too, but says nothing any more.
  ack: ({ ack }) => (ack.state === 'acknowledged' ? (ack.by ?? ' ') : ''),
  flags: ({ intermittent, shelved, comments }) =>
    [intermittent && 'intermittent', shelved && 'shelved', comments > 0 && `comments ${comments}`]
      .filter(Boolean)
      .join(' '),
} satisfies Record<string, Read>;

/** The order of the rows that the heads of the table tell. */
export function orderOfTable(api: GridApi<TableRow>, language: Language): RowOrder {
  const sorted = api.getColumnState().find((column) => column.sort);
  const reads: Readonly<Record<string, Read>> = sortedBy;
  const read = sorted && reads[sorted.colId];
  if (!read) return newestFirst;
  return { read: (alarm) => read(alarm, language), descending: sorted.sort === 'desc' };
}
