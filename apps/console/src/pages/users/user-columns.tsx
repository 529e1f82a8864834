import { DeleteOutlined, EditOutlined, KeyOutlined, LockOutlined, UnlockOutlined } from '@ant-design/icons';
import type { UserResource } from '@omc/api';
import type { ColDef } from 'ag-grid-community';
import type { CustomCellRendererProps } from 'ag-grid-react';
import type { TFunction } from 'i18next';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { instantColumn } from '../../components/instant-column.js';
import { actionsColumn, type RowAction } from '../../components/row-actions.js';

type Cell = CustomCellRendererProps<UserResource>;

/** What an admin does to a user. */
export const userDeeds = ['edit', 'reset', 'lock', 'remove'] as const;
export type UserDeed = (typeof userDeeds)[number];

const icons = { edit: EditOutlined, reset: KeyOutlined, lock: LockOutlined, remove: DeleteOutlined };

type Act = (deed: UserDeed, user: UserResource) => void;

function actionOf(t: TFunction, deed: UserDeed, user: UserResource, act: Act): RowAction {
  const word = deed === 'lock' && user.disabled ? 'unlock' : deed;
  return {
    icon: word === 'unlock' ? UnlockOutlined : icons[deed],
    title: t(`userDeed.${word}`),
    label: t(`userDeedNamed.${word}`, { user: user.user }),
    run: () => act(deed, user),
  };
}

function StateCell({ data }: Cell): ReactNode {
  const { t } = useTranslation();
  if (!data) return null;
  if (data.disabled)
    return (
      <span className="is-bad">
        <LockOutlined aria-hidden="true" /> {t('users.locked')}
      </span>
    );
  return data.mustChangePassword ? t('users.mustChange') : t('users.mayIn');
}

/** Which NEs somebody sees, in a line. */
function scopeWords(t: TFunction, scope: UserResource['scope']): string {
  if (scope === null) return t('users.allNes');
  return [...scope.subnets, ...scope.nes].join(', ') || t('users.noNes');
}

/** The columns of the users. */
export function userColumns(t: TFunction, act: Act): ColDef<UserResource>[] {
  return [
    {
      colId: 'user',
      headerName: t('users.user'),
      initialWidth: 170,
      field: 'user',
      initialSort: 'asc',
      tooltipField: 'user',
    },
    {
      colId: 'role',
      headerName: t('users.role'),
      initialWidth: 130,
      valueGetter: ({ data }) => data && t(`role.${data.role}`),
    },
    {
      colId: 'scope',
      headerName: t('users.scope'),
      initialFlex: 1,
      minWidth: 150,
      valueGetter: ({ data }) => data && scopeWords(t, data.scope),
      tooltipValueGetter: ({ value }) => value,
    },
    {
      colId: 'state',
      headerName: t('users.state'),
      initialWidth: 200,
      valueGetter: ({ data }) => data && t(data.disabled ? 'users.locked' : 'users.mayIn'),
      cellRenderer: StateCell,
    },
    instantColumn('changedAt', t('users.changedAt'), ({ changedAt }) => changedAt),
    { colId: 'changedBy', headerName: t('users.changedBy'), initialWidth: 120, field: 'changedBy' },
    actionsColumn(t, 160, (user) => userDeeds.map((deed) => actionOf(t, deed, user, act))),
  ];
}
