import { EyeInvisibleOutlined } from '@ant-design/icons';
import type { ShelfResource, UserRole } from '@omc/api';
import { type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import { AddButton } from '../../components/add-button.js';
import { Choice } from '../../components/choice.js';
import { Notice } from '../../components/notice.js';
import { TablePage } from '../../components/table-page.js';
import { TablePanel } from '../../components/table-panel.js';
import { mayOperate } from '../../data/rights.js';
import { type ShelfPart, useShelves } from '../../data/shelf-queries.js';
import { useOwn } from '../../data/use-own.js';
import { useTask } from '../../data/use-task.js';
import { MaintainedNes } from './maintained-nes.js';
import { shelfColumns } from './shelf-columns.js';
import { type ShelfTask, ShelfTaskDialog } from './shelf-task-dialog.js';
import { useMatchWords } from './use-match-words.js';
import './shelves.css';

const parts = ['now', 'nes', 'ended'] as const;

/** What is out of sight, until when, by whom and why; and the NEs that are worked on. */
export default function ShelvesPage({ role }: { role: UserRole }): ReactNode {
  const { t } = useTranslation();
  const [part, setPart] = useOwn('part', parts);
  const { task, begin, said, ends } = useTask<ShelfTask>();
  const may = mayOperate(role);
  return (
    <TablePage
      title={t('shelves.title')}
      searchLabel={t('shelves.search')}
      said={said}
      count={(count) => (part === 'nes' ? '' : t('shelves.count', { count }))}
      middle={
        <Choice
          label={t('shelves.which-part')}
          value={part}
          options={parts.map((value) => ({ value, label: t(`shelfPart.${value}`) }))}
          onChange={setPart}
        />
      }
      actions={
        <AddButton
          reason={may ? undefined : t('action.needsOperator')}
          onClick={() => begin({ kind: 'add' })}
        >
          {t('shelves.add')}
        </AddButton>
      }
      dialog={task && <ShelfTaskDialog task={task} {...ends} />}
    >
      <p className="page-intro">{t('shelves.intro')}</p>
      {part === 'nes' ? (
        <MaintainedNes />
      ) : (
        <Shelves key={part} part={part} change={may && part === 'now' ? begin : undefined} />
      )}
    </TablePage>
  );
}

interface ShelvesProps {
  readonly part: ShelfPart;
  readonly change: ((task: ShelfTask) => void) | undefined;
}

const idOf = ({ id }: ShelfResource) => id;

function Shelves({ part, change }: ShelvesProps): ReactNode {
  const { t } = useTranslation();
  const shelves = useShelves(part);
  const say = useMatchWords();
  const columns = useMemo(() => shelfColumns(t, part, { change, say }), [t, part, change, say]);
  return (
    <TablePanel
      name={`shelves-${part}`}
      label={t('shelves.title')}
      query={shelves}
      rows={shelves.data}
      rowId={idOf}
      columns={columns}
      onEnter={change && ((shelf: ShelfResource) => change({ kind: 'edit', shelf }))}
      onDelete={change && ((shelf: ShelfResource) => change({ kind: 'end', shelf }))}
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
  );
}
