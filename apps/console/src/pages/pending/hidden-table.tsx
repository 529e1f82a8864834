import { FilterOutlined } from '@ant-design/icons';
import type { ColDef } from 'ag-grid-community';
import type { CustomCellRendererProps } from 'ag-grid-react';
import type { TFunction } from 'i18next';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from '../../components/notice.js';
import { PageLink } from '../../components/page-link.js';
import { TablePanel } from '../../components/table-panel.js';
import { formatDuration } from '../../data/duration.js';
import { formatClock } from '../../data/instants.js';
import type { Language } from '../../i18n/language.js';
import { useLanguage } from '../../i18n/use-language.js';
import { useTypeName } from '../filters/use-type-name.js';
import { type HiddenRow, useHidden } from './use-hidden.js';

const idOf = ({ alarmId }: HiddenRow) => String(alarmId);

/** What the hold-off hid in the last hour, type by type. */
export function HiddenTable(): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const nameOf = useTypeName();
  const hidden = useHidden();
  const columns = useMemo(() => hiddenColumns(t, language, nameOf), [t, language, nameOf]);
  return (
    <TablePanel
      name="hidden"
      label={t('pending.hidden')}
      query={hidden}
      rows={hidden.data}
      rowId={idOf}
      columns={columns}
      failed={t('pending.failed')}
      noMatch={t('pending.noMatch')}
      empty={<Notice icon={<FilterOutlined />} title={t('pending.hiddenEmpty')} />}
    />
  );
}

function LongestCell({ data }: CustomCellRendererProps<HiddenRow>): ReactNode {
  const language = useLanguage();
  const longest = data?.done.longestHidden;
  if (!longest) return <span className="cell-faint">–</span>;
  return (
    <>
      {formatDuration(longest.durationSeconds * 1000, language)}{' '}
      <span className="cell-faint">
        {longest.ne} {longest.object} {formatClock(Date.parse(longest.faultAt))}
      </span>
    </>
  );
}

function TypeCell({
  data,
  nameOf,
}: CustomCellRendererProps<HiddenRow> & { nameOf: (alarmId: number) => string }): ReactNode {
  if (!data) return null;
  return (
    <PageLink to={{ page: 'filters', find: String(data.alarmId) }}>
      {nameOf(data.alarmId)} <span className="cell-faint">{data.alarmId}</span>
    </PageLink>
  );
}

function hiddenColumns(
  t: TFunction,
  language: Language,
  nameOf: (alarmId: number) => string,
): ColDef<HiddenRow>[] {
  const count = (id: string, read: (row: HiddenRow) => number): ColDef<HiddenRow> => ({
    colId: id,
    headerName: t(`hidden.${id as 'faults'}`),
    initialWidth: 130,
    valueGetter: ({ data }) => data && read(data),
    cellClass: 'cell-number',
    headerClass: 'head-number',
    sortingOrder: ['desc', 'asc'],
  });
  return [
    {
      colId: 'type',
      headerName: t('filters.type'),
      initialFlex: 1,
      minWidth: 220,
      valueGetter: ({ data }) => data && `${nameOf(data.alarmId)} ${data.alarmId}`,
      cellRenderer: TypeCell,
      cellRendererParams: { nameOf },
    },
    { ...count('faults', (row) => row.faults) },
    { ...count('hidden', (row) => row.done.hidden), initialSort: 'desc' },
    count('raised', (row) => row.done.raised),
    count('pending', (row) => row.done.pending),
    {
      colId: 'delay',
      headerName: t('hidden.delay'),
      initialWidth: 130,
      valueGetter: ({ data }) => data?.done.meanDelaySeconds,
      valueFormatter: ({ value }) =>
        typeof value === 'number' ? formatDuration(value * 1000, language) : '–',
      cellClass: 'cell-number',
      headerClass: 'head-number',
    },
    {
      colId: 'longest',
      headerName: t('hidden.longest'),
      initialFlex: 1,
      minWidth: 240,
      valueGetter: ({ data }) => data?.done.longestHidden?.durationSeconds ?? 0,
      cellRenderer: LongestCell,
    },
  ];
}
