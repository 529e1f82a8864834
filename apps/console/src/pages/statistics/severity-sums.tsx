import type { StatisticsResource } from '@omc/api';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { SeverityMark } from '../../components/severity-mark.js';
import { severities } from '../../data/severity.js';

/** How many alarms were raised in all, and of each severity. */
export function SeveritySums({ statistics }: { statistics: StatisticsResource }): ReactNode {
  const { t, i18n } = useTranslation();
  const number = (count: number) => count.toLocaleString(i18n.language);
  return (
    <dl className="sums">
      <div>
        <dt>{t('statistics.raised')}</dt>
        <dd>{number(statistics.total)}</dd>
      </div>
      {severities.map((severity) => (
        <div key={severity}>
          <dt>
            <SeverityMark mark={severity} />
          </dt>
          <dd>{number(statistics.bySeverity[severity])}</dd>
        </div>
      ))}
    </dl>
  );
}
