import { HourglassOutlined, LinkOutlined } from '@ant-design/icons';
import type { FilterResource } from '@omc/api';
import type { ColDef } from 'ag-grid-community';
import type { CustomCellRendererProps } from 'ag-grid-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { PageLink } from '../../components/page-link.js';
import { RunningDuration } from '../../components/running-duration.js';
import { everythingActive } from '../../data/alarm-view.js';
import { formatDuration } from '../../data/duration.js';
import { formatWithOffset } from '../../data/instants.js';
import { useLiveStatus } from '../../data/live-context.js';
import { useNow } from '../../data/use-now.js';
import type { Language } from '../../i18n/language.js';
import { useLanguage } from '../../i18n/use-language.js';
import { clearRule, raiseRule } from '../filters/filter-rules.js';
import type { PendingRow } from './use-pending.js';

type Cell = CustomCellRendererProps<PendingRow>;

/** Up to so many seconds one counts along; more are told in minutes. */
const IN_SECONDS = 120;

/** How long until the decision falls due, as words and as the part of the window that is over. */
function DueCell({ data }: Cell): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const now = useNow();
  const frozenAt = useLiveStatus(({ link, heardAt }) => (link === 'reconnecting' ? heardAt : null));
  if (!data) return null;
  if (data.held)
    return (
      <span className="cell-faint">
        <LinkOutlined aria-hidden="true" /> {t('pending.held')}
      </span>
    );
  if (data.deadline === null) return <span className="cell-faint">{t('pending.noDeadline')}</span>;
  const dueAt = Date.parse(data.deadline);
  const sinceAt = Date.parse(data.since);
  const at = frozenAt ?? now;
  const over = Math.min(1, Math.max(0, (at - sinceAt) / Math.max(1, dueAt - sinceAt)));
  const seconds = Math.max(0, Math.ceil((dueAt - at) / 1000));
  const duration = formatDuration(seconds * 1000, language);
  const deed = data.phase === 'pending-raise' ? 'raises' : 'clears';
  return (
    <span className={`due due-${data.phase}`}>
      <span className="due-bar" aria-hidden="true">
        <span style={{ width: `${Math.round(over * 100)}%` }} />
      </span>
      {seconds < IN_SECONDS ? t(`pending.${deed}In`, { seconds }) : t(`pending.${deed}After`, { duration })}
    </span>
  );
}

function PhaseCell({ data }: Cell): ReactNode {
  const { t } = useTranslation();
  if (!data) return null;
  return (
    <span className={`phase phase-${data.phase}`}>
      <HourglassOutlined aria-hidden="true" /> {t(`pending.${data.phase}`)}
    </span>
  );
}

function SinceCell({ data }: Cell): ReactNode {
  return data ? <RunningDuration from={data.since} to={null} /> : null;
}

function NameCell({ data }: Cell): ReactNode {
  const language = useLanguage();
  if (!data) return null;
  const words = (
    <>
      {data.name[language]} <span className="cell-faint">{data.alarmId}</span>
    </>
  );
  if (data.alarm === null) return words;
  return <PageLink to={{ page: 'alarms', view: everythingActive, alarm: data.alarm }}>{words}</PageLink>;
}

/** Which filter hides it, and the rule that it waits for. */
function FilterCell({ data }: Cell): ReactNode {
  const { t } = useTranslation();
  if (!data?.filter) return null;
  const { filter } = data;
  return (
    <PageLink to={{ page: 'filters', find: String(filter.alarmId) }} title={t('pending.toFilter')}>
      {ruleOf(t, data, filter)} · {scopeText(t, filter)}
    </PageLink>
  );
}

/** What it waits for; longer than the clear window only where the faults of late must get fewer first. */
function ruleOf(t: TFunction, { phase, since, deadline }: PendingRow, filter: FilterResource): string {
  if (phase === 'pending-raise') return raiseRule(t, filter);
  const waits = deadline === null ? 0 : (Date.parse(deadline) - Date.parse(since)) / 1000;
  const { realTime, statWindow: window, statRestore: most, restoreWindow } = filter;
  if (realTime || window === 0 || waits <= restoreWindow) return clearRule(t, filter);
  return t('pending.fewFaults', { most, window });
}

function scopeText(t: TFunction, { ne, object, origin }: NonNullable<PendingRow['filter']>): string {
  if (ne !== null) return [ne, object].filter(Boolean).join(' ');
  return t(origin === 'stored' ? 'pending.ofType' : 'filters.catalogue');
}

/** The columns of the keys in their windows; what falls due next comes first. */
export function pendingColumns(t: TFunction, language: Language): ColDef<PendingRow>[] {
  return [
    {
      colId: 'phase',
      headerName: t('pending.phase'),
      initialWidth: 132,
      valueGetter: ({ data }) => data && t(`pending.${data.phase}`),
      cellRenderer: PhaseCell,
    },
    {
      colId: 'due',
      headerName: t('pending.due'),
      initialWidth: 212,
      initialSort: 'asc',
      valueGetter: ({ data }) => data && (data.held ? '~' : (data.deadline ?? '~~')),
      tooltipValueGetter: ({ data }) => data?.deadline && formatWithOffset(Date.parse(data.deadline)),
      cellRenderer: DueCell,
    },
    { colId: 'ne', headerName: t('column.ne'), initialWidth: 130, field: 'ne' },
    {
      colId: 'object',
      headerName: t('column.object'),
      initialWidth: 180,
      valueGetter: ({ data }) => data && (data.object || t('object.ne')),
      tooltipValueGetter: ({ value }) => value,
    },
    {
      colId: 'name',
      headerName: t('column.name'),
      initialFlex: 1,
      minWidth: 200,
      valueGetter: ({ data }) => data && `${data.name[language]} ${data.alarmId}`,
      cellRenderer: NameCell,
      tooltipValueGetter: ({ value }) => value,
    },
    {
      colId: 'since',
      headerName: t('pending.since'),
      initialWidth: 100,
      valueGetter: ({ data }) => data?.since,
      cellRenderer: SinceCell,
      cellClass: 'cell-age',
      tooltipValueGetter: ({ value }) => (value ? formatWithOffset(Date.parse(value)) : ''),
    },
    {
      colId: 'filter',
      headerName: t('pending.filter'),
      initialFlex: 1,
      minWidth: 200,
      sortable: false,
      valueGetter: ({ data }) => data?.filter && raiseRule(t, data.filter),
      cellRenderer: FilterCell,
    },
  ];
}
