import {
  ApartmentOutlined,
  BellOutlined,
  DeleteOutlined,
  EditOutlined,
  PartitionOutlined,
  SyncOutlined,
  ToolOutlined,
} from '@ant-design/icons';
import { linkReasonText, type NeResource } from '@omc/api';
import type { ColDef } from 'ag-grid-community';
import type { CustomCellRendererProps } from 'ag-grid-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../components/page-link.js';
import { actionsColumn, type RowAction } from '../../components/row-actions.js';
import { RunningDuration } from '../../components/running-duration.js';
import { TimeLeft } from '../../components/time-left.js';
import { everythingActive } from '../../data/alarm-view.js';
import { formatWithOffset } from '../../data/instants.js';
import type { Language } from '../../i18n/language.js';
import { LinkMark } from './link-mark.js';
import type { NeTask } from './ne-task-dialog.js';

type Cell = CustomCellRendererProps<NeResource>;

function LinkCell({ data }: Cell): ReactNode {
  return data ? <LinkMark state={data.link.state} /> : null;
}

function HandshakeCell({ data }: Cell): ReactNode {
  const at = data?.link.lastHandshakeAt;
  return at ? <Ago at={at} /> : '–';
}

function Ago({ at }: { at: string }): ReactNode {
  const { t } = useTranslation();
  const [before = '', after = ''] = t('unit.ago', { duration: '\n' }).split('\n');
  return (
    <span className="cell-age">
      {before}
      <RunningDuration from={at} to={null} />
      {after}
    </span>
  );
}

function MaintenanceCell({ data }: Cell): ReactNode {
  const { t } = useTranslation();
  if (!data?.maintenance) return null;
  return (
    <PageLink className="cell-link" to={{ page: 'shelves', find: '', own: { part: 'nes' } }}>
      <ToolOutlined aria-label={t('nes.inMaintenance')} /> <TimeLeft until={data.maintenance.until} />
    </PageLink>
  );
}

/** Where it is; which way it speaks, where that is not the usual one. */
function AddressCell({ data }: Cell): ReactNode {
  const { t } = useTranslation();
  if (!data) return null;
  return (
    <>
      {data.host}:{data.port}
      {data.kind !== 'link' && <span className="cell-faint"> {t(`neKind.${data.kind}`)}</span>}
    </>
  );
}

function GapsCell({ data, value }: Cell): ReactNode {
  const { t } = useTranslation();
  if (!data || !value) return value ?? '–';
  return (
    <PageLink to={{ page: 'ledger', find: data.id }} title={t('nes.toGaps')}>
      {value}
    </PageLink>
  );
}

/** What the columns need to know beside the NEs, and what may be done. */
export interface NeColumnsOf {
  /** Begins what an engineer does. */
  readonly engineers: ((task: NeTask) => void) | undefined;
  readonly topology: (id: string) => void;
  readonly sync?: (id: string) => void;
  readonly maintain?: (id: string) => void;
  /** Numbers that never came, by NE; undefined while that is not known. */
  readonly gaps: ReadonlyMap<string, number> | undefined;
}

function actionsOf(
  t: TFunction,
  ne: NeResource,
  { engineers, topology, sync, maintain }: NeColumnsOf,
): RowAction[] {
  const { id } = ne;
  const linked = ne.link.state === 'connected';
  const alarms = { page: 'alarms', alarm: null, view: { ...everythingActive, ne: id } } as const;
  const map = { page: 'network', at: id, find: '' } as const;
  const goes: RowAction[] = [
    { icon: BellOutlined, title: t('nes.alarms', { id }), label: t('nes.alarms', { id }), to: alarms },
    { icon: ApartmentOutlined, title: t('nes.map', { id }), label: t('nes.map', { id }), to: map },
  ];
  const deed = (
    icon: RowAction['icon'],
    name: 'sync' | 'maintain' | 'topology' | 'edit' | 'remove',
    run: () => void,
  ) => ({
    icon,
    title: t(`nes.${name}`),
    label: t(`nes.${name}Named`, { id }),
    run,
  });
  goes.push(deed(PartitionOutlined, 'topology', () => topology(id)));
  if (sync && ne.kind === 'link')
    goes.push({
      ...deed(SyncOutlined, 'sync', () => sync(id)),
      ...(!linked && { disabled: true, title: t('nes.noSync') }),
    });
  if (maintain) goes.push(deed(ToolOutlined, 'maintain', () => maintain(id)));
  if (engineers)
    goes.push(
      deed(EditOutlined, 'edit', () => engineers({ kind: 'edit', ne })),
      deed(DeleteOutlined, 'remove', () => engineers({ kind: 'remove', ne })),
    );
  return goes;
}

