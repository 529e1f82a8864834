import { DisconnectOutlined, PauseCircleOutlined, ThunderboltOutlined } from '@ant-design/icons';
import type { AlarmResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

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
  if (set.length === 0) return null;
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
    </ul>
  );
}
