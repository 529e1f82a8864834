import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { severities, severityLetters } from '../../data/severity.js';

/** What the squares mean. */
export function Legend(): ReactNode {
  const { t } = useTranslation();
  return (
    <ul className="legend" aria-label={t('network.legend')}>
      {severities.map((severity) => (
        <li key={severity}>
          <span className={`ne-cell mark-${severity}`} aria-hidden="true">
            {severityLetters[severity]}
          </span>
          {t(`severity.${severity}`)}
        </li>
      ))}
      <li>
        <span className="ne-cell mark-cleared ne-calm" aria-hidden="true" />
        {t('network.calm')}
      </li>
      <li>
        <span className="ne-cell mark-cleared ne-calm ne-disconnected" aria-hidden="true" />
        {t('linkState.disconnected')}
      </li>
    </ul>
  );
}
