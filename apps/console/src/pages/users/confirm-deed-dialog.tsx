import type { UserResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import ConfirmDialog from '../../components/confirm-dialog.js';
import { request } from '../../data/request.js';
import { useChange } from '../../data/use-change.js';
import type { TaskEnds } from '../../data/use-task.js';

interface ConfirmDeedDialogProps extends TaskEnds {
  readonly deed: 'lock' | 'remove';
  readonly user: UserResource;
}

/** Asks before somebody is kept out, let in again or removed, and does it. */
export default function ConfirmDeedDialog({
  deed,
  user,
  onDone,
  onClose,
}: ConfirmDeedDialogProps): ReactNode {
  const { t } = useTranslation();
  const { user: name, disabled } = user;
  const word = deed === 'lock' && disabled ? 'unlock' : deed;
  const change = useChange(
    'users',
    () =>
      deed === 'remove'
        ? request('DELETE /users/:user', { path: { user: name } })
        : request('PATCH /users/:user', { path: { user: name }, body: { disabled: !disabled } }),
    () => onDone(t(`userDone.${word}`, { user: name })),
  );
  return (
    <ConfirmDialog
      title={t('users.sure', { deed: t(`userDeedNamed.${word}`, { user: name }) })}
      text={t(`userDeedText.${word}`)}
      action={t(`userDeed.${word}`)}
      change={change}
      onClose={onClose}
    />
  );
}
