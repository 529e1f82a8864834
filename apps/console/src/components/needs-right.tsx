import { LockOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Notice } from './notice.js';

/** Stands where something would be that one has no right to see, and says which right that is. */
export function NeedsRight({ right }: { right: 'admin' | 'engineer' | 'everything' }): ReactNode {
  const { t } = useTranslation();
  return <Notice icon={<LockOutlined />} title={t('right.title')} hint={t(`right.${right}`)} />;
}
