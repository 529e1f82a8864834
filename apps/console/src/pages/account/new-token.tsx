import { CopyOutlined } from '@ant-design/icons';
import type { NewApiTokenResource } from '@omc/api';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button.js';

/** A token that was just made, in full: it is shown this once. */
export function NewToken({ made, onClose }: { made: NewApiTokenResource; onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  const [copied, setCopied] = useState<boolean | null>(null);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(made.token);
      setCopied(true);
    } catch {
      // No clipboard without HTTPS: the token can be marked by hand.
      setCopied(false);
    }
  };
  return (
    <div className="new-token" role="status" data-testid="new-token">
      <b>{t('tokens.made', { name: made.name })}</b>
      <p>{t('tokens.once')}</p>
      <code>{made.token}</code>
      <div className="actions-buttons">
        <Button icon={<CopyOutlined aria-hidden="true" />} onClick={() => void copy()}>
          {t('tokens.copy')}
        </Button>
        <Button onClick={onClose}>{t('tokens.kept')}</Button>
        {copied !== null && <span className="said">{t(copied ? 'tokens.copied' : 'tokens.byHand')}</span>}
      </div>
    </div>
  );
}
