import type { AlarmResource } from '@omc/api';
import type { ColDef } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import { formatLocal, formatWithOffset } from '../../../data/instants.js';
import { markOf, severityRank } from '../../../data/severity.js';
import type { Language } from '../../../i18n/language.js';
import { AckCell, DurationCell, FlagsCell, NameCell, SeverityCell } from './alarm-cells.js';

/** The columns in their first order. */
export const alarmColumnIds = [
  'severity',
  'raisedAt',
  'duration',
  'ne',
  'object',
  'name',
  'text',
  'clearedAt',
  'reports',
  'ack',
  'flags',
] as const;
export type AlarmColumnId = (typeof alarmColumnIds)[number];

type Column = ColDef<AlarmResource>;

/** An instant as it is shown, with its exact form as a tooltip. */
function instant(read: (alarm: AlarmResource) => string | null): Column {
  return {
    valueGetter: ({ data }) => data && read(data),
    valueFormatter: ({ value }) => (value ? formatLocal(Date.parse(value)) : ''),
    tooltipValueGetter: ({ value }) => (value ? formatWithOffset(Date.parse(value)) : ''),
  };
}

function rankOf(alarm: AlarmResource | undefined): number {
  return alarm ? severityRank(alarm.severity) : 0;
}

/**
 * The columns in a language. A value holds everything that its cell shows, so that a cell is drawn anew
 * when that changes and only then. Widths, order and visibility are the user's: here are only the first ones.
 */
export function alarmColumns(t: TFunction, language: Language): Column[] {
  const columns: Record<AlarmColumnId, Column> = {
    severity: {
      initialWidth: 130,
      valueGetter: ({ data }) => data && `${data.severity} ${data.state}`,
      comparator: (_a, _b, a, b) => rankOf(a.data) - rankOf(b.data),
      cellRenderer: SeverityCell,
      cellClass: ({ data }) => ['cell-severity', ...(data ? [`mark-${markOf(data)}`] : [])],
    },
    raisedAt: { initialWidth: 152, initialSort: 'desc', ...instant((alarm) => alarm.raisedAt) },
    duration: {
      initialWidth: 92,
      sortable: false,
      valueGetter: ({ data }) => data && `${data.raisedAt}/${data.clearedAt ?? ''}`,
      cellRenderer: DurationCell,
      cellClass: 'cell-age',
    },
    ne: { initialWidth: 112, field: 'ne' },
    object: {
      initialWidth: 160,
      field: 'object',
      valueFormatter: ({ value }) => value || t('object.ne'),
      cellClass: ({ value }) => (value ? '' : 'cell-faint'),
      tooltipField: 'object',
    },
    name: {
      initialFlex: 3,
      minWidth: 190,
      valueGetter: ({ data }) => data && `${data.name[language]} ${data.alarmId}`,
      cellRenderer: NameCell,
      tooltipValueGetter: ({ value }) => value,
    },
    text: { initialFlex: 2, minWidth: 110, field: 'text', tooltipField: 'text' },
    reports: { initialWidth: 84, field: 'reports', cellClass: 'cell-number', headerClass: 'head-number' },
    ack: {
      initialWidth: 100,
      valueGetter: ({ data }) => data && `${data.ack.state} ${data.ack.by ?? ''}`,
      cellRenderer: AckCell,
    },
    flags: {
      initialWidth: 82,
      valueGetter: ({ data }) =>
        data &&
        [data.intermittent && 'intermittent', data.stale && 'stale', data.shelved && 'shelved']
          .filter(Boolean)
          .join(' '),
      cellRenderer: FlagsCell,
    },
    clearedAt: { initialWidth: 152, initialHide: true, ...instant((alarm) => alarm.clearedAt) },
  };
  return alarmColumnIds.map((id) => ({ colId: id, headerName: t(`column.${id}`), ...columns[id] }));
}
