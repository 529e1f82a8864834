import { ToolOutlined } from '@ant-design/icons';
import type { NeResource } from '@omc/api';
import type { ColDef } from 'ag-grid-community';
import type { CustomCellRendererProps } from 'ag-grid-react';
import type { TFunction } from 'i18next';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { instantColumn } from '../../components/instant-column.js';
import { Notice } from '../../components/notice.js';
import { PageLink } from '../../components/page-link.js';
import { TablePanel } from '../../components/table-panel.js';
import { TimeLeft } from '../../components/time-left.js';
import { useNes } from '../../data/queries.js';

function IdCell({ data }: CustomCellRendererProps<NeResource>): ReactNode {
  return data ? <PageLink to={{ page: 'nes', find: data.id }}>{data.id}</PageLink> : null;
}

function LeftCell({ data }: CustomCellRendererProps<NeResource>): ReactNode {
  return data?.maintenance ? <TimeLeft until={data.maintenance.until} /> : null;
}

const idOf = ({ id }: NeResource) => id;

/** The NEs all of whose alarms are out of sight: who works on them, why, and for how long. */
export function MaintainedNes(): ReactNode {
  const { t } = useTranslation();
  const nes = useNes();
  const rows = useMemo(() => nes.data?.filter(({ maintenance }) => maintenance !== undefined), [nes.data]);
  const columns = useMemo(() => columnsOf(t), [t]);
  return (
    <TablePanel
      name="maintained-nes"
      label={t('shelves.nes')}
      query={nes}
      rows={rows}
      rowId={idOf}
      columns={columns}
      failed={t('nes.failed')}
      noMatch={t('nes.noMatch')}
      empty={
        <Notice icon={<ToolOutlined />} title={t('shelves.nesEmpty')} hint={t('shelves.nesEmptyHint')} />
      }
    />
  );
}

function columnsOf(t: TFunction): ColDef<NeResource>[] {
  return [
    {
      colId: 'id',
      headerName: t('nes.id'),
      initialWidth: 180,
      field: 'id',
      initialSort: 'asc',
      cellRenderer: IdCell,
    },
    {
      colId: 'reason',
      headerName: t('shelves.reason'),
      initialFlex: 1,
      field: 'maintenance.reason',
      tooltipField: 'maintenance.reason',
    },
    { colId: 'owner', headerName: t('shelves.owner'), initialWidth: 140, field: 'maintenance.owner' },
    instantColumn('until', t('shelves.until'), ({ maintenance }) => maintenance?.until),
    {
      colId: 'left',
      headerName: t('shelves.left'),
      initialWidth: 130,
      valueGetter: ({ data }) => data?.maintenance?.until,
      cellRenderer: LeftCell,
    },
  ];
}
