import type { AuditResource } from '@omc/api';
import type { ColDef } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import { instantColumn } from '../../components/instant-column.js';
import { differencesOf } from '../../data/differences.js';

const MOST_NAMED = 4;

/** What was changed, in a line. */
function changeOf({ before, after }: AuditResource): string {
  return differencesOf(before, after)
    .slice(0, MOST_NAMED)
    .map(({ path, before: was, after: is }) => [
      path,
      [was, is].filter((one) => one !== undefined).join(' → '),
    ])
    .map(([path, change]) => (path ? `${path}: ${change}` : change))
    .join(', ');
}

/** The columns of the audit log, the newest first as it is read. */
export function auditColumns(t: TFunction): ColDef<AuditResource>[] {
  const columns: ColDef<AuditResource>[] = [
    instantColumn('at', t('audit.at'), ({ at }) => at),
    { colId: 'user', headerName: t('audit.user'), initialWidth: 130, field: 'user', tooltipField: 'user' },
    { colId: 'action', headerName: t('audit.action'), initialWidth: 180, field: 'action' },
    {
      colId: 'target',
      headerName: t('audit.target'),
      initialWidth: 240,
      field: 'target',
      tooltipField: 'target',
    },
    {
      colId: 'change',
      headerName: t('audit.change'),
      initialFlex: 1,
      minWidth: 160,
      valueGetter: ({ data }) => data && changeOf(data),
      tooltipValueGetter: ({ value }) => value,
    },
    { colId: 'from', headerName: t('audit.from'), initialWidth: 130, field: 'from' },
    {
      colId: 'via',
      headerName: t('audit.via'),
      initialWidth: 90,
      valueGetter: ({ data }) => data && t(`wayIn.${data.via}`),
    },
  ];
  return columns.map((column) => ({ ...column, sortable: false }));
}
