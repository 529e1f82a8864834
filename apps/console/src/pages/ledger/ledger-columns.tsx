import type { ColDef } from 'ag-grid-community';
import type { CustomCellRendererProps } from 'ag-grid-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { instantColumn } from '../../components/instant-column.js';
import { PageLink } from '../../components/page-link.js';
import type { LossRow } from '../../data/ledger-queries.js';
import { meaningOf } from './loss-reasons.js';

function FromCell({ data }: CustomCellRendererProps<LossRow>): ReactNode {
  const { t } = useTranslation();
  if (!data) return null;
  const isNe = (data.source === 'link' || data.source === 'sync') && !data.from.startsWith('(');
  if (!isNe) return data.from;
  return (
    <PageLink to={{ page: 'nes', find: data.from }} title={t('ledger.toNe')}>
      {data.from}
    </PageLink>
  );
}

/** The columns of the ledger; what was heard last comes first. */
export function ledgerColumns(t: TFunction): ColDef<LossRow>[] {
  return [
    {
      colId: 'source',
      headerName: t('ledger.source'),
      initialWidth: 140,
      valueGetter: ({ data }) => data && t(`lossSource.${data.source}`),
    },
    {
      colId: 'from',
      headerName: t('ledger.from'),
      initialWidth: 180,
      field: 'from',
      cellRenderer: FromCell,
      tooltipField: 'from',
    },
    { colId: 'reason', headerName: t('ledger.reason'), initialWidth: 170, field: 'reason' },
    {
      colId: 'meaning',
      headerName: t('ledger.meaning'),
      initialFlex: 1,
      minWidth: 240,
      valueGetter: ({ data }) => data && meaningOf(t, data.reason),
      tooltipValueGetter: ({ value }) => value,
    },
    {
      colId: 'count',
      headerName: t('ledger.number'),
      initialWidth: 110,
      field: 'count',
      cellClass: 'cell-number',
      headerClass: 'head-number',
      sortingOrder: ['desc', 'asc'],
    },
    {
      ...instantColumn<LossRow>('lastAt', t('ledger.lastAt'), ({ lastAt }) => lastAt),
      initialSort: 'desc',
    },
    instantColumn('firstAt', t('ledger.firstAt'), ({ firstAt }) => firstAt),
  ];
}
