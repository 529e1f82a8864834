import { HourglassOutlined } from '@ant-design/icons';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useSummary } from '../data/use-summary.js';

/** How many hold-off windows are running. */
export function PendingWindows(): ReactNode {
  const { t, i18n } = useTranslation();
  const pending = useSummary()?.pending ?? { raise: 0, clear: 0 };
  const raise = pending.raise.toLocaleString(i18n.language);
  const clear = pending.clear.toLocaleString(i18n.language);
  return (
    <span className="pending" title={t('summary.pendingHint', { raise, clear })}>
      <HourglassOutlined aria-hidden="true" />
      <span>
        <span className="pending-word">{t('summary.pendingRaise')} </span>
        <b data-testid="pending-raise">{raise}</b>
      </span>
      <span>
        <span className="pending-word">{t('summary.pendingClear')} </span>
        <b data-testid="pending-clear">{clear}</b>
      </span>
    </span>
  );
}
