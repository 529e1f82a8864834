import type { Whoami } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { AddButton } from '../../components/add-button.js';
import { Choice } from '../../components/choice.js';
import { TablePage } from '../../components/table-page.js';
import { lazyPart } from '../../data/lazy-part.js';
import { mayEngineer, seesEverything } from '../../data/rights.js';
import { useOwn } from '../../data/use-own.js';
import { type TaskEnds, useTask } from '../../data/use-task.js';
import { SnmpUsers } from './snmp-users.js';
import { TrapRules } from './trap-rules.js';
import type { TrapTask } from './trap-task.js';
import { UnmappedTraps } from './unmapped-traps.js';
import './traps.css';

const RuleDialog = lazyPart(() => import('./rule-dialog.js'));
const SnmpUserDialog = lazyPart(() => import('./snmp-user-dialog.js'));
const RemoveDialog = lazyPart(() => import('./remove-dialog.js'));

const parts = ['unmapped', 'rules', 'users'] as const;

/** What comes by SNMP: what leads to nothing, what the rest means, and who may send it by SNMPv3. */
export default function TrapsPage({ session }: { session: Whoami }): ReactNode {
  const { t } = useTranslation();
  const [part, setPart] = useOwn('part', parts);
  const { task, begin, said, ends } = useTask<TrapTask>();
  const whole = seesEverything(session);
  const reason = !mayEngineer(session.role) ? t('right.engineer') : whole ? undefined : t('right.everything');
  return (
    <TablePage
      title={t('traps.title')}
      searchLabel={t('traps.search')}
      said={said}
      middle={
        <Choice
          label={t('traps.parts')}
          value={part}
          options={parts.map((value) => ({ value, label: t(`trapPart.${value}`) }))}
          onChange={setPart}
        />
      }
      actions={
        <AddButton
          reason={reason}
          onClick={() => begin({ kind: part === 'users' ? 'add-user' : 'add-rule' })}
        >
          {t(part === 'users' ? 'snmpUsers.add' : 'traps.addRule')}
        </AddButton>
      }
      dialog={task && <TaskDialog task={task} {...ends} />}
    >
      <p className="page-intro">{t(`trapIntro.${part}`)}</p>
      {part === 'unmapped' && <UnmappedTraps session={session} setTask={begin} />}
      {part === 'rules' && <TrapRules setTask={reason === undefined ? begin : undefined} />}
      {part === 'users' && <SnmpUsers session={session} setTask={begin} />}
    </TablePage>
  );
}

function TaskDialog({ task, ...on }: TaskEnds & { readonly task: TrapTask }): ReactNode {
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
