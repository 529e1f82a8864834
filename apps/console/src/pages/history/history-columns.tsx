import type { AlarmResource } from '@omc/api';
import type { ColDef } from 'ag-grid-community';
import type { CustomCellRendererProps } from 'ag-grid-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { instantColumn } from '../../components/instant-column.js';
import { RunningDuration } from '../../components/running-duration.js';
import { SeverityMark } from '../../components/severity-mark.js';
import type { Language } from '../../i18n/language.js';

type Cell = CustomCellRendererProps<AlarmResource>;

function SeverityCell({ data }: Cell): ReactNode {
  return data ? <SeverityMark mark={data.severity} /> : null;
}

function DurationCell({ data }: Cell): ReactNode {
  return data ? <RunningDuration from={data.faultAt} to={data.clearedAt} /> : null;
}

/** The columns of the history. Their order is the search's: what is on screen is only its beginning. */
export function historyColumns(t: TFunction, language: Language): ColDef<AlarmResource>[] {
  const columns: ColDef<AlarmResource>[] = [
    {
      colId: 'severity',
      headerName: t('column.severity'),
      initialWidth: 110,
      field: 'severity',
      cellRenderer: SeverityCell,
      cellClass: ({ data }) => `cell-severity mark-${data?.severity ?? 'cleared'}`,
    },
    { ...instantColumn('raisedAt', t('column.raisedAt'), ({ raisedAt }) => raisedAt), initialWidth: 152 },
    { ...instantColumn('clearedAt', t('column.clearedAt'), ({ clearedAt }) => clearedAt), initialWidth: 152 },
    { colId: 'duration', headerName: t('column.duration'), initialWidth: 86, cellRenderer: DurationCell },
    { colId: 'ne', headerName: t('column.ne'), initialWidth: 114, field: 'ne', tooltipField: 'ne' },
    {
      colId: 'object',
      headerName: t('column.object'),
      initialFlex: 2,
      minWidth: 110,
      valueGetter: ({ data }) => data && (data.object || t('object.ne')),
      tooltipValueGetter: ({ value }) => value,
    },
    {
      colId: 'name',
      headerName: t('column.name'),
      initialFlex: 3,
      minWidth: 144,
      valueGetter: ({ data }) => data && `${data.name[language]} ${data.alarmId}`,
      tooltipValueGetter: ({ value }) => value,
    },
    {
      colId: 'text',
      headerName: t('column.text'),
      initialFlex: 2,
      minWidth: 70,
      field: 'text',
      tooltipField: 'text',
    },
    {
      colId: 'role',
      headerName: t('history.role'),
      initialWidth: 86,
      valueGetter: ({ data }) => data && t(`alarmRole.${data.correlation.role}`),
    },
    {
      colId: 'ack',
      headerName: t('column.ack'),
      initialWidth: 70,
      valueGetter: ({ data }) =>
        data && (data.ack.state === 'acknowledged' ? (data.ack.by ?? t('ack.yes')) : '–'),
    },
    {
      colId: 'clearedBy',
      headerName: t('detail.clearedBy'),
      initialWidth: 92,
      valueGetter: ({ data }) =>
        data && (data.clearedBy ? t(`clearedBy.${data.clearedBy}`) : t('alarms.active')),
      tooltipValueGetter: ({ value }) => value,
    },
  ];
  return columns.map((column) => ({ ...column, sortable: false }));
}
