import type { AlarmResource } from '@omc/api';
import type { ColDef } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import type { ListLayout } from '../../../data/cause-rows.js';
import { formatLocal, formatWithOffset } from '../../../data/instants.js';
import { markOf } from '../../../data/severity.js';
import type { Language } from '../../../i18n/language.js';
import { AckCell, DurationCell, NameCell, NeCell, SeverityCell } from './alarm-cells.js';
import { CauseCell } from './cause-cell.js';
import { CauseTooltip } from './cause-tooltip.js';
import { FlagsCell } from './flags-cell.js';
import { PICK_COLUMN } from './grid-columns.js';
import { PickCell, PickHead } from './pick-cell.js';
import { sortedBy } from './sorted-by.js';
import type { TableRow } from './table-row.js';

/** The columns in their first order. */
export const alarmColumnIds = [
  'severity',
  'cause',
  'ne',
  'object',
  'name',
  'raisedAt',
  'duration',
  'text',
  'clearedAt',
  'reports',
  'ack',
  'flags',
] as const;
export type AlarmColumnId = (typeof alarmColumnIds)[number];

type Column = ColDef<TableRow>;

/** What is shown of an alarm, as the table watches it: a cell is drawn anew when this changes. */
function shown(read: (alarm: AlarmResource) => string | number | null): Column {
  return { valueGetter: ({ data }) => data?.alarm && read(data.alarm) };
}

/** An instant as it is shown, with its exact form as a tooltip. */
const instant: Column = {
  valueFormatter: ({ value }) => (value ? formatLocal(Date.parse(value)) : ''),
  tooltipValueGetter: ({ value }) => (value ? formatWithOffset(Date.parse(value)) : ''),
};

/** By which alarms are picked: always the first one, and no column of the user's choice. */
const pickColumn: Column = {
  colId: PICK_COLUMN,
  width: 38,
  minWidth: 38,
  maxWidth: 38,
  sortable: false,
  resizable: false,
  lockPosition: 'left',
  lockVisible: true,
  cellClass: 'cell-pick',
  headerClass: 'cell-pick',
  cellRenderer: PickCell,
  headerComponent: PickHead,
};

/** What an alarm is in a disturbance, with everything that its cell shows in the value. */
function cause(layout: ListLayout): Column {
  return {
    sortable: false,
    initialWidth: 154,
    cellClass: 'cell-cause',
    valueGetter: ({ data }) =>
      data?.alarm &&
      [
        data.alarm.correlation.role,
        data.alarm.correlation.rule,
        data.alarm.correlation.rootIds.length + (data.alarm.correlation.unnamedRoots ?? 0),
        data.symptoms,
        data.gravest,
        data.unfolded,
        data.below?.id,
      ].join(' '),
    cellRenderer: CauseCell,
    cellRendererParams: { tree: layout === 'causes' },
    tooltipComponent: CauseTooltip,
    tooltipValueGetter: ({ data }) =>
      data?.alarm?.correlation.role === 'symptom'
        ? [...data.alarm.correlation.rootIds, data.alarm.correlation.unnamedRoots].join()
        : null,
  };
}

/**
 * The columns in a language. A value holds everything that its cell shows, so that a cell is drawn anew
 * when that changes and only then. Widths, order and visibility are the user's: here are only the first ones.
 */
export function alarmColumns(t: TFunction, language: Language, layout: ListLayout): Column[] {
  /** What is shown as it is sorted by. */
  const plain = (id: keyof typeof sortedBy) => shown((alarm) => sortedBy[id](alarm, language));
  const columns: Record<AlarmColumnId, Column> = {
    severity: {
      initialWidth: 120,
      // Who sorts by severity wants the gravest first.
      sortingOrder: ['desc', 'asc'],
      ...shown((alarm) => `${alarm.severity} ${alarm.state}`),
      cellRenderer: SeverityCell,
      cellClass: ({ data }) => ['cell-severity', ...(data?.alarm ? [`mark-${markOf(data.alarm)}`] : [])],
    },
    cause: cause(layout),
    raisedAt: {
      initialWidth: 148,
      initialSort: 'desc',
      sortingOrder: ['desc', 'asc'],
      ...plain('raisedAt'),
      ...instant,
    },
    duration: {
      initialWidth: 76,
      sortable: false,
      ...shown((alarm) => `${alarm.raisedAt}/${alarm.clearedAt ?? ''}`),
      cellRenderer: DurationCell,
      cellClass: 'cell-age',
    },
    ne: {
      initialWidth: 110,
      ...shown((alarm) => `${alarm.ne} ${alarm.stale}`),
      cellRenderer: NeCell,
    },
    object: {
      initialFlex: 1,
      minWidth: 110,
      ...plain('object'),
      valueFormatter: ({ value }) => value || t('object.ne'),
      cellClass: ({ value }) => (value ? '' : 'cell-faint'),
      tooltipValueGetter: ({ value }) => value,
    },
    name: {
      initialFlex: 3,
      minWidth: 170,
      ...plain('name'),
      cellRenderer: NameCell,
      tooltipValueGetter: ({ value }) => value,
    },
    text: {
      initialFlex: 2,
      minWidth: 72,
      ...plain('text'),
      tooltipValueGetter: ({ value }) => value,
    },
    reports: {
      initialWidth: 70,
      ...plain('reports'),
      cellClass: 'cell-number',
      headerClass: 'head-number',
    },
    ack: {
      initialWidth: 66,
      ...plain('ack'),
      cellRenderer: AckCell,
    },
    flags: {
      initialWidth: 58,
      ...plain('flags'),
      cellRenderer: FlagsCell,
    },
    clearedAt: { initialWidth: 164, initialHide: true, ...plain('clearedAt'), ...instant },
  };
  const shownColumns = alarmColumnIds.map((id) => ({
    colId: id,
    headerName: t(`column.${id}`),
    ...columns[id],
  }));
  return [pickColumn, ...shownColumns];
}
