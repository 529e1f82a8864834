import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useLiveStatus } from '../../../data/live-context.js';

/** How many alarms are in the list, and of how many, where it is not all. */
export function ShownCount(): ReactNode {
  const { t } = useTranslation();
  const size = useLiveStatus((status) => status.size);
  const total = useLiveStatus((status) => status.total);
  const list = useLiveStatus((status) => status.list);
  const text =
    list === 'filling'
      ? t('alarms.filling', { count: size })
      : total !== null && total > size
        ? t('alarms.window', { count: size, total })
        : t('alarms.shown', { count: size });
  return (
    <output className="shown-count" data-testid="shown">
      {list === 'ready' || list === 'filling' ? text : ''}
    </output>
  );
}
