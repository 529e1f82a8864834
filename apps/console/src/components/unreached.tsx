import { DisconnectOutlined } from '@ant-design/icons';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { Notice } from './notice.js';

const RETRY_MS = 3000;

/** Stands in for the console while the OMC does not answer, and keeps asking. */
export function Unreached({ onRetry }: { onRetry: () => void }): ReactNode {
  const { t } = useTranslation();
  useEffect(() => {
    const timer = setInterval(onRetry, RETRY_MS);
    return () => clearInterval(timer);
  }, [onRetry]);
  return (
    <Notice
      tone="bad"
      icon={<DisconnectOutlined />}
      title={t('trouble.unreachable')}
      hint={t('trouble.unreachableHint')}
    >
      <Button onClick={onRetry}>{t('alarms.retry')}</Button>
    </Notice>
  );
}
