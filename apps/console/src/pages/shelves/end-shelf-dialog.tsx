import type { ShelfResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import ConfirmDialog from '../../components/confirm-dialog.js';
import { request } from '../../data/request.js';
import { useChange } from '../../data/use-change.js';
import type { TaskEnds } from '../../data/use-task.js';

interface EndShelfDialogProps extends TaskEnds {
  readonly shelf: ShelfResource;
  readonly what: string;
}

/** Asks whether a shelf is to end now, and ends it. */
export default function EndShelfDialog({ shelf, what, onDone, onClose }: EndShelfDialogProps): ReactNode {
  const { t } = useTranslation();
  const end = useChange(
    ['shelves', 'nes'],
    () => request('DELETE /shelves/:id', { path: { id: shelf.id } }),
    () => onDone(t('shelves.ended-now')),
  );
  return (
    <ConfirmDialog
      title={t('shelves.endTitle')}
      text={t('shelves.endText', { what, count: shelf.hides })}
      action={t('shelves.end')}
      change={end}
      onClose={onClose}
    />
  );
}