const urgency = { disconnected: 0, connecting: 1, connected: 2, none: 3 };

/** The columns of the NEs; the disconnected sort first by link. */
export function neColumns(t: TFunction, language: Language, of: NeColumnsOf): ColDef<NeResource>[] {
  const reasonOf = ({ data }: { data?: NeResource | undefined }) =>
    data?.link.reason && linkReasonText(data.link.reason)[language];
  const offset = (value: number | null) =>
    value === null ? '–' : t('unit.ms', { value: Math.round(value) });
  return [
    {
      colId: 'id',
      headerName: t('nes.id'),
      initialWidth: 118,
      field: 'id',
      tooltipField: 'id',
      initialSort: 'asc',
    },
    {
      colId: 'link',
      headerName: t('nes.link'),
      initialWidth: 124,
      valueGetter: ({ data }) => data?.link.state,
      tooltipValueGetter: reasonOf,
      getQuickFilterText: ({ data }) =>
        data ? `${data.link.state} ${t(`linkState.${data.link.state}`)}` : '',
      comparator: (a: keyof typeof urgency, b: keyof typeof urgency) => urgency[a] - urgency[b],
      cellRenderer: LinkCell,
    },
    {
      colId: 'lastHandshake',
      headerName: t('nes.lastHandshake'),
      initialWidth: 114,
      valueGetter: ({ data }) => data?.link.lastHandshakeAt,
      cellRenderer: HandshakeCell,
      tooltipValueGetter: ({ value }) => (value ? formatWithOffset(Date.parse(value)) : ''),
    },
    {
      colId: 'misses',
      headerName: t('nes.misses'),
      initialWidth: 70,
      field: 'link.misses',
      cellClass: 'cell-number',
      headerClass: 'head-number',
    },
    {
      colId: 'clockOffset',
      headerName: t('nes.clockOffset'),
      initialWidth: 100,
      field: 'link.clockOffsetMs',
      valueFormatter: ({ value }) => offset(value ?? null),
      cellClass: 'cell-number',
      headerClass: 'head-number',
    },
    {
      colId: 'gaps',
      headerName: t('nes.gaps'),
      initialWidth: 62,
      valueGetter: ({ data }) => data && (of.gaps ? (of.gaps.get(data.id) ?? 0) : null),
      cellRenderer: GapsCell,
      cellClass: 'cell-number',
      headerClass: 'head-number',
      sortingOrder: ['desc', 'asc'],
    },
    {
      colId: 'address',
      headerName: t('nes.address'),
      initialWidth: 144,
      valueGetter: ({ data }) => data && `${data.host}:${data.port} ${t(`neKind.${data.kind}`)}`,
      cellRenderer: AddressCell,
      tooltipValueGetter: ({ value }) => value,
    },
    {
      colId: 'maintenance',
      headerName: t('nes.maintenance'),
      initialWidth: 100,
      valueGetter: ({ data }) => data?.maintenance?.until,
      cellRenderer: MaintenanceCell,
      getQuickFilterText: ({ data }) => data?.maintenance?.reason ?? '',
      tooltipValueGetter: ({ data }) =>
        data?.maintenance && `${data.maintenance.owner}: ${data.maintenance.reason}`,
    },
    {
      colId: 'reason',
      headerName: t('nes.reason'),
      initialFlex: 1,
      minWidth: 90,
      valueGetter: reasonOf,
      tooltipValueGetter: reasonOf,
    },
    { ...actionsColumn<NeResource>(t, 262, (ne) => actionsOf(t, ne, of)), initialPinned: 'right' },
  ];
}
