import type { FilterResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import ConfirmDialog from '../../components/confirm-dialog.js';
import { request } from '../../data/request.js';
import { useChange } from '../../data/use-change.js';
import type { TaskEnds } from '../../data/use-task.js';

interface ResetFilterDialogProps extends TaskEnds {
  readonly filter: FilterResource;
  readonly name: string;
}

/** Asks whether a stored filter is to go, and removes it. */
export default function ResetFilterDialog({
  filter,
  name,
  onDone,
  onClose,
}: ResetFilterDialogProps): ReactNode {
  const { t } = useTranslation();
  const { alarmId, ne, object } = filter;
  const reset = useChange(
    'filters',
    () => request('DELETE /filters', { query: { alarmId, ne, object } }),
    () => onDone(t('filters.wasReset')),
  );
  return (
    <ConfirmDialog
      title={t('filters.resetTitle', { name })}
      text={t('filters.resetText')}
      action={t('filters.reset')}
      change={reset}
      onClose={onClose}
    />
  );
}
