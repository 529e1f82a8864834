import { EditOutlined, StopOutlined } from '@ant-design/icons';
import type { ShelfResource } from '@omc/api';
import type { ColDef } from 'ag-grid-community';
import type { CustomCellRendererProps } from 'ag-grid-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { instantColumn } from '../../components/instant-column.js';
import { actionsColumn, type RowAction } from '../../components/row-actions.js';
import { TimeLeft } from '../../components/time-left.js';
import type { ShelfPart } from '../../data/shelf-queries.js';
import type { ShelfTask } from './shelf-task-dialog.js';

type Cell = CustomCellRendererProps<ShelfResource>;

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

interface ColumnsOf {
  /** Begins what may be done to a shelf, for who may. */
  readonly change: ((task: ShelfTask) => void) | undefined;
  readonly say: (match: ShelfResource['match']) => string;
}

/** The columns of the shelves of a part. */
export function shelfColumns(t: TFunction, part: ShelfPart, of: ColumnsOf): ColDef<ShelfResource>[] {
  const { say, change } = of;
  return [
    {
      colId: 'state',
      headerName: t('shelves.state'),
      initialWidth: part === 'now' ? 150 : 100,
      valueGetter: ({ data }) => data && t(`shelves.${data.state}`),
      cellRenderer: StateCell,
    },
    {
      colId: 'what',
      headerName: t('shelves.what'),
      initialFlex: 1,
      minWidth: 170,
      valueGetter: ({ data }) => data && say(data.match),
      tooltipValueGetter: ({ value }) => value,
    },
    {
      colId: 'reason',
      headerName: t('shelves.reason'),
      initialFlex: 1,
      minWidth: 170,
      field: 'reason',
      tooltipField: 'reason',
    },
    {
      colId: 'owner',
      headerName: t('shelves.owner'),
      initialWidth: 90,
      field: 'owner',
      tooltipField: 'owner',
    },
    ...(part === 'now' ? presentColumns(t) : pastColumns(t)),
    ...(change
      ? [
          actionsColumn<ShelfResource>(t, 96, (shelf) => {
            const what = say(shelf.match);
            const deed = (kind: 'edit' | 'end', icon: RowAction['icon']): RowAction => ({
              icon,
              title: t(`shelves.${kind}`),
              label: t(`shelves.${kind}Named`, { what }),
              run: () => change({ kind, shelf }),
            });
            return [deed('edit', EditOutlined), deed('end', StopOutlined)];
          }),
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
