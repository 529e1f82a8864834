import { EditOutlined, StopOutlined } from '@ant-design/icons';
import type { ShelfResource } from '@omc/api';
import type { ColDef } from 'ag-grid-community';
import type { CustomCellRendererProps } from 'ag-grid-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { instantColumn } from '../../components/instant-column.js';
import { RowButton } from '../../components/row-button.js';
import { TimeLeft } from '../../components/time-left.js';
import type { ShelfPart } from '../../data/shelf-queries.js';

type Cell = CustomCellRendererProps<ShelfResource>;

/** What may be done to a shelf, for who may. */
export interface ShelfActions {
  readonly edit: (shelf: ShelfResource) => void;
  readonly end: (shelf: ShelfResource) => void;
}

function StateCell({ data }: Cell): ReactNode {
  const { t } = useTranslation();
  if (!data) return null;
  return (
    <span className={`shelf-state shelf-${data.state}`}>
      {t(`shelves.${data.state}`)}
      {data.endsSoon && <b className="is-bad"> · {t('shelves.endsSoon')}</b>}
    </span>
  );
}

function EndCell({ data }: Cell): ReactNode {
  const { t } = useTranslation();
  if (!data) return null;
  const at = data.state === 'planned' ? data.from : data.until;
  const [before = '', after = ''] = t(`shelves.${data.state === 'planned' ? 'beginsIn' : 'endsIn'}`, {
    duration: '\n',
  }).split('\n');
  return (
    <>
      {before}
      <TimeLeft until={at} />
      {after}
      {data.untilCleared && <span className="cell-faint"> · {t('shelves.orCleared')}</span>}
    </>
  );
}

function ActionsCell({ data, actions, say }: Cell & ColumnsOf): ReactNode {
  const { t } = useTranslation();
  if (!data || !actions) return null;
  const what = say(data.match);
  return (
    <span className="row-actions">
      <RowButton
        icon={<EditOutlined aria-hidden="true" />}
        title={t('shelves.edit')}
        label={t('shelves.editNamed', { what })}
        onClick={() => actions.edit(data)}
      />
      <RowButton
        icon={<StopOutlined aria-hidden="true" />}
        title={t('shelves.end')}
        label={t('shelves.endNamed', { what })}
        onClick={() => actions.end(data)}
      />
    </span>
  );
}

interface ColumnsOf {
  readonly actions: ShelfActions | undefined;
  readonly say: (match: ShelfResource['match']) => string;
}

/** The columns of the shelves of a part. */
export function shelfColumns(t: TFunction, part: ShelfPart, of: ColumnsOf): ColDef<ShelfResource>[] {
  const { say, actions } = of;
  return [
    {
      colId: 'state',
      headerName: t('shelves.state'),
      initialWidth: 150,
      valueGetter: ({ data }) => data && t(`shelves.${data.state}`),
      cellRenderer: StateCell,
    },
    {
      colId: 'what',
      headerName: t('shelves.what'),
      initialFlex: 2,
      minWidth: 200,
      valueGetter: ({ data }) => data && say(data.match),
      tooltipValueGetter: ({ value }) => value,
    },
    {
      colId: 'reason',
      headerName: t('shelves.reason'),
      initialFlex: 1,
      minWidth: 140,
      field: 'reason',
      tooltipField: 'reason',
    },
    { colId: 'owner', headerName: t('shelves.owner'), initialWidth: 110, field: 'owner' },
    ...(part === 'now' ? presentColumns(t) : pastColumns(t)),
    ...(part === 'now' && actions
      ? [
          {
            colId: 'actions',
            headerName: t('nes.actions'),
            initialWidth: 96,
            sortable: false,
            cellRenderer: ActionsCell,
            cellRendererParams: of,
          },
        ]
      : []),
  ];
}

function presentColumns(t: TFunction): ColDef<ShelfResource>[] {
  return [
    {
      colId: 'hides',
      headerName: t('shelves.hides'),
      initialWidth: 90,
      field: 'hides',
      cellClass: 'cell-number',
      headerClass: 'head-number',
      sortingOrder: ['desc', 'asc'],
    },
    {
      colId: 'ends',
      headerName: t('shelves.ends'),
      initialWidth: 220,
      valueGetter: ({ data }) => data && (data.state === 'planned' ? data.from : data.until),
      cellRenderer: EndCell,
      initialSort: 'asc',
    },
    instantColumn('until', t('shelves.until'), ({ until }) => until),
  ];
}

function pastColumns(t: TFunction): ColDef<ShelfResource>[] {
  return [
    instantColumn('from', t('shelves.from'), ({ from }) => from),
    {
      ...instantColumn<ShelfResource>(
        'endedAt',
        t('shelves.endedAt'),
        ({ endedAt, until }) => endedAt ?? until,
      ),
      initialSort: 'desc',
    },
    {
      colId: 'because',
      headerName: t('shelves.because'),
      initialWidth: 200,
      valueGetter: ({ data }) =>
        data && t(`shelfEnd.${data.endedBecause ?? 'expired'}`, { user: data.endedBy ?? '' }),
    },
  ];
}
