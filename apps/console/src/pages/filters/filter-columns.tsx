import { EditOutlined, UndoOutlined } from '@ant-design/icons';
import type { FilterResource } from '@omc/api';
import type { ColDef } from 'ag-grid-community';
import type { CustomCellRendererProps } from 'ag-grid-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { actionsColumn, type RowAction } from '../../components/row-actions.js';
import { clearRule, raiseRule, statRule } from './filter-rules.js';
import type { FilterTask } from './filter-task-dialog.js';

type Cell = CustomCellRendererProps<FilterResource>;

interface NameOf {
  readonly nameOf: (alarmId: number) => string;
}

function TypeCell({ data, nameOf }: Cell & NameOf): ReactNode {
  if (!data) return null;
  return (
    <>
      {nameOf(data.alarmId)} <span className="cell-faint">{data.alarmId}</span>
    </>
  );
}

function OriginCell({ data }: Cell): ReactNode {
  const { t } = useTranslation();
  if (!data) return null;
  return <span className={`origin origin-${data.origin}`}>{t(`filters.${data.origin}`)}</span>;
}

function actionsOf(
  t: TFunction,
  filter: FilterResource,
  name: string,
  change: (task: FilterTask) => void,
): RowAction[] {
  const deed = (kind: 'edit' | 'reset', icon: RowAction['icon']): RowAction => ({
    icon,
    title: t(`filters.${kind}`),
    label: t(`filters.${kind}Named`, { name }),
    run: () => change({ kind, filter }),
  });
  return [deed('edit', EditOutlined), ...(filter.origin === 'stored' ? [deed('reset', UndoOutlined)] : [])];
}

/** The columns of the filters: each rule as an operator would say it. */
export function filterColumns(
  t: TFunction,
  nameOf: NameOf['nameOf'],
  change: ((task: FilterTask) => void) | undefined,
): ColDef<FilterResource>[] {
  const rule = (id: 'raise' | 'clear' | 'stat', say: typeof raiseRule): ColDef<FilterResource> => ({
    colId: id,
    headerName: t(`filters.${id}`),
    initialWidth: 172,
    valueGetter: ({ data }) => data && say(t, data),
    cellClass: ({ value }) =>
      value === t('filters.off') || value === t('filters.atOnce') ? 'cell-faint' : '',
  });
  return [
    {
      colId: 'type',
      headerName: t('filters.type'),
      initialFlex: 1,
      minWidth: 220,
      valueGetter: ({ data }) => data && `${nameOf(data.alarmId)} ${data.alarmId}`,
      comparator: (_a, _b, a, b) => (a.data?.alarmId ?? 0) - (b.data?.alarmId ?? 0),
      initialSort: 'asc',
      cellRenderer: TypeCell,
      cellRendererParams: { nameOf },
      tooltipValueGetter: ({ value }) => value,
    },
    {
      colId: 'scope',
      headerName: t('filters.scope'),
      initialWidth: 150,
      valueGetter: ({ data }) =>
        data && ([data.ne, data.object].filter(Boolean).join(' · ') || t('filters.everywhere')),
      cellClass: ({ data }) => (data?.ne ? '' : 'cell-faint'),
      tooltipValueGetter: ({ value }) => value,
    },
    rule('raise', raiseRule),
    rule('clear', clearRule),
    { ...rule('stat', statRule), initialWidth: 120 },
    {
      colId: 'origin',
      headerName: t('filters.origin'),
      initialWidth: 105,
      valueGetter: ({ data }) => data && t(`filters.${data.origin}`),
      cellRenderer: OriginCell,
    },
    ...(change
      ? [
          actionsColumn<FilterResource>(t, 96, (filter) =>
            actionsOf(t, filter, nameOf(filter.alarmId), change),
          ),
        ]
      : []),
  ];
}
