import type { OpenSessionResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import ConfirmDialog from '../../components/confirm-dialog.js';
import { formatLocal } from '../../data/instants.js';
import { request } from '../../data/request.js';
import { useChange } from '../../data/use-change.js';
import type { TaskEnds } from '../../data/use-task.js';

interface EndSessionDialogProps extends TaskEnds {
  readonly ending: OpenSessionResource | 'others';
}

/** Asks whether a session, or all but this one, are to end, and ends them. */
export default function EndSessionDialog({ ending, onDone, onClose }: EndSessionDialogProps): ReactNode {
  const { t } = useTranslation();
  const isOne = ending !== 'others';
  const end = useChange(
    'sessions',
    () =>
      isOne ? request('DELETE /sessions/:id', { path: { id: ending.id } }) : request('DELETE /sessions'),
    () => onDone(t(isOne ? 'sessions.ended' : 'sessions.endedOthers')),
  );
  const words = isOne ? { from: ending.from, at: formatLocal(Date.parse(ending.beganAt)) } : {};
  return (
    <ConfirmDialog
      title={t(isOne ? 'sessions.endTitle' : 'sessions.endOthersTitle')}
      text={isOne ? t('sessions.endText', { from: '', at: '', ...words }) : t('sessions.endOthersText')}
      action={t(isOne ? 'sessions.end' : 'sessions.endOthers')}
      change={end}
      onClose={onClose}
    />
  );
}
