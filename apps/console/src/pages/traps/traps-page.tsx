import { PlusOutlined } from '@ant-design/icons';
import type { Whoami } from '@omc/api';
import { lazy, type ReactNode, Suspense, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';
import { Choice } from '../../components/choice.js';
import { PageBar } from '../../components/page-bar.js';
import { mayEngineer, seesEverything } from '../../data/rights.js';
import { useFind } from '../../data/use-find.js';
import { useOwn } from '../../data/use-own.js';
import { SnmpUsers } from './snmp-users.js';
import { TrapRules } from './trap-rules.js';
import type { TrapTask } from './trap-task.js';
import { UnmappedTraps } from './unmapped-traps.js';
import './traps.css';

const RuleDialog = lazy(() => import('./rule-dialog.js'));
const SnmpUserDialog = lazy(() => import('./snmp-user-dialog.js'));
const RemoveDialog = lazy(() => import('./remove-dialog.js'));

const parts = ['unmapped', 'rules', 'users'] as const;

/** What comes by SNMP: what leads to nothing, what the rest means, and who may send it by SNMPv3. */
export default function TrapsPage({ session }: { session: Whoami }): ReactNode {
  const { t } = useTranslation();
  const [find, search] = useFind();
  const [part, setPart] = useOwn('part', parts);
  const [task, setTask] = useState<TrapTask | null>(null);
  const [said, setSaid] = useState('');
  const may = mayEngineer(session.role) && seesEverything(session);
  const close = (text = '') => {
    setSaid(text);
    setTask(null);
  };
  const reason = mayEngineer(session.role) ? t('right.everything') : t('right.engineer');
  return (
    <div className="page">
      <PageBar
        title={t('traps.title')}
        searchLabel={t('traps.search')}
        search={find}
        onSearch={search}
        said={said}
        count=""
        middle={
          <Choice
            label={t('traps.parts')}
            value={part}
            options={parts.map((value) => ({ value, label: t(`trapPart.${value}`) }))}
            onChange={setPart}
          />
        }
      >
        <Button
          look="strong"
          icon={<PlusOutlined aria-hidden="true" />}
          disabled={!may}
          title={may ? undefined : reason}
          onClick={() => setTask({ kind: part === 'users' ? 'add-user' : 'add-rule' })}
        >
          {t(part === 'users' ? 'snmpUsers.add' : 'traps.addRule')}
        </Button>
      </PageBar>
      <p className="page-intro">{t(`trapIntro.${part}`)}</p>
      {part === 'unmapped' && <UnmappedTraps session={session} search={find} setTask={setTask} />}
      {part === 'rules' && <TrapRules search={find} setTask={may ? setTask : undefined} />}
      {part === 'users' && <SnmpUsers session={session} search={find} setTask={setTask} />}
      <Suspense fallback={null}>
        {task && <TaskDialog task={task} onDone={close} onClose={() => close()} />}
      </Suspense>
    </div>
  );
}

interface TaskDialogProps {
  readonly task: TrapTask;
  readonly onDone: (said: string) => void;
  readonly onClose: () => void;
}

function TaskDialog({ task, ...on }: TaskDialogProps): ReactNode {
  switch (task.kind) {
    case 'add-rule':
      return <RuleDialog trap={task.trap} {...on} />;
    case 'remove-rule':
      return <RemoveDialog what="rule" name={task.rule.name} {...on} />;
    case 'add-user':
      return <SnmpUserDialog {...on} />;
    case 'remove-user':
      return <RemoveDialog what="user" name={task.user.user} {...on} />;
  }
}
