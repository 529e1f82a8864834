import type { UserResource, Whoami } from '@omc/api';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AddButton } from '../../components/add-button.js';
import { NeedsRight } from '../../components/needs-right.js';
import { TablePage } from '../../components/table-page.js';
import { TablePanel } from '../../components/table-panel.js';
import { lazyPart } from '../../data/lazy-part.js';
import { useUsers } from '../../data/people-queries.js';
import { mayAdminister } from '../../data/rights.js';
import { type TaskEnds, useTask } from '../../data/use-task.js';
import { type UserDeed, userColumns } from './user-columns.js';

const UserDialog = lazyPart(() => import('./user-dialog.js'));
const ResetPasswordDialog = lazyPart(() => import('./reset-password-dialog.js'));
const ConfirmDeedDialog = lazyPart(() => import('./confirm-deed-dialog.js'));

type UserTask = { readonly deed: 'add' } | { readonly deed: UserDeed; readonly user: UserResource };

const nameOf = ({ user }: UserResource) => user;

/** Who may sign in, with which rights, and for which NEs. */
export default function UsersPage({ session }: { session: Whoami }): ReactNode {
  return mayAdminister(session) ? <Users /> : <NeedsRight right="admin" />;
}

function Users(): ReactNode {
  const { t } = useTranslation();
  const users = useUsers();
  const { task, begin, said, ends } = useTask<UserTask>();
  const columns = useMemo(() => userColumns(t, (deed, user) => begin({ deed, user })), [t, begin]);
  return (
    <TablePage
      title={t('users.title')}
      searchLabel={t('users.search')}
      said={said}
      count={(count) => t('users.count', { count })}
      actions={<AddButton onClick={() => begin({ deed: 'add' })}>{t('users.add')}</AddButton>}
      dialog={task && <TaskDialog task={task} {...ends} />}
    >
      <TablePanel
        name="users"
        label={t('users.title')}
        query={users}
        rows={users.data}
        rowId={nameOf}
        columns={columns}
        onEnter={(user) => begin({ deed: 'edit', user })}
        onDelete={(user) => begin({ deed: 'remove', user })}
        failed={t('users.failed')}
        noMatch={t('users.noMatch')}
      />
    </TablePage>
  );
}

function TaskDialog({ task, ...on }: TaskEnds & { readonly task: UserTask }): ReactNode {
  if (task.deed === 'add') return <UserDialog user={null} {...on} />;
  if (task.deed === 'edit') return <UserDialog user={task.user} {...on} />;
  if (task.deed === 'reset') return <ResetPasswordDialog user={task.user.user} {...on} />;
  return <ConfirmDeedDialog deed={task.deed} user={task.user} {...on} />;
}
