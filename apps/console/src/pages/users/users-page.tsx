import { PlusOutlined, TeamOutlined } from '@ant-design/icons';
import type { UserResource, Whoami } from '@omc/api';
import { lazy, type ReactNode, Suspense, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { NeedsRight } from '../../components/needs-right.js';
import { Notice } from '../../components/notice.js';
import { PageBar } from '../../components/page-bar.js';
import { ResourceNotice } from '../../components/resource-notice.js';
import { ResourceTable } from '../../components/resource-table.js';
import { useUsers } from '../../data/people-queries.js';
import { mayAdminister } from '../../data/rights.js';
import { useFind } from '../../data/use-find.js';
import { type UserDeed, userColumns } from './user-columns.js';

const UserDialog = lazy(() => import('./user-dialog.js'));
const ResetPasswordDialog = lazy(() => import('./reset-password-dialog.js'));
const ConfirmDeedDialog = lazy(() => import('./confirm-deed-dialog.js'));

type UserTask = { readonly deed: 'add' } | { readonly deed: UserDeed; readonly user: UserResource };

const nameOf = ({ user }: UserResource) => user;

/** Who may sign in, with which rights, and for which NEs. */
export default function UsersPage({ session }: { session: Whoami }): ReactNode {
  return mayAdminister(session) ? <Users /> : <NeedsRight right="admin" />;
}

function Users(): ReactNode {
  const { t } = useTranslation();
  const users = useUsers();
  const [find, search] = useFind();
  const [shown, setShown] = useState(0);
  const [task, setTask] = useState<UserTask | null>(null);
  const [said, setSaid] = useState('');
  const columns = useMemo(() => userColumns(t, (deed, user) => setTask({ deed, user })), [t]);
  const close = (text = '') => {
    setSaid(text);
    setTask(null);
  };
  return (
    <div className="page">
      <PageBar
        title={t('users.title')}
        searchLabel={t('users.search')}
        search={find}
        onSearch={search}
        said={said}
        count={t('users.count', { count: shown })}
      >
        <Button
          look="strong"
          icon={<PlusOutlined aria-hidden="true" />}
          onClick={() => setTask({ deed: 'add' })}
        >
          {t('users.add')}
        </Button>
      </PageBar>
      <section className="list-area" aria-label={t('users.title')}>
        <ResourceTable
          name="users"
          rows={users.data}
          rowId={nameOf}
          columns={columns}
          search={find}
          onShown={setShown}
          onEnter={(user) => setTask({ deed: 'edit', user })}
          onDelete={(user) => setTask({ deed: 'remove', user })}
        />
        <ResourceNotice
          query={users}
          count={users.data?.length}
          shown={shown}
          failed={t('users.failed')}
          noMatch={t('users.noMatch')}
          empty={<Notice icon={<TeamOutlined />} title={t('users.noMatch')} />}
        />
      </section>
      {task && <TaskDialog task={task} onDone={close} onClose={() => close()} />}
    </div>
  );
}

interface TaskDialogProps {
  readonly task: UserTask;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

function TaskDialog({ task, ...on }: TaskDialogProps): ReactNode {
  const dialog = () => {
    if (task.deed === 'add') return <UserDialog user={null} {...on} />;
    if (task.deed === 'edit') return <UserDialog user={task.user} {...on} />;
    if (task.deed === 'reset') return <ResetPasswordDialog user={task.user.user} {...on} />;
    return <ConfirmDeedDialog deed={task.deed} user={task.user} {...on} />;
  };
  return <Suspense fallback={null}>{dialog()}</Suspense>;
}
