import { ApiOutlined, PlusOutlined, ReloadOutlined, UploadOutlined } from '@ant-design/icons';
import type { NeResource, Whoami } from '@omc/api';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { PageBar } from '../../components/page-bar.js';
import { ResourceNotice } from '../../components/resource-notice.js';
import { ResourceTable } from '../../components/resource-table.js';
import { formatClock } from '../../data/instants.js';
import { useNes } from '../../data/queries.js';
import { mayEngineer, mayOperate, seesEverything } from '../../data/rights.js';
import { useFind } from '../../data/use-find.js';
import { useGaps } from '../../data/use-gaps.js';
import { LinkCounts } from './link-counts.js';
import { type NeActions, neColumns } from './ne-columns.js';
import { type NeTask, NeTaskDialog } from './ne-task-dialog.js';
import { useSync } from './use-sync.js';

const idOf = (ne: NeResource) => ne.id;

/** The registered NEs and their links. */
export default function NesPage({ session }: { session: Whoami }): ReactNode {
  const { t } = useTranslation();
  const nes = useNes();
  const [search, setSearch] = useFind();
  const [shown, setShown] = useState(0);
  const [task, setTask] = useState<NeTask | null>(null);
  const [said, setSaid] = useState('');
  const { role } = session;
  const actions = useMemo(() => (mayEngineer(role) ? actionsOf(setTask) : undefined), [role]);
  const sync = useSync(setSaid);
  const ask = mayOperate(role) ? sync : undefined;
  const { data: gaps } = useGaps(seesEverything(session));
  const maintain = useMemo(
    () => (mayOperate(role) ? (ne: string) => setTask({ kind: 'maintain', ne }) : undefined),
    [role],
  );
  const columns = useMemo(
    () => neColumns(t, { actions, sync: ask, maintain, gaps }),
    [t, actions, ask, maintain, gaps],
  );
  const add = actions && <AddButton onClick={() => setTask({ kind: 'add' })} />;
  const close = (text = '') => {
    setSaid(text);
    setTask(null);
  };
  return (
    <div className="page">
      <PageBar
        title={t('nes.title')}
        searchLabel={t('nes.search')}
        search={search}
        onSearch={setSearch}
        said={said}
        count={t('nes.count', { count: shown })}
        middle={nes.data && <LinkCounts nes={nes.data} />}
      >
        <Refresh nes={nes} />
        {actions && (
          <Button icon={<UploadOutlined aria-hidden="true" />} onClick={() => setTask({ kind: 'import' })}>
            {t('import.open')}
          </Button>
        )}
        {add}
      </PageBar>
      <section className="list-area" aria-label={t('nes.list')}>
        <ResourceTable
          name="nes"
          rows={nes.data}
          rowId={idOf}
          columns={columns}
          search={search}
          onShown={setShown}
          onEnter={actions?.edit}
          onDelete={actions?.remove}
        />
        <ResourceNotice
          query={nes}
          count={nes.data?.length}
          shown={shown}
          failed={t('nes.failed')}
          noMatch={t('nes.noMatch')}
          empty={<Empty add={add} />}
        />
      </section>
      {task && <NeTaskDialog task={task} onDone={close} onClose={close} />}
    </div>
  );
}

function actionsOf(setTask: (task: NeTask) => void): NeActions {
  return {
    edit: (ne) => setTask({ kind: 'edit', ne }),
    remove: (ne) => setTask({ kind: 'remove', ne }),
  };
}

function AddButton({ onClick }: { onClick: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Button look="strong" icon={<PlusOutlined aria-hidden="true" />} onClick={onClick}>
      {t('nes.add')}
    </Button>
  );
}

/** As of when the links are shown, and a button to read them now. */
function Refresh({ nes }: { nes: ReturnType<typeof useNes> }): ReactNode {
  const { t } = useTranslation();
  return (
    <>
      <span className={`shown-count ${nes.isRefetchError ? 'as-of-old' : ''}`}>
        {nes.dataUpdatedAt > 0 && t('nes.asOf', { at: formatClock(nes.dataUpdatedAt) })}
      </span>
      <Button
        look="quiet"
        icon={<ReloadOutlined aria-hidden="true" />}
        aria-label={t('nes.refresh')}
        title={t('nes.refresh')}
        onClick={() => void nes.refetch()}
      />
    </>
  );
}

function Empty({ add }: { add: ReactNode }): ReactNode {
  const { t } = useTranslation();
  return (
    <Notice
      icon={<ApiOutlined />}
      title={t('nes.empty')}
      hint={t(add ? 'nes.emptyHint' : 'nes.emptyHintViewer')}
    >
      {add}
    </Notice>
  );
}
