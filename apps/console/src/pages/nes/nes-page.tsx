import { ApiOutlined, ReloadOutlined, UploadOutlined } from '@ant-design/icons';
import type { NeResource, Whoami } from '@omc/api';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AddButton } from '../../components/add-button.js';
import { Button } from '../../components/button.js';
import { Notice } from '../../components/notice.js';
import { TablePage } from '../../components/table-page.js';
import { TablePanel } from '../../components/table-panel.js';
import { formatClock } from '../../data/instants.js';
import { useNes } from '../../data/queries.js';
import { mayEngineer, mayOperate, seesEverything } from '../../data/rights.js';
import { useGaps } from '../../data/use-gaps.js';
import { useTask } from '../../data/use-task.js';
import { useLanguage } from '../../i18n/use-language.js';
import { LinkCounts } from './link-counts.js';
import { neColumns } from './ne-columns.js';
import { type NeTask, NeTaskDialog } from './ne-task-dialog.js';
import { useSync } from './use-sync.js';

const idOf = (ne: NeResource) => ne.id;

/** The registered NEs and their links. */
export default function NesPage({ session }: { session: Whoami }): ReactNode {
  const { t } = useTranslation();
  const language = useLanguage();
  const nes = useNes();
  const { task, begin, said, say, ends } = useTask<NeTask>();
  const sync = useSync(say);
  const { data: gaps } = useGaps(seesEverything(session));
  const engineers = mayEngineer(session.role) ? begin : undefined;
  const operates = mayOperate(session.role);
  const columns = useMemo(
    () =>
      neColumns(t, language, {
        engineers,
        gaps,
        topology: (ne) => begin({ kind: 'topology', ne }),
        ...(operates && { sync, maintain: (ne) => begin({ kind: 'maintain', ne }) }),
      }),
    [t, language, engineers, operates, sync, begin, gaps],
  );
  const add = engineers && <AddButton onClick={() => engineers({ kind: 'add' })}>{t('nes.add')}</AddButton>;
  return (
    <TablePage
      title={t('nes.title')}
      searchLabel={t('nes.search')}
      said={said}
      count={(count) => t('nes.count', { count })}
      middle={nes.data && <LinkCounts nes={nes.data} />}
      actions={
        <>
          <Refresh nes={nes} />
          {engineers && (
            <Button
              icon={<UploadOutlined aria-hidden="true" />}
              onClick={() => engineers({ kind: 'import' })}
            >
              {t('import.open')}
            </Button>
          )}
          {add}
        </>
      }
      dialog={task && <NeTaskDialog task={task} {...ends} />}
    >
      <TablePanel
        name="nes"
        label={t('nes.list')}
        query={nes}
        rows={nes.data}
        rowId={idOf}
        columns={columns}
        onEnter={engineers && ((ne: NeResource) => engineers({ kind: 'edit', ne }))}
        onDelete={engineers && ((ne: NeResource) => engineers({ kind: 'remove', ne }))}
        failed={t('nes.failed')}
        noMatch={t('nes.noMatch')}
        empty={<Empty add={add} />}
      />
    </TablePage>
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
