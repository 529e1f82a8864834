import type { ApiTokenResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import ConfirmDialog from '../../components/confirm-dialog.js';
import { request } from '../../data/request.js';
import { useChange } from '../../data/use-change.js';

interface EndTokenDialogProps {
  readonly token: ApiTokenResource;
  readonly onDone: () => void;
  readonly onClose: () => void;
}

/** Asks whether an API token is to be worth nothing from now on, and ends it. */
export default function EndTokenDialog({ token, onDone, onClose }: EndTokenDialogProps): ReactNode {
  const { t } = useTranslation();
  const { id, name, user } = token;
  const end = useChange('tokens', () => request('DELETE /tokens/:id', { path: { id } }), onDone);
  return (
    <ConfirmDialog
      title={t('tokens.endTitle', { name })}
      text={t('tokens.endText', { user })}
      action={t('tokens.end')}
      change={end}
      onClose={onClose}
    />
  );
}
