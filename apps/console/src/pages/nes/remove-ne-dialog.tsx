import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import ConfirmDialog from '../../components/confirm-dialog.js';
import { request } from '../../data/request.js';
import { useChange } from '../../data/use-change.js';
import type { TaskEnds } from '../../data/use-task.js';

interface RemoveNeDialogProps extends TaskEnds {
  readonly id: string;
}

/** Asks whether an NE is to be removed, and removes it. */
export default function RemoveNeDialog({ id, onDone, onClose }: RemoveNeDialogProps): ReactNode {
  const { t } = useTranslation();
  const remove = useChange(
    'nes',
    () => request('DELETE /nes/:id', { path: { id } }),
    () => onDone(t('nes.removed', { id })),
  );
  return (
    <ConfirmDialog
      title={t('nes.removeTitle', { id })}
      text={t('nes.removeText')}
      action={t('nes.remove')}
      change={remove}
      onClose={onClose}
    />
  );
}
