import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../../components/button.js';

interface DialogEndsProps {
  readonly action: string;
  readonly disabled: boolean;
  readonly onClose: () => void;
}

/** What ends a dialog: to do what it asks about, or not. */
export function DialogEnds({ action, disabled, onClose }: DialogEndsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div className="dialog-ends">
      <Button onClick={onClose}>{t('form.cancel')}</Button>
      <Button type="submit" look="strong" disabled={disabled}>
        {action}
      </Button>
    </div>
  );
}
