import { EyeInvisibleOutlined, PlusOutlined } from '@ant-design/icons';
import type { ShelfResource, UserRole } from '@omc/api';
import { type ReactNode, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Choice } from '../../components/choice.js';
import { Notice } from '../../components/notice.js';
import { PageBar } from '../../components/page-bar.js';
import { ResourceNotice } from '../../components/resource-notice.js';
import { ResourceTable } from '../../components/resource-table.js';
import { mayOperate } from '../../data/rights.js';
import { type ShelfPart, useShelves } from '../../data/shelf-queries.js';
import { useFind } from '../../data/use-find.js';
import { useOwn } from '../../data/use-own.js';
import { MaintainedNes } from './maintained-nes.js';
import { type ShelfActions, shelfColumns } from './shelf-columns.js';
import { type ShelfTask, ShelfTaskDialog } from './shelf-task-dialog.js';
import { useMatchWords } from './use-match-words.js';
import './shelves.css';

const parts = ['now', 'nes', 'ended'] as const;

/** What is out of sight, until when, by whom and why; and the NEs that are worked on. */
export default function ShelvesPage({ role }: { role: UserRole }): ReactNode {
  const { t } = useTranslation();
  const [find, search] = useFind();
  const [part, setPart] = useOwn('part', parts);
  const [task, setTask] = useState<ShelfTask | null>(null);
  const [said, setSaid] = useState('');
  const [shown, setShown] = useState(0);
  const may = mayOperate(role);
  const close = (text = '') => {
    setSaid(text);
    setTask(null);
  };
  return (
    <div className="page">
      <PageBar
        title={t('shelves.title')}
        searchLabel={t('shelves.search')}
        search={find}
        onSearch={search}
        said={said}
        count={part === 'nes' ? '' : t('shelves.count', { count: shown })}
        middle={
          <Choice
            label={t('shelves.which-part')}
            value={part}
            options={parts.map((value) => ({ value, label: t(`shelfPart.${value}`) }))}
            onChange={setPart}
          />
        }
      >
        <Button
          look="strong"
          icon={<PlusOutlined aria-hidden="true" />}
          disabled={!may}
          title={may ? undefined : t('action.needsOperator')}
          onClick={() => setTask({ kind: 'add' })}
        >
          {t('shelves.add')}
        </Button>
      </PageBar>
      <p className="page-intro">{t('shelves.intro')}</p>
      {part === 'nes' ? (
        <MaintainedNes search={find} />
      ) : (
        <Shelves
          key={part}
          part={part}
          search={find}
          setTask={may ? setTask : undefined}
          onShown={setShown}
        />
      )}
      {task && <ShelfTaskDialog task={task} onDone={close} onClose={close} />}
    </div>
  );
}

interface ShelvesProps {
  readonly part: ShelfPart;
  readonly search: string;
  readonly setTask: ((task: ShelfTask) => void) | undefined;
  readonly onShown: (count: number) => void;
}

const idOf = ({ id }: ShelfResource) => id;

function Shelves({ part, search, setTask, onShown }: ShelvesProps): ReactNode {
  const { t } = useTranslation();
  const shelves = useShelves(part);
  const say = useMatchWords();
  const [shown, setShown] = useState(0);
  const actions = useMemo(() => setTask && actionsOf(setTask), [setTask]);
  const columns = useMemo(() => shelfColumns(t, part, { actions, say }), [t, part, actions, say]);
  const tell = (count: number) => {
    setShown(count);
    onShown(count);
  };
  return (
    <section className="list-area" aria-label={t('shelves.title')}>
      <ResourceTable
        name={`shelves-${part}`}
        rows={shelves.data}
        rowId={idOf}
        columns={columns}
        search={search}
        onShown={tell}
        onEnter={part === 'now' ? actions?.edit : undefined}
        onDelete={part === 'now' ? actions?.end : undefined}
      />
      <ResourceNotice
        query={shelves}
        count={shelves.data?.length}
        shown={shown}
        failed={t('shelves.failed')}
        noMatch={t('shelves.noMatch')}
        empty={
          <Notice
            icon={<EyeInvisibleOutlined />}
            title={t(part === 'now' ? 'shelves.empty' : 'shelves.endedEmpty')}
            hint={part === 'now' ? t('shelves.emptyHint') : undefined}
          />
        }
      />
    </section>
  );
}

function actionsOf(setTask: (task: ShelfTask) => void): ShelfActions {
  return {
    edit: (shelf) => setTask({ kind: 'edit', shelf }),
    end: (shelf) => setTask({ kind: 'end', shelf }),
  };
}
