import { CheckCircleOutlined } from '@ant-design/icons';
import type { UnmappedTrapResource, Whoami } from '@omc/api';
import type { ColDef } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { instantColumn } from '../../components/instant-column.js';
import { NeedsRight } from '../../components/needs-right.js';
import { Notice } from '../../components/notice.js';
import { TablePanel } from '../../components/table-panel.js';
import { seesEverything } from '../../data/rights.js';
import { useUnmappedTraps } from '../../data/trap-queries.js';
import { TrapDetail } from './trap-detail.js';
import type { TrapTask } from './trap-task.js';

interface UnmappedTrapsProps {
  readonly session: Whoami;
  readonly setTask: (task: TrapTask) => void;
}

const idOf = ({ source, notification, reason }: UnmappedTrapResource) =>
  `${source} ${notification} ${reason}`;

/** What came by SNMP and leads to no alarm, since no rule knows it or its sender is no NE. */
export function UnmappedTraps({ session, setTask }: UnmappedTrapsProps): ReactNode {
  const { t } = useTranslation();
  const whole = seesEverything(session);
  const traps = useUnmappedTraps(whole);
  const [opened, setOpened] = useState<string | null>(null);
  const columns = useMemo(() => columnsOf(t), [t]);
  const trap = traps.data?.find((one) => idOf(one) === opened);
  if (!whole) return <NeedsRight right="everything" />;
  return (
    <TablePanel
      name="unmapped-traps"
      label={t('trapPart.unmapped')}
      query={traps}
      rows={traps.data}
      rowId={idOf}
      columns={columns}
      onOpen={(one) => setOpened(idOf(one))}
      failed={t('traps.failed')}
      noMatch={t('traps.noMatch')}
      empty={<Notice icon={<CheckCircleOutlined />} title={t('traps.empty')} hint={t('traps.emptyHint')} />}
      detail={
        trap && <TrapDetail trap={trap} session={session} setTask={setTask} onClose={() => setOpened(null)} />
      }
    />
  );
}

function columnsOf(t: TFunction): ColDef<UnmappedTrapResource>[] {
  return [
    { colId: 'source', headerName: t('traps.source'), initialWidth: 140, field: 'source' },
    {
      colId: 'kind',
      headerName: t('traps.kind'),
      initialFlex: 1,
      minWidth: 200,
      valueGetter: ({ data }) => data && [data.name, data.notification].filter(Boolean).join(' · '),
      tooltipValueGetter: ({ value }) => value,
    },
    {
      colId: 'reason',
      headerName: t('ledger.reason'),
      initialFlex: 1,
      minWidth: 180,
      valueGetter: ({ data }) => data && [data.reason, data.detail].filter(Boolean).join(': '),
      tooltipValueGetter: ({ value }) => value,
    },
    {
      colId: 'count',
      headerName: t('ledger.number'),
      initialWidth: 100,
      field: 'count',
      cellClass: 'cell-number',
      headerClass: 'head-number',
      sortingOrder: ['desc', 'asc'],
    },
    {
      ...instantColumn<UnmappedTrapResource>('lastAt', t('ledger.lastAt'), ({ lastAt }) => lastAt),
      initialSort: 'desc',
    },
    instantColumn('firstAt', t('ledger.firstAt'), ({ firstAt }) => firstAt),
  ];
}
