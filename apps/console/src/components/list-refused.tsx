import { WarningOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLive, useLiveStatus } from '../data/live-context.js';
import { Button } from './button.js';
import { Notice } from './notice.js';

/** The OMC would not send the live alarms, or did not answer: why, and another try. */
export function ListRefused(): ReactNode {
  const { t } = useTranslation();
  const live = useLive();
  const refusal = useLiveStatus((status) => status.refusal);
  const reason = refusal?.status === 504 ? t('alarms.noAnswer') : refusal?.detail || refusal?.title;
  return (
    <Notice tone="bad" icon={<WarningOutlined />} title={t('alarms.refused')} hint={reason}>
      <Button onClick={() => live.retry()}>{t('alarms.retry')}</Button>
    </Notice>
  );
}
