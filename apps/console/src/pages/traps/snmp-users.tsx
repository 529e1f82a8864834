import { DeleteOutlined, KeyOutlined } from '@ant-design/icons';
import type { SnmpUserResource, Whoami } from '@omc/api';
import type { ColDef } from 'ag-grid-community';
import type { TFunction } from 'i18next';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { instantColumn } from '../../components/instant-column.js';
import { NeedsRight } from '../../components/needs-right.js';
import { Notice } from '../../components/notice.js';
import { actionsColumn, type RowAction } from '../../components/row-actions.js';
import { TablePanel } from '../../components/table-panel.js';
import { mayEngineer, seesEverything } from '../../data/rights.js';
import { useSnmpUsers } from '../../data/trap-queries.js';
import type { TrapTask } from './trap-task.js';

interface SnmpUsersProps {
  readonly session: Whoami;
  readonly setTask: (task: TrapTask) => void;
}

const nameOf = ({ user }: SnmpUserResource) => user;

/** The users of SNMPv3 whose notifications are accepted; their passwords are never shown. */
export function SnmpUsers({ session, setTask }: SnmpUsersProps): ReactNode {
  const { t } = useTranslation();
  const may = mayEngineer(session.role);
  const users = useSnmpUsers(may);
  const change = seesEverything(session) ? setTask : undefined;
  const columns = useMemo(() => columnsOf(t, change), [t, change]);
  if (!may) return <NeedsRight right="engineer" />;
  return (
    <TablePanel
      name="snmp-users"
      label={t('trapPart.users')}
      query={users}
      rows={users.data}
      rowId={nameOf}
      columns={columns}
      failed={t('snmpUsers.failed')}
      noMatch={t('users.noMatch')}
      empty={<Notice icon={<KeyOutlined />} title={t('snmpUsers.empty')} hint={t('snmpUsers.emptyHint')} />}
    />
  );
}

function removalOf(t: TFunction, user: SnmpUserResource, setTask: SnmpUsersProps['setTask']): RowAction {
  return {
    icon: DeleteOutlined,
    title: t('nes.remove'),
    label: t('nes.removeNamed', { id: user.user }),
    run: () => setTask({ kind: 'remove-user', user }),
  };
}

function columnsOf(t: TFunction, setTask: SnmpUsersProps['setTask'] | undefined): ColDef<SnmpUserResource>[] {
  return [
    { colId: 'user', headerName: t('users.user'), initialWidth: 200, field: 'user', initialSort: 'asc' },
    { colId: 'auth', headerName: t('snmpUsers.auth'), initialWidth: 140, field: 'authProtocol' },
    { colId: 'priv', headerName: t('snmpUsers.priv'), initialWidth: 140, field: 'privProtocol' },
    {
      colId: 'usable',
      headerName: t('users.state'),
      initialFlex: 1,
      minWidth: 160,
      valueGetter: ({ data }) => data && t(data.usable ? 'snmpUsers.usable' : 'snmpUsers.lost'),
      cellClass: ({ data }) => (data?.usable ? '' : 'is-bad'),
      tooltipValueGetter: ({ value }) => value,
    },
    { colId: 'createdBy', headerName: t('snmpUsers.createdBy'), initialWidth: 140, field: 'createdBy' },
    instantColumn('createdAt', t('snmpUsers.createdAt'), ({ createdAt }) => createdAt),
    ...(setTask ? [actionsColumn<SnmpUserResource>(t, 80, (user) => [removalOf(t, user, setTask)])] : []),
  ];
}
