import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import ConfirmDialog from '../../components/confirm-dialog.js';
import { request } from '../../data/request.js';
import { useChange } from '../../data/use-change.js';
import type { TaskEnds } from '../../data/use-task.js';

interface RemoveDialogProps extends TaskEnds {
  readonly what: 'rule' | 'user';
  readonly name: string;
}

/** Asks whether a rule, or a user of SNMPv3, is to go, and removes it. */
export default function RemoveDialog({ what, name, onDone, onClose }: RemoveDialogProps): ReactNode {
  const { t } = useTranslation();
  const remove = useChange(
    what === 'rule' ? 'traps' : 'snmp-users',
    () =>
      what === 'rule'
        ? request('DELETE /traps/mappings/:name', { path: { name } })
        : request('DELETE /snmp-users/:user', { path: { user: name } }),
    () => onDone(t('nes.removed', { id: name })),
  );
  return (
    <ConfirmDialog
      title={t('nes.removeTitle', { id: name })}
      text={t(what === 'rule' ? 'traps.removeRuleText' : 'snmpUsers.removeText')}
      action={t('nes.remove')}
      change={remove}
      onClose={onClose}
    />
  );
}
