import { WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button.js';
import { Notice } from './notice.js';

/** Stands in for a page that ran into an error, or whose code or texts could not be fetched. */
export function PageTrouble({ error }: { error: Error }): ReactNode {
  const { t } = useTranslation();
  return (
    <Notice tone="bad" icon={<WarningOutlined />} title={t('trouble.title')} hint={error.message}>
      <Button onClick={() => window.location.reload()}>{t('trouble.reload')}</Button>
    </Notice>
  );
}
