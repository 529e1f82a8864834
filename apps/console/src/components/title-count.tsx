import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveStatus } from '../data/live-context.js';
import { useSummary } from '../data/use-summary.js';
import { useUrlState } from '../data/use-url-state.js';

/** The title of the browser's tab: critical alarms and a lost connection are seen from another tab. */
export function TitleCount(): ReactNode {
  const { t } = useTranslation();
  const { page } = useUrlState();
  const critical = useSummary()?.bySeverity.critical ?? 0;
  const lost = useLiveStatus(({ link }) => link === 'reconnecting');
  const count = critical > 0 ? `(${critical}) ` : '';
  return <title>{`${lost ? '⚠ ' : ''}${count}${t(`nav.${page}`)} · ${t('app.name')}`}</title>;
}
