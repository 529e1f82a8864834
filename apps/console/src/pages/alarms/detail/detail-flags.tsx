import {
  DisconnectOutlined,
  HourglassOutlined,
  PauseCircleOutlined,
  ThunderboltOutlined,
} from '@ant-design/icons';
import type { AlarmResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { formatLocal } from '../../../data/instants.js';
import { usePendingClear } from '../../../data/pending-clears.js';

const icons = {
  stale: DisconnectOutlined,
  shelved: PauseCircleOutlined,
  intermittent: ThunderboltOutlined,
};
const flags = ['stale', 'shelved', 'intermittent'] as const;

/** What one has to know of an alarm before anything else that is said of it: whether that still holds, for one. */
export function DetailFlags({ alarm }: { alarm: AlarmResource }): ReactNode {
  const { t } = useTranslation();
  const set = flags.filter((flag) => alarm[flag]);
  const clear = usePendingClear(alarm.id);
  if (set.length === 0 && !clear) return null;
  return (
    <ul className="detail-flags" aria-label={t('detail.flags')}>
      {set.map((flag) => {
        const Icon = icons[flag];
        return (
          <li key={flag} className={`detail-flag-${flag}`}>
            <Icon aria-hidden="true" /> {t(`flag.${flag}`)}
          </li>
        );
      })}
      {clear && (
        <li>
          <HourglassOutlined aria-hidden="true" />{' '}
          {clear.deadline && !clear.held
            ? t('detail.clearsAt', { at: formatLocal(Date.parse(clear.deadline)) })
            : t('flag.clearing')}
        </li>
      )}
    </ul>
  );
}
